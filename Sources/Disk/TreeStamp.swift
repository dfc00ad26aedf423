import Glibc

/// Names, sizes and times of everything below some folders: as long as it is the same, no file has been touched.
///
/// It includes the change time (`ctime`), which no program can set: a file replaced by one of the same size and
/// modification date is noticed.
package struct TreeStamp: Sendable {
  /// Equal only for identical folders.
  package private(set) var bytes: [UInt8] = []
  /// The latest change time in nanoseconds since 1970, by the file system's clock.
  package private(set) var latestChange = 0

  /// Looks at everything below the folders, in the order given; a missing folder counts as empty.
  ///
  /// - Throws: ``FileError`` when a folder cannot be listed or a file's status cannot be read.
  package init(of folders: [String], disk: Disk = Disk()) throws(FileError) {
    for folder in folders {
      note(Array(folder.utf8), [])
      try add(folder, disk)
    }
  }

  private mutating func add(_ folder: String, _ disk: Disk) throws(FileError) {
    for entry in try disk.list(folder) {
      let path = folder + "/" + entry.name
      guard let own = try disk.status(of: path) else { throw FileError("查看", path, code: ENOENT) }
      note(Array(entry.name.utf8), Self.numbers(own))
      latestChange = max(latestChange, own.st_ctim.nanoseconds)
      if own.st_mode & S_IFMT == S_IFLNK {
        var target = stat()
        let isThere = RawName.withBytes(path) { stat($0, &target) } == 0
        note(isThere ? [1] : [0], isThere ? Self.numbers(target) : [])
        if isThere { latestChange = max(latestChange, target.st_ctim.nanoseconds) }
      }
      if entry.isFolder {
        try add(path, disk)
        note([], [])
      }
    }
  }

  private static func numbers(_ status: stat) -> [Int] {
    // Of a folder only the names in it matter, and they are recorded themselves.
    if status.st_mode & S_IFMT == S_IFDIR { return [Int(status.st_mode)] }
    return [
      Int(status.st_mode), Int(status.st_size), Int(truncatingIfNeeded: status.st_ino),
      status.st_mtim.nanoseconds, status.st_ctim.nanoseconds,
    ]
  }

  /// Unambiguous: a name contains no NUL, and how many numbers follow it depends only on the kind of file.
  private mutating func note(_ name: [UInt8], _ numbers: [Int]) {
    bytes += name
    bytes.append(0)
    for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
  }
}

extension timespec {
  /// Nanoseconds since 1970.
  fileprivate var nanoseconds: Int { tv_sec * 1_000_000_000 + tv_nsec }
}
