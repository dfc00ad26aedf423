import Base
import Glibc

/// A site's files on disk. No symbolic link below the root is ever followed: every file is opened from the root's own
/// descriptor, one folder after the other, so that nothing that is exchanged for a link meanwhile leads elsewhere.
package struct DiskTree: SourceTree {
  /// As given, for messages.
  package let root: String
  private let top: Descriptor
  /// A folder at the top that may itself be a link, opened once: offices keep Content on another disk.
  private let entrance: (name: String, folder: Descriptor)?

  /// Opens a root folder.
  ///
  /// - Parameter entrance: The name of a folder in it that may be a link.
  /// - Throws: ``FileError`` when it does not exist or is not a folder.
  package init(root: String, entrance: String? = nil) throws(FileError) {
    self.root = root
    top = try Descriptor.opened(AT_FDCWD, root, Descriptor.folder, "打开", root)
    guard let entrance else {
      self.entrance = nil
      return
    }
    do throws(FileError) {
      let folder = try Descriptor.opened(top.number, entrance, Descriptor.folder, "打开", entrance)
      self.entrance = (entrance, folder)
    } catch {
      guard error.code == ENOENT else { throw error }
      self.entrance = nil
    }
  }

  /// See ``SourceTree``.
  package func entries(under folder: String) throws(FileError) -> [TreeEntry] {
    var found: [TreeEntry] = []
    do throws(FileError) {
      let descriptor = try descriptor(of: folder, O_RDONLY | O_DIRECTORY, "打开")
      Self.collect(descriptor, as: folder, depth: 0, into: &found)
    } catch {
      if error.code == ENOENT { return [] }
      throw error
    }
    return found.sorted(by: TreeEntry.byPath)
  }

  /// See ``SourceTree``.
  package func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = try open(path)
    let expected = file.byteCount
    var failure: Int32 = 0
    // One byte more than the size, so that a file that has grown in the meantime is noticed.
    var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
      while count < buffer.count {
        let got = Glibc.read(file.descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    if failure != 0 { throw FileError("读取", path, code: failure) }
    if bytes.count != expected { bytes = try readAgain(file) }
    return bytes
  }

  /// See ``SourceTree``.
  package func read(_ path: String, from offset: Int, count: Int) throws(FileError) -> [UInt8] {
    let file = try open(path)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let got = pread(file.descriptor, buffer.baseAddress?.advanced(by: done), count - done, offset + done)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        done += got
      }
    }
    if failure != 0 { throw FileError("读取", path, code: failure) }
    return bytes
  }

  /// Reads the file from the start when its size changed while it was being read.
  private func readAgain(_ file: borrowing SourceFile) throws(FileError) -> [UInt8] {
    guard lseek(file.descriptor, 0, SEEK_SET) == 0 else { throw FileError("读取", file.path) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = Glibc.read(file.descriptor, &chunk, chunk.count)
      if got < 0 && errno == EINTR { continue }
      if got < 0 { throw FileError("读取", file.path) }
      if got == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<got])
    }
  }

  /// Opens a regular file.
  ///
  /// - Throws: ELOOP where it or a folder above it is a symbolic link, EISDIR where it is no regular file.
  package func open(_ path: String) throws(FileError) -> SourceFile {
    // Without O_NONBLOCK, a named pipe in the file's place would hold the build for ever.
    try SourceFile(path, descriptor(of: path, O_RDONLY | O_NONBLOCK | O_NOCTTY, "读取"))
  }

  /// Whether there is a folder at a path that no link leads to.
  package func hasFolder(_ path: String) throws(FileError) -> Bool {
    do throws(FileError) {
      _ = try descriptor(of: path, Descriptor.folder | O_NOFOLLOW, "打开")
      return true
    } catch {
      if [ENOENT, ENOTDIR, ELOOP].contains(error.code) { return false }
      throw error
    }
  }

  private func descriptor(of path: String, _ flags: Int32, _ operation: String) throws(FileError) -> Descriptor {
    var names = path.split(separator: "/")[...]
    var folder = top
    if let entrance, names.first.map(String.init) == entrance.name {
      folder = entrance.folder
      names = names.dropFirst()
    }
    guard let last = names.popLast() else {
      return try Descriptor.opened(folder.number, ".", flags, operation, path)
    }
    for name in names {
      folder = try Self.opened(folder, String(name), Descriptor.folder, operation, path)
    }
    return try Self.opened(folder, String(last), flags, operation, path)
  }

  /// Opens an entry of a folder by its name in composed form: the disk may have another, whose bytes differ.
  private static func opened(
    _ folder: Descriptor, _ name: String, _ flags: Int32, _ operation: String, _ path: String
  ) throws(FileError) -> Descriptor {
    if name == "." || name == ".." { throw FileError(operation, path, code: EINVAL) }
    do throws(FileError) {
      return try .opened(folder.number, name, flags | O_NOFOLLOW, operation, path)
    } catch {
      guard error.code == ENOENT, let same = names(in: folder).first(where: { $0 == name }) else { throw error }
      return try .opened(folder.number, same, flags | O_NOFOLLOW, operation, path)
    }
  }

  /// The names in a folder; those that are not UTF-8 are left out.
  private static func names(in folder: Descriptor) -> [String] {
    guard let stream = stream(of: folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let record = readdir(stream) { name(of: record).map { names.append($0) } }
    return names
  }

  private static func stream(of folder: Descriptor) -> OpaquePointer? {
    let own = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0 else { return nil }
    if let stream = fdopendir(own) { return stream }
    close(own)
    return nil
  }

  private static func name(of record: UnsafeMutablePointer<dirent>) -> String? {
    withUnsafePointer(to: &record.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
    }
  }

  /// Adds the entries of an open folder, recursively; what cannot be listed becomes an `unreadable` entry.
  private static func collect(_ folder: Descriptor, as path: String, depth: Int, into found: inout [TreeEntry]) {
    guard depth < 64, let stream = stream(of: folder) else {
      found.append(TreeEntry(path: path, kind: .unreadable(code: depth < 64 ? errno : ENAMETOOLONG)))
      return
    }
    defer { closedir(stream) }
    var taken: Set<String> = []
    while let record = readdir(stream) {
      guard let name = name(of: record) else {
        found.append(TreeEntry(path: path, kind: .unreadable(code: EILSEQ)))
        continue
      }
      if name == "." || name == ".." { continue }
      let inner = path.isEmpty ? name.composed : path + "/" + name.composed
      guard taken.insert(name).inserted else {
        found.append(TreeEntry(path: inner, kind: .duplicate))
        continue
      }
      let kind = kind(of: name, in: folder)
      found.append(TreeEntry(path: inner, kind: kind))
      // Hidden folders (.git, .desk) may hold more than everything else, and nothing that anybody means to publish.
      if kind == .folder, !name.hasPrefix(".") { collect(name, in: folder, as: inner, depth: depth + 1, into: &found) }
    }
  }

  private static func collect(
    _ name: String, in folder: Descriptor, as path: String, depth: Int, into found: inout [TreeEntry]
  ) {
    do throws(FileError) {
      let inner = try Descriptor.opened(folder.number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, "打开", path)
      collect(inner, as: path, depth: depth, into: &found)
    } catch { found.append(TreeEntry(path: path, kind: .unreadable(code: error.code))) }
  }

  private static func kind(of name: String, in folder: Descriptor) -> TreeEntry.Kind {
    var status = stat()
    guard fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .unreadable(code: errno) }
    return switch status.st_mode & S_IFMT {
    case S_IFREG where faccessat(folder.number, name, R_OK, AT_EACCESS | AT_SYMLINK_NOFOLLOW) != 0: .forbidden
    case S_IFREG: .file(byteCount: Int(status.st_size))
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }
}
