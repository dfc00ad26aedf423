import Foundation
import Synchronization

@testable import gongkai

/// A console that keeps what is printed.
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

/// A folder of a test's own, removed when the test ends.
final class Scratch {
  let root: String

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/gongkai-command-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: root + "/" + path).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The templates of this repository.
let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("Templates").path
