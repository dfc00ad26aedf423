import Base
package import Disk
import Glibc
import Publishing
import Synchronization

/// How everybody at the desk writes to Content: what stood there before is kept, who did it is written down, and of two who write
/// at once the second is told.
package final class DeskFiles: Sendable {
  package let log: DeskLog
  package let root: String
  let disk: Disk
  let now: @Sendable () -> String
  /// Held while a file is compared and written.
  let writing = Mutex(())

  /// Where copies and the log are, hidden from everything that reads Content. It may be deleted at any time.
  package static let folder = "Content/.desk"

  /// A file as it is at one moment.
  package struct State: Sendable, Hashable {
    package let bytes: [UInt8]
    /// Tells one state of a file from another.
    package let stamp: String

    package init(_ bytes: [UInt8]) { (self.bytes, stamp) = (bytes, checksum(of: bytes)) }
  }

  /// Why nothing was written.
  package enum Refusal: Error, Sendable, Hashable {
    /// Not below Content, hidden, or with a name that no file has.
    case place
    /// It is not there, or is no plain file any more.
    case gone(FileError)
    /// Somebody else has written it since it was read.
    case changed(State)
    /// The disk; the file is as it was.
    case disk(FileError)

    /// For a clerk, with what to do.
    package var message: String {
      switch self {
      case .place: "不能在这里读写：只能改 Content 里的文件"
      case .gone(let error) where error.code == ENOENT: "文件已经被删除或者改名；你写的还在这里，可以重新建立，或者复制走"
      case .gone(let error): error.message + "；没有保存，你写的还在这里，可以复制走"
      case .changed: "这期间别人改过这个文件，没有保存"
      case .disk(let error): error.message + "；没有保存，原来的文件没有变"
      }
    }
  }

  /// - Parameters:
  ///   - root: The folder that contains Content.
  ///   - now: The time to the minute, as a text that sorts.
  package init(root: String, disk: Disk = Disk(), now: @escaping @Sendable () -> String) {
    (self.root, self.disk, self.now) = (root, disk, now)
    log = DeskLog(root: root, disk: disk)
  }

  /// Reads a file without following any link.
  package func read(_ path: String) throws(Refusal) -> State {
    guard Self.isOpen(path) else { throw .place }
    do throws(FileError) { return State(try tree().read(path)) } catch { throw .gone(error) }
  }

  /// Writes a file in the place of what was read.
  ///
  /// - Parameters:
  ///   - stamp: Of what was read; nil: there was no file.
  ///   - user: Nil: unknown.
  /// - Returns: What the file is now.
  package func replace(
    _ path: String, with bytes: [UInt8], stamp: String?, by user: String?, deed: DeskLog.Deed = .saved,
    note: String? = nil, review: DeskLog.Entry.Review? = nil
  ) throws(Refusal) -> State {
    guard Self.isOpen(path) else { throw .place }
    let new = State(bytes)
    return try writing.withLock { _ throws(Refusal) -> State in
      let old = try known(path, stamp)
      if old == new { return new }
      let entry = DeskLog.Entry(
        time: now(), user: user, deed: deed, path: path, before: old?.stamp, after: new.stamp, note: note,
        review: review)
      try write(entry, keeping: old) { [disk, root] () throws(FileError) in
        if old == nil {
          try disk.writeNew(root + "/" + path, bytes)
        } else {
          try disk.replace(root + "/" + path, with: bytes)
        }
      }
      return new
    }
  }

  /// Takes a file away; it stays among the copies.
  ///
  /// - Parameter stamp: Of what was read.
  package func remove(_ path: String, stamp: String, by user: String?) throws(Refusal) {
    guard Self.isOpen(path) else { throw .place }
    try writing.withLock { _ throws(Refusal) in
      let old = try known(path, stamp)
      let entry = DeskLog.Entry(time: now(), user: user, deed: .removed, path: path, before: old?.stamp)
      try write(entry, keeping: old) { [disk, root] () throws(FileError) in
        try disk.removeFile(root + "/" + path)
      }
    }
  }

  /// Writes down what was done in another way, or to more than one file.
  package func note(
    _ deed: DeskLog.Deed, _ path: String, by user: String?, _ note: String? = nil,
    review: DeskLog.Entry.Review? = nil
  ) throws(FileError) {
    try log.add(DeskLog.Entry(time: now(), user: user, deed: deed, path: path, note: note, review: review))
  }

  /// Keeps the copy, writes the line, and then the file: whatever fails, nothing is lost, and nothing was done in silence.
  private func write(
    _ entry: DeskLog.Entry, keeping old: State?, _ body: () throws(FileError) -> Void
  ) throws(Refusal) {
    do throws(FileError) {
      if let old { try keep(old) }
      try log.add(entry)
    } catch { throw .disk(error) }
    do throws(FileError) { try body() } catch {
      try? note(.failed, entry.path, by: entry.user)
      throw .disk(error)
    }
  }

  /// The file, if it is what was read; nil if there is none, and was none.
  private func known(_ path: String, _ stamp: String?) throws(Refusal) -> State? {
    let found: State
    do throws(FileError) { found = State(try tree().read(path)) } catch {
      guard error.code == ENOENT, stamp == nil, (try? tree().hasFolder(path.parentPath)) == true else {
        throw .gone(error)
      }
      return nil
    }
    if found.stamp != stamp { throw .changed(found) }
    return found
  }

  func tree() throws(FileError) -> DiskTree { try DiskTree(root: root, entrance: "Content") }

  /// Whether a path is one that people write at.
  private static func isOpen(_ path: String) -> Bool {
    path.hasPrefix("Content/") && !path.utf8.contains(0)
      && !path.split(separator: "/", omittingEmptySubsequences: false).contains { $0.hasPrefix(".") || $0.isEmpty }
  }
}
