import Base
import Glibc

/// A site's files on disk. Symbolic links are followed only to files inside the root.
package struct DiskTree: SourceTree {
  /// Absolute and without symbolic links.
  package let root: String

  /// Opens a root folder.
  ///
  /// - Throws: ``FileError`` when it does not exist or is not a folder.
  package init(root: String) throws(FileError) {
    guard let resolved = realpath(root, nil) else { throw FileError("打开", root) }
    defer { free(resolved) }
    self.root = String(cString: resolved)
    var status = stat()
    guard stat(self.root, &status) == 0 else { throw FileError("打开", root) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw FileError("打开", root, code: ENOTDIR) }
  }

  /// See ``SourceTree``.
  package func entries(under folder: String) throws(FileError) -> [TreeEntry] {
    var found: [TreeEntry] = []
    var status = stat()
    guard stat(absolute(folder), &status) == 0 else {
      if errno == ENOENT { return [] }
      throw FileError("打开", folder)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw FileError("打开", folder, code: ENOTDIR) }
    collect(absolute(folder), as: folder, depth: 0, into: &found)
    return found.sorted(by: TreeEntry.byPath)
  }

  /// See ``SourceTree``.
  package func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(location(of: path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("读取", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError("读取", path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError("读取", path, code: EISDIR) }
    let expected = Int(status.st_size)
    var failure: Int32 = 0
    // One byte more than the size, so that a file that has grown in the meantime is noticed.
    var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
      while count < buffer.count {
        let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    if failure != 0 { throw FileError("读取", path, code: failure) }
    if bytes.count != expected { bytes = try readAgain(descriptor, path) }
    return bytes
  }

  /// Reads the file from the start when its size changed while it was being read.
  private func readAgain(_ descriptor: Int32, _ path: String) throws(FileError) -> [UInt8] {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw FileError("读取", path) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = Glibc.read(descriptor, &chunk, chunk.count)
      if got < 0 && errno == EINTR { continue }
      if got < 0 { throw FileError("读取", path) }
      if got == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<got])
    }
  }

  private func absolute(_ path: String) -> String { root + "/" + path }

  /// The absolute path by which the disk knows a file: macOS writes names decomposed, and then the bytes differ.
  package func location(of path: String) -> String {
    var status = stat()
    if lstat(absolute(path), &status) == 0 { return absolute(path) }
    return path.split(separator: "/").reduce(root) { folder, name in
      let same = names(in: folder).first { $0 == name } ?? String(name)
      return folder + "/" + same
    }
  }

  /// The names in a folder; those that are not UTF-8 are left out.
  private func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let record = readdir(stream) { Self.name(of: record).map { names.append($0) } }
    return names
  }

  private static func name(of record: UnsafeMutablePointer<dirent>) -> String? {
    withUnsafePointer(to: &record.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
    }
  }

  /// Adds the entries of `folder`, which the disk knows as `location`, recursively; what cannot be listed becomes an
  /// `unreadable` entry.
  private func collect(_ location: String, as folder: String, depth: Int, into found: inout [TreeEntry]) {
    guard depth < 64, let stream = opendir(location) else {
      found.append(TreeEntry(path: folder, kind: .unreadable(code: depth < 64 ? errno : ELOOP)))
      return
    }
    defer { closedir(stream) }
    var taken: Set<String> = []
    while let record = readdir(stream) {
      guard let name = Self.name(of: record) else {
        found.append(TreeEntry(path: folder, kind: .unreadable(code: EILSEQ)))
        continue
      }
      if name == "." || name == ".." { continue }
      let path = folder.isEmpty ? name.composed : folder + "/" + name.composed
      guard taken.insert(name).inserted else {
        found.append(TreeEntry(path: path, kind: .duplicate))
        continue
      }
      let kind = self.kind(of: location + "/" + name)
      found.append(TreeEntry(path: path, kind: kind))
      if kind == .folder { collect(location + "/" + name, as: path, depth: depth + 1, into: &found) }
    }
  }

  private func kind(of location: String) -> TreeEntry.Kind {
    var status = stat()
    guard lstat(location, &status) == 0 else { return .unreadable(code: errno) }
    if status.st_mode & S_IFMT == S_IFLNK {
      guard let resolved = realpath(location, nil) else { return .other }
      defer { free(resolved) }
      guard String(cString: resolved).hasPrefix(root + "/") else { return .linkOutside }
      guard stat(location, &status) == 0 else { return .unreadable(code: errno) }
      // Files only: a link to a folder could create a cycle and give a document two URLs.
      if status.st_mode & S_IFMT == S_IFDIR { return .other }
    }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file(byteCount: Int(status.st_size))
    case S_IFDIR: .folder
    default: .other
    }
  }
}
