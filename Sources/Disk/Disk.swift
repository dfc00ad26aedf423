package import Glibc

/// Operations on a disk, all of them through ``SystemCalls``; each throws a ``FileError`` that names the path.
package struct Disk: Sendable {
  package let calls: SystemCalls

  /// Modes of new files and folders, less what the umask of the process takes away.
  package static let fileMode: mode_t = 0o666
  package static let folderMode: mode_t = 0o777

  /// Memberwise; tests pass calls that fail.
  package init(calls: SystemCalls = .live) { self.calls = calls }

  /// The status of a path, without following a symbolic link; nil when nothing is there.
  package func status(of path: String) throws(FileError) -> stat? {
    var status = stat()
    let result = calls.status(path, &status)
    if result == -ENOENT { return nil }
    try check(result, "查看", path)
    return status
  }

  /// Creates one folder; an existing one is not an error.
  package func makeFolder(_ path: String, mode: mode_t = Self.folderMode) throws(FileError) {
    let result = calls.makeFolder(path, mode)
    if result != -EEXIST { try check(result, "创建文件夹", path) }
  }

  /// The entries of a folder, sorted by the bytes of their names; empty when there is no such folder.
  package func list(_ path: String) throws(FileError) -> [SystemCalls.FolderEntry] {
    var entries: [SystemCalls.FolderEntry] = []
    let result = calls.list(path, &entries)
    if result == -ENOENT { return [] }
    try check(result, "列出", path)
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The paths of everything below `path` except folders, relative to it and sorted by their bytes.
  package func files(below path: String) throws(FileError) -> [String] {
    var found: [String] = []
    var waiting = [""]
    while let folder = waiting.popLast() {
      for entry in try list(folder.isEmpty ? path : path + "/" + folder) {
        let inner = folder.isEmpty ? entry.name : folder + "/" + entry.name
        if entry.isFolder { waiting.append(inner) } else { found.append(inner) }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes a file, or a folder with everything in it, if there is one; symbolic links are removed, never followed.
  package func removeTree(_ path: String) throws(FileError) {
    guard let status = try status(of: path) else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else { return try removeFile(path) }
    for entry in try list(path) {
      let inner = path + "/" + entry.name
      if entry.isFolder { try removeTree(inner) } else { try removeFile(inner) }
    }
    try removeFolder(path)
  }

  /// Removes an empty folder, if there is one.
  package func removeFolder(_ path: String) throws(FileError) {
    let result = calls.removeFolder(path)
    if result != -ENOENT { try check(result, "删除", path) }
  }

  /// Removes a file or a link, if there is one.
  package func removeFile(_ path: String) throws(FileError) {
    let result = calls.removeFile(path)
    if result != -ENOENT { try check(result, "删除", path) }
  }

  /// Renames or moves within the same file system, atomically.
  package func rename(_ from: String, to: String) throws(FileError) {
    try check(calls.rename(from, to), "改名", to)
  }

  /// Swaps two paths atomically; false where the system or the file system cannot.
  package func exchange(_ a: String, _ b: String) throws(FileError) -> Bool {
    let result = calls.exchange(a, b)
    if [-ENOSYS, -EINVAL, -EOPNOTSUPP].contains(result) { return false }
    try check(result, "切换", b)
    return true
  }

  /// Creates a hard link; false where the file system does not support them or the file has too many.
  package func link(_ from: String, to: String) throws(FileError) -> Bool {
    let result = calls.link(from, to)
    if [-EMLINK, -EPERM, -EOPNOTSUPP, -EXDEV, -ENOSYS].contains(result) { return false }
    try check(result, "链接", to)
    return true
  }

  /// Waits until the entries of a folder are on the disk.
  package func syncFolder(_ path: String) throws(FileError) {
    try withDescriptor(path, O_RDONLY | O_DIRECTORY, "同步") { descriptor throws(FileError) in
      try check(calls.syncFile(descriptor), "同步", path)
    }
  }

  /// Waits until everything on the file system of `path` is on the disk.
  package func syncFileSystem(of path: String) throws(FileError) {
    try withDescriptor(path, O_RDONLY | O_DIRECTORY, "同步") { descriptor throws(FileError) in
      try check(calls.syncFileSystem(descriptor), "同步", path)
    }
  }

  /// Throws when a system call returned an error.
  package func check(_ result: Int32, _ operation: String, _ path: String) throws(FileError) {
    if result < 0 { throw FileError(operation, path, code: -result) }
  }

  /// Opens a path, passes its descriptor to `body` and closes it; an error on closing is thrown as well.
  package func withDescriptor<Value>(
    _ path: String, _ flags: Int32, _ operation: String, _ body: (Int32) throws(FileError) -> Value
  ) throws(FileError) -> Value {
    try closing(calls.open(path, flags, Self.fileMode), path, operation, body)
  }

  /// Passes a descriptor to `body` and closes it; throws when `descriptor` is an error code instead.
  func closing<Value>(
    _ descriptor: Int32, _ path: String, _ operation: String, _ body: (Int32) throws(FileError) -> Value
  ) throws(FileError) -> Value {
    try check(descriptor, operation, path)
    let value: Value
    do { value = try body(descriptor) } catch {
      _ = calls.close(descriptor)
      throw error
    }
    try check(calls.close(descriptor), operation, path)
    return value
  }
}
