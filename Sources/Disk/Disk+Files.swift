import Base
package import Glibc

extension Disk {
  /// Flags for a new file: never overwrite one, never follow a symbolic link.
  private static let newFile = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
  private static let chunk = 1 << 17

  /// Writes a new file, creating missing folders.
  ///
  /// - Throws: EEXIST when the file already exists.
  package func writeNew(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    try withNewFile(path) { descriptor throws(FileError) in
      try write(bytes.span.bytes, to: descriptor, path)
    }
  }

  /// Creates a new file for the duration of `body`, creating missing folders.
  package func withNewFile(_ path: String, _ body: (Int32) throws(FileError) -> Void) throws(FileError) {
    var descriptor = calls.open(path, Self.newFile, Self.fileMode)
    if descriptor == -ENOENT {
      try makeFolders(above: path)
      descriptor = calls.open(path, Self.newFile, Self.fileMode)
    }
    try closing(descriptor, path, "写入", body)
  }

  /// Creates the missing folders of a path.
  package func makeFolders(above path: String) throws(FileError) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    let result = calls.makeFolder(folder, Self.folderMode)
    if result == -ENOENT {
      try makeFolders(above: folder)
      try makeFolder(folder)
    } else if result != -EEXIST {
      try check(result, "创建文件夹", folder)
    }
  }

  /// Writes all the bytes, in as many calls as needed.
  package func write(_ bytes: RawSpan, to descriptor: Int32, _ path: String) throws(FileError) {
    var done = 0
    while done < bytes.byteCount {
      let rest = bytes.extracting(droppingFirst: done)
      let count = rest.withUnsafeBytes { calls.write(descriptor, $0) }
      if count < 0 { throw FileError("写入", path, code: Int32(-count)) }
      done += count
    }
  }

  /// The bytes of a file; nil when it does not exist. Does not follow a symbolic link.
  package func read(_ path: String) throws(FileError) -> [UInt8]? {
    do {
      return try withDescriptor(path, O_RDONLY | O_NOFOLLOW, "读取") { descriptor throws(FileError) in
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(try fileStatus(descriptor, path).st_size))
        try readChunks(descriptor, path) { bytes.append(contentsOf: $0) }
        return bytes
      }
    } catch  where error.code == ENOENT {
      return nil
    }
  }

  /// Passes the bytes of an open file to `use` in chunks, from its current position to its end.
  package func readChunks(
    _ descriptor: Int32, _ path: String, _ use: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
    defer { room.deallocate() }
    while true {
      let count = calls.read(descriptor, room)
      if count < 0 { throw FileError("读取", path, code: Int32(-count)) }
      if count == 0 { return }
      try use(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
  }

  /// Whether a file exists and holds exactly these bytes; false for a file that cannot be read.
  package func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    let same = try? withDescriptor(path, O_RDONLY | O_NOFOLLOW, "读取") { descriptor throws(FileError) in
      guard try fileStatus(descriptor, path).st_size == bytes.count else { return false }
      var offset = 0
      var isSame = true
      try readChunks(descriptor, path) { piece in
        let end = min(offset + piece.count, bytes.count)
        isSame = isSame && end - offset == piece.count && Self.same(piece, bytes, at: offset)
        offset = end
      }
      return isSame && offset == bytes.count
    }
    return same ?? false
  }

  private static func same(_ piece: UnsafeRawBufferPointer, _ bytes: [UInt8], at offset: Int) -> Bool {
    bytes.withUnsafeBytes { all in
      guard let a = piece.baseAddress, let b = all.baseAddress else { return piece.isEmpty }
      return memcmp(a, b + offset, piece.count) == 0
    }
  }

  /// The status of an open file; throws EISDIR unless it is a regular file.
  package func fileStatus(_ descriptor: Int32, _ path: String) throws(FileError) -> stat {
    var status = stat()
    try check(calls.statusOfDescriptor(descriptor, &status), "查看", path)
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError("读取", path, code: EISDIR) }
    return status
  }
}

extension Disk {
  /// Creates a hard link, creating missing folders; false where the file system cannot.
  package func linkNew(_ from: String, to path: String) throws(FileError) -> Bool {
    do { return try link(from, to: path) } catch  where error.code == ENOENT {
      try makeFolders(above: path)
      return try link(from, to: path)
    }
  }
}

extension Disk {
  /// Replaces the content of a file at once: readers see the old or the new one. Its mode stays, and its owner where the system
  /// lets this user keep it.
  package func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    guard let before = try status(of: path) else { throw FileError("改写", path, code: ENOENT) }
    let temporary = path.parentPath + "/.gongkai-\(getpid())-\(UInt64.random(in: .min ... .max))"
    do throws(FileError) {
      try withNewFile(temporary) { descriptor throws(FileError) in
        try write(bytes.span.bytes, to: descriptor, temporary)
        // A group that this user is not in cannot be kept; then the mode must not give its rights to another.
        _ = fchown(descriptor, before.st_uid, before.st_gid)
        if fchmod(descriptor, before.st_mode & 0o777) != 0 { throw FileError("改写", path) }
        try check(calls.syncFile(descriptor), "写入", path)
      }
      try rename(temporary, to: path)
    } catch {
      try? removeFile(temporary)
      throw error
    }
    try syncFolder(path.parentPath)
  }
}
