import Publishing

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

  private(set) var files: [String: File] = [:]

  private static let form = "gongkai-cache/1"

  init(files: [String: File] = [:]) { self.files = files }

  /// Why a note cannot be used.
  enum Fault: Error { case damaged, otherRelease }

  /// Reads the note about the release with this tree hash.
  init(_ bytes: [UInt8], treeHash: String) throws(Fault) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines.last == "", lines[0] == Self.form, let end = bytes.dropLast().lastIndex(of: 0x0A),
      lines[lines.count - 2] == checksum(of: Array(bytes[...end]))
    else { throw .damaged }
    guard lines[1] == treeHash else { throw .otherRelease }
    for line in lines[2..<(lines.count - 2)] {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 5, let size = Int(parts[2]), let modified = Int(parts[3]), let inode = UInt64(parts[4])
      else { throw .damaged }
      files[String(parts[0])] = File(
        key: String(parts[1]), stamp: FileStamp(byteCount: size, modified: modified, inode: inode))
    }
  }

  /// The note, in the order of the paths.
  func bytes(treeHash: String) -> [UInt8] {
    var text = Self.form + "\n" + treeHash + "\n"
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      text += "\(path)\t\(file.key)\t\(file.stamp.byteCount)\t\(file.stamp.modified)\t\(file.stamp.inode)\n"
    }
    return Array((text + checksum(of: Array(text.utf8)) + "\n").utf8)
  }
}
