import Base
import Foundation
import Publishing
import SiteBuild
import TestSupport
import Testing

@testable import gongkai

@Suite("The status of a site")
struct StatusTests {
  /// A site of one page, built for a day.
  static func site(_ day: String? = "2026-11-21", more: [String] = []) async throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(
      "Content/site.yml",
      "name: 安澜县\nbaseURL: https://example.test/\nsiteIDCode: \"0000000000\"\norganizer: 安澜县人民政府办公室\ntimeZone: Asia/Urumqi\n"
    )
    try scratch.write("Content/guanyu/_column.md", "---\ntitle: 关于\nkind: page\n---\n")
    try scratch.write("Content/guanyu/a.md", "---\ntitle: 甲\npublishedOn: 2026-01-05\n---\n正文。\n")
    if let day { #expect(try await build(scratch, day, more).status == .success) }
    return scratch
  }

  @discardableResult
  static func build(_ site: Scratch, _ day: String, _ more: [String] = []) async throws -> (
    status: ProgramStatus, out: String, error: String
  ) {
    let captured = Captured()
    let arguments = ["build", "--root", site.root, "--templates", templates, "--as-of", day] + more
    return (await Main.run(arguments, captured.console()), captured.out, captured.error)
  }

  /// Seconds since 1970 of a time of day in Ürümqi.
  private func moment(_ day: String, hour: Int) throws -> Int {
    try CalendarDate.parse(day).get().daysSince1970 * 86400 + (hour - 6) * 3600
  }

  private func status(_ site: Scratch, _ now: Int, maxAge: Int = 36 * 3600) throws -> SiteStatus {
    // The release is given a time of its own: its first minute.
    try SiteStatus(OutputFolder(reading: site.root + "/Output"), now: now, maxAge: maxAge)
  }

  /// Makes the release and its record as old as a moment.
  private func age(_ site: Scratch, _ moment: Int) throws {
    let time = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: Double(moment))]
    try FileManager.default.setAttributes(time, ofItemAtPath: site.root + "/Output/manifest.json")
    let record = site.root + "/.Output.gongkai/record"
    let text = try #require(site.text(".Output.gongkai/record"))
    try Data(text.replacing(/"at":\d+/, with: "\"at\":\(moment)").utf8).write(to: URL(filePath: record))
  }

  @Test("is fine as long as the night has run; then it is critical, in one line for the monitor")
  func fresh() async throws {
    let site = try await Self.site()
    let built = try moment("2026-11-21", hour: 0)
    try age(site, built)
    let fresh = try status(site, moment("2026-11-22", hour: 0))
    #expect(fresh.health == .ok && fresh.troubles.isEmpty)
    let lines = fresh.text.split(separator: "\n").map(String.init)
    #expect(
      lines[0].hasPrefix(
        "GONGKAI OK - 版本 1，2026-11-21 00:00（Asia/Urumqi）生成，按 2026-11-21 计算，1 篇文件 | age=86400s;;129600 documents=1 errors=0 warnings="
      ))
    #expect(lines.contains("期限      已逾期 0 件，快到期 0 件") && lines.contains("上次生成  成功"))
    let stale = try status(site, moment("2026-11-22", hour: 13))
    #expect(stale.health == .critical && stale.troubles == ["网站已 37 小时没有更新，有效性仍按 2026-11-21 计算"])
    #expect(stale.text.hasPrefix("GONGKAI CRITICAL - 网站已 37 小时没有更新"))
    #expect(try status(site, moment("2026-11-22", hour: 13), maxAge: 48 * 3600).health == .ok)
  }

  @Test("says how many documents of other sites it shows, where it shows some")
  func regional() async throws {
    let site = try await Self.site()
    let now = try moment("2026-11-21", hour: 0)
    #expect(try status(site, now).json["regional"] == .null)
    let manifest = try #require(site.text("Output/manifest.json"))
    try site.write(
      "Output/manifest.json", manifest.replacing("\"pages\":", with: "\"regional\": 7, \"pages\":", maxReplacements: 1))
    #expect(try status(site, now).json["regional"] == 7)
  }

  @Test("of another day than today's is no good, however young")
  func otherDay() async throws {
    let site = try await Self.site()
    for (day, health, words) in [
      ("2026-11-24", Health.critical, "比今天早 3 天"), ("2026-11-20", .warning, "比今天晚 1 天"),
    ] {
      let now = try moment(day, hour: 1)
      try age(site, now - 3600)
      let status = try status(site, now)
      #expect(status.health == health && status.troubles.first?.contains(words) == true, "\(status.troubles)")
    }
  }

  @Test("tells of a build that failed and of what was left out; the next good one settles it")
  func failure() async throws {
    let site = try await Self.site()
    try site.write("Content/guanyu/b.md", "---\ntitel: 乙\n---\n")
    #expect(try await Self.build(site, "2026-11-21").status == .findings)
    let now = try moment("2026-11-21", hour: 0)
    try age(site, now)
    let failed = try status(site, now)
    #expect(failed.health == .warning && failed.troubles == ["2026-11-21 00:00 生成失败：2 个错误"], "\(failed.troubles)")
    #expect(failed.json["failure"]?["reason"] == "2 个错误" && failed.json["code"] == 1)
    _ = try await Self.build(site, "2026-11-21", ["--keep-going"])
    try age(site, now)
    #expect(try status(site, now).troubles == ["有错误的文件保持原样或者略去（2 个错误）"])
    try FileManager.default.removeItem(atPath: site.root + "/Content/guanyu/b.md")
    _ = try await Self.build(site, "2026-11-21")
    try age(site, now)
    #expect(try status(site, now).health == .ok)
  }

  @Test("without a site is unknown, with a damaged one critical; the status is the monitor's")
  func unknown() async throws {
    let empty = try await Self.site(nil)
    let none = await Captured.run("status", "--root", empty.root)
    #expect(none.status.code == 3 && none.out.hasPrefix("GONGKAI UNKNOWN - ") && none.error == "")
    let nowhere = await Captured.run("status", "--output", "/nowhere/at/all")
    #expect(nowhere.status.code == 3 && nowhere.out.hasPrefix("GONGKAI UNKNOWN - "))
    let site = try await Self.site()
    #expect(await Captured.run("status", "--root", site.root, "--max-age", "9999d").status.code < 3)
    #expect(
      JSONValue(json: Array(await Captured.run("status", "--root", site.root, "--json").out.utf8))?["documents"] == 1)
    try site.write("Output/manifest.json", "")
    #expect(await Captured.run("status", "--root", site.root).status.code == 2)
    #expect(await Captured.run("status", "--max-age", "36").status == .usage)
  }

  @Test("counts tasks that are late, and rules that remind of a day")
  func duties() async throws {
    let site = try await Self.site(nil)
    try site.write(
      "Content/guanyu/_column.md", "---\ntitle: 关于\nkind: page\nupdateEvery: 1个月\n---\n")
    _ = try await Self.build(site, "2026-11-21")
    let status = try status(site, moment("2026-11-21", hour: 1))
    #expect(status.json["overdue"] == 1 && status.json["warnings"] != 0)
  }
}

