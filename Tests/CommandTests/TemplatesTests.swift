import Foundation
import TestSupport
import Testing

@testable import gongkai

@Suite("A site's own templates")
struct TemplatesTests {
  private let scratch: Scratch
  private var root: String { scratch.root }

  init() throws {
    scratch = try Scratch()
    try scratch.write("Content/site.yml", "name: 甲\n")
  }

  private func run(_ arguments: String...) async -> (status: ProgramStatus, out: String, error: String) {
    let captured = Captured()
    let status = await Main.run(["templates"] + arguments + ["--root", root], captured.console())
    return (status, captured.out, captured.error)
  }

  @Test("are copied from the program's to be changed, and listed with what they are") func list() async throws {
    #expect(await run().out == "本站没有自己的模板，全部用程序自带的。要改其中一个：gongkai templates copy partials/footer.mustache\n")
    let copied = await run("copy", "partials/footer.mustache", "assets/icon.svg", "notfound.mustache")
    #expect(copied.status == .success && copied.error == "")
    #expect(copied.out.split(separator: "\n").first == "已复制：\(root)/Templates/partials/footer.mustache")
    let footer = try #require(scratch.text("Templates/partials/footer.mustache"))
    #expect(footer == (try Repository.text("Templates/partials/footer.mustache")))
    #expect(scratch.text("Templates/.base/partials/footer.mustache") == footer)
    try scratch.write("Templates/partials/footer.mustache", footer + "<!-- 甲 -->\n")
    try scratch.write("Templates/.base/notfound.mustache", "旧\n")
    try scratch.write("Templates/own.mustache", "甲")
    try scratch.write("Templates/README.md", "甲")
    let listed = await run()
    #expect(
      listed.out == """
        \(root)/Templates 中有 5 个文件：
          README.md                 本站自有，程序不读这样的文件
          assets/icon.svg           与程序的相同；不打算改的，可以删去
          notfound.mustache         与程序的相同；不打算改的，可以删去
          own.mustache              本站自有
          partials/footer.mustache  本站改过；程序的没有变

        """)
  }

  @Test("are shown with what the site and the program changed in them") func differences() async throws {
    _ = await run("copy", "home.mustache")
    let home = try #require(scratch.text("Templates/home.mustache"))
    try scratch.write("Templates/home.mustache", home + "我\n")
    try scratch.write("Templates/.base/home.mustache", home + "旧\n")
    let (status, out, _) = await run("--diff")
    #expect(status == .success && out.contains("本站改过；程序的在复制以后也变了"))
    let parts = out.components(separatedBy: "--- 程序的").dropFirst().map { $0 }
    #expect(parts.count == 2 && parts[0].hasPrefix("，复制时\n+++ 程序的，现在\n@@ ") && parts[0].hasSuffix("\n-旧\n"))
    #expect(parts[1].hasPrefix("\n+++ 本站的\n@@ ") && parts[1].hasSuffix("\n+我\n"))
    let accepted = await run("accept", "Templates/home.mustache")
    #expect(accepted.status == .success && accepted.out == "已记下：\(root)/Templates/home.mustache\n")
    #expect(
      scratch.text("Templates/.base/home.mustache") == home && scratch.text("Templates/home.mustache") == home + "我\n")
  }

  @Test("are never overwritten, and a name that nobody knows is a question") func refused() async throws {
    try scratch.write("Templates/home.mustache", "我")
    let taken = await run("copy", "notfound.mustache", "home.mustache")
    #expect(taken.status == .findings && taken.out == "")
    #expect(taken.error == "错误：\(root)/Templates/home.mustache 已经存在，什么都没有复制；要重新开始的，先把它改名或者删去\n")
    #expect(scratch.text("Templates/home.mustache") == "我" && scratch.text("Templates/notfound.mustache") == nil)
    let unknown = await run("copy", "partials/foter.mustache")
    #expect(
      unknown.status == .findings
        && unknown.error.contains("没有“partials/foter.mustache”，什么都没有复制；是否想写：partials/footer.mustache"))
    let notOwn = await run("accept", "homme.mustache")
    #expect(notOwn.status == .findings && notOwn.error.contains("是否想写：home.mustache？"))
    let outside = await run("copy", "../Tools/release")
    #expect(outside.status == .findings)
  }

  @Test("that are the program's have nothing beneath them") func development() async throws {
    let captured = Captured()
    let status = await Main.run(["templates", "--templates", templates], captured.console())
    #expect(status == .disk && captured.error == "错误：\(templates) 就是程序自带的模板，没有可以比较的\n")
    #expect(Installation.layers(own: templates, program: templates) == [templates])
    #expect(
      Installation.layers(own: nil, program: "b") == ["b"] && Installation.layers(own: "a", program: nil) == ["a"])
  }

  @Test("in a folder that does not exist are a disk error") func nowhere() async throws {
    let captured = Captured()
    #expect(
      await Main.run(["templates", "copy", "home.mustache", "--root", root + "/none"], captured.console()) == .disk)
    #expect(!FileManager.default.fileExists(atPath: root + "/none"))
  }
}
