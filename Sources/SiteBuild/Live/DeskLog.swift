package import Base
package import Disk
import Glibc

/// Who did what at the desk: `Content/.desk/log.jsonl`, to which lines are only added.
package struct DeskLog: Sendable {
  private let path: String
  private let disk: Disk

  /// A line.
  package struct Entry: Sendable, Hashable {
    /// `2026-11-21T09:30`
    package let time: String
    /// Nil where the desk does not know who sits before it.
    package let user: String?
    package let deed: Deed
    /// Below the root.
    package let path: String
    /// What stood there before and after: stamps (``DeskFiles/State/stamp``); nil: no file.
    package let before: String?
    package let after: String?
    /// In words, what else there is to say.
    package let note: String?

    /// Memberwise.
    package init(
      time: String, user: String?, deed: Deed, path: String, before: String? = nil, after: String? = nil,
      note: String? = nil
    ) {
      (self.time, self.user, self.deed, self.path) = (time, user, deed, path)
      (self.before, self.after, self.note) = (before, after, note)
    }
  }

  /// What people do.
  package enum Deed: String, Sendable, Hashable, CaseIterable {
    case saved, added, removed, restored
    /// The deed of the line before could not be finished: the file is as it was.
    case failed
    /// What is no writing of one file, told in the note.
    case done

    /// For a clerk.
    package var label: String {
      switch self {
      case .saved: "保存"
      case .added: "新建"
      case .removed: "删除"
      case .restored: "恢复"
      case .failed: "没有成功"
      case .done: "其他"
      }
    }
  }

  init(root: String, disk: Disk) { (path, self.disk) = (root + "/" + DeskFiles.folder + "/log.jsonl", disk) }

  /// Adds a line, and waits until it is on the disk.
  package func add(_ entry: Entry) throws(FileError) {
    let flags = O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW
    try disk.makeFolders(above: path)
    try disk.withDescriptor(path, flags, "写入") { descriptor throws(FileError) in
      var line = entry.json.compact + [0x0A]
      // Half a line that a full disk left behind must not spoil this one.
      if try !endsWithLine(descriptor) { line.insert(0x0A, at: 0) }
      try disk.write(line.span.bytes, to: descriptor, path)
      try disk.check(disk.calls.syncFile(descriptor), "写入", path)
    }
  }

  private func endsWithLine(_ descriptor: Int32) throws(FileError) -> Bool {
    let size = Int(try disk.fileStatus(descriptor, path).st_size)
    if size == 0 { return true }
    if disk.calls.seek(descriptor, size - 1) < 0 { return false }
    var last: [UInt8] = [0]
    return last.withUnsafeMutableBytes { disk.calls.read(descriptor, $0) } == 1 && last[0] == 0x0A
  }

  /// The lines, the oldest first, those that cannot be read left out.
  ///
  /// - Parameter path: Only of this file; nil: all.
  package func entries(of path: String? = nil) throws(FileError) -> [Entry] {
    guard let bytes = try disk.read(self.path) else { return [] }
    return bytes.split(separator: 0x0A).compactMap { line in
      guard let entry = JSONValue(json: Array(line)).flatMap(Entry.init) else { return nil }
      return path == nil || entry.path == path ? entry : nil
    }
  }
}

extension DeskLog.Entry {
  fileprivate init?(_ json: JSONValue) {
    guard let time = json["time"]?.text, let deed = json["deed"]?.text.flatMap(DeskLog.Deed.init),
      let path = json["path"]?.text
    else { return nil }
    self.init(
      time: time, user: json["user"]?.text, deed: deed, path: path, before: json["before"]?.text,
      after: json["after"]?.text, note: json["note"]?.text)
  }

  /// Also what the desk's pages get.
  package var json: JSONValue {
    .object([
      "time": .string(time), "user": .optional(user), "deed": .string(deed.rawValue), "path": .string(path),
      "before": .optional(before), "after": .optional(after), "note": .optional(note),
    ])
  }
}
