@testable import gongkai
import Foundation
import SiteBuild
import TestSupport
import Testing

struct ProgramRunTests {
  @Test func `bytes go in and come out, more than any pipe holds`() throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
    let outcome = try #require(ProgramRun(program: "cat", arguments: []).outcome(of: bytes))
    #expect(outcome.status == 0 && outcome.output == bytes)
  }

  @Test func `a program that is not there, fails, or does not read its input`() {
    #expect(ProgramRun(program: "gongkai-no-such-program", arguments: []).outcome(of: []) == nil)
    #expect(ProgramRun(program: "false", arguments: []).outcome(of: [1])?.status == 1)
    let complaint = ProgramRun(program: "ls", arguments: ["/gongkai-no-such-folder"]).outcome(of: [])
    #expect(complaint?.output == [] && complaint?.errors.isEmpty == false)
    let deaf = ProgramRun(program: "echo", arguments: ["a b", "$HOME"]).outcome(
      of: Array(repeating: 65, count: 1 << 20))
    #expect(deaf.map { String(decoding: $0.output, as: UTF8.self) } == "a b $HOME\n")
    #expect(deaf?.status == 0)
  }

  @Test func `a program that does not end is ended, and so is one that says too much`() {
    var run = ProgramRun(program: "tail", arguments: ["-f", "/dev/null"])
    run.limit = .milliseconds(50)
    let late = run.outcome(of: [])
    #expect(late != nil && late?.status == nil)
    run = ProgramRun(program: "yes", arguments: [])
    run.mostOutput = 1000
    let outcome = run.outcome(of: [])
    #expect(outcome != nil && outcome?.status == nil && outcome?.output == [])
  }

  @Test func `what a program has started is ended with it`() throws {
    let folder = try Scratch()
    var run = ProgramRun(program: "sh", arguments: ["-c", "sleep 600 & echo $! > '\(folder.root)/id'; wait"])
    (run.limit, run.hasChildren) = (.milliseconds(500), true)
    #expect(run.outcome(of: [])?.status == nil)
    let id = try #require(folder.text("id")).trimmingCharacters(in: .whitespacesAndNewlines)
    // It dies a moment later, and is a zombie until whoever inherits it has looked at it.
    func isAlive() -> Bool {
      (try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)).map { !$0.contains(") Z ") } ?? false
    }
    for _ in 0..<4000 where isAlive() { usleep(500) }
    #expect(!isAlive())
  }

  @Test func `what nobody has looked into is a line of its own`() {
    #expect(AttachmentSummary(counts: AttachmentCounts(read: 9)).lines.isEmpty)
    #expect(
      AttachmentSummary(counts: AttachmentCounts(read: 9, otherForm: 2, noReader: 3)).lines
        == "附件：检查了 9 个里面的内容，没有检查的有3 个 PDF（没有装 poppler-utils 或者 poppler-data，见运行说明）、2 个旧格式文件或者压缩包\n")
  }
}
