import Disk
import Foundation
import Publishing
import TestSupport

typealias Scratch = ScratchFolder

/// What publishing needs in a folder.
extension Scratch {
  var output: String { root + "/Output" }
  var state: String { root + "/.Output.gongkai" }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + "/" + path) }

  func inode(_ path: String) -> UInt64? {
    var status = stat()
    return lstat(root + "/" + path, &status) == 0 ? UInt64(status.st_ino) : nil
  }

  func mode(_ path: String) -> UInt32? {
    var status = stat()
    return lstat(root + "/" + path, &status) == 0 ? UInt32(status.st_mode & 0o7777) : nil
  }

  /// Names in the state folder, without the lock.
  var stateNames: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: state)) ?? []).filter { $0 != "lock" }.sorted()
  }

  /// Every file of Output with its text, without the manifest.
  var published: [String: String] {
    let names = FileManager.default.enumerator(atPath: output)?.compactMap { $0 as? String } ?? []
    let files = names.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: output + "/" + name, isDirectory: &isFolder) && !isFolder.boolValue
        && name != "manifest.json"
    }
    return Dictionary(uniqueKeysWithValues: files.map { ($0, text("Output/" + $0) ?? "") })
  }

  /// Publishes texts by path, as a whole build does.
  @discardableResult
  func publish(
    _ files: [String: String], calls: SystemCalls = .withoutSync, asOf: String = "2026-11-21", keeping: Int = 2
  ) throws -> Publication {
    let folder = try OutputFolder(path: output, disk: Disk(calls: calls))
    let staging = try Staging(folder, lock: OutputLock(folder))
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      _ = try staging.write(path: path, bytes: Array(text.utf8))
    }
    return try staging.publish(.sample(asOf: asOf), keeping: keeping)
  }
}

extension SystemCalls {
  /// The real system calls, except that they do not wait for the disk: hundreds of releases per second.
  static let withoutSync: SystemCalls = {
    var calls = SystemCalls.live
    calls.syncFileSystem = { _ in 0 }
    calls.syncFile = { _ in 0 }
    return calls
  }()
}

extension ReleaseInformation {
  static func sample(asOf: String = "2026-11-21") -> ReleaseInformation {
    ReleaseInformation(asOf: asOf, generator: "gongkai test", documents: 1, pages: 2)
  }
}
