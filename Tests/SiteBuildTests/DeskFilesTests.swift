import Disk
import Foundation
import Glibc
import SiteBuild
import Synchronization
import TestSupport
import Testing

@Suite struct DeskFilesTests {
  private static let path = "Content/zhengce/first.md"

  private func files(_ site: SiteFixture, disk: Disk = Disk()) -> DeskFiles {
    DeskFiles(root: site.root, disk: disk, now: { "2026-11-21T09:30" })
  }

  private func refused(_ body: () throws(DeskFiles.Refusal) -> Void) -> DeskFiles.Refusal? {
    do throws(DeskFiles.Refusal) {
      try body()
      return nil
    } catch { return error }
  }

  @Test func `what stood there is kept, and who wrote it is in the log`() throws {
    let site = try SiteFixture()
    let files = files(site)
    let first = try files.read(Self.path)
    let second = try files.replace(Self.path, with: Array("乙".utf8), stamp: first.stamp, by: "王敏")
    _ = try files.replace(Self.path, with: Array("丙".utf8), stamp: second.stamp, by: nil)
    #expect(site.text(Self.path) == "丙")
    let copies = try files.copies(of: Self.path)
    #expect(copies.map(\.before) == [second.stamp, first.stamp])
    #expect(copies.map(\.user) == [nil, "王敏"])
    #expect(try files.copy(of: Self.path, first.stamp) == first)
    #expect(try files.copy(of: "Content/site.yml", first.stamp) == nil)
    #expect(try files.log.entries().map(\.deed) == [.saved, .saved])
  }

  @Test func `of two who write the second is told, and nothing is lost`() throws {
    let site = try SiteFixture()
    let files = files(site)
    let read = try files.read(Self.path)
    try site.write([Self.path: "别人的"])
    let refusal = refused { () throws(DeskFiles.Refusal) in
      _ = try files.replace(Self.path, with: Array("我的".utf8), stamp: read.stamp, by: nil)
    }
    #expect(refusal == .changed(DeskFiles.State(Array("别人的".utf8))))
    #expect(site.text(Self.path) == "别人的")
    #expect(try files.log.entries().isEmpty)
  }

