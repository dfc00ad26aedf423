import Disk
import Glibc

/// Who may build: the user who owns the site, or a group, whose sign is the set-group-ID bit of the folder that Output is in.
///
/// Files and folders of a release follow the umask, and set-group-ID folders, as everything does that is written in them.
extension OutputFolder {
  private var isShared: Bool { isSetGroup(parent) }

  /// The mode of the lock: nobody else can hold it.
  var lockMode: mode_t { isShared ? 0o660 : 0o600 }

  /// Makes the hidden folder, which holds withdrawn texts and the names of coming ones, and closes one that an older version left
  /// open. In a shared folder it takes over the group.
  func makeState() throws(FileError) {
    let mode: mode_t = isShared ? 0o2770 : 0o700
    try disk.makeFolder(state, mode: mode & 0o777)
    // Best effort: a sandbox may forbid set-group-ID bits, and the folder may be another member's.
    guard let status = try disk.status(of: state), status.st_mode & S_IFMT == S_IFDIR else { return }
    if isShared ? status.st_mode & 0o777 != 0o770 : status.st_mode & 0o077 != 0 {
      _ = disk.calls.changeMode(state, mode)
    }
  }

  /// Gives a new folder the group that Output had been given.
  func takeOverGroup(_ folder: String) throws(FileError) {
    guard let old = try disk.status(of: place), old.st_mode & S_ISGID != 0, let new = try disk.status(of: folder),
      new.st_gid != old.st_gid || new.st_mode & S_ISGID == 0
    else { return }
    // Best effort, for the same reason.
    _ = disk.calls.changeGroup(folder, old.st_gid)
    _ = disk.calls.changeMode(folder, new.st_mode & 0o777 | S_ISGID)
  }

  private func isSetGroup(_ folder: String) -> Bool {
    var status = stat()
    return stat(folder, &status) == 0 && status.st_mode & S_ISGID != 0
  }
}
