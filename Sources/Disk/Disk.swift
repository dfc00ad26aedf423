package import Glibc

/// Changes to a disk, each with a ``FileError`` that names the path; every one goes through ``SystemCalls``.
package struct Disk: Sendable {
  package let calls: SystemCalls

  /// Modes of what is made; the process's umask is set so that they hold.
  package static let fileMode: mode_t = 0o644
  package static let folderMode: mode_t = 0o755

  /// Makes a disk; tests give calls that fail.
  package init(calls: SystemCalls = .live) { self.calls = calls }

  /// The status of the name itself, nil when there is none.
  package func status(of path: String) throws(FileError) -> stat? {
    var status = stat()
    let result = calls.status(path, &status)
    if result == -ENOENT { return nil }
    try check(result, "查看", path)
    return status
  }

  /// Makes one folder; that it is there already is no error.
  package func makeFolder(_ path: String) throws(FileError) {
    let result = calls.makeFolder(path, Self.folderMode)
    if result != -EEXIST { try check(result, "创建文件夹", path) }
  }

  /// Names in a folder, sorted by their bytes; nothing when there is no such folder.
  package func list(_ path: String) throws(FileError) -> [SystemCalls.FolderEntry] {
    var entries: [SystemCalls.FolderEntry] = []
    let result = calls.list(path, &entries)
    if result == -ENOENT { return [] }
    try check(result, "列出", path)
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The paths of all that is no folder below `path`, relative to it, sorted by their bytes.
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

  /// Removes a folder with all that is in it, or a file; links are removed, never followed. Nothing there is no error.
  package func removeTree(_ path: String) throws(FileError) {
    guard let status = try status(of: path) else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else { return try removeFile(path) }
    for entry in try list(path) {
      let inner = path + "/" + entry.name
      if entry.isFolder { try removeTree(inner) } else { try removeFile(inner) }
    }
    try removeFolder(path)
  }

  /// Removes an empty folder; nothing there is no error.
  package func removeFolder(_ path: String) throws(FileError) {
    let result = calls.removeFolder(path)
    if result != -ENOENT { try check(result, "删除", path) }
  }

  /// Removes a file or a link; nothing there is no error.
  package func removeFile(_ path: String) throws(FileError) {
    let result = calls.removeFile(path)
    if result != -ENOENT { try check(result, "删除", path) }
  }

  /// Gives a name another place on the same file system, in one step.
  package func rename(_ from: String, to: String) throws(FileError) {
    try check(calls.rename(from, to), "改名", to)
  }

  /// Two names change places in one step; false where the system or the file system cannot.
  package func exchange(_ a: String, _ b: String) throws(FileError) -> Bool {
    let result = calls.exchange(a, b)
    if [-ENOSYS, -EINVAL, -EOPNOTSUPP].contains(result) { return false }
    try check(result, "切换", b)
    return true
  }

  /// A second name for a file's content; false where the file system allows no more or none.
  package func link(_ from: String, to: String) throws(FileError) -> Bool {
    let result = calls.link(from, to)
    if [-EMLINK, -EPERM, -EOPNOTSUPP, -EXDEV, -ENOSYS].contains(result) { return false }
    try check(result, "链接", to)
    return true
  }

  /// Waits until the names in a folder are on the disk.
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

  /// Throws when a call answered with an error.
  package func check(_ result: Int32, _ operation: String, _ path: String) throws(FileError) {
    if result < 0 { throw FileError(operation, path, code: -result) }
  }

  /// Opens a path, hands its descriptor on and closes it; an error on closing is one as well.
  package func withDescriptor<Value>(
    _ path: String, _ flags: Int32, _ operation: String, _ body: (Int32) throws(FileError) -> Value
  ) throws(FileError) -> Value {
    try closing(calls.open(path, flags, Self.fileMode), path, operation, body)
  }

  /// Hands on a descriptor, or the error in its place, and closes it.
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
