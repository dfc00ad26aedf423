import Base
import Documents
import Loading
import TestSupport
import Testing

/// Several values in one text: the cure is the list that was meant.
@Suite("Lists written by hand")
struct ListFormTests {
  private static let site =
    Fixture.siteText + """
      topics: [{id: shui, name: 农业、林业、水利}, {id: zong, name: 综合政务}]
      themes: [养老, 医疗]
      organizations: [甲县人民政府, 甲县民政局]

      """

  private static func findings(_ line: String) async throws -> [Diagnostic] {
    try await Fixture.document(
      "---\ntitle: 甲\n\(line)\n---\n正文\n",
      [
        "Content/site.yml": site, "Content/a/附件1.docx": "x", "Content/a/附件2.docx": "x", "Content/a/甲、乙.pdf": "x",
        "Content/a/b.md": "---\ntitle: 乙\ndocumentNumber: 甲发〔2020〕1号\n---\n",
        "Content/a/c.md": "---\ntitle: 丙\ndocumentNumber: 甲发〔2020〕2号\n---\n",
      ]
    ).load().findings.filter { $0.rule != "unused-file" }
  }

  @Test(
    "are an error with the list",
    arguments: [
      ("themes: 养老，医疗", "[养老, 医疗]"), ("themes: 养老、医疗", "[养老, 医疗]"), ("themes: 养老 医疗", "[养老, 医疗]"),
      ("themes: 【养老，医疗】", "[养老, 医疗]"), ("themes: ［养老、医疗］", "[养老, 医疗]"), ("themes: [养老，医疗]", "[养老, 医疗]"),
      ("themes: “养老”，“医疗”", "[养老, 医疗]"), ("themes: 养老/医疗", "[养老, 医疗]"), ("themes: 养老；医疗", "[养老, 医疗]"),
      ("themes: 养老 / 医疗", "[养老, 医疗]"),
      ("issuer: 乙局 / 丙局", "[乙局, 丙局]"), ("keywords:\n  河道\n  采砂", "[河道, 采砂]"),
      ("repeals:\n  甲发〔2020〕1号\n  甲发〔2020〕2号", "[甲发〔2020〕1号, 甲发〔2020〕2号]"),
      ("topics: 农业、林业、水利，综合政务", "[农业、林业、水利, 综合政务]"), ("topics: 综合政务、农业、林业、水利", "[综合政务, 农业、林业、水利]"),
      ("issuer: 甲县人民政府、甲县民政局", "[甲县人民政府, 甲县民政局]"), ("issuer: 甲县人民政府 甲县民政局", "[甲县人民政府, 甲县民政局]"),
      ("issuer: 甲县人民政府和甲县民政局", "[甲县人民政府, 甲县民政局]"),
      ("issuer: 乙局、丙局", "[乙局, 丙局]"), ("keywords: [河道，采砂，巡查]", "[河道, 采砂, 巡查]"), ("keywords: 河道，采砂；巡查", "[河道, 采砂, 巡查]"),
      ("attachments: 附件1.docx，附件2.docx", "[附件1.docx, 附件2.docx]"),
      ("attachments: 附件1.docx 附件2.docx", "[附件1.docx, 附件2.docx]"),
      ("repeals: 甲发〔2020〕1号、甲发〔2020〕2号", "[甲发〔2020〕1号, 甲发〔2020〕2号]"),
    ])
  func certain(line: String, list: String) async throws {
    let findings = try await Self.findings(line)
    #expect(findings.map(\.rule) == ["list-form"])
    #expect(findings.map(\.severity) == [.error] && findings.first?.cures == ["写作列表：" + list])
  }

  @Test(
    "are a warning where the sign may belong to the value",
    arguments: ["keywords: 河道、采砂", "keywords: 河道 采砂", "issuer: 乙局 丙中心"])
  func likely(line: String) async throws {
    let findings = try await Self.findings(line)
    #expect(findings.map(\.rule) == ["list-form"] && findings.map(\.severity) == [.warning])
  }

  @Test(
    "are none where one value has the sign",
    arguments: [
      "topics: 农业、林业、水利", "keywords: [扶贫、救灾, Open Data]", "keywords: 1,000万元", "attachments: 甲、乙.pdf", "issuer: 甲县民政局",
      "summary: 甲，乙、丙",
    ])
  func single(line: String) async throws {
    #expect(try await Self.findings(line) == [])
  }

  @Test("of provisions after a number become a mapping") func articles() async throws {
    let findings = try await Self.findings("repeals: 甲发〔2020〕1号第三条")
    #expect(findings.map(\.rule) == ["reference-form"])
    #expect(findings.first?.cures == ["写作：{文件: 甲发〔2020〕1号, 条款: 第三条}"])
  }

  @Test("under one key twice are told to become one list") func twice() async throws {
    let findings = try await Self.findings("attachments: 附件1.docx\nattachments: 附件2.docx")
    #expect(findings.map(\.rule) == ["duplicate-key"])
    #expect(findings.first?.cures == ["有几项的写成一个列表：attachments: [甲, 乙]"])
  }

  @Test("unknown words come with those of site.yml") func unknown() async throws {
    let findings = try await Self.findings("topics: 农林水利")
    #expect(findings.map(\.cures) == [["site.yml 中有：农业、林业、水利、综合政务", "要新增的，在 site.yml 的 topics 中加上它"]])
  }

  @Test("a body that site.yml does not list is one finding for all documents") func bodies() async throws {
    var fixture = Fixture(["Content/site.yml": Self.site])
    for name in ["x", "y", "z"] { fixture.texts["Content/a/\(name).md"] = "---\ntitle: \(name)\nissuer: 国务院办公厅\n---\n" }
    let findings = try await fixture.load().findings
    #expect(findings.map(\.message) == ["机关“国务院办公厅”不在 site.yml 中，共 3 处"])
    #expect(findings.first?.cures == ["不是写错的，在 site.yml 的 organizations 中加上一行：- 国务院办公厅"])
  }
}
