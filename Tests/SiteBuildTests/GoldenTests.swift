import Foundation
import Testing

/// A small site with one of almost every kind of document, and its whole recorded output. Every change of the output
/// fails here and, once recorded, shows in the diff of the commit:
///
///     GONGKAI_RECORD=1 swift test --filter GoldenTests
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/golden")
    .path
  private static let recorded = folder + "/Recorded"
  private static let isRecording = ProcessInfo.processInfo.environment["GONGKAI_RECORD"] != nil

  @Test func `the golden site comes out as it was recorded`() async throws {
    let site = try SiteFixture(contentOf: Self.folder)
    _ = try await site.publish(asOf: "2026-11-21")
    let published = GoldenTree(published: site.output)
    guard !Self.isRecording else {
      try published.record(in: Self.recorded)
      Issue.record("Recorded again. Read the diff of \(Self.recorded), then run without GONGKAI_RECORD.")
      return
    }
    for difference in published.differences(from: try GoldenTree(recordedIn: Self.recorded)) {
      Issue.record("\(difference)")
    }
  }

  @Test func `findings of the golden site are these`() async throws {
    #expect(
      try await SiteFixture(contentOf: Self.folder).findings() == [
        "hudong/wenda/gaoling.md:7:10 12 question-basis-ended warning",
        "zhengce/guifanxing/2022-9.md:2:8 12 amended-text warning",
        "zhengce/guifanxing/2026-8/index.md:28:106 22 unpublished-link warning",
        "zhuanti/yanglao-bao.md:12:5 12 package-member-ended warning",
      ])
  }

  @Test func `a difference is told by its file and first line`() {
    let old = GoldenTree(published: ["a.html": Data("1\n2\n".utf8), "b.html": Data("1\n".utf8), "c.html": Data()])
    let new = GoldenTree(published: ["a.html": Data("1\n三\n".utf8), "b.html": Data("1\n2".utf8), "d.html": Data()])
    #expect(
      new.differences(from: old) == [
        "a.html:2\n  recorded:  2\n  published: 三", "b.html:2\n  recorded:  \n  published: 2",
        "c.html: recorded, but not published", "d.html: not recorded",
      ])
    #expect(old.differences(from: old).isEmpty)
  }

  @Test func `the folder of the assets has one name whatever they hold`() {
    func published(_ hash: String) -> GoldenTree {
      let digest = String(repeating: hash, count: 16)
      return GoldenTree(published: [
        "assets/\(hash)/site.css": Data(), "a.html": Data("<link href=\"assets/\(hash)/site.css\">\n".utf8),
        "manifest.json": Data(
          #"{"path": "assets/\#(hash)/site.css", "bytes": 1, "sha256": "\#(digest)", "mediaType": "text/css"}"#.utf8),
      ])
    }
    let changed = published("beef").differences(from: published("cafe"))
    #expect(changed.count == 1 && changed[0].hasPrefix("digests.txt:1\n"), "\(changed)")
  }
}
