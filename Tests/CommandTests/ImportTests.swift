import Foundation
import TestSupport
import Testing

@testable import gongkai

@Suite struct ImportTests {
  /// A site with two columns.
  private func site() throws -> Scratch {
    let site = try Scratch()
    try site.write(
      "Content/site.yml",
      "name: 甲\nbaseURL: https://www.a.example\nsiteIDCode: \"0000000001\"\norganizer: 甲县人民政府\norganizations: [甲县人民政府]\n"
    )
    try site.write("Content/zhengce/_column.md", "---\ntitle: 政策文件\nkind: policy\n---\n")
    try site.write("Content/guifan/_column.md", "---\ntitle: 规范性文件\nkind: normative\n---\n")
    try site.write("防汛.docx", Self.paper)
    return site
  }

  private static func paragraph(_ text: String, centered: Bool = false) -> String {
    "<w:p><w:pPr>\(centered ? "<w:jc w:val=\"center\"/>" : "")</w:pPr><w:r><w:rPr><w:sz w:val=\"\(centered ? 44 : 32)\"/></w:rPr>"
      + "<w:t>\(text)</w:t></w:r></w:p>"
  }

  private static let text =
    paragraph("关于做好防汛工作的", centered: true) + paragraph("通　　知", centered: true)
    + paragraph("甲政发〔2026〕7号", centered: true)
    + paragraph("各乡镇人民政府：") + paragraph("补贴300*12*2元，请认真落实。") + paragraph("甲县人民政府") + paragraph("2026年5月6日")

  private static let paper = Office.word(text)

  private static let body = """

    各乡镇人民政府：

    补贴300\\*12\\*2元，请认真落实。

    甲县人民政府

    2026年5月6日

    """

  private func run(_ site: Scratch, _ more: String...) async -> (status: ProgramStatus, out: String, error: String) {
    let captured = Captured()
    let status = await Main.run(
      ["import", "--root", site.root, "--templates", templates, "--as-of", "2026-05-08"] + more, captured.console())
    return (status, captured.out, captured.error)
  }

  private func names(_ site: Scratch, _ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: site.root + "/" + folder).sorted()
  }

  @Test func `a Word file becomes a document that check has nothing against`() async throws {
    let site = try site()
    let (status, out, error) = await run(site, site.root + "/防汛.docx", "--into", "zhengce")
    #expect(status == .success, "\(out)\(error)")
    #expect(try names(site, "Content/zhengce") == ["2026-7", "_column.md"])
    let text = try #require(site.text("Content/zhengce/2026-7/index.md"))
    #expect(text.hasSuffix("\n---\n" + Self.body), "\(text)")
    for line in ["title: 关于做好防汛工作的通知", "documentNumber: 甲政发〔2026〕7号", "documentDate: 2026-05-06", "issuer: 甲县人民政府"] {
      #expect(text.contains("\n\(line)\n"), "\(text)")
    }
    #expect(out.contains("/防汛.docx → Content/zhengce/2026-7/\n  写进文件开头：\n    标题：关于做好防汛工作的通知（第1段）\n"), "\(out)")
    #expect(out.hasSuffix("已导入 1 个文件\n"), "\(out)")
  }

  @Test func `a second time it says so, and writes nothing`() async throws {
    let site = try site()
    _ = await run(site, site.root + "/防汛.docx", "--into", "政策文件")
    try site.write("另一个名称.docx", Self.paper)
    let (status, out, _) = await run(site, site.root + "/另一个名称.docx", "--into", "guifan")
    #expect(status == .success)
    #expect(out.contains("以前导入过，是 Content/zhengce/2026-7/index.md，没有再写"), "\(out)")
    #expect(try names(site, "Content/guifan") == ["_column.md"])
  }

  @Test func `nothing is ever overwritten`() async throws {
    let site = try site()
    try site.write("Content/zhengce/2026-7.md", "---\ntitle: 乙\n---\n乙。\n")
    _ = await run(site, site.root + "/防汛.docx", "--into", "zhengce")
    #expect(try names(site, "Content/zhengce") == ["2026-7-2", "2026-7.md", "_column.md"])
    #expect(site.text("Content/zhengce/2026-7.md") == "---\ntitle: 乙\n---\n乙。\n")
  }

  @Test func `a dry run writes nothing`() async throws {
    let site = try site()
    let (status, out, _) = await run(site, site.root + "/防汛.docx", "--into", "zhengce", "--dry-run")
    #expect(status == .success)
    #expect(out.hasSuffix("可以导入 1 个文件；没有写任何文件\n"), "\(out)")
    #expect(try names(site, "Content/zhengce") == ["_column.md"])
  }

  @Test func `what has an error is a draft, and the finding is where it stands`() async throws {
    let site = try site()
    let (status, out, _) = await run(site, site.root + "/防汛.docx", "--into", "guifan")
    #expect(status == .findings)
    let lines = try #require(site.text("Content/guifan/2026-7/index.md")).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.contains("draft: true  # 导入时有错误，改好以后删去这一行"))
    #expect(out.contains("发布日期"), "\(out)")
    // A finding in the body, which stands one line lower for the line that makes it a draft.
    let line = try #require(lines.firstIndex(of: "补贴300\\*12\\*2元，请认真落实。"))
    #expect(lines[line - 2] == "各乡镇人民政府：")
    #expect(await Captured.run("check", "--root", site.root, "--templates", templates).status == .success)
  }

  @Test func `changes, comments and hidden text stop it until somebody has decided`() async throws {
    let site = try site()
    let change =
      "<w:p><w:r><w:t>标准为</w:t></w:r><w:del w:author=\"李四\"><w:r><w:delText>780元</w:delText></w:r></w:del>"
      + "<w:ins w:author=\"李四\"><w:r><w:t>820元</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>（待定）</w:t></w:r>"
      + "<w:r><w:t>。</w:t></w:r></w:p>"
    try site.write("稿.docx", Office.word(Self.text + change))
    let (status, out, _) = await run(site, site.root + "/稿.docx", "--into", "zhengce")
    #expect(status == .findings)
    #expect(out.contains("没有导入，文件里有没有接受的修订 2 处、隐藏文字 1 处，不能就这样公开"), "\(out)")
    #expect(out.contains("修订（李四）：780元（第8段）"), "\(out)")
    #expect(await run(site, site.root + "/稿.docx", "--into", "zhengce", "--drop-comments").status == .findings)
    #expect(try names(site, "Content/zhengce") == ["_column.md"])
    let accepted = await run(site, site.root + "/稿.docx", "--into", "zhengce", "--accept-changes")
    #expect(accepted.status == .success, "\(accepted.out)")
    #expect(accepted.out.contains("隐藏文字“（待定）”（第8段）"), "\(accepted.out)")
    #expect(site.text("Content/zhengce/2026-7/index.md")?.hasSuffix("\n标准为820元。\n") == true)
  }

  @Test func `what cannot be read is refused, and the others are taken`() async throws {
    let site = try site()
    try site.write("文字.docx", "这不是压缩包")
    try site.write("截断.docx", Array(Self.paper.prefix(Self.paper.count / 2)))
    try site.write("空.docx", "")
    try site.write("~$防汛.docx", "xxxx")
    try site.write("图.docx", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    let files = ["文字", "截断", "空", "~$防汛", "图", "没有", "防汛"].map { site.root + "/\($0).docx" }
    let captured = Captured()
    let status = await Main.run(
      ["import", "--root", site.root, "--templates", templates, "--into", "zhengce"] + files, captured.console())
    #expect(status == .findings)
    #expect(captured.out.contains("已导入 1 个文件，6 个没有导入"), "\(captured.out)")
    #expect(try names(site, "Content/zhengce") == ["2026-7", "_column.md"])
  }

  @Test func `a folder of pages is taken without what its pages lead to`() async throws {
    let site = try site()
    let page = "<html><body><h1>关于防火的通知</h1><p>各单位：</p><p>请落实防火责任，见<a href=\"f/表.docx\">表</a>。</p></body></html>"
    try site.write("旧站/a.html", page)
    try site.write("旧站/f/表.docx", Self.paper)
    let (_, out, _) = await run(site, site.root + "/旧站", "--into", "zhengce")
    #expect(out.contains("1 个文件"), "\(out)")
    let folder = try #require(try names(site, "Content/zhengce").first { $0 != "_column.md" })
    #expect(try names(site, "Content/zhengce/" + folder) == ["index.md", "表.docx"])
    #expect(site.text("Content/zhengce/\(folder)/index.md")?.contains("[表](表.docx)") == true)
  }

  @Test func `a column that is not there or is a link`() async throws {
    let site = try site()
    let wrong = await run(site, site.root + "/防汛.docx", "--into", "zhengcee")
    #expect(wrong.status == .usage)
    #expect(wrong.error.contains("没有栏目“zhengcee”，是否想写：zhengce？"), "\(wrong.error)")
    try FileManager.default.createSymbolicLink(
      atPath: site.root + "/Content/waimian", withDestinationPath: site.root)
    #expect(await run(site, site.root + "/防汛.docx", "--into", "waimian").status == .usage)
    #expect(await run(site, site.root + "/防汛.docx", "--into", "../..").status == .usage)
    #expect(await run(site, site.root + "/防汛.docx", "--kind", "polic").error.contains("policy"))
  }

  @Test func `without a column it goes where its kind is, which is said`() async throws {
    let site = try site()
    let (_, out, _) = await run(site, site.root + "/防汛.docx", "--kind", "行政规范性文件")
    #expect(out.contains("→ Content/guifan/2026-7/"), "\(out)")
  }
}
