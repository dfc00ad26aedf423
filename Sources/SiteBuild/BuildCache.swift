import Publishing
import Base

/// What the last build noted about the files it published: from what each was made, and how to recognise it.
///
/// A file whose key and stamp are still the same is taken over as it is. The note is for one release only and ends with
/// its own checksum; one that is damaged, of another release or of another form counts as none.
struct BuildCache {
  /// One published file.
  struct File {
    /// Hash of everything that it was made from.
    let key: String
    let stamp: FileStamp
  }

  /// Of the release that it is about.
  let treeHash: String
  private(set) var files: [String: File] = [:]
  /// What the build said, where the next one may say it again.
  private(set) var repetition: Repetition?

  private static let form = "gongkai-cache/2"

  init(treeHash: String = "", files: [String: File] = [:], repetition: Repetition? = nil) {
    self.treeHash = treeHash
    self.files = files
    self.repetition = repetition
  }

  /// A note that is not one of this form, or not as it was written.
  struct Damaged: Error {}

  /// Reads a note.
  init(_ bytes: [UInt8]) throws(Damaged) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 5, lines.last == "", lines[0] == Self.form, let end = bytes.dropLast().lastIndex(of: 0x0A),
      lines[lines.count - 2] == checksum(of: Array(bytes[...end]))
    else { throw Damaged() }
    treeHash = String(lines[1])
    repetition = JSONValue(json: Array(lines[2].utf8)).flatMap(Repetition.init)
    for line in lines[3..<(lines.count - 2)] {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 5, let size = Int(parts[2]), let modified = Int(parts[3]), let inode = UInt64(parts[4])
      else { throw Damaged() }
      files[String(parts[0])] = File(
        key: String(parts[1]), stamp: FileStamp(byteCount: size, modified: modified, inode: inode))
    }
  }

  /// The note, in the order of the paths.
  var bytes: [UInt8] {
    var text = Self.form + "\n" + treeHash + "\n"
    text += String(decoding: (repetition?.json ?? .null).compact, as: UTF8.self) + "\n"
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      text += "\(path)\t\(file.key)\t\(file.stamp.byteCount)\t\(file.stamp.modified)\t\(file.stamp.inode)\n"
    }
    return Array((text + checksum(of: Array(text.utf8)) + "\n").utf8)
  }
}
