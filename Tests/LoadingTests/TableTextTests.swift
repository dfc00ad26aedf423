import Base
import Loading
import TestSupport
import Testing

@Suite struct TableTextTests {
  private typealias Row = TableText.NewRow

  private func table(_ text: String) throws -> TableText {
    try #require(TableText(SourceText(path: "Content/a/b.csv", bytes: Array(text.utf8))))
  }

  private func written(_ text: String, _ rows: [TableText.NewRow]) throws -> String {
    String(decoding: try table(text).replacing(rows), as: UTF8.self)
  }

  @Test func `cells that were not touched keep their bytes`() throws {
    let old = "\u{FEFF}项目,数量 , 备注\r\n\"甲\", 1 ,\"引\"\"号\"\r\n\r\n乙,2,\r\n丙,3\r\n"
    let read = try table(old)
    #expect(read.headings == ["项目", "数量", "备注"])
    #expect(read.rows.map(\.cells) == [["甲", "1", "引\"号"], ["乙", "2", ""], ["丙", "3"]])
    let same = read.rows.enumerated().map { Row(origin: $0, cells: $1.cells) }
    #expect(try written(old, same) == old)
    // A form fills short rows up.
    #expect(try written(old, [same[0], same[1], Row(origin: 2, cells: ["丙", "3", ""])]) == old)
    #expect(
      try written(old, [Row(origin: 0, cells: ["甲", "9,5", "引\"号"]), same[1], same[2]])
        == old.replacing(" 1 ", with: "\"9,5\""))
    #expect(
      try written(old, [same[2], Row(origin: nil, cells: ["丁", "两\n行"]), same[0]])
        == "\u{FEFF}项目,数量 , 备注\r\n丙,3\r\n丁,\"两\n行\",\r\n\"甲\", 1 ,\"引\"\"号\"\r\n\r\n")
  }

  @Test func `the end of the file stays as it was`() throws {
    #expect(try written("a,b\n1,2", [Row(origin: 0, cells: ["1", "3"])]) == "a,b\n1,3")
    #expect(
      try written("a,b\n1,2", [Row(origin: nil, cells: ["x", "y"]), Row(origin: 0, cells: ["1", "2"])])
        == "a,b\nx,y\n1,2")
    #expect(try written("a,b", [Row(origin: nil, cells: ["x"])]) == "a,b\r\nx,\r\n")
    #expect(try written("a,b\n1,2\n", []) == "a,b\n")
    #expect(TableText(SourceText(path: "a.csv", bytes: Array("a,\"b\n".utf8))) == nil)
    #expect(TableText(SourceText(path: "a.csv", bytes: [0xC4, 0xEA])) == nil)
    #expect(TableText(SourceText(path: "a.csv", bytes: [])) == nil)
  }

  @Test func `a finding leads to its cell`() throws {
    let text = try table("\u{FEFF}项目,数量\r\n甲,\"两\n行\"\r\n\r\n乙丙,三\r\n")
    let cell = { (line: Int, column: Int) in text.cell(at: SourcePosition(line: line, column: column)).map { [$0, $1] }
    }
    #expect(cell(1, 1) == nil)
    #expect(cell(2, 3) == [0, 1])
    #expect(cell(5, 1) == [1, 0])
    #expect(cell(5, 4) == [1, 1])
  }

  @Test func `rows that only move, come and go leave all others as they are`() throws {
    var random = SeededGenerator(3)
    let cells = ["甲", "", " 空 ", "\"引,号\"", "\"两\n行\"", "1,000".replacing(",", with: "，"), "\"a\"\"b\""]
    for _ in 0..<300 {
      let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
      let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<3).map { _ in cells.randomElement(using: &random) ?? "" }.joined(separator: ",")
      }
      let old = (["a,b,c"] + lines).joined(separator: end) + (Bool.random(using: &random) ? end : "")
      let read = try table(old)
      let same = read.rows.enumerated().map { Row(origin: $0, cells: $1.cells) }
      #expect(try written(old, same) == old)
      var rows = same.shuffled(using: &random)
      rows.append(Row(origin: nil, cells: ["新", "x\"y", ""]))
      let again = try table(try written(old, rows))
      #expect(again.rows.map(\.cells) == rows.map(\.cells), "\(old)")
    }
  }
}