@Suite("What somebody hears of a build")
struct FailureTests {
  @Test("a failure is one line on stderr with what is online, also with --quiet")
  func quiet() async throws {
    let site = try await StatusTests.site()
    try site.write("other/a.txt", "别人的")
    let foreign = try await StatusTests.build(site, "2026-11-22", ["--quiet", "--output", site.root + "/other"])
    #expect(foreign.status == .disk && foreign.out == "")
    #expect(foreign.error.split(separator: "\n").count == 1 && foreign.error.hasSuffix("；网上还没有本程序生成的网站\n"))
    let lock = try OutputLock(OutputFolder(path: site.root + "/Output"))
    let busy = try await StatusTests.build(site, "2026-11-22", ["--quiet"])
    #expect(busy.status == .busy && busy.error.contains("；原有网站未改动：按 2026-11-21 计算，"))
    #expect(busy.error.contains("（Asia/Urumqi）生成，距今不到 1 分钟\n"), "\(busy.error)")
    withExtendedLifetime(lock) {}
  }

  @Test("new warnings come first and under a heading, also with --quiet; old ones are not repeated there")
  func newWarnings() async throws {
    let site = try await StatusTests.site()
    try site.write("Content/guanyu/alt.txt", "x")
    let first = try await StatusTests.build(site, "2026-11-22", ["--quiet"])
    #expect(first.error.hasPrefix("新增警告 1 条（上次发布时没有）：\nContent/guanyu/alt.txt:1:1: warning: "), "\(first.error)")
    try site.write("Content/guanyu/neu.txt", "x")
    let second = try await StatusTests.build(site, "2026-11-23")
    let heads = second.error.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map { String($0.prefix(24)) }
    #expect(heads.count == 4 && heads[0].hasPrefix("新增警告 1 条") && heads[1].hasPrefix("Content/guanyu/neu.txt"))
    #expect(heads[2] == "其余 1 条：" && heads[3].hasPrefix("Content/guanyu/alt.txt"), "\(heads)")
    #expect(second.out.contains("2 条警告（新增 1 条）"))
    #expect(try await StatusTests.build(site, "2026-11-24", ["--quiet"]).error == "")
  }

