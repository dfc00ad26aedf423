import Base
import Testing

@Suite("Positions in a file")
struct SourceTextTests {
  private func text(_ string: String) -> SourceText { SourceText(path: "Content/a.md", bytes: Array(string.utf8)) }

  private func position(_ string: String, of part: String) throws -> SourcePosition {
    let range = try #require(string.utf8.firstRange(of: part.utf8))
    return text(string).position(at: string.utf8.distance(from: string.startIndex, to: range.lowerBound))
  }

  @Test("count characters, whatever their bytes")
  func characters() throws {
    #expect(try position("标题: 关于X的通知", of: "X") == SourcePosition(line: 1, column: 7))
    #expect(try position("👨‍👩‍👧 家庭", of: "庭") == SourcePosition(line: 1, column: 4))
    #expect(try position("𠮷野家", of: "野") == SourcePosition(line: 1, column: 2))
    #expect(try position("e\u{301}x", of: "x") == SourcePosition(line: 1, column: 2))
  }

  @Test("are the same with LF and with CRLF", arguments: ["\n", "\r\n"])
  func lineEnds(_ end: String) throws {
    let string = ["---", "标题: 甲", "", "类型: 乙"].joined(separator: end)
    #expect(try position(string, of: "甲") == SourcePosition(line: 2, column: 5))
    #expect(try position(string, of: "乙") == SourcePosition(line: 4, column: 5))
    #expect(text(string).line(2) == "标题: 甲")
    #expect(text(string).line(3) == "")
  }

  @Test("do not count a byte order mark")
  func mark() throws {
    #expect(try position("\u{FEFF}标题: 甲", of: "甲") == SourcePosition(line: 1, column: 5))
    #expect(text("\u{FEFF}标题").line(1) == "标题")
    #expect(text("\u{FEFF}标题").position(at: 0) == .start)
  }

  @Test("past the end are the end, before the start the start")
  func outside() {
    #expect(text("甲\n乙").position(at: 1000) == SourcePosition(line: 2, column: 2))
    #expect(text("甲\n").position(at: 1000) == SourcePosition(line: 2, column: 1))
    #expect(text("甲").position(at: -5) == .start)
    #expect(text("").position(at: 0) == .start)
    #expect(text("甲").line(7) == "")
    #expect(text("").line(1) == "")
  }

  @Test("the place of a range is cut at the end of its first line")
  func ranges() {
    let source = text("标题: 甲乙\r\n丙")
    let all = source.location(of: 8..<100)
    #expect(all.start == SourcePosition(line: 1, column: 5))
    #expect(all.length == 2)
    #expect(all.sourceLine == "标题: 甲乙")
    #expect(source.location(of: 8..<8).length == 1)
    #expect(source.location(of: 200..<300).start == SourcePosition(line: 2, column: 2))
    #expect(source.location(line: 2, column: 1).sourceLine == "丙")
    #expect(source.whole.sourceLine == "")
  }

  @Test("of bytes that are no UTF-8 are still places")
  func broken() {
    let source = SourceText(path: "a", bytes: [0xFF, 0xFE, 0x0A, 0xC4, 0xE3, 0x41])
    #expect(source.position(at: 5).line == 2)
    #expect(source.line(2).hasSuffix("A"))
  }
}

@Suite("Findings")
struct DiagnosticTests {
  @Test("sort by path bytes, position, severity, rule and message")
  func order() {
    func finding(_ path: String, _ line: Int, _ severity: Severity, _ rule: String, _ message: String) -> Diagnostic {
      Diagnostic(
        rule, severity, at: Diagnostic.Location(path: path, start: SourcePosition(line: line, column: 1)), message)
    }
    let sorted = [
      finding("Content/Z.md", 9, .note, "z", "z"), finding("Content/a.md", 1, .error, "b", "b"),
      finding("Content/a.md", 1, .warning, "a", "a"), finding("Content/a.md", 1, .warning, "a", "b"),
      finding("Content/a.md", 2, .error, "a", "a"), finding("Content/乙.md", 1, .error, "a", "a"),
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20 { #expect(sorted.shuffled(using: &random).sorted() == sorted) }
  }
}
