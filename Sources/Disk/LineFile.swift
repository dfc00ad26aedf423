import Glibc

/// A text file that is read from its beginning, some lines at a time, so that memory does not grow with it.
package struct LineFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private let disk: Disk
  /// What was read and not yet given out.
  private var rest: [UInt8] = []
  private var isAtEnd = false
  /// Called with everything that is read, in order.
  private let watch: (UnsafeRawBufferPointer) -> Void

  private static let chunk = 1 << 20

  /// Opens a file; does not follow a symbolic link.
  ///
  /// - Parameter watch: Called with everything that is read, in order.
  /// - Throws: ``FileError``, with ENOENT if there is none.
  package init(
    _ path: String, disk: Disk = Disk(), watch: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(FileError) {
    let descriptor = disk.calls.open(path, O_RDONLY | O_NOFOLLOW, 0)
    try disk.check(descriptor, "读取", path)
    (self.path, self.descriptor, self.disk, self.watch) = (path, descriptor, disk, watch)
  }

  deinit { _ = disk.calls.close(descriptor) }

  /// The next lines without their line feeds, about `byteCount` bytes of them and at least one; empty at the end of the file.
  ///
  /// - Throws: ``FileError``.
  package mutating func next(_ byteCount: Int) throws(FileError) -> [[UInt8]] {
    while !isAtEnd, rest.count < byteCount || !rest.contains(0x0A) { try read() }
    let end = isAtEnd ? rest.count : (rest.lastIndex(of: 0x0A) ?? rest.count - 1) + 1
    var lines = rest[..<end].split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    // After the last line feed there is no line.
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    rest.removeFirst(end)
    return lines
  }

  private mutating func read() throws(FileError) {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
    defer { room.deallocate() }
    let count = disk.calls.read(descriptor, room)
    if count < 0 { throw FileError("读取", path, code: Int32(-count)) }
    if count == 0 { isAtEnd = true }
    let piece = UnsafeRawBufferPointer(rebasing: room[..<count])
    watch(piece)
    rest.append(contentsOf: piece)
  }
}
