import Base
import TestSupport
import Testing

@testable import Exchange

struct ChangesTests {
  private static func line(_ id: String, _ text: String, isTombstone: Bool = false) -> [UInt8] {
    JSONValue.object([
      "type": .string(isTombstone ? "withdrawn" : "document"), "id": .string(id), "path": .string(id + "/"),
      "url": .string("https://a.test/" + id + "/"), "title": .string(text),
    ]).compact
  }

  private static func file(_ lines: [[UInt8]]) -> [UInt8] { lines.flatMap { $0 + [0x0A] } }

  private static func written(_ changes: Changes) -> [UInt8] { file(changes.items.map(Changes.written)) }

  /// What a receiver does, who knows JSON and nothing of ours (docs/open-data.md).
  private static func applied(_ changes: [UInt8], to before: [UInt8]) -> [UInt8] {
    func id(_ line: ArraySlice<UInt8>) -> String { JSONValue(json: Array(line))?["id"]?.text ?? "" }
    var lines = Dictionary(before.split(separator: 0x0A).map { (id($0), Array($0)) }, uniquingKeysWith: { $1 })
    for line in changes.split(separator: 0x0A) {
      let change = JSONValue(json: Array(line))?["change"]?.text ?? ""
      lines[id(line)] =
        change == "removed" ? nil : Array("{".utf8) + line.dropFirst("{\"change\":\"\(change)\",".utf8.count)
    }
    return file(lines.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value))
  }

  @Test func `what was added, changed, taken down or has gone is told`() throws {
    let before = Self.file([Self.line("a", "1"), Self.line("b", "1"), Self.line("c", "1"), Self.line("e", "1")])
    let later = [
      Self.line("a", "1"), Self.line("b", "2"), Self.line("c", "", isTombstone: true), Self.line("d", "1"),
    ]
    let changes = try #require(Changes(since: before, later: later))
    #expect(changes.items.map(\.id) == ["b", "c", "d", "e"])
    #expect(changes.items.map(\.change) == [.changed, .withdrawn, .added, .removed])
    let gone = String(decoding: Self.written(changes).split(separator: 0x0A)[3], as: UTF8.self)
    #expect(gone == #"{"change":"removed","type":"document","id":"e","path":"e/","url":"https://a.test/e/"}"#)
  }

  @Test func `a document that is back after it was taken down is new`() throws {
    let before = Self.file([Self.line("a", "", isTombstone: true)])
    let changes = try #require(Changes(since: before, later: [Self.line("a", "1")]))
    #expect(changes.items.map(\.change) == [.added])
  }

  @Test(arguments: 0..<200) func `changes lead from the earlier file to the later one, to the byte`(seed: Int) throws {
    var dice = SeededGenerator(UInt64(seed))
    let ids = ["a", "a/b", "a-b", "中/文", "z\\", "\"q\"", "𠮷", "b", "B", "é"]
    let texts = ["", "甲\t乙", "\\N", "\"change\"", "{\"change\":\"added\",", "😀\u{1}\n", "0"]
    func library() -> [[UInt8]] {
      ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.filter { _ in Bool.random(using: &dice) }
        .map {
          Self.line($0, texts.randomElement(using: &dice) ?? "", isTombstone: Int.random(in: 0..<4, using: &dice) == 0)
        }
    }
    let (before, later) = (library(), library())
    let changes = try #require(Changes(since: Self.file(before), later: later))
    #expect(Self.applied(Self.written(changes), to: Self.file(before)) == Self.file(later), "seed \(seed)")
    let none = try #require(Changes(since: Self.file(later), later: later))
    #expect(none.items.isEmpty)
  }

  @Test func `what is no export of ours is refused`() {
    #expect(Changes(since: Array("{\"id\":\"a\"}\n".utf8), later: []) == nil)
  }
}

