import Base
import Documents
import Disk
import Loading
import TestSupport
import Testing

@Suite("site.yml, columns and kinds")
struct SettingsTests {
  @Test(
    "mistakes in site.yml stand in their place",
    arguments: [
      ("nane: 甲", "5:1 4 unknown-key"), ("timeZone: 北京时间", "5:11 4 time-zone"),
      ("timeZone: Asia/Shang hai", "5:11 14 time-zone"),
      ("topics: {a: b}", "5:9 6 missing-field,5:10 1 unknown-key"), ("topics: [{id: 教育, name: 甲}]", "5:15 2 file-name"),
      ("topics: [甲, 甲]", "5:13 1 duplicate-term"), ("topics: [甲, {id: b, name: 甲}]", "5:13 16 duplicate-term"),
      ("topics: [甲/乙]", "5:10 3 file-name"), ("topics: [\"\"]", "5:10 2 empty-item"),
      ("organizations: [{id: a}]", "5:17 7 missing-field"),
      ("organizations: [{name: 甲, agencycodes: [乙]}]", "5:27 11 unknown-key"),
      ("organizations: [{name: 甲, agencyCodes: {a: b}}]", "5:40 6 wrong-type"),
      ("synonyms: [[甲]]", "5:12 3 wrong-type"),
      ("search: {endpoint: https://a.cn/x}", "5:20 14 wrong-type"), ("search: {endpoint: /../x}", "5:20 5 wrong-type"),
      ("search: 甲", "5:9 1 wrong-type"), ("search: {above: 3}", "5:9 10 missing-field"),
      ("synonyms: [甲]", "5:12 1 wrong-type"), ("pageSize: 0", "5:11 1 wrong-type"),
      ("pageSize: 二十", "5:11 2 wrong-type"), ("keepReleases: 51", "5:15 2 wrong-type"),
      ("contact: [甲]", "5:10 3 wrong-type"), ("contact: {phon: 1}", "5:11 4 unknown-key"),
      ("badgeURL: a.cn", "5:11 4 web-address"),
      ("topics: [page]", "5:10 4 file-name"), ("topics: [{id: Index.html, name: 甲}]", "5:15 10 file-name"),
      ("matcher: [{question: 甲, answers: [{id: benefits.json, name: 乙}]}]", "5:40 13 file-name"),
      ("places: [甲镇, [乙镇, 丙村]]", "5:14 8 wrong-type"), ("places: {甲镇: [丙村], 乙镇: [丁村]}", "5:10 2 wrong-type"),
      ("places: [{name: 甲镇, places: [{乙村: [丙组]}]}]", "5:31 2 wrong-type"),
      ("interpretationForms: {县级: 5}", "5:23 2 wrong-choice warning"),
      ("organizations: [{name: 甲, level: 县级}]\ninterpretationForms: {县级: 5, 县及: 3}", "6:30 2 wrong-choice warning"),
      (
        "organizations: [甲局]\nquotas: [{kind: policy, label: 乙, perYear: 1, each: issuer, of: [甲局, 甲居]}]",
        "6:70 2 unknown-issuer warning"
      ),
      ("name: 乙", "5:1 4 duplicate-key"), ("icp:", "5:1 3 empty-value warning"),
    ])
  func site(line: String, expected: String) async throws {
    let findings = try await Fixture(["Content/site.yml": Fixture.siteText + line + "\n"]).findings()
    #expect(findings.sorted() == expected.split(separator: ",").map { "site.yml:" + $0 }.sorted())
  }

