import Disk
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("The output folder")
struct OutputFolderTests {
  private func refusal(_ path: String) -> PublishingError? {
    do {
      _ = try OutputFolder(path: path)
      return nil
    } catch { return error }
  }

  @Test("may be absent, empty, or hold .gitkeep only")
  func accepted() throws {
    let scratch = try Scratch()
    #expect(refusal(scratch.output) == nil)
    #expect(refusal(scratch.output + "/") == nil)
    try scratch.write("Output/.gitkeep", "")
    #expect(refusal(scratch.output) == nil)
  }

  @Test("that holds somebody else's files is refused, with their names")
  func foreign() throws {
    let scratch = try Scratch()
    for name in ["论文.docx", "b.txt", "c/d.txt", "e"] { try scratch.write("Output/" + name, "x") }
    let files = ["b.txt", "c/d.txt", "e", "论文.docx"]
    #expect(refusal(scratch.output) == .unknownFiles(output: scratch.output, files: files))
    #expect(
      refusal("Output")?.message ?? PublishingError.unknownFiles(output: "Output", files: files).message
        == "输出文件夹 Output 里有不是本程序生成的文件（b.txt、c/d.txt、e 等 4 个），为免误删，未作任何改动；请移走这些文件，或用 --output 指定另一个文件夹")
    #expect(scratch.published.count == 4)
    #expect(scratch.stateNames == [])
  }

  @Test("with a manifest of another program is refused")
  func otherManifest() throws {
    let scratch = try Scratch()
    try scratch.write("Output/manifest.json", #"{"name": "a web app"}"#)
    #expect(refusal(scratch.output) == .unknownFiles(output: scratch.output, files: ["manifest.json"]))
  }

  @Test("that is a file, or below nothing, or below a file, is refused")
  func impossible() throws {
    let scratch = try Scratch()
    try scratch.write("file", "")
    #expect(refusal(scratch.root + "/file") == .file(FileError("写入", scratch.root + "/file", code: ENOTDIR)))
    #expect(
      refusal(scratch.root + "/no/Output") == .file(FileError("写入", scratch.root + "/no/Output", code: ENOENT)))
    #expect(refusal(scratch.root + "/file/Output")?.message.contains("不是文件夹") == true)
    #expect(refusal("") != nil)
    #expect(refusal("/") == .mountPoint("/"))
  }

  @Test("that is a mount point is refused before anything is built")
  func mountPoint() { #expect(refusal("/proc") != nil && refusal("/dev") == .mountPoint("/dev")) }

  @Test("that is a symbolic link: the folder behind it is replaced, the link stays")
  func symbolicLink() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: scratch.root + "/disk/www", withIntermediateDirectories: true)
    #expect(symlink("disk/www", scratch.output) == 0)
    try scratch.publish(["a": "1"])
    try scratch.publish(["a": "2"])
    #expect(scratch.text("disk/www/a") == "2")
    #expect(scratch.text("disk/.www.gongkai/release-1/a") == "1")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.output) == "disk/www")
  }

  @Test("that becomes a link or a file during a build is left alone, and what the link leads to as well")
  func replaced() throws {
    for isLink in [true, false] {
      let scratch = try Scratch()
      try scratch.publish(["a": "1"])
      let folder = try OutputFolder(path: scratch.output)
      let staging = try Staging(folder, lock: OutputLock(folder))
      _ = try staging.write(path: "a", bytes: [0x32])
      try FileManager.default.moveItem(atPath: scratch.output, toPath: scratch.root + "/moved")
      if isLink { #expect(symlink("moved", scratch.output) == 0) } else { try scratch.write("Output", "mine") }
      #expect {
        try staging.publish(.sample())
      } throws: { error in
        guard case .file(let error) = error as? PublishingError else { return false }
        return error.code == ENOTDIR
      }
      #expect(scratch.text("moved/a") == "1" && scratch.stateNames == [])
      #expect(isLink || scratch.text("Output") == "mine")
    }
  }

  @Test("a link that an exchange brought into the state folder is removed in time, never what it leads to")
  func exchangedLink() throws {
    let scratch = try Scratch()
    try scratch.publish(["a": "1"])
    try FileManager.default.moveItem(atPath: scratch.output, toPath: scratch.root + "/moved")
    #expect(symlink("../moved", scratch.state + "/incoming-1") == 0)
    for text in ["2", "3", "4", "5"] { try scratch.publish(["a": text]) }
    #expect(scratch.text("moved/a") == "1")
    #expect(scratch.stateNames == ["release-3", "release-4"] && scratch.published == ["a": "5"])
  }

  @Test(
    "has a hidden folder beside it that others cannot enter, and is mended if they could", arguments: [0o755, 0o2755])
  func privateState(_ parent: Int) throws {
    let scratch = try Scratch()
    #expect(chmod(scratch.root, mode_t(parent)) == 0)
    let state = scratch.root + "/.Output.gongkai"
    let allowed: mode_t = parent & 0o2000 == 0 ? 0o700 : 0o770
    func mode() -> mode_t {
      var status = stat()
      return stat(state, &status) == 0 ? status.st_mode & 0o777 : 0
    }
    try scratch.publish(["a": "1"])
    #expect(mode() & ~allowed == 0 && mode() & 0o700 == 0o700)
    #expect(chmod(state, 0o777) == 0)
    try scratch.publish(["a": "2"])
    #expect(mode() == allowed)
    #expect(scratch.published == ["a": "2"])
  }

  @Test("that is a symbolic link to nothing is refused")
  func danglingLink() throws {
    let scratch = try Scratch()
    #expect(symlink("nothing", scratch.output) == 0)
    #expect(refusal(scratch.output) == .file(FileError("打开", scratch.output, code: ENOENT)))
  }

  @Test("knows whether it is inside another folder")
  func inside() throws {
    let scratch = try Scratch()
    try scratch.write("Content/site.yml", "")
    try scratch.write("ContentOther/x", "")
    #expect(try OutputFolder(path: scratch.root + "/Content/out").isInside(scratch.root + "/Content/"))
    #expect(try !OutputFolder(path: scratch.root + "/ContentOther/out").isInside(scratch.root + "/Content"))
    #expect(try !OutputFolder(path: scratch.output).isInside(scratch.root + "/Content"))
  }

  @Test("whose parent does not allow writing is an error of the disk")
  func unwritable() throws {
    let scratch = try Scratch()
    let faulty = FaultyCalls(failing: 3, code: EACCES)
    #expect { try scratch.publish(["a": "x"], calls: faulty.calls) } throws: {
      guard case .file(let error) = $0 as? PublishingError else { return false }
      return error == FileError("创建文件夹", scratch.state, code: EACCES)
    }
  }
}

