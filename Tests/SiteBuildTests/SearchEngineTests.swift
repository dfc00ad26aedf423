import Foundation
import TestSupport
import Testing

@testable import SiteBuild

@Suite("the search of a large site")
struct SearchEngineTests {
  @Test("asks an engine only when there are more documents than site.yml says", arguments: [(0, true), (1000, false)])
  func endpoint(_ above: Int, _ isAsked: Bool) async throws {
    let site = try SiteFixture()
    let settings = "search: {endpoint: /api/search, above: \(above)}\n"
    try site.write(["Content/site.yml": SiteFixture.siteText + settings])
    _ = try await site.build()
    let page = String(decoding: site.output["search/index.html"] ?? Data(), as: UTF8.self)
    #expect(page.contains("data-endpoint=\"../api/search\"") == isAsked)
    #expect(page.contains("id=\"search-entry\""))
  }
}
