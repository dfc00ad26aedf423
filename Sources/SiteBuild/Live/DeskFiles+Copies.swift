package import Disk
import Glibc

extension DeskFiles {
  /// Of one file; older ones go when the desk starts.
  package static let mostCopies = 50
  private static let copies = folder + "/copies"

  /// Keeps a state of a file under its stamp.
  func keep(_ state: State) throws(FileError) {
    let path = root + "/" + Self.copies + "/" + state.stamp
    do throws(FileError) {
      try disk.writeNew(path, state.bytes)
    } catch {
      guard error.code == EEXIST else {
        try? disk.removeFile(path)
        throw error
      }
      if disk.holds(path, state.bytes) { return }
      // Half of one that a full disk left behind.
      try disk.removeFile(path)
      try disk.writeNew(path, state.bytes)
    }
  }

  /// What a file was before each change that is still known, the latest first.
  package func copies(of path: String) throws(FileError) -> [DeskLog.Entry] {
    let kept = Set(try disk.list(root + "/" + Self.copies).map(\.name))
    var seen: Set<String> = []
    return try log.entries(of: path).reversed().filter { entry in
      guard let before = entry.before, kept.contains(before) else { return false }
      return seen.insert(before).inserted
    }
  }

  /// A kept copy; nil when there is none, or none of this file.
  package func copy(of path: String, _ stamp: String) throws(FileError) -> State? {
    guard try log.entries(of: path).contains(where: { $0.before == stamp }),
      let bytes = try disk.read(root + "/" + Self.copies + "/" + stamp)
    else { return nil }
    let state = State(bytes)
    return state.stamp == stamp ? state : nil
  }

  /// Removes the copies beyond the last ``mostCopies`` of each file, and what never came in whole.
  package func tidy() throws(FileError) {
    try removeIncoming()
    var counts: [String: Int] = [:]
    var wanted: Set<String> = []
    for entry in try log.entries().reversed() {
      guard let before = entry.before, counts[entry.path, default: 0] < Self.mostCopies else { continue }
      counts[entry.path, default: 0] += 1
      wanted.insert(before)
    }
    let folder = root + "/" + Self.copies
    for copy in try disk.list(folder) where !wanted.contains(copy.name) {
      try disk.removeFile(folder + "/" + copy.name)
    }
  }
}
