import Glibc
import Publishing
import TestSupport
import Testing

@testable import gongkai

@Suite("A build while another runs")
struct LockTests {
  @Test("ends with 75 at once and names the other")
  func locked() async throws {
    let scratch = try Scratch()
    try scratch.write("Content/site.yml", "name: x\n")
    let folder = try OutputFolder(path: scratch.root + "/Output")
    let lock = try OutputLock(folder)
    let (status, out, error) = await Captured.run("build", "--root", scratch.root, "--templates", templates)
    #expect(status.code == 75)
    #expect(out == "")
    let sentence =
      /错误：另一个生成任务正在运行（进程号 (\d+)，用户 \S+，开始于 \d{4}-\d\d-\d\d \d\d:\d\d），请等它结束后再试；它若已停住，用 kill (\d+) 结束，网站不受影响；网上还没有本程序生成的网站\n/
    let match = try #require(error.wholeMatch(of: sentence), "\(error)")
    #expect(Int(match.1) == Int(getpid()) && match.1 == match.2)
    withExtendedLifetime(lock) {}
  }
}
