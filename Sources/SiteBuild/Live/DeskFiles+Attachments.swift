import Auditing
import Base
package import Disk
package import Documents
import Glibc
import Loading
import Synchronization

extension DeskFiles {
  /// Longer files are not taken: no reader waits for them.
  package static let mostAttachmentBytes = 200 << 20
  private static let incoming = folder + "/incoming"

  /// A file that is about to come in.
  ///
  /// - Parameter name: What it will be called.
  package func incoming(_ name: String) throws(FileError) -> IncomingFile {
    let ending = name.fileExtension
    let number = String(UInt64.random(in: .min ... .max), radix: 36)
    let path = root + "/" + Self.incoming + "/\(number)" + (ending.isEmpty ? "" : "." + ending)
    return try IncomingFile(at: path, disk: disk)
  }

  /// Why readers could not or must not get a file, as a check would say it; nil if they may.
  package func fault(of file: borrowing IncomingFile, named name: String, in site: Site) throws(FileError) -> String? {
    if file.byteCount == 0 { return "“\(name)”是空文件（0 字节），没有放进来；请确认文件没有拿错" }
    let place = Diagnostic.Location(path: name)
    var found = FileVerdict.finding(ofName: name, in: site, at: place)
    if found?.severity != .error {
      let path = String(file.path.dropFirst(root.utf8.count + "/Content/".utf8.count))
      found = FileInspection(tree: try tree(), files: [path: file.byteCount]).fault(of: path).map {
        FileVerdict.finding(of: $0, in: name, at: place)
      }
    }
    guard let found, found.severity == .error else { return nil }
    return ([found.message] + found.cures).joined(separator: "；")
  }

  /// Puts a file that has come in into a folder, under its name or, if somebody has that, under the next: never over another.
  ///
  /// - Parameter folder: Below the root.
  /// - Returns: Its name there.
  package func add(
    _ file: borrowing IncomingFile, named name: String, to folder: String, by user: String?
  ) throws(Refusal) -> String {
    do throws(FileError) {
      guard try isFolder(folder) else { throw FileError("写入", folder, code: ENOTDIR) }
      var taken = Set(try disk.list(root + "/" + folder).map { $0.name.lowercased() })
      var number = 1
      while true {
        let free = AttachmentName.name(name, number: number)
        number += 1
        guard taken.insert(free.lowercased()).inserted else { continue }
        do throws(FileError) {
          try file.keep(as: root + "/" + folder + "/" + free)
        } catch {
          // Somebody was quicker.
          if error.code == EEXIST { continue }
          throw error
        }
        try note(.added, folder + "/" + free, by: user)
        return free
      }
    } catch { throw .disk(error) }
  }

  private func isFolder(_ folder: String) throws(FileError) -> Bool {
    guard folder.hasPrefix("Content/"), !folder.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else {
      return false
    }
    return try tree().hasFolder(folder)
  }

  /// Gives a document `x.md` a folder `x` of its own, in which it is `index.md` and its attachments lie beside it. Its address stays
  /// the same.
  ///
  /// - Returns: Its new path; the old one if there is something of this name already.
  package func moveIntoFolder(_ path: String, by user: String?) throws(Refusal) -> String {
    guard path.hasSuffix(".md"), path.lastSegment != "index.md" else { return path }
    let folder = String(path.dropLast(3))
    let target = folder + "/index.md"
    return try writing.withLock { _ throws(Refusal) in
      let state = try read(path)
      do throws(FileError) {
        guard try disk.status(of: root + "/" + folder) == nil else { return path }
        try keep(state)
        try log.add(
          DeskLog.Entry(
            time: now(), user: user, deed: .done, path: target, before: state.stamp, after: state.stamp,
            note: "\(path) 有了自己的文件夹"))
        try disk.makeFolder(root + "/" + folder)
        do throws(FileError) { try disk.rename(root + "/" + path, to: root + "/" + target) } catch {
          try? disk.removeFolder(root + "/" + folder)
          throw error
        }
        try disk.syncFolder(root + "/" + folder)
        try disk.syncFolder(root + "/" + path.parentPath)
        return target
      } catch { throw .disk(error) }
    }
  }

  /// Removes what never came in whole.
  func removeIncoming() throws(FileError) { try disk.removeTree(root + "/" + Self.incoming) }
}

extension DeskFiles {
  /// The name that a file gets which is called something else where it comes from.
  package static func attachmentName(_ given: String) -> String { AttachmentName.name(for: given) }
}