struct AcknowledgementTests {
  private static let sent: [UInt8] = {
    let items = ["a", "b", "c"].map { Changes.Item(change: .added, id: $0, line: Array("{\"id\":\"\($0)\"}".utf8)) }
    return Acknowledgement.template(items.map { ($0, "sum-" + $0.id) })
  }()

  private static func answer(_ rows: [String]) throws -> Acknowledgement {
    let lines = try #require(Acknowledgement.lines(of: sent))
    let text = "\u{FEFF}变动,路径,校验值,结果,原因\r\n" + rows.joined(separator: "\r\n") + "\r\n"
    return Acknowledgement(Array(text.utf8), path: "回执.csv", of: lines)
  }

  @Test func `a receiver says what it took and why not`() throws {
    let answer = try Self.answer(["新增,a,sum-a,已接收,", "新增,b,sum-b,退回,\"没有索引号，\n补上\""])
    #expect(answer.received.map(\.id) == ["a"] && answer.open.map(\.id) == ["c"])
    #expect(answer.refused.map(\.line.id) == ["b"] && answer.refused.map(\.reason) == ["没有索引号，\n补上"])
    #expect(answer.findings.isEmpty)
  }

  @Test func `what Excel saved in GBK is read, and its empty rows are no answers`() throws {
    // 新增,a,sum-a,已接收, – two empty rows – 新增,b,sum-b,退回,没有索引号
    let bytes: [UInt8] = [
      0xB1, 0xE4, 0xB6, 0xAF, 0x2C, 0xC2, 0xB7, 0xBE, 0xB6, 0x2C, 0xD0, 0xA3, 0xD1, 0xE9, 0xD6, 0xB5, 0x2C,
      0xBD, 0xE1, 0xB9, 0xFB, 0x2C, 0xD4, 0xAD, 0xD2, 0xF2, 0x0D, 0x0A, 0xD0, 0xC2, 0xD4, 0xF6, 0x2C, 0x61,
      0x2C, 0x73, 0x75, 0x6D, 0x2D, 0x61, 0x2C, 0xD2, 0xD1, 0xBD, 0xD3, 0xCA, 0xD5, 0x2C, 0x0D, 0x0A, 0x2C,
      0x2C, 0x2C, 0x2C, 0x0D, 0x0A, 0x0D, 0x0A, 0xD0, 0xC2, 0xD4, 0xF6, 0x2C, 0x62, 0x2C, 0x73, 0x75, 0x6D,
      0x2D, 0x62, 0x2C, 0xCD, 0xCB, 0xBB, 0xD8, 0x2C, 0xC3, 0xBB, 0xD3, 0xD0, 0xCB, 0xF7, 0xD2, 0xFD, 0xBA,
      0xC5, 0x0D, 0x0A,
    ]
    let answer = Acknowledgement(bytes, path: "回执.csv", of: try #require(Acknowledgement.lines(of: Self.sent)))
    #expect(answer.findings.isEmpty && answer.received.map(\.id) == ["a"])
    #expect(answer.refused.map(\.reason) == ["没有索引号"] && answer.open.map(\.id) == ["c"])
  }

  @Test func `the template sent back as it was answers nothing`() throws {
    let lines = try #require(Acknowledgement.lines(of: Self.sent))
    let answer = Acknowledgement(Self.sent, path: "回执.csv", of: lines)
    #expect(answer.open.map(\.id) == ["a", "b", "c"] && answer.findings.isEmpty)
  }

  @Test func `a wrong answer is a finding with its line and a cure`() throws {
    let answer = try Self.answer([
      "新增,x,sum-a,已接收,", "新增,a,sum-b,已接收,", "新增,b,sum-b,ok,", "新增,c,sum-c,退回,", "短",
    ])
    #expect(Set(answer.findings.map(\.rule)) == ["acknowledgement"])
    #expect(answer.findings.map(\.location.start.line) == [2, 3, 4, 5, 6])
    #expect(answer.findings.allSatisfy { !$0.cures.isEmpty } && answer.received.isEmpty && answer.open.count == 3)
  }
}
