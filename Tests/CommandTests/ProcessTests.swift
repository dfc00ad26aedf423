import Base
import Foundation
import TestSupport
import Testing

/// The built program, run as editors run it: each time in a new process.
@Suite("In a process of its own")
struct ProcessTests {
  /// Every key of site.yml, of every type; dictionaries have a different order in each process.
  private static let settings = """
    name: 安澜县
    shortName: 安澜
    baseURL: https://example.test/
    siteIDCode: "0000000000"
    organizer: 安澜县人民政府
    undertaker: 安澜县人民政府办公室
    contact: {address: 大道1号, phone: 0000-1, email: a@example.test, hours: 上午, postcode: "000000"}
    icp: 澜ICP备00000000号
    policeRecord: 澜公网安备 00000000000000号
    badgeURL: https://example.test/biaoshi/
    errorReportURL: https://example.test/zhaocuo/
    notice: 虚构
    timeZone: Asia/Shanghai
    organizations:
      - {id: xian, name: 安澜县人民政府, agencyCodes: [澜政发, 澜政字], level: 县级}
      - {id: zhen, name: 清溪镇人民政府, level: 乡镇}
    topics: [{id: zonghe, name: 综合政务}]
    themes: [{id: yanglao, name: 养老}]
    audiences: [个人, 企业]
    synonyms: [[老年人, 老人, 长者]]
    pageSize: 10
    dueSoonDays: 7
    outcomeDays: 30
    interpretationForms: {县级: 2, 部门: 1, 乡镇: 1}
    quotas: [{kind: meeting, label: 邀请公众代表列席, perYear: 5}]
    keepReleases: 1

    """

  @Test("a build of which nothing was touched reads nothing, whatever site.yml says")
  func unchanged() async throws {
    let site = try Scratch()
    try site.write("Content/site.yml", Self.settings)
    try site.write("Content/ku/_column.md", "---\ntitle: 文件库\nkind: policy\n---\n")
    try site.write("Content/ku/a.md", "---\ntitle: 甲办法\npublishedOn: 2025-06-01\n---\n正文。\n")
    try await Task.sleep(for: .milliseconds(1300))
    let first = try report(site)
    #expect(first["published"] == true && first["unchanged"] == false && first["phases"]?["rendering"] != 0)
    for _ in 1...3 {
      let next = try report(site)
      #expect(next["published"] == true && next["unchanged"] == true && next["treeHash"] == first["treeHash"])
      #expect(["resolving", "rendering", "indexing", "publishing"].allSatisfy { next["phases"]?[$0] == 0 })
      #expect(next["findings"] == first["findings"] && next["pages"] == first["pages"])
    }
    #expect(try report(site, "--full")["phases"]?["rendering"] != 0)
  }

  /// Builds a site and reads its `--report`.
  private func report(_ site: Scratch, _ more: String...) throws -> JSONValue {
    let place = site.root + "/report.json"
    let (status, said) = try Program.run(
      ["build", "--root", site.root, "--templates", templates, "--as-of", "2026-11-21", "--report", place] + more)
    #expect(status == 0, "\(said)")
    return try #require(JSONValue(json: Array(site.text("report.json").map(\.utf8) ?? "".utf8)))
  }
}
