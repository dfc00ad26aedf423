import CDisk
import Dispatch
import Glibc
import Synchronization

/// Says which files below some folders were written, made, moved or removed, soon after it happened (inotify).
///
/// Changes that another computer makes on a shared disk are not seen.
package final class TreeWatcher: Sendable {
  /// What happened in the last moments.
  package enum Change: Sendable, Hashable {
    /// The paths concerned, each as the path of its folder was given, with `/`.
    case paths(Set<String>)
    /// More than the system could tell.
    case unknown
  }

  private struct State {
    /// The folder of each watch.
    var folders: [Int32: String] = [:]
    var pending: Set<String> = []
    var isUnknown = false
    var isDue = false
  }

  /// Programs that save a file make two or three changes in a row; they are reported together.
  private static let patience = DispatchTimeInterval.milliseconds(8)
  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_ATTRIB)

  private let descriptor: Int32
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "gongkai.watcher")
  private nonisolated(unsafe) let source: any DispatchSourceRead  // only cancelled, once: safe from any thread
  private let report: @Sendable (Change) -> Void

  /// Watches folders and everything below them until it is released.
  ///
  /// - Parameter report: Called on a queue of its own.
  /// - Throws: ``FileError``, ENOSPC when there are more folders than the system lets a user watch
  ///   (fs.inotify.max_user_watches).
  package init(_ folders: [String], report: @escaping @Sendable (Change) -> Void) throws(FileError) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    if descriptor < 0 { throw FileError("监视", folders.first ?? "") }
    self.report = report
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    let descriptor = descriptor
    source.setCancelHandler { close(descriptor) }
    source.setEventHandler { [weak self] in self?.read() }
    source.activate()
    for folder in folders { _ = try watch(folder) }
  }

  deinit { source.cancel() }

  /// Watches a folder and those below it.
  ///
  /// - Returns: The files that are there already.
  private func watch(_ folder: String) throws(FileError) -> Set<String> {
    let watch = inotify_add_watch(descriptor, folder, Self.events)
    guard watch >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw FileError("监视", folder)
    }
    state.withLock { $0.folders[watch] = folder }
    var files: Set<String> = []
    for entry in try Disk().list(folder) {
      let path = folder + "/" + entry.name
      if entry.isFolder { files.formUnion(try self.watch(path)) } else { files.insert(path) }
    }
    return files
  }

  private func read() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      var offset = 0
      while offset < count {
        let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self) }
        let start = offset + MemoryLayout<inotify_event>.size
        let name = buffer[start..<start + Int(event.len)].prefix { $0 != 0 }
        note(event, String(decoding: name, as: UTF8.self))
        offset = start + Int(event.len)
      }
    }
    reportSoon()
  }

  private func note(_ event: inotify_event, _ name: String) {
    let mask = event.mask
    if mask & UInt32(IN_Q_OVERFLOW) != 0 { return state.withLock { $0.isUnknown = true } }
    if mask & UInt32(IN_IGNORED) != 0 { return state.withLock { $0.folders[event.wd] = nil } }
    guard let folder = state.withLock({ $0.folders[event.wd] }) else { return }
    let path = name.isEmpty ? folder : folder + "/" + name
    var changed: Set = [path]
    if mask & UInt32(IN_ISDIR) != 0, mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 {
      do throws(FileError) { changed.formUnion(try watch(path)) } catch { state.withLock { $0.isUnknown = true } }
    }
    state.withLock { $0.pending.formUnion(changed) }
  }

  private func reportSoon() {
    let isFirst = state.withLock { state -> Bool in
      defer { state.isDue = true }
      return !state.isDue
    }
    if isFirst { queue.asyncAfter(deadline: .now() + Self.patience) { [weak self] in self?.reportNow() } }
  }

  private func reportNow() {
    let change = state.withLock { state -> Change? in
      state.isDue = false
      defer { (state.pending, state.isUnknown) = ([], false) }
      if state.isUnknown { return .unknown }
      return state.pending.isEmpty ? nil : .paths(state.pending)
    }
    change.map(report)
  }
}
