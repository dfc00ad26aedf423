package import Disk
import Glibc

/// The folder that the web server serves, checked to be safely replaceable as a whole, and the hidden folder beside it
/// in which releases are prepared and kept.
///
/// Beside `Output` is `.Output.gongkai/`: `lock`; `staging`, the release being written; `incoming-<inode>`, a release
/// at the moment of the switch; `release-<n>`, earlier releases; `kept-<n>`, earlier releases that contain unknown
/// files; `cache` and `record`, what the last build read and said; `addresses`, all that were ever published; `texts` and `readings`, documents and attachments as they
/// were last published.
package struct OutputFolder: Sendable {
  /// As given, for messages.
  package let path: String
  /// Absolute, without symbolic links.
  let place: String
  /// The hidden folder; absolute, and on the same file system, so that a switch is a single rename.
  let state: String
  /// The folder that contains both.
  let parent: String
  let disk: Disk

  /// A file that carries no content: it does not count as unknown.
  static let placeholder = ".gitkeep"

  /// Checks the location; changes nothing.
  ///
  /// - Throws: ``PublishingError`` when it is a file, below a missing or unwritable folder, a mount point, or contains
  ///   files that this program did not write.
  package init(path: String, disk: Disk = Disk()) throws(PublishingError) {
    try self.init(reading: path, disk: disk)
    try requireWritable()
    try requireOwn()
  }

  /// A site to look at, whoever owns it.
  package init(reading path: String, disk: Disk = Disk()) throws(PublishingError) {
    self.path = path
    self.disk = disk
    place = try PublishingError.onFiles { () throws(FileError) in try Self.resolve(path) }
    let (folder, name) = Self.split(place)
    parent = folder.isEmpty ? "/" : folder
    state = folder + "/." + name + ".gongkai"
  }

  /// Whether the folder is `folder` or below it, with symbolic links resolved; both as given on the command line.
  package func isInside(_ folder: String) -> Bool {
    guard let real = Self.real(folder) ?? (try? Self.resolve(folder)) else { return false }
    return place == real || place.hasPrefix(real + "/")
  }

  /// The manifest in Output; nil when there is none that this program wrote.
  package func manifest() throws(FileError) -> Manifest? { try manifest(in: place) }

  /// A file of the release in Output; nil if it is no longer what was published.
  package func published(_ path: String, in manifest: Manifest) throws(FileError) -> [UInt8]? {
    guard let record = manifest.files.first(where: { $0.path == path }), let bytes = try disk.read(place + "/" + path),
      bytes.count == record.byteCount, checksum(of: bytes) == record.sha256
    else { return nil }
    return bytes
  }

  func manifest(in folder: String) throws(FileError) -> Manifest? {
    try disk.read(folder + "/" + Manifest.fileName).flatMap { Manifest(json: $0) }
  }

  /// Whether Output exists.
  func exists() throws(FileError) -> Bool { try disk.status(of: place) != nil }

  /// Whether a folder contains a release, even one with a damaged manifest.
  func isRelease(_ folder: String) throws(FileError) -> Bool {
    guard let bytes = try disk.read(folder + "/" + Manifest.fileName) else { return false }
    return bytes.starts(with: "{\n  \"schema\": \"gongkai-manifest/".utf8)
  }

  /// Whether this program has published here before: then Output is its own even without a manifest.
  func hasPublished() throws(FileError) -> Bool {
    if try disk.status(of: path(of: .record)) != nil { return true }
    return try !Leftovers(self).numbers(Leftovers.releasePrefix).isEmpty
  }

  /// Files of a folder that are not in its manifest.
  func unknownFiles(in folder: String) throws(FileError) -> [String] {
    let own = Set(try manifest(in: folder)?.files.map(\.path) ?? [])
    return try disk.files(below: folder).filter {
      !own.contains($0) && $0 != Manifest.fileName && $0 != Self.placeholder
    }
  }

  private func requireWritable() throws(PublishingError) {
    if place.isEmpty { throw .mountPoint(path) }
    if access(parent, W_OK | X_OK) != 0 { throw .file(FileError("写入", parent)) }
    var (here, above) = (stat(), stat())
    guard lstat(place, &here) == 0, lstat(parent, &above) == 0 else { return }
    if here.st_dev != above.st_dev { throw .mountPoint(path) }
  }

  private func requireOwn() throws(PublishingError) {
    let unknown = try PublishingError.onFiles { () throws(FileError) -> [String] in
      if try isRelease(place) { return [] }
      let found = try disk.files(below: place).filter { $0 != Self.placeholder }
      if found.isEmpty { return [] }
      return try hasPublished() ? [] : found
    }
    if !unknown.isEmpty { throw .unknownFiles(output: path, files: unknown) }
  }

  /// The real path of an existing folder, or of the place where it will be created.
  private static func resolve(_ path: String) throws(FileError) -> String {
    var status = stat()
    if lstat(path, &status) == 0 {
      guard let real = real(path), stat(real, &status) == 0 else { throw FileError("打开", path) }
      guard status.st_mode & S_IFMT == S_IFDIR else { throw FileError("写入", path, code: ENOTDIR) }
      return real == "/" ? "" : real
    }
    guard errno == ENOENT else { throw FileError("打开", path) }
    var trimmed = Substring(path)
    while trimmed.last == "/" { trimmed.removeLast() }
    let (folder, name) = split(String(trimmed))
    guard !name.isEmpty else { throw FileError("写入", path, code: ENOENT) }
    let given = trimmed.contains("/") ? (folder.isEmpty ? "/" : folder) : "."
    guard let parent = real(given) else { throw FileError("写入", path) }
    return (parent == "/" ? "" : parent) + "/" + name
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
