import Base
import Disk
import Foundation
import Publishing
import SiteBuild
import TestSupport
import Testing

/// Problems with the disk or the command line: an error with its path, and nothing is changed.
@Suite struct EnvironmentTests {
  @Test func `Output that is a file is left alone`() async throws {
    let site = try SiteFixture()
    try site.write(["Output": "mine"])
    await #expect(throws: PublishingError.file(FileError("写入", site.root + "/Output", code: ENOTDIR))) {
      try await site.build()
    }
    #expect(site.text("Output") == "mine")
  }

  @Test func `Output below a file cannot be written`() async throws {
    let site = try SiteFixture(["plain": "mine"])
    let request = site.request(output: site.root + "/plain/Output")
    await #expect {
      try await buildSite(request, version: "0")
    } throws: { error in
      guard case PublishingError.file(let error) = error else { return false }
      return error.code == ENOTDIR && error.path.hasPrefix(site.root + "/plain")
    }
    #expect(site.text("plain") == "mine")
  }

  @Test(
    "Output inside what is read would be read again", arguments: ["Content", "Content/zhengce/Output", "Templates/o"])
  func outputInside(path: String) async throws {
    let site = try SiteFixture()
    try site.copyTemplates()
    let before = site.text("Content/zhengce/first.md")
    let request = site.request(output: site.root + "/" + path)
    await #expect(throws: (any Error).self) { try await buildSite(request, version: "0") }
    #expect(site.text("Content/zhengce/first.md") == before)
    #expect(!FileManager.default.fileExists(atPath: site.root + "/\(path)/index.html"))
    #expect(!FileManager.default.fileExists(atPath: site.root + "/Content/zhengce/.Output.gongkai"))
  }

  @Test func `Output inside Content says so`() async throws {
    let site = try SiteFixture()
    let path = site.root + "/Content/Output"
    let request = site.request(output: path)
    await #expect(throws: BuildError.outputInsideContent(path)) { try await buildSite(request, version: "0") }
  }

  @Test func `Output with somebody's files is left alone`() async throws {
    let site = try SiteFixture(["Output/letter.txt": "mine"])
    await #expect(throws: PublishingError.unknownFiles(output: site.root + "/Output", files: ["letter.txt"])) {
      try await site.build()
    }
    #expect(site.text("Output/letter.txt") == "mine")
  }

  @Test func `a second build waits for nobody`() async throws {
    let site = try SiteFixture()
    let lock = try OutputLock(try OutputFolder(path: site.root + "/Output"))
    await #expect {
      try await site.build()
    } throws: { error in
      if case PublishingError.locked(let holder) = error { holder.process == Int(getpid()) } else { false }
    }
    #expect(site.output.isEmpty)
    withExtendedLifetime(lock) {}
  }

  @Test func `a document that cannot be read stops the build`() async throws {
    let site = try SiteFixture(copyOf: try await BadInputTests.good.value)
    let before = site.output
    // A link to itself: even root cannot open it. A folder in its place is neither a document nor an error.
    try FileManager.default.createSymbolicLink(
      atPath: site.root + "/Content/zhengce/loop.md", withDestinationPath: "loop.md")
    let outcome = try await site.build()
    #expect(outcome.check.findings.map(\.short) == ["zhengce/loop.md:1:1 1 symlink-outside"])
    #expect(outcome.publication == nil && site.output == before)
  }

  @Test func `a root without templates or content says what is missing`() async throws {
    let site = try SiteFixture()
    let request = site.request(templates: [site.root + "/none"])
    await #expect(throws: FileError("打开", site.root + "/none", code: ENOENT)) { try await checkSite(request) }
    try site.remove("Content")
    #expect(try await site.findings().contains("Content:1:1 1 missing-content"))
  }

  @Test func `a time zone that the clock does not know is an error`() async throws {
    let site = try SiteFixture()
    var request = site.request()
    request.asOf = nil
    let unknown = request
    await #expect(throws: BuildError.unknownTimeZone("Asia/Shanghai")) { try await checkSite(unknown) }
  }
}
