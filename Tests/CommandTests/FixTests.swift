import Base
import Foundation
import TestSupport
import Testing

@testable import gongkai

@Suite struct FixTests {
  private static let text = "---\ntitle: 甲\n---\n各部门,各单位:\n\n2023 年的事项。\n"
  private static let right = "---\ntitle: 甲\n---\n各部门，各单位：\n\n2023年的事项。\n"

  private func site() async throws -> Scratch {
    let site = try await StatusTests.site(nil)
    try site.write("Content/guanyu/b.md", Self.text)
    return site
  }

  private func fix(_ site: Scratch, _ more: String...) async -> (status: ProgramStatus, out: String, error: String) {
    let captured = Captured()
    let status = await Main.run(
      ["fix", "--root", site.root, "--templates", templates] + more, captured.console())
    return (status, captured.out, captured.error)
  }

  @Test func `a dry run shows the lines and leaves the file`() async throws {
    let site = try await site()
    let (status, out, _) = await fix(site, "--dry-run")
    #expect(status == .success)
    #expect(out.contains("Content/guanyu/b.md:4\n  - 各部门,各单位:\n  + 各部门，各单位：\n"))
    #expect(out.hasSuffix("会改正 1 个文件，共 3 处\n"))
    #expect(site.text("Content/guanyu/b.md") == Self.text)
  }

  @Test func `what is mended once needs no second time`() async throws {
    let site = try await site()
    let (status, out, _) = await fix(site)
    #expect(status == .success)
    #expect(out == "Content/guanyu/b.md：half-width-mark 2 处、figure-blank 1 处\n已改正 1 个文件，共 3 处\n")
    #expect(site.text("Content/guanyu/b.md") == Self.right)
    #expect(await fix(site).out == "没有可以自动改正的问题\n")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: site.root + "/Content/guanyu").sorted() == [
        "_column.md", "a.md", "b.md",
      ])
  }

  @Test func `a file in GB 18030 is written again in UTF-8, and then mended`() async throws {
    let site = try await site()
    // title: 甲, and 各部门,各单位:
    let bytes =
      Array("---\ntitle: ".utf8) + [0xBC, 0xD7] + Array("\n---\n".utf8)
      + [0xB8, 0xF7, 0xB2, 0xBF, 0xC3, 0xC5, 0x2C, 0xB8, 0xF7, 0xB5, 0xA5, 0xCE, 0xBB, 0x3A, 0x0A]
    try site.write("Content/guanyu/b.md", bytes)
    let (_, preview, _) = await fix(site, "--dry-run")
    #expect(
      preview.contains("b.md：编码由 GB 18030（GBK） 改为 UTF-8，文字不变\nContent/guanyu/b.md:4\n  - 各部门,各单位:\n"), "\(preview)")
    let (status, out, _) = await fix(site)
    #expect(status == .success)
    #expect(out.hasPrefix("Content/guanyu/b.md：half-width-mark 2 处、encoding 1 处\n"), "\(out)")
    #expect(site.text("Content/guanyu/b.md") == "---\ntitle: 甲\n---\n各部门，各单位：\n")
    #expect(await fix(site).out == "没有可以自动改正的问题\n")
  }

  @Test func `one rule only`() async throws {
    let site = try await site()
    #expect(await fix(site, "--rule", "figure-blank").out.hasPrefix("Content/guanyu/b.md：figure-blank 1 处\n"))
    #expect(site.text("Content/guanyu/b.md") == Self.text.replacing("2023 年", with: "2023年"))
    let wrong = await fix(site, "--rule", "figure-blan")
    #expect(wrong.status == .usage)
    #expect(wrong.error.contains("figure-blank"))
  }

  @Test func `the mode of a file stays`() async throws {
    let site = try await site()
    let path = site.root + "/Content/guanyu/b.md"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    _ = await fix(site)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test func `names go out of an attachment, and nothing else`() async throws {
    let site = try await site()
    let bytes = Office.word(
      Office.paragraph("正文"), ["docProps/core.xml": Office.properties(creator: "张三", changedBy: "李四")])
    try site.write("Content/guanyu/d/表.docx", bytes)
    try site.write("Content/guanyu/d/index.md", "---\ntitle: 乙\nattachments: [表.docx]\n---\n正文。\n")
    let (status, out, _) = await fix(site, "--rule", "attachment-author")
    #expect(status == .success)
    #expect(out.hasPrefix("Content/guanyu/d/表.docx：attachment-author 1 处\n"), "\(out)")
    let clean = try #require(FileManager.default.contents(atPath: site.root + "/Content/guanyu/d/表.docx"))
    #expect(clean.firstRange(of: Data("张三".utf8)) == nil && clean.firstRange(of: Data("正文".utf8)) != nil)
    #expect(await fix(site, "--rule", "attachment-author").out.hasPrefix("没有可以自动改正的问题"))
  }

  @Test func `what a person must decide is counted`() async throws {
    let site = try await site()
    try site.write("Content/guanyu/c.md", "---\ntitle: 甲\n---\n李某13812345678\n")
    let (status, out, _) = await fix(site)
    #expect(status == .findings)
    #expect(out.hasSuffix("；要由人改的还有 1 个错误、0 条警告，用 gongkai check 查看\n"))
  }
}