  @Test func `five who write at once lose nothing`() async throws {
    let site = try SiteFixture()
    let files = files(site)
    await withTaskGroup(of: Void.self) { group in
      for person in 1...5 {
        group.addTask {
          var left = 20
          while left > 0 {
            guard let state = try? files.read(Self.path) else { continue }
            let line = Array("\(person) \(left)\n".utf8)
            if (try? files.replace(Self.path, with: state.bytes + line, stamp: state.stamp, by: "\(person)")) != nil {
              left -= 1
            }
          }
        }
      }
    }
    let lines = try #require(site.text(Self.path)).split(separator: "\n").map(String.init)
    for person in 1...5 { #expect(lines.filter { $0.hasPrefix("\(person) ") }.count == 20) }
    #expect(try files.log.entries().count == 100)
  }

  @Test(arguments: [
    "/etc/passwd", "Content/../etc", "Content/.desk/log.jsonl", "Content//a.md", "Content/a\0.md", "Templates/a.md",
    "Content/",
    "Content/zhengce/.a.md",
  ])
  func `nothing outside Content and nothing hidden`(_ path: String) throws {
    let files = files(try SiteFixture())
    #expect(refused { () throws(DeskFiles.Refusal) in _ = try files.read(path) } == .place)
    let refusal = refused { () throws(DeskFiles.Refusal) in
      _ = try files.replace(path, with: [], stamp: nil, by: nil)
    }
    #expect(refusal == .place)
  }

  @Test func `a file that went away, became a folder or a link is said to be so`() throws {
    let site = try SiteFixture()
    let files = files(site)
    let read = try files.read(Self.path)
    func message() -> String? {
      refused { () throws(DeskFiles.Refusal) in
        _ = try files.replace(Self.path, with: [], stamp: read.stamp, by: nil)
      }?.message
    }
    try site.remove(Self.path)
    #expect(message() == "文件已经被删除或者改名；你写的还在这里，可以重新建立，或者复制走")
    let new = try files.replace(Self.path, with: read.bytes, stamp: nil, by: nil)
    #expect(new == read)
    try site.remove(Self.path)
    try FileManager.default.createDirectory(atPath: site.root + "/" + Self.path, withIntermediateDirectories: false)
    #expect(message()?.contains("它是文件夹") == true)
    try site.remove(Self.path)
    try FileManager.default.createSymbolicLink(
      atPath: site.root + "/" + Self.path, withDestinationPath: site.root + "/Content/site.yml")
    #expect(message()?.contains("符号链接") == true)
    try site.remove("Content/zhengce")
    try FileManager.default.createSymbolicLink(
      atPath: site.root + "/Content/zhengce", withDestinationPath: "/tmp")
    let refusal = refused { () throws(DeskFiles.Refusal) in
      _ = try files.replace(Self.path, with: [], stamp: nil, by: nil)
    }
    #expect(refusal != nil)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/first.md"))
  }

  /// Every write of a save fails once, on a full disk.
  @Test(arguments: 1...3)
  func `a full disk leaves the file as it was, and says so`(_ failing: Int) throws {
    let site = try SiteFixture()
    let count = Mutex(0)
    var calls = SystemCalls.live
    calls.write = { descriptor, bytes in
      let number = count.withLock { count in
        count += 1
        return count
      }
      // Half of it is on the disk already.
      if number == failing { _ = SystemCalls.live.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes.prefix(7))) }
      return number == failing ? Int(-ENOSPC) : SystemCalls.live.write(descriptor, bytes)
    }
    let files = files(site, disk: Disk(calls: calls))
    let read = try files.read(Self.path)
    let old = site.text(Self.path)
    let refusal = refused { () throws(DeskFiles.Refusal) in
      _ = try files.replace(Self.path, with: Array("新".utf8), stamp: read.stamp, by: nil)
    }
    #expect(refusal?.message.hasSuffix("磁盘已满；没有保存，原来的文件没有变") == true)
    #expect(site.text(Self.path) == old)
    let folder = try FileManager.default.contentsOfDirectory(atPath: site.root + "/Content/zhengce")
    #expect(folder.allSatisfy { !$0.hasPrefix(".") })
    // With room again, all is well: half a line and half a copy spoil nothing.
    _ = try files.replace(Self.path, with: Array("新".utf8), stamp: read.stamp, by: "甲")
    #expect(try files.copy(of: Self.path, read.stamp) == read)
    #expect(
      try files.log.entries().last
        == DeskLog.Entry(
          time: "2026-11-21T09:30", user: "甲", deed: .saved, path: Self.path, before: read.stamp,
          after: DeskFiles.State(Array("新".utf8)).stamp))
  }

  @Test func `old copies go, the latest stay`() throws {
    let site = try SiteFixture()
    let files = files(site)
    var state = try files.read(Self.path)
    let first = state
    for number in 0...DeskFiles.mostCopies {
      state = try files.replace(Self.path, with: Array("\(number)".utf8), stamp: state.stamp, by: nil)
    }
    try files.tidy()
    let copies = try files.copies(of: Self.path)
    #expect(copies.count == DeskFiles.mostCopies)
    #expect(!copies.contains { $0.before == first.stamp })
    try FileManager.default.removeItem(atPath: site.root + "/" + DeskFiles.folder)
    #expect(try files.copies(of: Self.path).isEmpty)
  }

  @Test func `a file that is taken away can be brought back`() throws {
    let site = try SiteFixture()
    let files = files(site)
    let read = try files.read(Self.path)
    try files.remove(Self.path, stamp: read.stamp, by: "甲")
    #expect(site.text(Self.path) == nil)
    let copy = try #require(try files.copies(of: Self.path).first?.before)
    let old = try #require(try files.copy(of: Self.path, copy))
    _ = try files.replace(Self.path, with: old.bytes, stamp: nil, by: "甲", deed: .restored)
    #expect(try files.read(Self.path) == read)
  }

  @Test func `copies and log never leave the desk`() async throws {
    let site = try SiteFixture()
    let files = files(site)
    let live = try await LiveSite(site.request())
    let read = try files.read(Self.path)
    _ = try files.replace(Self.path, with: read.bytes + Array("再一行。\n".utf8), stamp: read.stamp, by: "王敏")
    let log = site.root + "/Content/.desk/log.jsonl"
    #expect(try await live.update(.paths([log, site.root + "/Content/.desk/copies/" + read.stamp])) == false)
    _ = try await site.publish()
    #expect(site.output.allSatisfy { !$0.key.contains(".desk") && !$0.key.contains(read.stamp) })
    #expect(site.output.allSatisfy { $0.value.range(of: Data("王敏".utf8)) == nil })
    #expect(try await site.findings().isEmpty)
  }
}
