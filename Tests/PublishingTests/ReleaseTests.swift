import Disk
import Foundation
import Publishing
import Synchronization
import TestSupport
import Testing

@Suite("Releases")
struct ReleaseTests {
  private func threeReleases() throws -> (Scratch, OutputFolder) {
    let scratch = try Scratch()
    for day in ["19", "20", "21"] { try scratch.publish(["a": day, "same": "x"], asOf: "2026-11-\(day)") }
    return (scratch, try OutputFolder(path: scratch.output))
  }

  @Test("are listed, the one in Output first, then the newest")
  func listed() throws {
    let (scratch, folder) = try threeReleases()
    let releases = try folder.releases()
    withExtendedLifetime(scratch) {}
    #expect(releases.map(\.number) == [nil, 2, 1])
    #expect(releases.map(\.manifest?.information.asOf) == ["2026-11-21", "2026-11-20", "2026-11-19"])
  }

  @Test("one whose manifest is damaged is listed without it, and does not come back; the one before it does")
  func damagedManifest() throws {
    let (scratch, folder) = try threeReleases()
    try scratch.write(".Output.gongkai/release-2/manifest.json", "{")
    #expect(try folder.releases().map { $0.manifest == nil } == [false, true, false])
    #expect(throws: PublishingError.damaged(release: 2, differences: [.changed("manifest.json")])) {
      try folder.rollback(to: 2, lock: OutputLock(folder))
    }
    #expect(scratch.published == ["a": "21", "same": "x"])
    _ = try folder.rollback(lock: OutputLock(folder))
    #expect(scratch.published == ["a": "19", "same": "x"])
  }

  @Test("what differs from the one before is counted by file")
  func changes() {
    func manifest(_ files: [String: String]) -> Manifest {
      Manifest(
        .sample(),
        files: files.map { FileRecord(path: $0, byteCount: 1, sha256: checksum(of: Array($1.utf8))) })
    }
    let (old, new) = (manifest(["a": "1", "b": "1", "c": "1"]), manifest(["a": "1", "b": "2", "d": "1", "e": "1"]))
    #expect(new.changes(since: old) == FileChanges(added: 2, changed: 1, removed: 1))
    #expect(old.changes(since: old) == FileChanges(added: 0, changed: 0, removed: 0))
  }

  @Test("fewer are kept when fewer are asked for, also by a build that changes nothing")
  func fewer() throws {
    let (scratch, folder) = try threeReleases()
    #expect(try scratch.publish(["a": "21", "same": "x"], asOf: "2026-11-21", keeping: 1).isUnchanged)
    #expect(try folder.releases().map(\.number) == [nil, 2])
  }

  @Test("none to go back to is said without a number")
  func none() throws {
    let scratch = try Scratch()
    try scratch.publish(["a": "1"])
    let folder = try OutputFolder(path: scratch.output)
    #expect(throws: PublishingError.noSuchRelease(nil, known: [])) { try folder.rollback(lock: OutputLock(folder)) }
    #expect(PublishingError.noSuchRelease(nil, known: []).message == "没有保留任何历史版本，无法恢复")
  }

  @Test("come back by number, and the newest without one; what was there is kept")
  func rollback() throws {
    let (scratch, folder) = try threeReleases()
    #expect(try folder.rollback(to: 1, lock: OutputLock(folder)).information.asOf == "2026-11-19")
    #expect(scratch.published == ["a": "19", "same": "x"])
    #expect(try folder.releases().map(\.manifest?.information.asOf) == ["2026-11-19", "2026-11-21", "2026-11-20"])
    _ = try folder.rollback(lock: OutputLock(folder))
    #expect(scratch.published == ["a": "21", "same": "x"])
    #expect(try folder.verify().differences == [])
    #expect(scratch.stateNames == ["release-2", "release-4"])
  }

  @Test("an unknown number and a damaged release change nothing")
  func refused() throws {
    let (scratch, folder) = try threeReleases()
    #expect(throws: PublishingError.noSuchRelease(7, known: [1, 2])) {
      try folder.rollback(to: 7, lock: OutputLock(folder))
    }
    try scratch.write(".Output.gongkai/release-1/a", "damaged")
    #expect(throws: PublishingError.damaged(release: 1, differences: [.changed("a")])) {
      try folder.rollback(to: 1, lock: OutputLock(folder))
    }
    #expect(scratch.published == ["a": "21", "same": "x"])
  }

  @Test(
    "a rollback in which any call fails leaves one of the two releases whole and loses none", arguments: [true, false])
  func faults(_ canExchange: Bool) throws {
    for isDeath in [false, true] {
      var (number, hasFired) = (0, true)
      while hasFired {
        number += 1
        let (scratch, _) = try threeReleases()
        let faulty = FaultyCalls(failing: number, code: EIO, isDeath: isDeath, canExchange: canExchange)
        let isDone = (try? rollback(scratch, faulty.calls)) != nil
        hasFired = faulty.hasFired
        let isGap = isDeath && !canExchange && !scratch.exists("Output")
        let now = scratch.published["a"]
        #expect(isGap || (isDone ? now == "19" : now == "21"), "call \(number), dead \(isDeath)")
        try scratch.publish(["a": "22"], keeping: 9)
        let days = try OutputFolder(path: scratch.output).releases().compactMap(\.manifest?.information.asOf).sorted()
        #expect(days == ["2026-11-19", "2026-11-20", "2026-11-21", "2026-11-21"], "call \(number), dead \(isDeath)")
      }
    }
  }

  private func rollback(_ scratch: Scratch, _ calls: SystemCalls) throws {
    let folder = try OutputFolder(path: scratch.output, disk: Disk(calls: calls))
    _ = try folder.rollback(to: 1, lock: OutputLock(folder))
  }
}

