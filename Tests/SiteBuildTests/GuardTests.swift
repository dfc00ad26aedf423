import Base
import Documents
import Publishing
import TestSupport
import Testing

@testable import SiteBuild

/// What no build publishes without an explicit day.
@Suite("A clock that cannot be right")
struct GuardTests {
  /// A site of so many documents, and a request whose day comes from the clock.
  private func site(_ count: Int) throws -> SiteFixture {
    let site = try SiteFixture()
    for number in 1..<count {
      try site.write(["Content/zhengce/n\(number).md": SiteFixture.document(Self.front(number))])
    }
    return site
  }

  private static func front(_ number: Int) -> String { "title: 第\(number)号\npublishedOn: 2024-01-01" }

  private func build(_ site: SiteFixture, clock: String, asOf: String? = nil) async throws -> BuildOutcome {
    try await buildSite(request(site, clock, asOf), version: "0")
  }

  private func request(_ site: SiteFixture, _ clock: String, _ asOf: String? = nil) -> BuildRequest {
    var request = site.request()
    request.asOf = asOf.flatMap { try? CalendarDate.parse($0).get() }
    request.today = { _ in try? CalendarDate.parse(clock).get() }
    return request
  }

  @Test("a day before that of the site is refused, by check too, until it is written down")
  func earlierDay() async throws {
    let site = try site(3)
    _ = try await build(site, clock: "2026-11-21")
    let before = site.output
    let refusal = BuildError.dayBeforeRelease(try CalendarDate.parse("2026-11-20").get(), published: "2026-11-21")
    await #expect(throws: refusal) { try await build(site, clock: "2026-11-20") }
    #expect(site.output == before)
    #expect(try await checkSite(request(site, "2026-11-20")).refusal == refusal)
    #expect(try await checkSite(request(site, "2026-11-21")).refusal == nil)
    #expect(BuildRecord(of: try OutputFolder(path: site.root + "/Output"))?.failure?.reason == refusal.message)
    _ = try await build(site, clock: "2026-11-20", asOf: "2026-11-20")
    #expect(try site.page("").contains("2026年11月20日"))
    // A later day is no trouble, however late.
    _ = try await build(site, clock: "2027-02-01")
    #expect(BuildRecord(of: try OutputFolder(path: site.root + "/Output"))?.failure == nil)
  }

  @Test(
    "the loss of more than a fifth is refused; a small site may always lose two",
    arguments: [
      (20, 4, false), (20, 5, true), (3, 2, false), (4, 3, true), (12, 2, false), (12, 3, true), (1, 1, false),
    ])
  func removals(count: Int, removed: Int, isRefused: Bool) async throws {
    let site = try site(count)
    _ = try await build(site, clock: "2026-11-21")
    let names = ["first"] + (1..<count).map { "n\($0)" }
    for name in names.suffix(removed) { try site.remove("Content/zhengce/\(name).md") }
    let day = try CalendarDate.parse("2026-11-22").get()
    let refusal = BuildError.manyRemoved(
      [BuildError.Loss(removed, of: count, in: nil, now: count - removed)], limit: 20, asOf: day)
    #expect(try await checkSite(request(site, "2026-11-22")).refusal == (isRefused ? refusal : nil))
    if isRefused { await #expect(throws: refusal) { try await build(site, clock: "2026-11-22") } }
    let outcome = try await build(site, clock: "2026-11-22", asOf: isRefused ? "2026-11-22" : nil)
    #expect(outcome.documents == count - removed)
  }

  @Test("site.yml sets the limit")
  func limit() async throws {
    let site = try site(20)
    try site.write(["Content/site.yml": SiteFixture.siteText + "removalLimit: 50\n"])
    _ = try await build(site, clock: "2026-11-21")
    for number in 1...10 { try site.remove("Content/zhengce/n\(number).md") }
    #expect(try await build(site, clock: "2026-11-22").documents == 10)
    try site.write(["Content/site.yml": SiteFixture.siteText + "removalLimit: 0\n"])
    for number in 11...13 { try site.remove("Content/zhengce/n\(number).md") }
    await #expect(throws: BuildError.self) { try await build(site, clock: "2026-11-23") }
  }

  @Test("findings come first: an error is 1, not a guess about the clock")
  func errorsFirst() async throws {
    let site = try site(20)
    _ = try await build(site, clock: "2026-11-21")
    for number in 1...10 { try site.write(["Content/zhengce/n\(number).md": "---\ntitel: 乙\n---\n"]) }
    #expect(try await build(site, clock: "2026-11-22").publication == nil)
    var going = request(site, "2026-11-22")
    going.keepGoing = true
    // They stay as they were last published, so nothing is lost.
    #expect(try await buildSite(going, version: "0").documents == 20)
  }
}

@Suite("Warnings from night to night")
struct NewWarningTests {
  private static let column = "---\ntitle: 政策文件\nkind: policy\nupdateEvery: 1个月\n---\n"

  @Test("those that the last release had are not new, wherever they stand now and however many days they count")
  func new() async throws {
    let site = try SiteFixture(["Content/zhengce/_column.md": Self.column])
    let first = try await site.build(asOf: "2026-11-21")
    #expect(first.check.findings.contains { $0.rule == "update-overdue" } && first.newWarnings.isEmpty)
    try site.write(["Content/zhengce/_column.md": Self.column.replacing("kind:", with: "description: 说明\nkind:")])
    let second = try await site.build(asOf: "2026-12-25")
    #expect(second.check.findings.contains { $0.rule == "update-overdue" } && second.newWarnings.isEmpty)
    try site.write([
      "Content/zhengce/leer/_column.md": "---\ntitle: 空\nkind: policy\n---\n", "Content/zhengce/x.txt": "x",
    ])
    let third = try await site.build(asOf: "2026-12-26")
    #expect(third.newWarnings.map(\.rule).contains("unused-file"))
    #expect(!third.newWarnings.contains { $0.rule == "update-overdue" })
    #expect(try await site.build(asOf: "2026-12-27").newWarnings.isEmpty)
  }

  @Test("a build that fails does not make them old")
  func failure() async throws {
    let site = try SiteFixture()
    _ = try await site.build()
    try site.write(["Content/zhengce/x.txt": "x", "Content/zhengce/bad.md": "---\ntitel: 乙\n---\n"])
    #expect(try await site.build().publication == nil)
    try site.remove("Content/zhengce/bad.md")
    #expect(try await site.build().newWarnings.map(\.rule) == ["unused-file"])
    #expect(try await site.build(asOf: "2026-11-22").newWarnings.isEmpty)
  }
}
