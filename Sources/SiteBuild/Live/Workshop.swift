import Dispatch

/// Threads for long work beside a server: what runs here does not hold up requests, which have threads of their own.
package final class Workshop: TaskExecutor {
  private let queue = DispatchQueue(label: "gongkai.workshop", qos: .utility, attributes: .concurrent)

  /// One is enough for a program.
  package init() {}

  /// Takes a piece of work.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
