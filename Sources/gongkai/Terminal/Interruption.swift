import Dispatch
import Disk
import Glibc
import Publishing
import Synchronization

/// Ctrl-C and `kill`: the work is cancelled, clears up after itself, and the program ends. A second signal ends it at
/// once; the next build then clears up.
enum Interruption {
  /// A signal came, and nothing was changed.
  struct Interrupted: Error {
    let signal: Int32
  }

  /// Runs work that stops when its task is cancelled.
  ///
  /// - Throws: ``Interrupted`` when it stopped because of a signal, else what the work throws.
  static func guarding<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let task = Task(operation: work)
    let received = Received()
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if !received.isFirst(number) { exit(with: .interrupted(signal: number)) }
        task.cancel()
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    do { return try await task.value } catch {
      if let number = received.signal, isCancellation(error) { throw Interrupted(signal: number) }
      throw error
    }
  }

  private static func isCancellation(_ error: any Error) -> Bool {
    switch error {
    case is CancellationError: true
    case let error as FileError: error.isCancellation
    case let error as PublishingError: error == .cancelled
    default: false
    }
  }

  private final class Received: Sendable {
    private let number = Mutex<Int32?>(nil)

    var signal: Int32? { number.withLock { $0 } }

    func isFirst(_ signal: Int32) -> Bool {
      number.withLock { number in
        defer { number = number ?? signal }
        return number == nil
      }
    }
  }
}
