import Documents
import Synchronization

/// The sizes of the files for machines, which the page about open data shows. A file that was rendered already is not
/// rendered again; whoever comes first, the sizes are the same.
final class FileSizes: Sendable {
  private let known = Mutex<[SiteFile: Int]>([:])

  /// Remembers the size of a file.
  func note(_ bytes: [UInt8]?, of file: SiteFile) {
    guard let bytes else { return }
    known.withLock { $0[file] = bytes.count }
  }

  /// The size of a file.
  func size(of file: SiteFile, render: () -> [UInt8]?) -> Int {
    if let size = known.withLock({ $0[file] }) { return size }
    let bytes = render()
    note(bytes, of: file)
    return bytes?.count ?? 0
  }
}