@Suite("Verifying")
struct VerificationTests {
  @Test("names what is missing, changed and extra")
  func differences() throws {
    let scratch = try Scratch()
    try scratch.publish(["a": "1", "b": "2", "c/d": "3", "e": "4", "f": "5"])
    try scratch.write("Output/a", "9")
    try FileManager.default.removeItem(atPath: scratch.output + "/c/d")
    try scratch.write("Output/新", "")
    try FileManager.default.removeItem(atPath: scratch.output + "/e")
    #expect(symlink("b", scratch.output + "/e") == 0)
    try FileManager.default.removeItem(atPath: scratch.output + "/f")
    try FileManager.default.createDirectory(atPath: scratch.output + "/f", withIntermediateDirectories: true)
    #expect(
      try OutputFolder(path: scratch.output).verify().differences
        == [.changed("a"), .missing("c/d"), .changed("e"), .changed("f"), .extra("新")])
  }

  @Test("sees one release, also when another takes its place meanwhile")
  func switchMeanwhile() throws {
    let scratch = try Scratch()
    try scratch.publish(["a": "1", "b": "1"], asOf: "2026-11-20")
    let isFirst = Mutex(true)
    var calls = SystemCalls.withoutSync
    calls.open = { path, flags, mode in
      let isNow =
        path.hasSuffix("/b")
        && isFirst.withLock { first in
          defer { first = false }
          return first
        }
      if isNow { _ = try? scratch.publish(["a": "2", "b": "2"]) }
      return SystemCalls.live.open(path, flags, mode)
    }
    let verified = try OutputFolder(path: scratch.output, disk: Disk(calls: calls)).verify()
    #expect(verified.differences == [] && verified.manifest.information.asOf == "2026-11-21")
  }

  @Test("without a manifest is refused")
  func nothing() throws {
    let scratch = try Scratch()
    let folder = try OutputFolder(path: scratch.output)
    #expect(throws: PublishingError.noRelease(scratch.output)) { try folder.verify() }
  }
}
