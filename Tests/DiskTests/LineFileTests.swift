import Disk
import TestSupport
import Testing

@Suite struct LineFileTests {
  /// The lines of a file, some at a time, and everything that was seen of it.
  private static func read(_ text: String, _ byteCount: Int) throws -> (batches: [[String]], seen: Int) {
    let scratch = try ScratchFolder()
    try scratch.write("a.jsonl", text)
    var seen = 0
    var batches: [[String]] = []
    try withFile(scratch.root + "/a.jsonl", watch: { seen += $0 }) { file in
      while case let lines = try file.next(byteCount), !lines.isEmpty {
        batches.append(lines.map { String(decoding: $0, as: UTF8.self) })
      }
    }
    return (batches, seen)
  }

  private static func withFile(
    _ path: String, watch: @escaping (Int) -> Void, _ body: (inout LineFile) throws -> Void
  ) throws {
    var file = try LineFile(path) { watch($0.count) }
    try body(&file)
  }

  @Test(arguments: ["", "\n", "a", "a\n", "a\nb", "\n\na\n", "a\r\nb\n", "一行\n\n二行"], [1, 3, 1 << 20])
  func `every line is given once, in order`(text: String, byteCount: Int) throws {
    let (batches, seen) = try Self.read(text, byteCount)
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String($0) ?? "" }
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    #expect(batches.flatMap(\.self) == lines && seen == text.utf8.count)
  }

  @Test func `a long file comes in pieces`() throws {
    let lines = (0..<3000).map { "\($0)" + String(repeating: "字", count: 300) }
    let batches = try Self.read(lines.joined(separator: "\n") + "\n", 1 << 10).batches
    #expect(batches.count > 2 && batches.flatMap(\.self) == lines)
  }

  @Test func `a file that is not there is told`() {
    #expect(throws: FileError.self) { try Self.withFile("/nowhere/a", watch: { _ in }) { _ in } }
  }
}
