import Base
import Testing

@Suite("Positions in a file")
struct SourceTextTests {
  private func text(_ string: String) -> SourceText { SourceText(path: "Content/a.md", bytes: Array(string.utf8)) }

  private func position(_ string: String, of part: String) throws -> SourcePosition {
    let range = try #require(string.utf8.firstRange(of: part.utf8))
    return text(string).start(at: string.utf8.distance(from: string.startIndex, to: range.lowerBound))
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
    #expect(text(string).location(of: 4 + end.utf8.count..<100).sourceLine == "标题: 甲")
  }

  @Test("of a long line quote what is around them, and count the rest", arguments: ["甲", "e\u{301}"])
  func longLines(sign: String) {
    let line = String(repeating: sign, count: 3000)
    let size = sign.utf8.count
    let place = text(line).location(of: 1000 * size..<1001 * size)
    #expect(
      place.start == SourcePosition(line: 1, column: 1001) && place.sourceLine == String(repeating: sign, count: 240))
    #expect(place.cut == Diagnostic.Cut(characters: 960, scalars: 960 * sign.unicodeScalars.count, isBehind: true))
    let report = TextReport(colored: false).text(Diagnostic("x", at: place, "甲")).split(separator: "\n")
    #expect(report[1].hasPrefix("   1 | …") && report[1].hasSuffix("…") && report[1].count == 7 + 2 + 120)
    #expect(report[2].count == 7 + 1 + 40 * sign.displayWidth + sign.displayWidth)
    let start = text(line).location(of: 0..<size)
    #expect(start.cut == Diagnostic.Cut(isBehind: true) && start.sourceLine.count == 200)
    let end = text(line).location(of: line.utf8.count..<line.utf8.count)
    #expect(end.start.column == 3001 && end.sourceLine.count == 40 && !end.cut.isBehind)
    let kept = JSONReport.findings(JSONReport.value([Diagnostic("x", at: place, "甲")], quotesLines: true))
    #expect(kept?.first?.location == place)
    let sarif = String(decoding: SARIFReport.bytes([Diagnostic("x", at: place, "甲")], version: "1"), as: UTF8.self)
    #expect(sarif.contains("\"startColumn\": \(1000 * sign.unicodeScalars.count + 1)"))
  }

  @Test("do not count a byte order mark")
  func mark() throws {
    #expect(try position("\u{FEFF}标题: 甲", of: "甲") == SourcePosition(line: 1, column: 5))
    #expect(text("\u{FEFF}标题").location(of: 0..<1).sourceLine == "标题")
    #expect(text("\u{FEFF}标题").start(at: 0) == .start)
  }

  @Test("past the end are the end, before the start the start")
  func outside() {
    #expect(text("甲\n乙").start(at: 1000) == SourcePosition(line: 2, column: 2))
    #expect(text("甲\n").start(at: 1000) == SourcePosition(line: 2, column: 1))
    #expect(text("甲").start(at: -5) == .start)
    #expect(text("").start(at: 0) == .start)
    #expect(text("甲\n").location(of: 7..<9).sourceLine == "")
    #expect(text("").location(of: 0..<1).sourceLine == "")
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
    #expect(source.location(of: 200..<300).sourceLine == "丙")
    #expect(source.whole.sourceLine == "")
  }

  @Test("of bytes that are no UTF-8 are still places")
  func broken() {
    let source = SourceText(path: "a", bytes: [0xFF, 0xFE, 0x0A, 0xC4, 0xE3, 0x41])
    #expect(source.start(at: 5).line == 2)
    #expect(source.location(of: 5..<6).sourceLine.hasSuffix("A"))
  }
}

@Suite("Many places of one file")
struct LineIndexTests {
  @Test("are those asked for one by one, in whatever order, with every kind of character and line end")
  func same() {
    let string = "\u{FEFF}甲𠮷e\u{301}x\r\n\n👨‍👩‍👧‍👦👨‍👩‍👧‍👦 见\n🇨🇳\u{1F469}\u{1F3FD} 乙\r丙\n"
    let source = SourceText(path: "a", bytes: Array(string.utf8))
    let ranges = (0...source.bytes.count + 2).flatMap { start in (0..<4).map { start..<start + $0 * 3 } }
    var random = SystemRandomNumberGenerator()
    var lines = LineIndex(source)
    for range in ranges.shuffled(using: &random) {
      #expect(lines.location(of: range) == source.location(of: range), "\(range)")
    }
  }

  @Test("count a character as one wherever in it they begin and end")
  func insideCharacters() {
    let source = SourceText(path: "a", bytes: Array("甲👨‍👩‍👧e\u{301}乙".utf8))
    let family = 3..<3 + "👨‍👩‍👧".utf8.count
    for start in family {
      let place = source.location(of: start..<start + 1)
      #expect(place.start.column == 2 && place.length == 1)
    }
    let accent = family.upperBound + 1
    #expect(source.location(of: accent..<accent + 2).start.column == 3)
    #expect(source.location(of: 4..<accent + 1).length == 2)
    #expect(source.location(of: 0..<100).length == 4)
  }

  @Test("on one long line are found in linear time")
  func longLine() {
    let piece = "字👨‍👩‍👧x"
    let source = SourceText(path: "a", bytes: Array(String(repeating: piece, count: 100_000).utf8))
    let start = ContinuousClock.now
    var lines = LineIndex(source)
    for number in 0..<100_000 {
      let place = lines.location(of: number * piece.utf8.count..<(number + 1) * piece.utf8.count)
      guard place.start.column == number * 3 + 1, place.length == 3 else {
        Issue.record("place \(number) is \(place.start), \(place.length) long")
        return
      }
    }
    #expect(ContinuousClock.now - start < .seconds(10))
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
      finding("Content/Z.md", 9, .warning, "z", "z"), finding("Content/a.md", 1, .error, "b", "b"),
      finding("Content/a.md", 1, .warning, "a", "a"), finding("Content/a.md", 1, .warning, "a", "b"),
      finding("Content/a.md", 2, .error, "a", "a"), finding("Content/乙.md", 1, .error, "a", "a"),
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20 { #expect(sorted.shuffled(using: &random).sorted() == sorted) }
  }
}

extension SourceText {
  fileprivate func start(at offset: Int) -> SourcePosition { location(of: offset..<offset).start }
}
