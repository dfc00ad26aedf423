import Dispatch

/// Threads for long work beside a server: what runs here does not hold up requests, which have threads of their own. On two processors,
/// reading one long document would otherwise leave no thread to answer with.
package final class Workshop: TaskExecutor {
  /// One is enough for a program.
  package static let shared = Workshop()

  private let queue = DispatchQueue(label: "gongkai.workshop", qos: .utility, attributes: .concurrent)

  private init() {}

  /// Takes a piece of work.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
