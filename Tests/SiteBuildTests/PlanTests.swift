import Documents
import Resolution
@testable import SiteBuild
import Testing

/// What is planned is what is published.
@Suite struct PlanTests {
  @Test func `a release holds what the plan says, the index and the manifest, and nothing else`() async throws {
    let site = try SiteFixture(contentOf: GoldenTests.folder)
    _ = try await site.publish(asOf: "2026-11-21")
    let plan = try await Preparation(site.request(asOf: "2026-11-21")).plan.entries
    let made = Set(site.output.keys.filter { !($0.hasPrefix("search/") && $0.hasSuffix(".json")) })
    #expect(Set(plan.map(\.path)).symmetricDifference(made) == [SiteFile.manifestName])
    #expect(plan.count == Set(plan.map(\.path)).count)
    #expect(plan.allSatisfy { $0.path == $0.file.path })
  }
}
