import Foundation
import TestSupport
import Testing

@testable import gongkai

@Suite("Files for the machine that serves")
struct DeploymentTests {
  private static let repository = URL(fileURLWithPath: templates).deletingLastPathComponent()

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.repository.appending(path: path), encoding: .utf8)
  }

  @Test(
    "stand in the handbook as they are",
    arguments: [
      "nginx.conf", "gongkai.service", "gongkai.timer", "gongkai-failure@.service", "gongkai.cron", "gongkai.logrotate",
      "nginx-desk.conf", "gongkai-desk.service",
    ],
    ["docs/operations.md", "docs/operations.zh.md"])
  func handbook(_ file: String, _ page: String) throws {
    #expect(try text(page).contains("\n" + text("Tools/deploy/" + file) + "```"), "\(page)")
  }

  @Test("the table of statuses is that of the program", arguments: ["docs/operations.md", "docs/operations.zh.md"])
  func statuses(_ page: String) throws {
    let chapter = try text(page).components(
      separatedBy: page.hasSuffix("zh.md") ? "\n## 结束状态\n" : "\n## Exit status\n")[1]
      .components(separatedBy: "\n## ")[0]
    let tables = chapter.components(separatedBy: "|---|---|---|\n").dropFirst().map { table in
      table.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("| ") }
        .flatMap { row in row.split(separator: "|")[0].split { ", 、".contains($0) }.compactMap { Int32($0) } }
    }
    let all: [ProgramStatus] = [
      .success, .findings, .usage, .disk, .busy, .interrupted(signal: SIGINT), .interrupted(signal: SIGTERM),
    ]
    // A new status does not compile until it is here, and then is missed in the table.
    for status in all {
      switch status {
      case .success, .findings, .usage, .disk, .busy, .interrupted, .health: continue
      }
    }
    try #require(tables.count == 2, "\(page)")
    #expect(tables[0] == all.map(\.code), "\(page)")
    #expect(tables[1] == [Health.ok, .warning, .critical, .unknown].map { ProgramStatus.health($0).code }, "\(page)")
    let words = [Health.ok, .warning, .critical, .unknown].map { "| \($0.rawValue) | \($0.word) |" }
    #expect(words.allSatisfy { chapter.contains($0) }, "\(page)")
  }

  @Test("a failed unit tells somebody: by mail, and where there is none, in words")
  func failure() throws {
    let script = Self.repository.appending(path: "Tools/deploy/gongkai-failure").path
    let scratch = try Scratch()
    try scratch.write("bin/mail", "#!/bin/sh\necho \"$@\"\ncat\n")
    try scratch.write("bin/gongkai", "#!/bin/sh\necho GONGKAI CRITICAL \"$@\"\n")
    for name in ["mail", "gongkai"] { #expect(chmod(scratch.root + "/bin/" + name, 0o755) == 0) }
    func run(_ mailTo: String) throws -> String {
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = [script, "gongkai.service"]
      process.environment = ["PATH": "\(scratch.root)/bin:/usr/bin:/bin", "MAILTO": mailTo, "GONGKAI_ROOT": "/srv/x"]
      process.standardOutput = output
      process.standardError = output
      try process.run()
      let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return said
    }
    let mailed = try run("a@example.test")
    #expect(mailed.hasPrefix("-s 政务公开网站生成失败：gongkai.service（") && mailed.contains("） a@example.test\n"))
    #expect(mailed.contains("GONGKAI CRITICAL status --root /srv/x\n"))
    try scratch.write("bin/mail", "#!/bin/sh\nexit 1\n")
    for name in ["systemd-cat", "logger"] {
      try scratch.write("bin/" + name, "#!/bin/sh\nexit 1\n")
      #expect(chmod(scratch.root + "/bin/" + name, 0o755) == 0)
    }
    #expect(try run("a@example.test").contains("GONGKAI CRITICAL status --root /srv/x\n"))
    #expect(try run("").hasPrefix("政务公开网站生成失败："))
  }

  @Test("run commands that the program has")
  func commands() async throws {
    for file in ["gongkai.service", "gongkai.cron"] {
      let line = try #require(
        try text("Tools/deploy/" + file).split(separator: "\n").first { $0.contains("gongkai build") })
      let words = line.split(separator: " ").map(String.init)
      let start = try #require(words.firstIndex(of: "build"))
      let scratch = try Scratch()
      let arguments = words[start...].prefix { $0 != ">>" }.map { $0.replacing("/srv/gongkai", with: scratch.root) }
      // A folder without content is an error in the content, not in the command line.
      #expect(await Main.run(arguments, Captured().console()) == .findings, "\(line)")
    }
  }
}
