import Base
import Documents
import Loading
import Markdown
import Testing

/// What a paper says, held against the front matter of its file.
@Suite("Papers held against their front matter")
struct PaperCheckTests {
  private static let head = """
    ---
    title: 松溪县民政局关于发放高龄津贴的通知
    documentNumber: 松民发〔2024〕7号
    issuer: 松溪县民政局
    documentDate: 2024-05-06
    publishedOn: 2024-05-08
    effectiveOn: 2024-05-06

    """

  private static func findings(_ body: String, _ rest: String = "", without: String? = nil) async throws -> [Diagnostic]
  {
    let lines = head.split(separator: "\n").filter { line in without.map { !line.hasPrefix($0) } ?? true }
    let text = lines.joined(separator: "\n") + "\n" + rest + "---\n" + body
    return try await Fixture.document(text).load().findings.filter {
      !["unknown-issuer", "attachment-missing", "figure-blank", "half-width-mark"].contains($0.rule)
    }
  }

  @Test(
    "differences are told, with the rule and what to write",
    arguments: [
      ("正文。\n\n松溪县民政局\n\n2023年5月6日\n", "signature-date", "落款日期 2023-05-06 与文件开头的成文日期 2024-05-06 不是同一天"),
      ("正文。\n\n松溪县财政局\n\n2024年5月6日\n", "signature-issuer", "署名是松溪县财政局，文件开头的发文机关是松溪县民政局"),
      ("正文。\n\n松溪县民政局\n\n松溪县财政局\n\n2024年5月6日\n", "signature-issuer", "署名有松溪县财政局，文件开头的发文机关没有写"),
      (
        "松溪县民政局文件\n\n松民发〔2024〕17号\n\n松溪县民政局关于发放高龄津贴的通知\n\n正文。\n", "paper-number",
        "正文的文号是“松民发〔2024〕17号”，文件开头写的是“松民发〔2024〕7号”"
      ),
      ("松溪县民政局文件\n\n松民发〔2024〕7号\n\n关于发放护理补贴的通知\n\n正文。\n", "paper-title", "正文的标题“关于发放护理补贴的通知”与文件开头的标题不同"),
      ("正文。\n\n附件：申请表\n\n松溪县民政局\n\n2024年5月6日\n", "listed-attachment", "正文列有附件“申请表”，没有找到"),
      ("根据省发〔2025〕3号文件办理。\n", "cited-year", "引用的文号是 2025 年的，晚于成文日期 2024-05-06"),
      ("本通知自2024年6月1日起施行。\n", "start-text", "正文写明自2024年6月1日起施行（2024-06-01），文件开头的施行日期是 2024-05-06"),
      ("本通知自印发之日起施行，试行一年。\n", "term-text", "正文写明有效期一年，到 2025-05-05 为止，文件开头没有写有效期"),
      (
        "正文。\n\n松溪县民政局\n\n2024年5月6日\n\n抄送：县委办公室。\n\n松溪县民政局\n\n2024年5月5日印发\n", "printed-date",
        "印发日期 2024-05-05 早于成文日期 2024-05-06"
      ),
    ])
  func differs(_ body: String, _ rule: String, _ message: String) async throws {
    let found = try await Self.findings(body)
    #expect(found.map(\.rule) == [rule] && found.first?.message == message && found.first?.severity == .warning)
    #expect(found.first?.related.count == 1 && found.first?.cures.isEmpty == false)
  }

  @Test(
    "a paper that must not be published stops the build",
    arguments: [
      ("正文。\n\n松溪县民政局\n\n2024年5月6日\n\n（此件不予公开）\n", "disclosure-note"), ("正文。\n\n(此件依申请公开)\n", "disclosure-note"),
      ("机密★1年\n\n松溪县民政局文件\n\n正文。\n", "secrecy-mark"), ("正文。\n\n秘密★三年\n", "secrecy-mark"),
    ])
  func secret(_ body: String, _ rule: String) async throws {
    let found = try await Self.findings(body)
    #expect(found.map(\.rule) == [rule] && found.first?.severity == .error)
  }

  @Test("a note that agrees, or one of another kind, is no finding") func notes() async throws {
    #expect(try await Self.findings("正文。\n\n（此件公开发布）\n").isEmpty)
    let withheld = try await Self.findings("正文。\n\n（此件不公开）\n", "disclosure: 不予公开\ndisclosureGround: 内部事务信息\n")
    #expect(withheld.isEmpty)
    #expect(try await Self.findings("正文。\n\n松溪县民政局\n\n2024年5月6日\n\n（联系人：李某）\n").isEmpty)
  }

