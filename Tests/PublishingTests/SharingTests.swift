import Disk
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Who may see and build")
struct SharingTests {
  /// Gives a folder a group (daemon) and mode.
  private func share(_ path: String) throws {
    try #require(geteuid() == 0, "only root may give a folder to any group")
    #expect(chown(path, uid_t.max, 1) == 0 && chmod(path, 0o2775) == 0)
  }

  private func group(_ path: String) -> gid_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_gid : nil
  }

  @Test("nobody else looks beside Output or holds the lock, also where an older version left it open")
  func privateState() throws {
    let scratch = try Scratch()
    try scratch.publish(["a": "1"])
    #expect(scratch.mode(".Output.gongkai") == 0o700 && scratch.mode(".Output.gongkai/lock") == 0o600)
    #expect(chmod(scratch.state, 0o755) == 0 && chmod(scratch.state + "/lock", 0o644) == 0)
    try scratch.publish(["a": "2"])
    #expect(scratch.mode(".Output.gongkai") == 0o700 && scratch.mode(".Output.gongkai/lock") == 0o600)
  }

  @Test("in a set-group-ID folder the group may, and everything is the group's", .enabled(if: geteuid() == 0))
  func shared() throws {
    let scratch = try Scratch()
    try share(scratch.root)
    for text in ["1", "2"] { try scratch.publish(["a/b": text]) }
    #expect(scratch.mode(".Output.gongkai") == 0o2770 && scratch.mode(".Output.gongkai/lock") == 0o660)
    for path in [
      "Output", "Output/a", "Output/a/b", ".Output.gongkai", ".Output.gongkai/lock", ".Output.gongkai/release-1",
    ] {
      #expect(group(scratch.root + "/" + path) == 1, "\(path)")
    }
  }

  @Test("a set-group-ID Output keeps its group in every release", .enabled(if: geteuid() == 0))
  func sharedOutput() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: scratch.output, withIntermediateDirectories: false)
    try share(scratch.output)
    for text in ["1", "2"] {
      try scratch.publish(["a/b": text])
      for path in ["", "/a", "/a/b", "/manifest.json"] { #expect(group(scratch.output + path) == 1, "\(text) \(path)") }
      #expect(scratch.mode("Output").map { $0 & 0o2000 } == 0o2000)
    }
  }

  @Test("a lock that another program holds is said to be that, with the file")
  func foreignLock() throws {
    let scratch = try Scratch()
    try scratch.write(".Output.gongkai/lock", "0999999999 0000001000\n")
    let descriptor = open(scratch.state + "/lock", O_RDONLY)
    #expect(flock(descriptor, LOCK_EX) == 0)
    defer { close(descriptor) }
    #expect {
      try OutputLock(OutputFolder(path: scratch.output))
    } throws: {
      guard case .locked(let holder) = $0 as? PublishingError else { return false }
      return holder.process == nil && holder.path == scratch.state + "/lock"
        && ($0 as? PublishingError)?.message.contains("fuser -v \(scratch.state)/lock") == true
    }
  }

  @Test("users and groups have names where the files know them, numbers where not")
  func accounts() {
    #expect(Account.user(0) == "root" && Account.group(0) == "root" && Account.user(4_000_000_000) == "4000000000")
    #expect(Account.owner(of: "/etc/passwd/nothing/here")?.hasPrefix("/etc/passwd 属于 root:root，权限 ") == true)
  }
}
