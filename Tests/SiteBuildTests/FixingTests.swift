import Base
import Disk
import SiteBuild
import TestSupport
import Testing

@Suite struct FixingTests {
  private static let edited = Diagnostic(
    "half-width-mark", .warning, at: Diagnostic.Location(path: "Content/a.md"), "",
    edits: [.init(3..<4, old: ",", new: "，"), .init(7..<8, old: ";", new: "；")])

  @Test func `edits are made from the front to the back, once each`() {
    let (bytes, made) = Fixes.applying([Self.edited, Self.edited], to: Array("甲,乙;".utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == "甲，乙；")
    #expect(made == ["half-width-mark": 2])
  }

  @Test func `where something else stands now, nothing is written`() {
    let (bytes, made) = Fixes.applying([Self.edited], to: Array("甲。乙".utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == "甲。乙")
    #expect(made.isEmpty)
  }
}
