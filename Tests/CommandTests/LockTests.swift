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
    #expect(error.wholeMatch(of: /错误：另一个生成任务正在运行（进程号 \d+，开始于 \d{4}-\d\d-\d\d \d\d:\d\d），请等它结束后再试\n/) != nil)
    withExtendedLifetime(lock) {}
  }
}
