import Disk
import Glibc

/// The switch of Output to another release.
///
/// With `renameat2(RENAME_EXCHANGE)` (Linux 3.15: ext4, xfs, btrfs, tmpfs, overlayfs …) two folders swap places in one
/// step: whoever opens a path sees the old release or the new one, and a kill cannot fall in between. Where the file
/// system cannot exchange, Output is renamed away and the new release renamed in: each is one step, but between the two
/// Output is missing for some microseconds; the next build recovers from a kill there.
struct Switch {
  let output: OutputFolder
  private var disk: Disk { output.disk }

  /// Unknown files, and what failed after the switch; never a reason to undo it.
  struct Outcome: Sendable {
    var unknownFiles: [String] = []
    var unknownFilesFolder: String?
    var isListed = true
    var troubles: [FileError] = []
  }

  init(_ output: OutputFolder) { self.output = output }

  /// Puts a staging folder in Output's place. Throws only before the switch.
  func put(_ folder: String, keeping: Int) throws(FileError) -> Outcome {
    let incoming = output.state + "/" + Leftovers.incomingPrefix + String(try inode(of: folder))
    try disk.rename(folder, to: incoming)
    try replaceOutput(by: incoming)
    var retired: Leftovers.Retired?
    var troubles = attempt { () throws(FileError) in try syncNames() }
    troubles += attempt { () throws(FileError) in retired = try Leftovers(output).retire() }
    troubles += attempt { () throws(FileError) in try Leftovers(output).prune(keeping: keeping) }
    let hasUnknownFiles = retired?.unknownFiles.isEmpty == false
    return Outcome(
      unknownFiles: retired?.unknownFiles ?? [], unknownFilesFolder: hasUnknownFiles ? retired?.folder : nil,
      isListed: retired?.isListed ?? true, troubles: troubles)
  }

  /// Leaves Output as it is; only prunes the earlier releases.
  func leave(keeping: Int) -> Outcome {
    Outcome(troubles: attempt { () throws(FileError) in try Leftovers(output).prune(keeping: keeping) })
  }

  /// Puts a kept release in Output's place and keeps the former one under a new number.
  ///
  /// No folder ever has a name that allows its removal: after a kill at any moment, both releases are still there.
  func swap(with folder: String) throws(FileError) {
    try replaceOutput(by: folder)
    // The release is in place; the next build recovers from any failure from here on.
    _ = attempt { () throws(FileError) in try syncNames() }
    _ = attempt { () throws(FileError) in
      let name = String(folder.dropFirst(output.state.count + 1))
      // Without an exchange, the old release is aside and the name is free.
      _ = try disk.status(of: folder) == nil ? Leftovers(output).retire() : Leftovers(output).retire(name)
    }
  }

  private func replaceOutput(by incoming: String) throws(FileError) {
    guard let status = try disk.status(of: output.place) else { return try disk.rename(incoming, to: output.place) }
    // Someone replaced Output by a link or a file while the release was written: not ours to move, and never followed.
    guard status.st_mode & S_IFMT == S_IFDIR else { throw FileError("切换", output.path, code: ENOTDIR) }
    if try disk.exchange(incoming, output.place) { return }
    let aside = output.state + "/" + Leftovers.aside
    try disk.rename(output.place, to: aside)
    do { try disk.rename(incoming, to: output.place) } catch {
      try disk.rename(aside, to: output.place)
      throw error
    }
  }

  /// Syncs the new names: Output's, and those in the folder of releases.
  private func syncNames() throws(FileError) {
    try disk.syncFolder(output.parent)
    try disk.syncFolder(output.state)
  }

  private func inode(of folder: String) throws(FileError) -> ino_t {
    guard let status = try disk.status(of: folder) else { throw FileError("查看", folder, code: ENOENT) }
    return status.st_ino
  }

  private func attempt(_ work: () throws(FileError) -> Void) -> [FileError] {
    do { try work() } catch { return [error] }
    return []
  }
}