@Suite("The lock")
struct OutputLockTests {
  @Test("keeps a second build out and names the first")
  func second() throws {
    let scratch = try Scratch()
    let folder = try OutputFolder(path: scratch.output)
    let lock = try OutputLock(folder)
    let now = Int(Date().timeIntervalSince1970)
    #expect {
      try OutputLock(folder)
    } throws: {
      guard case .locked(let holder) = $0 as? PublishingError else { return false }
      return holder.process == Int(getpid()) && abs(holder.since - now) < 60
    }
    withExtendedLifetime(lock) {}
  }

  @Test("is free again when its holder is gone, and refused tries leave nothing open")
  func released() throws {
    let scratch = try Scratch()
    let folder = try OutputFolder(path: scratch.output)
    do {
      let lock = try OutputLock(folder)
      for _ in 0..<5000 { #expect(throws: PublishingError.self) { try OutputLock(folder) } }
      withExtendedLifetime(lock) {}
    }
    _ = try OutputLock(folder)
  }

  @Test("a lock file that a dead process left does not block")
  func dead() throws {
    let scratch = try Scratch()
    try scratch.write(".Output.gongkai/lock", "0000099999\n")
    try scratch.publish(["a": "x"])
    #expect(scratch.published == ["a": "x"])
  }

  @Test("names the process that has it, not the one that had it before and is gone")
  func justTaken() throws {
    let scratch = try Scratch()
    try scratch.write(".Output.gongkai/lock", "0999999999\n")
    let descriptor = open(scratch.root + "/.Output.gongkai/lock", O_RDWR)
    #expect(flock(descriptor, LOCK_EX) == 0)
    defer { close(descriptor) }
    let late = Thread {
      usleep(20000)
      let number = String(getpid())
      let text = String(repeating: "0", count: 10 - number.count) + number + "\n"
      _ = text.withCString { pwrite(descriptor, $0, 11, 0) }
    }
    let folder = try OutputFolder(path: scratch.output)
    late.start()
    #expect {
      try OutputLock(folder)
    } throws: {
      guard case .locked(let holder) = $0 as? PublishingError else { return false }
      return holder.process == Int(getpid())
    }
  }
}
