import Disk
import Foundation
import TestSupport
import Testing

@testable import gongkai

@Suite("A new site")
struct InitTests {
  /// What is installed beside the program: a skeleton, and templates.
  private static let repository = URL(fileURLWithPath: templates).deletingLastPathComponent().path

  private func start(_ folder: String) async -> (status: ProgramStatus, out: String, error: String) {
    await Captured.run("init", folder, "--from", Self.repository)
  }

  @Test("passes the check, and builds its four columns; the sample is a draft")
  func works() async throws {
    let scratch = try Scratch()
    let folder = scratch.root + "/新站/xxgk"
    let (status, out, error) = await start(folder)
    #expect(status == .success, "\(error)")
    #expect(out.hasPrefix("已新建网站：\(folder)\n") && out.contains("gongkai check --root \(folder)\n"))
    // The templates stay with the program.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["Content"])
    let checked = await Captured.run("check", "--root", folder, "--as-of", "2026-11-21")
    #expect(checked.status == .success && checked.out.contains("检查通过：3 篇文件，"), "\(checked.out)")
    let built = await Captured.run("build", "--root", folder, "--as-of", "2026-11-21")
    #expect(built.status == .success && built.out.hasPrefix("已生成：0 篇文件，"), "\(built.error)")
    let home = try #require(scratch.text("新站/xxgk/Output/index.html"))
    for column in ["政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报"] {
      #expect(home.contains(column), "\(column)")
    }
    #expect(scratch.text("新站/xxgk/Output/fading/yangli/index.html") == nil)
  }

  @Test("is guarded: what the inspection misses is what only the office can fill in")
  func guarded() async throws {
    let scratch = try Scratch()
    #expect(await start(scratch.root).status == .success)
    let inspected = await Captured.run("inspect", "--root", scratch.root, "--as-of", "2026-11-21")
    let missing = "首页更新、空白栏目、网上咨询渠道、四个基本栏目、到期清单、页脚七项、ICP 备案编号、公安机关备案号、网站标识码"
    #expect(inspected.status == .findings && inspected.out.contains("（\(missing)），"), "\(inspected.out)")
    for what in [
      "“政府信息公开指南”没有内容", "2026-03-31 前公布年度报告：某县人民政府2025年度", "每个网页都没有“ICP备案编号”", "在 site.yml 写 policeRecord",
      "改正 site.yml 的 siteIDCode",
    ] { #expect(inspected.out.contains(what), "\(what)") }
    // A draft that is filled in and published is a guide with all that the regulation asks for.
    let guide = try #require(scratch.text("Content/zhinan/zhinan.md"))
    try scratch.write("Content/zhinan/zhinan.md", guide.replacing("draft: true\n", with: ""))
    let checked = await Captured.run("check", "--root", scratch.root, "--as-of", "2026-11-21")
    #expect(checked.status == .success, "\(checked.out)")
  }

  @Test("never overwrites an old one")
  func refuses() async throws {
    let scratch = try Scratch()
    let path = "Content/a.md"
    try scratch.write(path, "mine")
    let (status, out, error) = await start(scratch.root)
    #expect(status == .disk && out == "" && error == "错误：无法新建 \(scratch.root)/Content：已经存在\n")
    #expect(try FileManager.default.subpathsOfDirectory(atPath: scratch.root).sorted() == ["Content", path])
    #expect(scratch.text(path) == "mine")
  }

  @Test("that cannot be written whole is taken away again, and the next try works")
  func cleansUp() async throws {
    let scratch = try Scratch()
    for name in ["a.md", "site.yml"] { try scratch.write("share/Tools/skeleton/Content/" + name, "x") }
    let site = try NewSite(folder: scratch.root + "/site", share: DiskTree(root: scratch.root + "/share"))
    try FileManager.default.removeItem(atPath: scratch.root + "/share/Tools/skeleton/Content/site.yml")
    #expect(throws: FileError.self) { try site.write() }
    #expect(scratch.text("site/Content/a.md") == nil)
    #expect(await start(scratch.root + "/site").status == .success)
  }

  @Test("without a skeleton to begin with is refused")
  func noTemplates() async throws {
    let scratch = try Scratch()
    let (status, _, error) = await Captured.run("init", scratch.root + "/site", "--from", scratch.root)
    #expect(status == .disk && error == "错误：无法打开 \(scratch.root)/Tools/skeleton：没有这个文件或文件夹\n")
  }

  @Test("takes its files from ../share/gongkai, else from the nearest folder above the program that has them")
  func share() throws {
    let scratch = try Scratch()
    #expect(Installation.share(ofProgram: scratch.root + "/bin/gongkai") == nil)
    for name in ["Templates/x", "Tools/skeleton/x"] { try scratch.write(name, "") }
    #expect(Installation.share(ofProgram: scratch.root + "/.build/release/gongkai") == scratch.root)
    #expect(Installation.share(ofProgram: scratch.root + "/gongkai") == scratch.root)
    for name in ["Templates/x", "Tools/skeleton/x"] { try scratch.write("share/gongkai/" + name, "") }
    #expect(Installation.share(ofProgram: scratch.root + "/bin/gongkai") == scratch.root + "/share/gongkai")
  }
}
