import Dispatch
import Glibc
import SiteBuild
import Synchronization

/// Handles Ctrl-C and `kill` during a build. The build's task is cancelled and has a moment to clean up; then the
/// process ends, whatever is still running, and the next build cleans up. A second signal ends it at once.
///
/// Commands that write nothing do not need it: the default action ends them.
final class Interruption: Sendable {
  /// A signal came, and Output was not changed.
  struct Interrupted: Error {
    let signal: Int32
  }

  private static let grace = DispatchTimeInterval.milliseconds(500)

  private struct State {
    var signal: Int32?
    var cancel: @Sendable () -> Void = {}
    var isPublishing = false
    var isOver = false
  }
  private let state = Mutex(State())

  /// The first signal that came.
  var signal: Int32? { state.withLock(\.signal) }

  /// Records the phase: once a release may have been switched in, the message must not deny it.
  func record(_ progress: BuildProgress) {
    if progress.phase == .publishing { state.withLock { $0.isPublishing = true } }
  }

  /// Runs work that stops when its task is cancelled.
  ///
  /// - Throws: ``Interrupted`` when the work failed after a signal, otherwise the work's error.
  func guarding<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let sources = [SIGINT, SIGTERM].map { number in
      Glibc.signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { self.receive(number) }
      source.resume()
      return source
    }
    defer {
      state.withLock { $0.isOver = true }
      for source in sources { source.cancel() }
      for number in [SIGINT, SIGTERM] { Glibc.signal(number, SIG_DFL) }
    }
    let task = Task(operation: work)
    let isLate = state.withLock { state in
      state.cancel = task.cancel
      return state.signal != nil
    }
    if isLate { task.cancel() }
    do { return try await task.value } catch {
      if let signal { throw Interrupted(signal: signal) }
      throw error
    }
  }

  private func receive(_ number: Int32) {
    let (isFirst, cancel) = state.withLock { state in
      defer { state.signal = state.signal ?? number }
      return (state.signal == nil, state.cancel)
    }
    guard isFirst else { return end(number) }
    cancel()
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.grace) { self.end(number) }
  }

  /// Ends the process, unless the work is done and the program is about to report it.
  private func end(_ number: Int32) {
    let (isOver, isPublishing) = state.withLock { ($0.isOver, $0.isPublishing) }
    if isOver { return }
    Console.standard.error((isPublishing ? Self.doubtful : Self.unchanged) + "\n")
    exit(with: .interrupted(signal: number))
  }

  static let unchanged = "已中断，原有网站未改动"
  private static let doubtful = "已中断，网站是原来的或者新的版本，都是完整的；下一次生成会清理"
}
