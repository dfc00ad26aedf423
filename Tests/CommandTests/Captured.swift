import Synchronization
import TestSupport

@testable import gongkai

/// A console that records what is printed.
final class Captured: Sendable {
  private let texts = Mutex(("", ""))

  var out: String { texts.withLock { $0.0 } }
  var error: String { texts.withLock { $0.1 } }

  func console(showsProgress: Bool = false) -> Console {
    Console(
      out: { text in self.texts.withLock { $0.0 += text } }, error: { text in self.texts.withLock { $0.1 += text } },
      showsProgress: showsProgress)
  }

  /// Runs a command line.
  static func run(_ arguments: String...) async -> (status: ProgramStatus, out: String, error: String) {
    let captured = Captured()
    let status = await Main.run(arguments, captured.console())
    return (status, captured.out, captured.error)
  }
}

typealias Scratch = ScratchFolder

/// The templates of this repository.
let templates = Repository.templates
