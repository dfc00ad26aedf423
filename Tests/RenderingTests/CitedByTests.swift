import Base
import Documents
import Resolution
import TestSupport
import Testing

@testable import Rendering

/// 引用本文件的文件.
@Suite struct CitedByTests {
  private static func document(_ name: String, kind: String, made: String, _ text: String) -> Document {
    Fixture.document("a/" + name, kind: kind) {
      $0.documentDate = Fixture.day(made)
      $0.body = Body(mentions: Fixture.mentions(text))
    }
  }

  @Test func `kinds of one label are one group, and documents that have a validity come first`() throws {
    let kinds = [
      Kind(id: "a", label: "解读", lifecycle: .none), Kind(id: "b", label: "文件", lifecycle: .none),
      Kind(id: "c", label: "文件", lifecycle: .validity), Kind(id: "d", label: "方案", lifecycle: .none),
    ]
    var cited = Self.document("t", kind: "c", made: "2020-01-01", "")
    cited.title = "安澜县养老办法"
    let citing = zip(["a", "b", "c", "d", "b"], 1...).map { kind, number in
      Self.document("\(kind)\(number)", kind: kind, made: "2021-01-0\(number)", "按照《安澜县养老办法》")
    }
    let corpus = Corpus(
      site: Site(), kinds: kinds, columns: [], documents: [cited] + citing, asOf: Fixture.day("2026-11-21"))
    let entry = try #require(corpus[cited.id])
    let view = try #require(CitedByView(corpus: corpus, entry: entry, address: PageAddress(cited.url)).view)
    #expect(Shape.citedBy.misfit(view) == nil)
    let groups = (view["groups"]?.elements ?? []).map { group in
      (group["name"]?.text ?? "-") + (group["items"]?.elements ?? []).map { " " + ($0["title"]?.text ?? "") }.joined()
    }
    #expect(groups == ["文件 a/b5 a/c3 a/b2", "解读 a/a1", "方案 a/d4"])
  }
}