  @Test("site.yml has four words that must be there") func required() async throws {
    let findings = try await Fixture(["Content/site.yml": "name:\nicp: 甲\n"]).load().findings
    #expect(findings.map(\.rule) == Array(repeating: "missing-field", count: 4))
    #expect(findings.map(\.location.start.line) == [1, 1, 1, 1])
    #expect(
      findings.contains { $0.message.contains("siteIDCode") } && findings.contains { $0.message.contains("organizer") })
  }

  @Test(
    "the address of the site is absolute, without query",
    arguments: [
      ("https://a.gov.cn", "https://a.gov.cn/"), ("http://a.gov.cn:8080/sub/", "http://a.gov.cn:8080/sub/"),
      ("https://a.gov.cn/x/y", "https://a.gov.cn/x/y/"), ("a.gov.cn", nil), ("ftp://a.gov.cn/", nil),
      ("https:///a", nil),
      ("https://a.gov.cn/?x=1", nil), ("https://a b.cn/", nil), ("https://u@a.cn/", nil), ("https://a.cn/../", nil),
    ] as [(String, String?)])
  func address(text: String, expected: String?) async throws {
    let site = "name: 甲\nbaseURL: \"\(text)\"\nsiteIDCode: bm00000001\norganizer: 甲\n"
    let library = try await Fixture(["Content/site.yml": site]).load()
    #expect(library.findings.map(\.short) == (expected == nil ? ["site.yml:2:10 \(text.count + 2) web-address"] : []))
    #expect(library.site.baseURL == expected ?? "")
  }

  @Test("the code of the site has ten places", arguments: ["000000001", "00000000001", "xx00000001", "bm000000012"])
  func code(text: String) async throws {
    let site = "name: 甲\nbaseURL: https://a.cn/\nsiteIDCode: \"\(text)\"\norganizer: 甲\n"
    #expect(
      try await Fixture(["Content/site.yml": site]).findings() == ["site.yml:3:13 \(text.count + 2) site-id-code"])
  }

  @Test(
    "a site.yml under another name is read, and the name an error",
    arguments: ["site.yaml", "Site.yml", "site.yml.txt"])
  func otherName(name: String) async throws {
    var fixture = Fixture(["Content/" + name: Fixture.siteText])
    fixture.texts["Content/site.yml"] = nil
    let library = try await fixture.load()
    #expect(
      library.findings.map(\.rule) == [name.hasSuffix("txt") || name.hasSuffix("yaml") ? "file-extension" : "file-name"]
    )
    #expect(library.findings.map(\.cures) == [["改名为 site.yml"]])
    #expect(library.site.name == "安澜县人民政府")
  }

  @Test(
    "mistakes in _column.md are reported at their place",
    arguments: [
      ("titel: 甲", "3:1 5 unknown-key"), ("kind: polisy", "3:7 6 wrong-choice"), ("order: 一", "3:8 1 wrong-type"),
      ("updateEvery: 经常", "3:14 2 wrong-type"), ("更新周期: 0天", "3:7 2 wrong-type"),
      ("标题: 乙", "3:1 2 key-in-two-languages"),
      ("keywords: [甲, ]\ndocumentNumber: 甲", "4:1 14 unknown-key"), ("columnType: [甲]", "3:13 3 wrong-type"),
    ])
  func column(line: String, expected: String) async throws {
    let findings = try await Fixture(["Content/b/_column.md": "---\ntitle: 甲\n\(line)\n---\n"]).findings()
    #expect(findings == ["b/_column.md:" + expected])
  }

  @Test("a column without title, front matter or kind") func columns() async throws {
    let fixture = Fixture([
      "Content/b/_column.md": "---\nkind: page\n---\n", "Content/c/_column.md": "正文",
      "Content/c/d.md": "---\ntitle: 甲\n---\n",
      "Content/e/_column.md": "---\ntitle: 甲\nkind: x\n---\n<b>", "Content/e/d.md": "---\ntitle: 甲\n---\n",
    ])
    #expect(
      try await fixture.findings() == [
        "b/_column.md:1:1 1 missing-title", "c/_column.md:1:1 1 front-matter-missing",
        "e/_column.md:3:7 1 wrong-choice",
        "e/_column.md:5:1 3 raw-html",
      ])
  }

  @Test(
    "mistakes in kind files stand in their place",
    arguments: [
      ("lifecicle: none", "2:1 9 unknown-key"), ("lifecycle: forever", "2:12 7 wrong-choice"),
      ("template: ../x", "2:11 4 wrong-type"),
      ("template: x.mustache/", "2:11 11 wrong-type"), ("fields: {a: b}", "2:9 6 wrong-type"),
      ("fields: [甲]", "2:10 1 wrong-type"),
      ("fields: [{label: 甲, type: text}]", "2:10 22 missing-field"),
      ("fields: [{key: a}]", "2:16 1 missing-field,2:16 1 missing-field"),
      ("fields: [{key: a, label: 甲, type: txt}]", "2:35 3 wrong-choice"),
      ("fields: [{key: a, label: 甲, type: choice}]", "2:16 1 missing-field"),
      ("fields: [{key: a, label: 甲, type: text, choices: [乙]}]", "2:50 3 fixed-field"),
      ("fields: [{key: 甲, label: 乙, type: text}]", "2:16 1 wrong-choice"),
      ("fields: [{key: a, label: 标题, type: text}]", "2:26 2 duplicate-field"),
      ("fields: [{key: a, label: 甲, type: text}, {key: a, label: 乙, type: text}]", "2:48 1 duplicate-field"),
      ("fields: [{key: a, label: 甲, type: text}, {key: b, label: 甲, type: text}]", "2:48 1 duplicate-field"),
      ("fields: [{key: title, label: 名称}]", "2:30 2 fixed-field"),
      ("fields: [{key: issuer, type: text}]", "2:30 4 fixed-field"),
      ("fields: [{key: title, many: true}]", "2:29 4 fixed-field"),
      ("fields: [{key: form, choices: [甲]}]", "2:31 3 fixed-field"),
      ("fields: [{key: title, reqired: true}]", "2:23 7 unknown-key"), ("layout: forest", "2:9 6 wrong-choice"),
      ("fields: [{key: heldOn, label: 甲, type: text}]", "2:40 4 known-field warning"),
      ("fields: [{key: year, label: 甲, type: choice, choices: [乙]}]", "2:38 6 known-field warning"),
      ("fields: [{key: received, label: 甲, type: number, many: true}]", "2:56 4 known-field warning"),
      ("fields: [{key: a, label: 甲, type: file, channel: true}]", "2:50 4 fixed-field"),
      ("fields: [{key: publishedOn, internal: true}]", "2:39 4 fixed-field"),
      ("fields: [{key: repeals, internal: true}]", "2:35 4 fixed-field"),
      ("fields: [{key: title, internal: true}]", "2:33 4 fixed-field"),
      ("fields: [{key: attachments, internal: 是}]", "2:39 1 fixed-field"),
      ("fields: [{key: source, contact: phone}]", "2:33 5 fixed-field"),
      ("fields: [{key: source, needsText: [甲]}]", "2:35 3 fixed-field"),
      ("fields: [{key: repeals, list: true}]", "2:31 4 fixed-field warning"),
      ("fields: [{key: repeals, facet: true}]", "2:32 4 fixed-field warning"),
      ("fields: [{key: a, label: 甲, type: text, internal: true, list: true}]", "2:63 4 fixed-field warning"),
      ("fields: [{key: a, label: 甲, type: text, internal: true, facet: true}]", "2:64 4 fixed-field warning"),
      ("fields: [{key: a, label: 甲, type: file, facet: true}]", "2:48 4 fixed-field warning"),
      ("fields: [{key: a, label: 甲, type: table, list: true}]", "2:48 4 fixed-field warning"),
      ("fields: [{key: a, label: 甲, type: text, expects: [inForce]}]", "2:50 9 fixed-field"),
      ("fields: [{key: a, label: 甲, type: date, contact: phone}]", "2:50 5 fixed-field"),
      ("missing: error", "2:10 5 fixed-field"),
      (
        "fields: [{key: a, label: 甲, type: table, columns: [{key: timeLimit, label: 乙, type: date}]}]",
        "2:85 4 known-field warning"
      ),
      ("fields: [{key: title, required: 也许}]", "2:33 2 wrong-type"),
    ])
  func kind(line: String, expected: String) async throws {
    let findings = try await Fixture(["Templates/kinds/x.yml": "label: 某\n\(line)\n"]).findings()
    #expect(findings.sorted() == expected.split(separator: ",").map { "Templates/kinds/x.yml:" + $0 }.sorted())
  }

  @Test("a kind has a label of its own and a name that can be an id") func kindNames() async throws {
    let fixture = Fixture([
      "Templates/kinds/x.yml": "lifecycle: none\n", "Templates/kinds/y.yml": "label: 政策文件\n",
      "Content/_kinds/政策.yml": "label: 甲\n",
    ])
    #expect(
      try await fixture.findings() == [
        "_kinds/政策.yml:1:1 1 file-name", "Templates/kinds/x.yml:1:1 1 missing-field",
        "Templates/kinds/y.yml:1:8 4 duplicate-kind",
      ])
  }

  @Test("what the site publishes beside terms is no id of one, and the finding says so")
  func reservedTerms() async throws {
    let line = "matcher: [{question: 甲, answers: [{id: benefits.json, name: 乙}]}]\n"
    let findings = try await Fixture(["Content/site.yml": Fixture.siteText + line]).load().findings
    #expect(findings.map(\.message) == ["id“benefits.json”由系统使用，不能用作网址"])
    #expect(findings.first?.cures.first?.hasPrefix("改用别的 id") == true)
    #expect(ReservedNames.forTerms == ["benefits.json", "calendar.ics", "feed.atom", "index.html", "page"])
  }

  @Test("the name of a program's kind for another of the site's own is told: that of the program is gone")
  func takenLabel() async throws {
    for id in ["another", "zzz"] {
      let fixture = Fixture(["Content/_kinds/\(id).yml": "label: 普通页面\n"])
      let library = try await fixture.load()
      #expect(library.findings.map(\.short) == ["_kinds/\(id).yml:1:8 4 duplicate-kind warning"])
      #expect(library.findings.first?.message == "名称“普通页面”是程序的类型 page 的，page 不再起作用")
      #expect(!library.kinds.contains { $0.id == "page" })
    }
    #expect(try await Fixture(["Content/_kinds/page.yml": "label: 普通页面\n"]).findings() == [])
  }

  @Test("a site's own kind adds to those of the templates, or takes the place of one") func ownKinds() async throws {
    let fixture = Fixture([
      "Content/_kinds/policy.yml": """
      label: 本站政策
      lifecycle: validity
      template: mine
      fields:
        - {key: title, list: true}
        - {key: session, label: 届次, type: text, required: true, facet: true, list: true}
        - {key: ways, label: 方式, type: choice, choices: [甲, 乙], many: true}
      """, "Content/_kinds/extra.yml": "label: 另外\nlifecycle: task\n", "Content/_kinds/readme.txt": "x",
      "Content/a/d.md": "---\ntitle: 甲\n届次: 一\n---\n",
    ])
    let library = try await fixture.load()
    #expect(library.findings == [])
    #expect(library.kinds.map(\.id) == ["all", "extra", "normative", "page", "policy"])
    #expect(
      library.kinds.last
        == Kind(
          id: "policy", label: "本站政策", lifecycle: .validity, template: "mine",
          fields: [
            Field(key: "title", label: "标题", type: .text, isListed: true),
            Field(key: "session", label: "届次", type: .text, isRequired: true, isFacet: true, isListed: true),
            Field(key: "ways", label: "方式", type: .choice, isMany: true, choices: ["甲", "乙"]),
          ]))
    #expect(library.documents.first?.fields == ["session": .text("一")])
  }

  @Test("a kind file says the layout of its pages; an older one by the name of its template") func layouts()
    async throws
  {
    let fixture = Fixture([
      "Templates/kinds/a.yml": "label: 甲\nlayout: table\n", "Templates/kinds/b.yml": "label: 乙\ntemplate: question\n",
      "Templates/kinds/c.yml": "label: 丙\ntemplate: mine\n",
      "Templates/kinds/d.yml": """
      label: 丁
      template: mine
      layout: consultation
      fields:
        - {key: phone, label: 电话, type: text, channel: true}
        - {key: channelNote, label: 说明, type: text, channel: false}
        - {key: channelMail, label: 邮箱, type: text}
        - {key: channelForm, label: 表格, type: file}
      """,
    ])
    let library = try await fixture.load()
    #expect(library.findings == [])
    let kinds = Dictionary(uniqueKeysWithValues: library.kinds.map { ($0.id, $0) })
    #expect(kinds["a"]?.template == "document" && kinds["a"]?.layout == .table)
    #expect(kinds["b"]?.template == "question" && kinds["b"]?.layout == .question)
    #expect(kinds["c"]?.template == "mine" && kinds["c"]?.layout == .document)
    #expect(kinds["d"]?.template == "mine" && kinds["d"]?.layout == .consultation)
    #expect(kinds["d"]?.channels.map(\.key) == ["phone", "channelMail"])
  }

  @Test("a kind file that cannot be read is one finding, not one for each of its documents") func brokenKind()
    async throws
  {
    let fixture = Fixture([
      "Templates/kinds/x.yml": "label: [甲\n", "Content/a/d.md": "---\ntitle: 甲\nkind: x\n届次: 一\n---\n",
      "Content/b/_column.md": "---\ntitle: 甲\nkind: x\n---\n", "Content/b/d.md": "---\ntitle: 甲\n---\n",
    ])
    let findings = try await fixture.findings()
    #expect(findings == ["Templates/kinds/x.yml:1:8 1 yaml-syntax"])
  }
}
