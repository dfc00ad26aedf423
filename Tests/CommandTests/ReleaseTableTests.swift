import Synchronization
import Testing

@testable import Publishing
@testable import SiteBuild
@testable import gongkai

@Suite("The list of releases")
struct ReleaseTableTests {
  private func release(_ number: Int?, _ files: [String: String], day: String) -> Release {
    let manifest = Manifest(
      ReleaseInformation(asOf: day, generator: "g", documents: 102, pages: 7),
      files: files.map { FileRecord(path: $0, byteCount: 1, sha256: $1) })
    return Release(number: number, moment: 0, manifest: manifest)
  }

  @Test("counts what was added, changed and removed against the line below; a damaged one says so")
  func table() {
    let (first, second) = (
      release(1, ["a": "1", "b": "1"], day: "2026-11-19"), release(2, ["a": "2"], day: "2026-11-20")
    )
    let damaged = Release(number: 3, moment: 0, manifest: nil)
    let current = release(nil, ["a": "2", "c": "1"], day: "2026-11-21")
    let lines = ReleaseTable([current, damaged, second, first], zone: "Asia/Shanghai").text.split(separator: "\n").map(
      String.init)
    let time = "1970-01-01 08:00         "
    #expect(lines[0] == "编号  有效性日期  生成时间（Asia/Shanghai）  文件  页面  新增  改动  删除  内容指纹")
    #expect(lines[1].hasPrefix("当前  2026-11-21  \(time)   102     7     –     –     –  "))
    #expect(lines[2] == "   3  –           \(time)     –     –     –     –     –  清单已损坏")
    #expect(lines[3].hasPrefix("   2  2026-11-20  \(time)   102     7     0     1     1  "))
    #expect(lines[4].hasPrefix("   1  2026-11-19  \(time)   102     7     –     –     –  "))
    #expect(lines[4].hasSuffix("  " + (first.manifest?.treeHash.prefix(16) ?? "")))
  }
}

@Suite("The times of phases")
struct PhaseTimesTests {
  @Test("run from one phase to the next, each phase once, whatever the order of reports")
  func phases() {
    let start = ContinuousClock.now
    let passed = Mutex(0)
    let times = PhaseTimes { start + .milliseconds(passed.withLock { $0 }) }
    for (moment, phase) in [(5, BuildProgress.Phase.loading), (20, .resolving), (50, .rendering), (60, .rendering)] {
      passed.withLock { $0 = moment }
      times.record(BuildProgress(phase: phase, done: 0, total: 1))
    }
    passed.withLock { $0 = 100 }
    let found = times.milliseconds
    #expect(found.map(\.phase) == BuildProgress.Phase.ofBuild)
    #expect(found.map(\.count) == [20, 30, 0, 50, 0, 0])
  }
}
