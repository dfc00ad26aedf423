import Base
import Disk
import Documents
import Glibc
import TestSupport
import Testing

@testable import Importing

struct IndexNumberTests {
  private static let numbering = IndexNumbering(code: "01404053X")

  private static func request(_ path: String, _ day: String) throws -> IndexLedgerFile.Request {
    IndexLedgerFile.Request(DocumentID(path), on: try CalendarDate.parse(day).get())
  }

  @Test func `a document keeps its number, and a number is given once`() throws {
    let folder = try ScratchFolder()
    try folder.write("Content/site.yml", "")
    let file = IndexLedgerFile(root: folder.root)
    let first = try file.allot(
      [Self.request("a/1", "2026-03-01"), Self.request("a/2", "2025-03-01")], Self.numbering, taken: [])
    #expect(first == ["01404053X/2026-00001", "01404053X/2025-00001"])
    let second = try file.allot(
      [Self.request("a/3", "2026-01-01"), Self.request("a/1", "2026-03-01")], Self.numbering,
      taken: ["01404053X/2026-00041", "别的/2026-00099"])
    #expect(second == ["01404053X/2026-00042", "01404053X/2026-00001"])
    #expect(
      folder.text("Content/_index-numbers.csv") == """
        number,document,day
        01404053X/2026-00001,a/1,2026-03-01
        01404053X/2025-00001,a/2,2025-03-01
        01404053X/2026-00042,a/3,2026-01-01

        """)
  }

  @Test func `a dry run allots nothing`() throws {
    let folder = try ScratchFolder()
    try folder.write("Content/site.yml", "")
    let numbers = try IndexLedgerFile(root: folder.root).allot(
      [Self.request("a/1", "2026-03-01")], Self.numbering, taken: [], isDry: true)
    #expect(numbers == ["01404053X/2026-00001"])
    #expect(try Disk().status(of: folder.root + "/Content/_index-numbers.csv") == nil)
  }

  @Test func `programs that number at once never give the same number`() async throws {
    let folder = try ScratchFolder()
    try folder.write("Content/site.yml", "")
    let path = folder.root
    let numbers = try await withThrowingTaskGroup(of: [String].self) { group in
      for task in 0..<8 {
        group.addTask {
          try (0..<20).flatMap { turn in
            try IndexLedgerFile(root: path).allot(
              [Self.request("a/\(task)-\(turn)", "2026-03-01")], Self.numbering, taken: [])
          }
        }
      }
      return try await group.reduce(into: [String]()) { $0 += $1 }
    }
    #expect(numbers.count == 160 && Set(numbers).count == 160)
  }

  @Test func `a ledger that somebody has changed allots nothing`() throws {
    let folder = try ScratchFolder()
    try folder.write("Content/_index-numbers.csv", "number,document,day\n01404053X/2026-00001,a/1\n")
    #expect(throws: IndexLedgerFile.Fault.self) {
      try IndexLedgerFile(root: folder.root).allot([Self.request("a/2", "2026-03-01")], Self.numbering, taken: [])
    }
    #expect(folder.text("Content/_index-numbers.csv")?.hasSuffix("a/1\n") == true)
  }

  @Test func `a full disk allots nothing`() throws {
    let folder = try ScratchFolder()
    try folder.write("Content/site.yml", "")
    var calls = SystemCalls.live
    calls.syncFile = { _ in -ENOSPC }
    let disk = Disk(calls: calls)
    #expect(throws: IndexLedgerFile.Fault.self) {
      try IndexLedgerFile(root: folder.root, disk: disk).allot(
        [Self.request("a/2", "2026-03-01")], Self.numbering, taken: [])
    }
  }

  @Test func `a pattern with months counts each of them`() throws {
    let monthly = IndexNumbering(code: "x", pattern: "{code}-{year}{month}/{serial}", digits: 3)
    var allotment = IndexAllotment(monthly, after: IndexLedger(), taken: [])
    #expect(allotment.number(of: DocumentID("a"), on: try CalendarDate.parse("2026-03-01").get()) == "x-202603/001")
    #expect(allotment.number(of: DocumentID("b"), on: try CalendarDate.parse("2026-04-01").get()) == "x-202604/001")
    #expect(allotment.number(of: DocumentID("c"), on: try CalendarDate.parse("2026-04-02").get()) == "x-202604/002")
    for wrong in ["{code}/{serial}", "{year}-{serial}: x", "{serial}{year}", "{year}#{serial}", "{yeer}{year}{serial}"]
    {
      #expect(!IndexNumbering.isUsable(wrong), "\(wrong)")
    }
  }

  @Test(arguments: [
    ("---\ntitle: 甲\n---\n正文\n", "---\ntitle: 甲\nindexNumber: x/1\n---\n正文\n"),
    ("---\r\ntitle: 甲\r\n---\r\n正文", "---\r\ntitle: 甲\r\nindexNumber: x/1\r\n---\r\n正文"),
    ("---\n索引号:\ntitle: 甲\n---\n", "---\nindexNumber: x/1\ntitle: 甲\n---\n"),
  ]) func `the number stands in the front matter`(before: String, after: String) throws {
    let bytes = Array(before.utf8)
    let end = bytes.firstRange(of: Array("正文".utf8))?.lowerBound ?? bytes.count
    #expect(String(decoding: IndexNumberLine.inserting("x/1", into: bytes, frontMatter: end), as: UTF8.self) == after)
  }
}
