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
    arguments: ["nginx.conf", "gongkai.service", "gongkai.timer", "gongkai.cron"],
    ["docs/operations.md", "docs/operations.zh.md"])
  func handbook(_ file: String, _ page: String) throws {
    #expect(try text(page).contains("\n" + text("Tools/deploy/" + file) + "```"), "\(page)")
  }

  @Test("run commands that the program has")
  func commands() async throws {
    for file in ["gongkai.service", "gongkai.cron"] {
      let line = try #require(
        try text("Tools/deploy/" + file).split(separator: "\n").first { $0.contains("gongkai build") })
      let words = line.split(separator: " ").map(String.init)
      let start = try #require(words.firstIndex(of: "build"))
      let scratch = try Scratch()
      let arguments = words[start...].map { $0.replacing("/srv/gongkai", with: scratch.root) }
      // A folder without content is a disk error, not a command line error.
      #expect(await Main.run(arguments, Captured().console()) == .disk, "\(line)")
    }
  }
}
