import Disk
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Names that no release of ours has")
struct StrangeNamesTests {
  /// 政策 in GBK, a lone byte in a folder, and a name that looks like a stand-in.
  private static let names: [[UInt8]] = [
    [0xD5, 0xFE, 0xB2, 0xDF], Array("甲/a".utf8) + [0xFF], [0xF4, 0x8F, 0xBF, 0x80, 0x2E, 0x62], [0xE4, 0xB8],
  ]

  private func write(_ name: [UInt8], in folder: String) {
    let path = (Array(folder.utf8) + [0x2F] + name + [0]).map { CChar(bitPattern: $0) }
    let descriptor = open(path, O_WRONLY | O_CREAT, 0o644)
    #expect(descriptor >= 0)
    close(descriptor)
  }

  @Test("names that are no UTF-8 stop no build, no rollback, and are kept byte by byte")
  func notUTF8() throws {
    let scratch = try Scratch()
    try scratch.publish(["a": "1"], asOf: "2026-11-19")
    try scratch.write("Output/甲/x", "")
    for name in Self.names { write(name, in: scratch.output) }
    let folder = try OutputFolder(path: scratch.output)
    #expect(try folder.verify().differences.count == 5)
    let done = try scratch.publish(["a": "2"], asOf: "2026-11-20")
    #expect(done.unknownFiles.count == 5 && done.hadManifest)
    for text in ["3", "4", "5"] { try scratch.publish(["a": text], asOf: "2026-11-2\(text)") }
    #expect(try Disk().files(below: scratch.state + "/kept-1").count == 7)
    let kept = try FileManager.default.subpathsOfDirectory(atPath: scratch.state + "/kept-1")
    #expect(!kept.isEmpty)
    for name in Self.names {
      let path = (Array((scratch.state + "/kept-1/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
      var status = stat()
      #expect(lstat(path, &status) == 0, "\(name)")
    }
    _ = try folder.rollback(to: 1, lock: OutputLock(folder))
    #expect(try folder.verify().differences.count == 5)
    try scratch.publish(["a": "6"], asOf: "2026-11-26")
  }

  @Test("a folder with such names is removed whole")
  func removed() throws {
    let scratch = try Scratch()
    try scratch.write("x/甲/x", "")
    for name in Self.names { write(name, in: scratch.root + "/x") }
    try Disk().removeTree(scratch.root + "/x")
    #expect(!scratch.exists("x"))
  }

  @Test("messages show the bytes")
  func shown() {
    let scratch = try? Scratch()
    guard let scratch else { return }
    write([0xD5, 0xFE, 0x61], in: scratch.root)
    let name = (try? Disk().list(scratch.root))?.first?.name ?? ""
    #expect(RawName.shown(name) == "\\xD5\\xFEa")
    #expect(FileError("读取", name, code: EACCES).message == "无法读取 \\xD5\\xFEa：没有权限")
  }

  @Test("numbers that no release can have do no harm")
  func numbers() throws {
    let scratch = try Scratch()
    for name in [
      "release-9223372036854775807", "release-1000000000", "release-+5", "release-007", "release-0", "release--3",
    ] {
      try scratch.write(".Output.gongkai/\(name)/a", "")
    }
    for day in 1...4 { try scratch.publish(["a": "\(day)"], asOf: "2026-11-2\(day)") }
    #expect(try OutputFolder(path: scratch.output).releases().map(\.number) == [nil, 3, 2])
    #expect(scratch.exists(".Output.gongkai/release-9223372036854775807/a"))
  }
}

@Suite("A release without its manifest")
struct LostManifestTests {
  private func lose(_ scratch: Scratch, _ isEmptied: Bool) throws {
    if isEmptied { try scratch.write("Output/manifest.json", "") }
    if !isEmptied { try FileManager.default.removeItem(atPath: scratch.output + "/manifest.json") }
  }

  @Test("is still ours where a release is kept: the next build goes on and keeps it aside", arguments: [true, false])
  func build(_ isEmptied: Bool) throws {
    let scratch = try Scratch()
    for day in ["19", "20"] { try scratch.publish(["a": day], asOf: "2026-11-\(day)") }
    try lose(scratch, isEmptied)
    #expect(try OutputFolder(reading: scratch.output).current()?.manifest == nil)
    #expect(try OutputFolder(reading: scratch.output).current() != nil)
    let done = try scratch.publish(["a": "21"])
    #expect(!done.hadManifest && done.unknownFilesFolder == scratch.state + "/kept-2")
    #expect(scratch.published == ["a": "21"] && scratch.text(".Output.gongkai/kept-2/a") == "20")
  }

  @Test("can be rolled back from", arguments: [true, false])
  func rollback(_ isEmptied: Bool) throws {
    let scratch = try Scratch()
    for day in ["19", "20"] { try scratch.publish(["a": day], asOf: "2026-11-\(day)") }
    try lose(scratch, isEmptied)
    let folder = try OutputFolder(path: scratch.output)
    _ = try folder.rollback(lock: OutputLock(folder))
    #expect(scratch.published == ["a": "19"] && scratch.text(".Output.gongkai/kept-2/a") == "20")
  }
}

@Suite("Releases that are taken away for ever")
struct ForgottenReleaseTests {
  @Test("are gone, the others verify, and what others put there stays")
  func forgotten() throws {
    let scratch = try Scratch()
    for day in ["18", "19", "20", "21"] {
      try scratch.publish(["a": day, "same": "x"], asOf: "2026-11-\(day)", keeping: 9)
      if day == "19" { try scratch.write("Output/notes/mine.txt", "别人的") }
    }
    let folder = try OutputFolder(path: scratch.output)
    #expect(scratch.stateNames == ["kept-2", "release-1", "release-3"])
    let folders = try folder.forget([1, 2], under: OutputLock(folder))
    #expect(folders == [scratch.state + "/files-2"])
    #expect(scratch.stateNames == ["files-2", "release-3"])
    #expect(try Disk().files(below: scratch.state + "/files-2") == ["notes/mine.txt"])
    _ = try folder.rollback(lock: OutputLock(folder))
    #expect(try folder.verify().differences == [] && scratch.published == ["a": "20", "same": "x"])
  }

  @Test("are gone after a kill at any moment, once the next command has run")
  func killed() throws {
    var number = 0
    var hasFired = true
    while hasFired {
      number += 1
      let scratch = try Scratch()
      for day in ["19", "20", "21"] {
        try scratch.publish(["a": day], asOf: "2026-11-\(day)")
        if day == "19" { try scratch.write("Output/mine.txt", "别人的") }
      }
      let faulty = FaultyCalls(failing: number, code: EIO, isDeath: true)
      try? forget(scratch, faulty.calls)
      hasFired = faulty.hasFired
      try forget(scratch, .withoutSync)
      #expect(scratch.stateNames == ["files-1"], "call \(number)")
      #expect(scratch.published == ["a": "21"])
    }
    #expect(number > 10)
  }

  private func forget(_ scratch: Scratch, _ calls: SystemCalls) throws {
    let folder = try OutputFolder(path: scratch.output, disk: Disk(calls: calls))
    _ = try folder.forget([1, 2], under: OutputLock(folder))
  }
}
