import Glibc

/// Names, sizes and times of everything below some folders: while it stays the same, nobody has touched a file.
///
/// The time of change (`ctime`) is among them, which no program can set: a file that was replaced by one of the same size
/// and date is another one.
package struct TreeStamp: Sendable {
  /// The same for the same folders only.
  package private(set) var bytes: [UInt8] = []
  /// Nanoseconds since 1970 of the latest change, on the disk's clock.
  package private(set) var latestChange = 0

  /// Looks at every name below the folders, in the order given; a folder that is not there is one without names.
  ///
  /// - Throws: ``FileError`` when a folder cannot be listed or a name cannot be looked at.
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
        let isThere = stat(path, &target) == 0
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
    // Only the names in a folder matter, and they stand here themselves.
    if status.st_mode & S_IFMT == S_IFDIR { return [Int(status.st_mode)] }
    return [
      Int(status.st_mode), Int(status.st_size), Int(truncatingIfNeeded: status.st_ino),
      status.st_mtim.nanoseconds, status.st_ctim.nanoseconds,
    ]
  }

  /// Names cannot hold a NUL, and the numbers of one are as many as its kind has.
  private mutating func note(_ name: [UInt8], _ numbers: [Int]) {
    bytes += name
    bytes.append(0)
    for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
  }
}

extension timespec {
  /// Since 1970.
  fileprivate var nanoseconds: Int { tv_sec * 1_000_000_000 + tv_nsec }
}