  @Test("a log of JSON has one object a build, good or bad")
  func json() async throws {
    let site = try await StatusTests.site()
    let good = try await StatusTests.build(site, "2026-11-22", ["--log-format", "json"])
    let line = try #require(JSONValue(json: Array(good.out.utf8)))
    #expect(good.out.split(separator: "\n").count == 1)
    #expect(line["status"] == 0 && line["published"] == true && line["asOf"] == "2026-11-22" && line["documents"] == 1)
    try site.write("Content/guanyu/b.md", "---\ntitel: 乙\n---\n")
    let bad = try await StatusTests.build(site, "2026-11-22", ["--log-format", "json", "--quiet"])
    #expect(JSONValue(json: Array(bad.out.utf8))?["status"] == 1 && bad.error.contains("未发布：发现 "))
    let worse = try await StatusTests.build(
      site, "2026-11-22", ["--log-format", "json", "--output", "/nowhere/at/all"])
    let last = JSONValue(json: Array(worse.out.utf8))
    #expect(last?["status"] == 74 && last?["message"]?.text?.hasPrefix("错误：") == true)
  }
}

@Suite("Going back")
struct GoingBackTests {
  @Test("would publish a withdrawn text again, so it is refused with the list until one insists")
  func withdrawn() async throws {
    let site = try await StatusTests.site()
    try site.write("Content/guanyu/b.md", "---\ntitle: 乙乙\npublishedOn: 2026-01-05\n---\n正文。\n")
    _ = try await StatusTests.build(site, "2026-11-22")
    try FileManager.default.removeItem(atPath: site.root + "/Content/guanyu/b.md")
    _ = try await StatusTests.build(site, "2026-11-23")
    let refused = await Captured.run("rollback", "--root", site.root)
    #expect(refused.status == .findings && refused.out == "")
    #expect(refused.error.contains("1 篇已撤下的文件") && refused.error.contains("  乙乙  https://example.test/guanyu/b/\n"))
    #expect(!FileManager.default.fileExists(atPath: site.root + "/Output/guanyu/b"))
    #expect(await Captured.run("rollback", "1", "--root", site.root).status == .success)
    #expect(await Captured.run("rollback", "2", "--root", site.root, "--even-withdrawn").status == .success)
    #expect(FileManager.default.fileExists(atPath: site.root + "/Output/guanyu/b"))
    #expect(await Captured.run("rollback", "3", "--root", site.root).status == .success)
    let forgotten = await Captured.run(
      "forget", "guanyu/b", "--root", site.root, "--templates", templates, "--as-of", "2026-11-23")
    #expect(forgotten.status == .success && forgotten.out.contains("含有它的历史版本 "), "\(forgotten.error)")
    #expect(await Captured.run("verify", "--root", site.root).status == .success)
    let again = await Captured.run(
      "forget", "guanyu/b", "--root", site.root, "--templates", templates, "--as-of", "2026-11-23")
    #expect(again.status == .findings && again.error.hasPrefix("错误：保留的历史版本里都没有“guanyu/b”"))
    let public_ = await Captured.run("forget", "guanyu/a", "--root", site.root, "--templates", templates)
    #expect(public_.status == .findings && public_.error.hasPrefix("错误：《甲》还在网站上"))
  }
}

@Suite("Modes of files")
struct ModeTests {
  @Test("follow the umask", arguments: [("022", 0o644, 0o755), ("002", 0o664, 0o775), ("027", 0o640, 0o750)])
  func umask(_ mask: String, _ file: Int, _ folder: Int) async throws {
    let site = try await StatusTests.site(nil)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "umask \(mask); exec \"$0\" build --quiet --root \"$1\" --templates \"$2\" --as-of 2026-11-21",
      Program.path,
      site.root, templates,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: site.root + "/" + path)[.posixPermissions] as? Int
    }
    for path in ["Output", "Output/guanyu", "Output/guanyu/a"] { #expect(try mode(path) == folder, "\(path)") }
    for path in ["Output/index.html", "Output/manifest.json"] { #expect(try mode(path) == file, "\(path)") }
    #expect(try mode(".Output.gongkai") == 0o700 && mode(".Output.gongkai/lock") == 0o600)
  }
}
