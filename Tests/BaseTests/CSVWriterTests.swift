import Base
import Testing

@Suite("Tables for spreadsheets")
struct CSVWriterTests {
  @Test(
    "cells are quoted where needed and never formulas",
    arguments: [
      ("甲", "甲"), ("", ""), ("甲,乙", "\"甲,乙\""), ("甲\"乙", "\"甲\"\"乙\""), ("甲\r\n乙", "\"甲\r\n乙\""),
      ("=1+1", "'=1+1"), ("+86", "'+86"), ("-1", "'-1"), ("@x", "'@x"), ("＝1+1", "'＝1+1"), ("＠A1", "'＠A1"), ("－", "－"),
      ("－1", "'－1"), ("\t=1", "'\t=1"),
      ("=A1,\"b\"", "\"'=A1,\"\"b\"\"\""), ("a\"\u{301}b", "\"a\"\"\u{301}b\""),
    ]) func cell(text: String, expected: String)
  {
    #expect(CSVWriter.bytes([[text]]) == Array("\u{FEFF}\(expected)\r\n".utf8))
  }

  @Test("rows end with CRLF; plain cells are left alone")
  func rows() {
    var writer = CSVWriter()
    writer.add(["a", "-1"])
    writer.add(["b", "-1"]) { $0 == "-1" }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\u{FEFF}a,'-1\r\nb,-1\r\n")
  }
}
