import Base
import Disk
import Glibc

/// What is beside Output: earlier releases, and what unfinished builds left behind.
///
/// A name in the state folder says what the entry is, so that the next build can recover from a kill at any moment:
/// `staging`, never complete; `incoming-<inode>`, the new release if the folder still has this inode, the old one if
/// the exchange has happened; `aside`, the old release where the file system cannot exchange; `pruning-<n>`, partly
/// removed.
struct Leftovers {
  static let incomingPrefix = "incoming-"
  static let aside = "aside"
  static let pruningPrefix = "pruning-"
  static let releasePrefix = "release-"
  static let keptPrefix = "kept-"

  let output: OutputFolder
  private var disk: Disk { output.disk }

  init(_ output: OutputFolder) { self.output = output }

  /// Finishes or undoes what was interrupted. Only under the lock.
  func clear() throws(FileError) {
    try disk.removeTree(path("staging"))
    try restoreOutput()
    _ = try retire()
    for name in try names() where name.hasPrefix(Self.pruningPrefix) { try disk.removeTree(path(name)) }
  }

  /// Files the old release, still under its name from the switch, among the kept releases; removes a new one that was
  /// never switched in.
  func retire() throws(FileError) -> (folder: String, unknownFiles: [String])? {
    var retired: (String, [String])?
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

  /// Numbers of the releases with this prefix, ascending.
  func numbers(_ prefix: String) throws(FileError) -> [Int] {
    try names().filter { $0.hasPrefix(prefix) }.compactMap { Int(written: $0.dropFirst(prefix.count)) }
      .filter { $0 > 0 }.sorted()
  }

  /// A number greater than that of every release so far.
  func nextNumber() throws(FileError) -> Int {
    (try [Self.releasePrefix, Self.keptPrefix, Self.pruningPrefix].map { (prefix) throws(FileError) in
      try numbers(prefix).last ?? 0
    }.max() ?? 0) + 1
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
  func retire(_ name: String) throws(FileError) -> (String, [String])? {
    let folder = path(name)
    let unknownFiles = try output.unknownFiles(in: folder)
    if try !output.isRelease(folder), unknownFiles.isEmpty {
      try disk.removeTree(folder)
      return nil
    }
    let prefix = unknownFiles.isEmpty ? Self.releasePrefix : Self.keptPrefix
    let place = path(prefix + String(try nextNumber()))
    try disk.rename(folder, to: place)
    return (place, unknownFiles)
  }
}

extension OutputFolder {
  /// Finishes or undoes what an interrupted build left.
  package func clearLeftovers(under lock: OutputLock) throws(PublishingError) {
    try PublishingError.onFiles { () throws(FileError) in try Leftovers(self).clear() }
  }
}
