import Base
import Disk
import Glibc

/// What is beside Output: earlier releases, and what unfinished builds left behind.
///
/// A name in the state folder says what the entry is, so that the next build can recover from a kill at any moment:
/// `staging`, never complete; `incoming-<inode>`, the new release if the folder still has this inode, the old one if
/// the exchange has happened; `aside`, the old release where the file system cannot exchange; `pruning-<n>` and
/// `forgetting-<n>`, partly removed; `files-<n>`, what others had put into a release that was removed.
struct Leftovers {
  static let incomingPrefix = "incoming-"
  static let aside = "aside"
  static let pruningPrefix = "pruning-"
  static let releasePrefix = "release-"
  static let keptPrefix = "kept-"
  static let forgettingPrefix = "forgetting-"
  static let strangersPrefix = "files-"
  /// A release a minute for a thousand years.
  private static let numberLimit = 1_000_000_000

  /// A release that is no longer in Output.
  struct Retired: Sendable {
    let folder: String
    let unknownFiles: [String]
    /// Without its manifest nobody knows which files are ours: all of them count as unknown.
    let isListed: Bool
  }

  let output: OutputFolder
  private var disk: Disk { output.disk }

  init(_ output: OutputFolder) { self.output = output }

  /// Finishes or undoes what was interrupted. Only under the lock.
  func clear() throws(FileError) {
    try disk.removeTree(path("staging"))
    try restoreOutput()
    _ = try retire()
    for name in try names() where name.hasPrefix(Self.pruningPrefix) { try disk.removeTree(path(name)) }
    for name in try names() where name.hasPrefix(Self.forgettingPrefix) { try forget(name) }
  }

  /// Files the old release, still under its name from the switch, among the kept releases; removes a new one that was
  /// never switched in.
  func retire() throws(FileError) -> Retired? {
    var retired: Retired?
    for name in try names() where name == Self.aside || name.hasPrefix(Self.incomingPrefix) {
      if try isUnswitched(name) {
        try disk.removeTree(path(name))
      } else {
        retired = try retire(name) ?? retired
      }
    }
    return retired
  }

  /// Removes all but the newest `count` releases; never one with unknown files.
  func prune(keeping count: Int) throws(FileError) {
    for number in try numbers(Self.releasePrefix).dropLast(max(count, 0)) {
      let pruning = path(Self.pruningPrefix + String(number))
      try disk.rename(path(Self.releasePrefix + String(number)), to: pruning)
      try disk.removeTree(pruning)
    }
  }

  /// Numbers of the releases with this prefix, ascending. Names that no release of ours can have are nobody's.
  func numbers(_ prefix: String) throws(FileError) -> [Int] {
    try names().compactMap { name in
      guard name.hasPrefix(prefix), let number = Int(written: name.dropFirst(prefix.count)),
        (1..<Self.numberLimit).contains(number)
      else { return nil }
      return name == prefix + String(number) ? number : nil
    }.sorted()
  }

  /// A number greater than that of every release so far.
  func nextNumber() throws(FileError) -> Int {
    (try [Self.releasePrefix, Self.keptPrefix, Self.pruningPrefix].map { (prefix) throws(FileError) in
      try numbers(prefix).last ?? 0
    }.max() ?? 0) + 1
  }

  /// Takes kept releases away for ever; returns the folders with files of others that were in them.
  func forget(_ releases: [Int]) throws(FileError) -> [String] {
    for number in releases {
      for (prefix, doomed) in [
        (Self.releasePrefix, Self.pruningPrefix), (Self.keptPrefix, Self.forgettingPrefix),
      ] where try disk.status(of: path(prefix + String(number))) != nil {
        try disk.rename(path(prefix + String(number)), to: path(doomed + String(number)))
      }
    }
    // From here on no rollback finds them; what is left after a kill, the next command removes.
    try disk.syncFolder(output.state)
    try clear()
    var kept: [String] = []
    for number in releases where try disk.status(of: path(Self.strangersPrefix + String(number))) != nil {
      kept.append(path(Self.strangersPrefix + String(number)))
    }
    return kept
  }

  /// Removes a release's own files and keeps what others had put among them; its manifest goes last.
  private func forget(_ name: String) throws(FileError) {
    let folder = path(name)
    for file in try output.manifest(in: folder)?.files ?? [] { try disk.removeFile(folder + "/" + file.path) }
    try disk.removeFile(folder + "/" + Manifest.fileName)
    if try output.unknownFiles(in: folder).isEmpty { return try disk.removeTree(folder) }
    try disk.rename(folder, to: path(Self.strangersPrefix + name.dropFirst(Self.forgettingPrefix.count)))
  }

  func path(_ name: String) -> String { output.state + "/" + name }

  private func names() throws(FileError) -> [String] { try disk.list(output.state).map(\.name) }

  /// After a kill between the two renames that replace an exchange, Output is missing and the old release is aside.
  private func restoreOutput() throws(FileError) {
    guard try !output.exists(), try disk.status(of: path(Self.aside)) != nil else { return }
    try disk.rename(path(Self.aside), to: output.place)
  }

  private func isUnswitched(_ name: String) throws(FileError) -> Bool {
    guard name.hasPrefix(Self.incomingPrefix), let status = try disk.status(of: path(name)) else { return false }
    return name.dropFirst(Self.incomingPrefix.count) == String(status.st_ino)
  }

  /// Files the former Output among the kept releases; nil when it was no release and empty.
  func retire(_ name: String) throws(FileError) -> Retired? {
    let folder = path(name)
    let isListed = try output.manifest(in: folder) != nil
    let unknownFiles = try output.unknownFiles(in: folder)
    if try !output.isRelease(folder), unknownFiles.isEmpty {
      try disk.removeTree(folder)
      return nil
    }
    let prefix = unknownFiles.isEmpty ? Self.releasePrefix : Self.keptPrefix
    let place = path(prefix + String(try nextNumber()))
    try disk.rename(folder, to: place)
    return Retired(folder: place, unknownFiles: unknownFiles, isListed: isListed)
  }
}

extension OutputFolder {
  /// Finishes or undoes what an interrupted build left.
  package func clearLeftovers(under lock: OutputLock) throws(PublishingError) {
    try PublishingError.onFiles { () throws(FileError) in try Leftovers(self).clear() }
  }
}
