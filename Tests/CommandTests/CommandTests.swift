import Foundation
import TestSupport
import Testing

@testable import gongkai

@Suite("Commands on a site")
struct CommandTests {
  /// A site with one column and one page.
  private func site() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(
      "Content/site.yml",
      "name: 安澜县\nbaseURL: https://example.test/\nsiteIDCode: \"0000000000\"\norganizer: 安澜县人民政府办公室\n")
    try scratch.write("Content/guanyu/_column.md", "---\ntitle: 关于\nkind: page\n---\n")
    try scratch.write("Content/guanyu/a.md", "---\ntitle: 甲\npublishedOn: 2026-01-05\n---\n正文。\n")
    return scratch
  }

  private func run(_ site: Scratch, _ command: String, _ rest: String...) async -> (
    ProgramStatus, out: String, error: String
  ) {
    let captured = Captured()
    let arguments = [command, "--root", site.root, "--templates", templates, "--as-of", "2026-11-21"] + rest
    return (await Main.run(arguments, captured.console()), captured.out, captured.error)
  }

  private func run(_ command: String, in site: Scratch, _ rest: [String] = []) async -> (
    ProgramStatus, out: String, error: String
  ) {
    let captured = Captured()
    return (
      await Main.run([command, "--output", site.root + "/Output"] + rest, captured.console()), captured.out,
      captured.error
    )
  }

  @Test("build publishes, verify agrees, rollback brings the release before, releases lists both")
  func life() async throws {
    let site = try site()
    let (status, out, error) = await run(site, "build")
    #expect(status == .success, "\(error)")
    #expect(out.hasPrefix("已生成：1 篇文件，") && out.contains("（有效性按 2026-11-21 计算）→ \(site.root)/Output\n内容指纹 "))
    #expect(await run("rollback", in: site).0 == .findings)
    try site.write("Content/guanyu/b.md", "---\ntitle: 乙\npublishedOn: 2026-01-06\n---\n正文。\n")
    #expect(await run(site, "build").out.hasPrefix("已生成：2 篇文件，"))
    #expect(await run("verify", in: site).0 == .success)
    let lines = await run("releases", in: site).out.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.map(\.first) == ["编号", "当前", "1"])
    #expect(lines.map { $0.dropLast().suffix(3).joined(separator: " ") }.dropFirst(2) == ["– – –"])
    #expect(lines[1].count == 10 && Int(lines[1][6]).map { $0 >= 1 } == true && Int(lines[1][8]) != nil)
    #expect(out.contains("内容指纹 \(lines[2][9])，"))
    let back = await run("rollback", in: site, ["1"])
    #expect(back.out.hasPrefix("已恢复：有效性按 2026-11-21 计算的网站（1 篇文件，"), "\(back.error)")
    try site.write("Output/index.html", "改过")
    let (verified, text, _) = await run("verify", in: site)
    #expect(verified == .findings)
    #expect(text.hasPrefix("改动 index.html\n不一致：1 个文件与发布时不同（"))
  }

  @Test("as many earlier releases stay as site.yml says")
  func keepReleases() async throws {
    let site = try site()
    let settings = site.text("Content/site.yml") ?? ""
    for (count, kept) in [(3, 3), (1, 1), (0, 0)] {
      try site.write("Content/site.yml", settings + "keepReleases: \(count)\n")
      for day in 1...4 { _ = await run(site, "build", "--as-of", "2026-1\(count % 3)-0\(day)") }
      let names = try FileManager.default.contentsOfDirectory(atPath: site.root + "/.Output.gongkai")
      #expect(names.count { $0.hasPrefix("release-") } == kept)
    }
  }

  @Test("an error publishes nothing and ends with 1; findings of a build go to stderr")
  func errors() async throws {
    let site = try site()
    #expect(await run(site, "build").0 == .success)
    let before = site.text("Output/manifest.json")
    try site.write("Content/guanyu/b.md", "---\ntitel: 乙\n---\n")
    let (status, out, error) = await run(site, "build")
    #expect(status == .findings)
    #expect(out == "")
    #expect(error.contains("\n未发布：发现 ") && error.contains("；原有网站未改动：按 2026-11-21 计算，"))
    let quiet = await run(site, "build", "--quiet")
    #expect(quiet.out == "" && quiet.error.contains("；原有网站未改动：按 2026-11-21 计算，"))
    #expect(error.contains("Content/guanyu/b.md:2:1: error: "))
    #expect(!error.contains("\u{1B}"))
    #expect(site.text("Output/manifest.json") == before)
    let going = await run(site, "build", "--keep-going")
    #expect(going.0 == .findings)
    #expect(going.out.hasPrefix("已生成（有错误的文件 1 篇略去）：1 篇文件，"))
  }

  @Test("quiet prints errors only")
  func quiet() async throws {
    let site = try site()
    let (status, out, error) = await run(site, "build", "--quiet")
    #expect(status == .success)
    #expect(out == "" && error == "")
  }

  @Test("check prints to stdout in three forms and writes nothing")
  func check() async throws {
    let site = try site()
    try site.write("Content/guanyu/b.md", "---\ntitel: 乙\n---\n")
    let text = await run(site, "check")
    #expect(text.0 == .findings)
    #expect(text.out.contains("Content/guanyu/b.md:2:1: error: ") && text.out.contains("\n检查未通过：发现 "))
    let json = await run(site, "check", "--format", "json")
    let findings = try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [[String: Any]]
    #expect(findings?.contains { $0["path"] as? String == "Content/guanyu/b.md" && $0["line"] as? Int == 2 } == true)
    let sarif = await run(site, "check", "--format", "sarif")
    #expect(try JSONSerialization.jsonObject(with: Data(sarif.out.utf8)) is [String: Any])
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.root) == ["Content"])
  }

  @Test("trouble with the disk ends with 74")
  func disk() async throws {
    let site = try site()
    try site.write("file", "")
    for output in ["file", "Content/out", "no/Output"] {
      let (status, out, error) = await run(site, "build", "--output", site.root + "/" + output)
      #expect(status == .disk, "\(output)")
      #expect(status.code == 74)
      #expect(out == "" && error.hasPrefix("错误："))
    }
    try site.write("other/a.txt", "别人的")
    #expect(await run(site, "build", "--output", site.root + "/other").0 == .disk)
    #expect(site.text("other/a.txt") == "别人的")
    #expect(await Captured.run("check", "--root", site.root + "/nowhere").status == .disk)
  }

  @Test("verify and rollback without a site say so")
  func nothing() async throws {
    let scratch = try Scratch()
    let (status, _, error) = await run("verify", in: scratch)
    #expect(status == .findings)
    #expect(error.hasPrefix("错误：\(scratch.root)/Output 里没有本程序生成的网站（缺少 manifest.json，或它已损坏）；"))
    #expect(await run("releases", in: scratch).out == "还没有发布过网站\n")
    let rollback = await run("rollback", in: scratch, ["3"])
    #expect(rollback.0 == .findings)
    #expect(rollback.error == "错误：没有编号为 3 的历史版本（没有保留任何历史版本）\n")
  }
}
