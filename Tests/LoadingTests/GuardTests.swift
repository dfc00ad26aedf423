import Base
import Documents
import Loading
import TestSupport
import Testing

/// Whatever is published goes past the guard, and every finding has its place in the file.
@Suite struct GuardTests {
  private static let phone = "13812345678"
  private static let hidden = "***********"

  private func fixture(_ head: String = "title: 甲", _ body: String = "", site: String = "") -> Fixture {
    Fixture([
      "Content/site.yml": Fixture.siteText + site,
      "Templates/wording/names.yml": "label: 名称\nrule: wrong-name\nlevel: error\nwords:\n  - {word: 攻府, instead: 政府}\n",
      "Content/a/d.md": "---\n\(head)\n---\n\(body)\n",
    ])
  }

  @Test func `fields, text, table cells and names of files`() async throws {
    let cases = [
      ("title: 告\(Self.phone)示", "", "a/d.md:2:9 11 personal-phone"),
      ("title: 甲\nkeywords: [农业, \(Self.phone)]", "", "a/d.md:3:16 11 personal-phone"),
      ("title: 甲", "\n他的**号码**是\(Self.phone)。", "a/d.md:5:10 11 personal-phone"),
      ("title: 甲", "\n| 姓名 | 号码 |\n| --- | --- |\n| 李 | \(Self.phone) |", "a/d.md:7:7 11 personal-phone"),
      ("title: 甲", "\n县人民攻府", "a/d.md:5:4 2 wrong-name"),
    ]
    for (head, body, finding) in cases {
      #expect(try await fixture(head, body).findings() == [finding])
    }
  }

  @Test func `no finding quotes what must not be seen, whatever it is about`() async throws {
    let library = try await fixture("title: 甲", "\n县人民攻府的李某\(Self.phone)").load()
    #expect(library.findings.count == 2)
    for finding in library.findings {
      #expect(finding.location.sourceLine == "县人民攻府的李某\(Self.hidden)")
    }
  }

  @Test func `people in a table of the text`() async throws {
    let table = "\n| 序号 | 姓名 | 残疾等级 |\n| --- | --- | --- |\n| 1 | 张小明 | 二级 |"
    #expect(try await fixture("title: 甲", table).findings() == ["a/d.md:7:7 3 personal-health warning"])
  }

  @Test func `a list of people is quoted without any number`() async throws {
    let lines = (0..<30).map { "李某138123456\($0 + 10)" }.joined(separator: "\n\n")
    let findings = try await fixture("title: 甲", "\n" + lines).load().findings
    #expect(findings.count == 30)
    #expect(findings.allSatisfy { $0.location.sourceLine == "李某" + Self.hidden })
  }

  @Test func `what is not published is nobody's concern`() async throws {
    let head = "title: 甲\ndisclosure: 不予公开\ndisclosureGround: 个人隐私"
    #expect(try await fixture(head, "\n\(Self.phone)").findings() == [])
  }

  @Test func `site.yml allows by hash, with a reason and a name`() async throws {
    let entry = { (words: String) in "allowed:\n  - {\(words)}\n" }
    let full = entry("hash: d2673489e5969428, reason: 值班, by: 张三")
    #expect(try await fixture("title: 甲", "\n\(Self.phone)", site: full).findings() == [])
    let bare = try await fixture("title: 甲", site: entry("hash: d2673489e5969428")).findings()
    #expect(bare.map { $0.suffix(13) } == ["missing-field", "missing-field"])
    let open = try await fixture("title: 甲", site: entry("hash: \"\(Self.phone)\", reason: 值班, by: 张三")).findings()
    #expect(open.map { $0.suffix(10) } == ["wrong-type"])
  }

  @Test func `the site's own telephones pass`() async throws {
    #expect(try await fixture("title: 甲", "\n\(Self.phone)", site: "contact: \(Self.phone)\n").findings() == [])
  }

  @Test func `a site's own words stand beside those of the program`() async throws {
    var files = fixture("title: 甲", "\n澜传县人民攻府").texts
    files["Content/_wording/own.yml"] = "label: 地名\nrule: wrong-name\nwords:\n  - {word: 澜传, instead: 澜川}\n"
    #expect(try await Fixture(files).findings() == ["a/d.md:5:1 2 wrong-name warning", "a/d.md:5:6 2 wrong-name"])
  }

  @Test func `mistakes in a dictionary`() async throws {
    func findings(_ text: String) async throws -> [String] {
      var files = fixture().texts
      files["Content/_wording/own.yml"] = text
      return try await Fixture(files).findings().map { String($0.split(separator: " ").last ?? "") }
    }
    #expect(try await findings("label: 甲\nrule: wrong-nam\nwords: []\n") == ["wrong-choice"])
    #expect(try await findings("label: 甲\nrule: wrong-name\nwords:\n  - {instead: 乙}\n") == ["missing-field"])
    #expect(try await findings("label: 甲\nrule: wrong-name\nwords:\n  - {word: 乙}\n") == ["wrong-type"])
    #expect(try await findings("label: 甲\nrule: wrong-name\nwords:\n  - {word: 乙丙, insted: 丁}\n") == ["unknown-key"])
    #expect(
      try await findings("label: 甲\nrule: wrong-name\nwords:\n  - {word: 乙丙, except: [丙丁]}\n") == ["wrong-type"])
  }
}
