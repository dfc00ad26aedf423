import Papers
import Base
import Documents
import Loading
import Testing

/// What a text says compared with its front matter, with exact places.
@Suite("Statements of texts")
struct StatementTests {
  private static let head = "---\ntitle: 甲\n"

  /// The statements of a body that begins on line 4: `line:column length title number word`.
  private static func stated(_ body: String) async throws -> [String] {
    let library = try await Fixture.document(head + "---\n" + body).load()
    return try #require(library.documents.first).body.acts.filter { $0.act.kind == .ends }.map { stated in
      let place = stated.location
      return "\(place.start.line):\(place.start.column) \(place.length) \(stated.act.title) "
        + "\(stated.act.number?.text ?? "-") \(stated.act.word)"
    }
  }

  @Test(
    "repeals are read where they stand",
    arguments: [
      ("《旧办法》（甲政发〔2020〕5号）同时废止。", ["4:1 5 旧办法 甲政发〔2020〕5号 废止"]),
      ("第九条　本办法自2024年1月1日起施行。《旧办法》（甲政发[2020]5号）同时废止。", ["4:22 5 旧办法 甲政发〔2020〕5号 废止"]),
      ("前文。\r\n\r\n原《旧办法》(甲政发〔2020〕5号)即行废止\r\n", ["6:2 5 旧办法 甲政发〔2020〕5号 废止"]),
      (
        "《甲》（甲政发〔2020〕5号）、《乙》（甲政发〔2020〕6号）和2019年发布的《丙》予以废止；",
        [
          "4:1 3 甲 甲政发〔2020〕5号 废止", "4:18 3 乙 甲政发〔2020〕6号 废止", "4:43 3 丙 - 废止",
        ]
      ),
      ("《甲》（甲政发〔2020〕5号，以下简称《办法》）等3件规范性文件自本通知印发之日起停止执行。", ["4:1 3 甲 甲政发〔2020〕5号 停止执行"]),
      (
        "《甲公告》（某征告〔2020〕第5号）、《丙县人民政府公告》（2021年第4号）、《乙》（财政部 海关总署公告2022年第7号）同时废止。",
        [
          "4:1 5 甲公告 某征告〔2020〕第5号 废止", "4:21 10 丙县人民政府公告 2021年第4号 废止", "4:42 3 乙 财政部 海关总署公告2022年第7号 废止",
        ]
      ),
      ("《甲》自2024年5月1日起废止。", ["4:1 3 甲 - 废止"]),
      ("自本办法施行之日起，《甲》（甲政发〔2020〕5号）废止。", ["4:11 3 甲 甲政发〔2020〕5号 废止"]),
      ("[《甲》](../a/x.md)（甲政发〔2020〕5号）**同时废止**。", ["4:2 3 甲 甲政发〔2020〕5号 废止"]),
      ("《国务院批转《甲》的通知》（国务院令第12号）停止执行。", ["4:1 13 国务院批转《甲》的通知 国务院令第12号 停止执行"]),
    ])
  func repeals(body: String, expected: [String]) async throws {
    #expect(try await Self.stated(body) == expected)
  }

  @Test(
    "what states no repeal of one's own is passed over",
    arguments: [
      "《甲》（甲政发〔2020〕5号）第三条同时废止。", "《甲》（甲政发〔2020〕5号）中关于收费的规定同时废止。", "《甲》（甲政发〔2020〕5号）同时废止的，从其规定。",
      "《甲》（甲政发〔2020〕5号）同时废止后，另行规定。", "《甲》（甲政发〔2020〕5号）已被废止。", "《甲》（甲政发〔2020〕5号）不予废止。", "《甲》（甲政发〔2020〕5号）拟予以废止。",
      "《乙》规定，《甲》（甲政发〔2020〕5号）同时废止。", "根据《甲》（甲政发〔2020〕5号）予以废止。", "第九条修改为：“《甲》（甲政发〔2020〕5号）同时废止。”",
      "《甲》（甲政发〔2020〕5号）同时废止。”", "> 《甲》（甲政发〔2020〕5号）同时废止。", "| 《甲》（甲政发〔2020〕5号）同时废止 |\n|---|\n", "2020年印发的预案停止执行。",
      "《甲》（甲政发〔2020〕5号）。原办法同时废止。", "禁止停放。", "《甲》（甲政发〔2020〕5号）废止。",
    ])
  func silent(body: String) async throws {
    #expect(try await Self.stated(body) == [])
  }

  @Test(
    "a term in the text that differs from the front matter is a warning",
    arguments: [
      ("effectiveOn: 2021-03-01\nexpiresOn: 2026-03-01\n---\n本办法自2021年3月1日起施行，有效期5年。", ["6:18 5 term-text warning"]),
      (
        "effectiveOn: 2021-03-01\nexpiresOn: 2025-12-31\n---\n自2021年3月1日起施行,有效期至2026年2月28日。",
        ["6:14 1 half-width-mark warning", "6:15 14 term-text warning"]
      ),
      ("effectiveOn: 2021-03-01\n---\n本办法自印发之日起执行，有效期为两年。", ["5:13 6 term-text warning"]),
      ("---\n本办法自2021年3月1日起施行，有效期至2026年2月28日。", ["4:4 13 start-text warning", "4:18 14 term-text warning"]),
      ("effectiveOn: 2021-03-01\nterm: 十年\n---\n本办法自2021年3月1日起施行，有效期十五年。", ["6:18 6 term-text warning"]),
      ("effectiveOn: 2021-03-01\nterm: 3年\n---\n本办法自2021年3月1日起施行，有效期5年。", ["6:18 5 term-text warning"]),
    ])
  func term(rest: String, expected: [String]) async throws {
    #expect(try await Fixture.findings(in: Self.head + rest) == expected)
  }

  @Test(
    "a term that agrees, or that is not this document's, is no finding",
    arguments: [
      "effectiveOn: 2021-03-01\nexpiresOn: 2026-02-28\n---\n本办法自2021年3月1日起施行，有效期5年。",
      "effectiveOn: 2021-03-01\nterm: 5年\n---\n本办法自2021年3月1日起施行，有效期至2026年2月28日。",
      "effectiveOn: 2021-03-01\nexpiresOn: 2025-12-31\n---\n许可证有效期5年。",
      "effectiveOn: 2021-03-01\nexpiresOn: 2025-12-31\n---\n《省里的办法》自2021年3月1日起施行，有效期5年。",
      "effectiveOn: 2021-03-01\nexpiresOn: 2025-12-31\n---\n第九条修改为“本办法自2021年3月1日起施行，有效期5年”。",
      "effectiveOn: 2021-03-01\nexpiresOn: 2025-12-31\n---\n本办法自2021年3月1日起施行，有效期3年至5年。",
      "kind: page\n---\n本办法自2021年3月1日起施行，有效期5年。",
    ])
  func agreeingTerm(rest: String) async throws {
    #expect(try await Fixture.findings(in: Self.head + rest) == [])
  }

  @Test("both places of a term are named, with what to write") func termText() async throws {
    let finding = try #require(
      try await Fixture.document(
        Self.head + "effectiveOn: 2021-03-01\nexpiresOn: 2026-03-01\n---\n本办法自2021年3月1日起施行，有效期5年。"
      ).load().findings.first)
    #expect(finding.message == "正文写明有效期5年，到 2026-02-28 为止，文件开头写的是 2026-03-01")
    #expect(finding.related.map(\.location.start) == [SourcePosition(line: 4, column: 12)])
    let missing = try await Fixture.document(Self.head + "---\n本办法自2021年3月1日起施行，有效期至2026年2月28日。").load().findings
    #expect(
      missing.map(\.cures) == [
        ["在文件开头写上 effectiveOn: 2021-03-01"], ["在文件开头写上 effectiveOn: 2021-03-01 和 expiresOn: 2026-02-28"],
      ])
  }

  @Test(
    "an effect before publication is a warning, unless it is that of the signature or the text reaches back",
    arguments: [
      ("documentDate: 2024-01-05\npublishedOn: 2024-01-09\neffectiveOn: 2024-01-01\n---\n正文。", 1),
      ("documentDate: 2024-01-05\npublishedOn: 2024-01-09\neffectiveOn: 2024-01-07\n---\n本办法自2024年1月7日起施行。", 1),
      ("publishedOn: 2024-01-09\neffectiveOn: 2024-01-01\n---\n", 1),
      ("documentDate: 2024-01-05\npublishedOn: 2024-01-09\neffectiveOn: 2024-01-05\n---\n正文。", 0),
      ("documentDate: 2024-01-05\npublishedOn: 2024-01-09\neffectiveOn: 2024-01-01\n---\n新标准自2024年1月1日起执行。", 0),
      ("documentDate: 2024-01-05\npublishedOn: 2024-01-09\neffectiveOn: 2024-01-09\n---\n", 0),
    ])
  func effect(rest: String, count: Int) async throws {
    let found = try await Fixture.document(Self.head + rest).load().findings
    #expect(found.map(\.rule) == Array(repeating: "effect-before-publication", count: count))
    #expect(found.allSatisfy { $0.severity == .warning && $0.related.count == 1 && $0.location.start.column == 14 })
  }
}
