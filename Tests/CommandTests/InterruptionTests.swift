import Foundation
import TestSupport
import Testing

/// SIGTERM and Ctrl-C quickly end every command in every phase, and leave Output as it was.
@Suite("A signal", .serialized)
struct InterruptionTests {
  /// Enough documents that no phase is over before a signal arrives.
  private static func site(_ count: Int = 150) throws -> Scratch {
    let site = try Scratch()
    try site.write(
      "Content/site.yml", "name: 安澜县\nbaseURL: https://example.test/\nsiteIDCode: \"0000000000\"\norganizer: 县政府\n")
    try site.write("Content/ku/_column.md", "---\ntitle: 文件库\nkind: policy\n---\n")
    let text = (1...60).map { "第\($0)条　本办法所称老年人，是指年满\($0)周岁的公民。" }.joined(separator: "\n\n")
    for number in 1...count {
      try site.write(
        "Content/ku/d\(number).md",
        "---\ntitle: 第\(number)号办法\npublishedOn: 2025-06-01\neffectiveOn: 2025-07-01\n---\n\(text)\n")
    }
    return site
  }

  private static func arguments(_ command: String, _ site: Scratch, _ more: String...) -> [String] {
    [command, "--root", site.root, "--templates", templates, "--as-of", "2026-11-21"] + more
  }

  /// Longer than the promised second, because the machine may be busy; a phase of this site takes longer still.
  private static let limit = 3.0

  @Test("ends what only reads at once, and nothing is said to have passed", arguments: [SIGTERM, SIGINT])
  func reading(_ signal: Int32) throws {
    let site = try Self.site()
    for delay in [50, 400] {
      for arguments in [Self.arguments("check", site), Self.arguments("report", site, "--year", "2025")] {
        let start = ContinuousClock.now
        let end = try Program.interrupt(arguments, with: signal) { ContinuousClock.now - start > .milliseconds(delay) }
        guard let end else { continue }
        #expect(end.signal == signal && end.seconds < Self.limit && !end.said.contains("检查通过"), "\(delay): \(end)")
      }
    }
  }

  @Test("ends a build in every phase; Output stays, and the next build clears up")
  func building() async throws {
    let site = try Self.site()
    #expect(try Program.run(Self.arguments("build", site, "--as-of", "2026-11-20")).status == 0)
    let state = site.root + "/.Output.gongkai/"
    let lock = { try? FileManager.default.attributesOfItem(atPath: state + "lock")[.modificationDate] as? Date }
    let exists = { (name: String) in FileManager.default.fileExists(atPath: state + "staging/" + name) }
    let phases: [(String, () -> (() -> Bool))] = [
      (
        "loading",
        {
          let locked = lock()
          return { lock() != locked }
        }
      ),
      ("rendering", { { exists("") } }), ("indexing", { { exists("search") } }),
      ("publishing", { { exists("manifest.json") } }),
    ]
    var seen: [String] = []
    for (signal, day) in [(SIGTERM, "2026-11-22"), (SIGINT, "2026-11-23")] {
      for (phase, moment) in phases {
        // A build that ended before its moment has published.
        let before = site.text("Output/manifest.json")
        // Otherwise files left by an earlier run would be mistaken for this one's.
        try? FileManager.default.removeItem(atPath: state + "staging")
        let arguments = Self.arguments("build", site, "--as-of", day)
        guard let end = try Program.interrupt(arguments, with: signal, when: moment()) else { continue }
        seen.append(phase)
        #expect(end.signal == signal && end.seconds < Self.limit, "\(phase): \(end)")
        // In this phase the new release may already be in place, and the build says so.
        if phase != "publishing" {
          #expect(end.said == "已中断，原有网站未改动\n" && site.text("Output/manifest.json") == before, "\(phase): \(end)")
        }
      }
    }
    #expect(Set(seen).isSuperset(of: ["loading", "rendering"]), "\(seen)")
    #expect(try Program.run(Self.arguments("build", site)).status == 0)
    #expect(try Program.run(["verify", "--output", site.root + "/Output"]).status == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: state)
    #expect(
      left.allSatisfy { ["lock", "addresses", "cache", "record", "texts"].contains($0) || $0.hasPrefix("release-") },
      "\(left)")
  }

  @Test("ends what compares a release")
  func verifying() throws {
    let site = try Self.site(40)
    #expect(try Program.run(Self.arguments("build", site)).status == 0)
    if let end = try Program.interrupt(["verify", "--output", site.root + "/Output"], when: { true }) {
      #expect(end.signal == SIGTERM && end.seconds < Self.limit && !end.said.contains("一致"))
    }
  }
}