  @Test("a fact that only the paper has is a warning with the line to write") func missing() async throws {
    let date = try await Self.findings("正文。\n\n松溪县民政局\n\n2024年5月6日\n", without: "documentDate")
    #expect(date.filter { $0.rule == "signature-date" }.map(\.cures) == [["在文件开头写上 documentDate: 2024-05-06"]])
    let start = try await Self.findings("本通知自印发之日起施行。\n", without: "effectiveOn")
    #expect(start.map(\.cures) == [["在文件开头写上 effectiveOn: 2024-05-06"]])
    let head = "松溪县民政局文件\n\n松民发〔2024〕7号\n\n松溪县民政局关于发放高龄津贴的通知\n\n正文。\n"
    let number = try await Self.findings(head, without: "documentNumber")
    #expect(number.map(\.cures) == [["在文件开头写上 documentNumber: 松民发〔2024〕7号"]])
  }

  @Test(
    "what agrees is silent",
    arguments: [
      "正文。\n\n松溪县民政局\n\n2024 年 5 月 6 日\n", "正文。\n\n民政局\n\n二〇二四年五月六日\n",
      "松溪县民政局文件\n\n松民发〔2024〕7号\n\n松溪县民政局\n\n关于发放高龄津贴的　通　知\n\n正文。\n", "本通知自印发之日起施行。\n", "本通知自发布之日起施行。\n",
      "附件：补贴标准\n\n松溪县民政局\n\n2024年5月6日\n\n附件\n\n补贴标准\n\n每月一百元。\n",
      "附件：1.甲表\n\n2.乙表（略）\n\n松溪县民政局\n\n2024年5月6日\n\n附件1\n\n甲表\n\n正文。\n",
      "附件：[补贴标准](x.docx)\n\n松溪县民政局\n\n2024年5月6日\n", "请示附后。\n\n松溪县民政局\n\n2024年5月6日\n\n## 方案\n\n松溪县残联\n\n2024年4月1日\n",
      "本办法（2022年修订）自2024年5月6日起施行。\n",
    ])
  func agrees(_ body: String) async throws {
    #expect(try await Self.findings(body).filter { $0.rule != "dead-link" }.map(\.message) == [])
  }

  @Test("a provision with a day of its own wants its line") func staged() async throws {
    let body = "第九条　本通知自印发之日起施行，第四条自2025年1月1日起施行。\n"
    let found = try await Self.findings(body)
    #expect(found.map(\.rule) == ["staged-text"])
    #expect(found.first?.cures == ["在文件开头写上 commences: [{articles: [第四条], on: 2025-01-01}]"])
    #expect(try await Self.findings(body, "commences: [{articles: [第四条], on: 2025-01-01}]\n").isEmpty)
    let other = try await Self.findings(body, "commences: [{articles: [第四条], on: 2025-02-01}]\n")
    #expect(other.map(\.message) == ["正文写明第四条自2025年1月1日起施行，文件开头写的是 2025-02-01"])
  }

  @Test("an amended text keeps the sentence about its first day") func amended() async throws {
    let body = "（2019年1月1日公布　2024年5月6日修订）\n\n第一条　本办法自2019年2月1日起施行。\n"
    #expect(try await Self.findings("## 松溪县高龄津贴办法\n\n" + body).isEmpty)
    #expect(try await Self.findings("第一条　本办法自2019年2月1日起施行。\n").map(\.rule) == ["start-text"])
  }

  @Test("what the page shows from the front matter is not in the text again") func notTwice() async throws {
    let body = "松溪县民政局文件\n\n松民发〔2024〕7号\n\n松溪县民政局\n\n关于发放高龄津贴的通知\n\n各乡镇：\n\n正文。\n"
    let lines = Self.head + "---\n" + body
    let document = try #require(try await Fixture.document(lines).load().documents.first)
    #expect(String(decoding: document.body.text.html, as: UTF8.self) == "<p class=\"addressee\">各乡镇：</p>\n<p>正文。</p>\n")
    #expect(String(decoding: document.body.text.plainText, as: UTF8.self) == "各乡镇：\n正文。")
  }

  @Test("the name of who signs stays, beside the number too") func signer() async throws {
    let body = "松溪县民政局文件\n\n松民发〔2024〕7号　　签发人：赵某\n\n松溪县民政局关于发放高龄津贴的通知\n\n正文。\n"
    let document = try #require(try await Fixture.document(Self.head + "---\n" + body).load().documents.first)
    #expect(
      String(decoding: document.body.text.html, as: UTF8.self)
        == "<p class=\"paper-number\">松民发〔2024〕7号　　签发人：赵某</p>\n<p>正文。</p>\n")
  }

  @Test("places are exact, with markup in between") func places() async throws {
    let found = try await Self.findings("正文。\n\n**松溪县民政局**\n\n*2023年5月6日*\n")
    #expect(found.map(\.location.start) == [SourcePosition(line: 13, column: 2)] && found.first?.location.length == 9)
  }
}
