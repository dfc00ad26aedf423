import CDisk
package import Glibc

/// The system calls behind ``Disk``, as closures: the seam where tests make the n-th call fail.
///
/// Every closure answers like the kernel: zero or more on success, `-errno` on failure. Nothing else in the program
/// writes to a disk.
package struct SystemCalls: Sendable {
  /// path, flags, mode → descriptor.
  package var open: @Sendable (String, Int32, mode_t) -> Int32
  /// descriptor, buffer → number of bytes read; 0 at the end.
  package var read: @Sendable (Int32, UnsafeMutableRawBufferPointer) -> Int
  /// descriptor, bytes → number of bytes written.
  package var write: @Sendable (Int32, UnsafeRawBufferPointer) -> Int
  /// descriptor, buffer, offset from the start → number of bytes read; 0 at the end.
  package var readAt: @Sendable (Int32, UnsafeMutableRawBufferPointer, Int) -> Int
  /// descriptor, bytes, offset from the start → number of bytes written.
  package var writeAt: @Sendable (Int32, UnsafeRawBufferPointer, Int) -> Int
  package var close: @Sendable (Int32) -> Int32
  /// descriptor, offset from the start.
  package var seek: @Sendable (Int32, Int) -> Int
  package var statusOfDescriptor: @Sendable (Int32, inout stat) -> Int32
  /// path; does not follow a symbolic link.
  package var status: @Sendable (String, inout stat) -> Int32
  /// path, mode.
  package var makeFolder: @Sendable (String, mode_t) -> Int32
  /// path, mode.
  package var changeMode: @Sendable (String, mode_t) -> Int32
  /// path, id of a group; does not follow a symbolic link.
  package var changeGroup: @Sendable (String, gid_t) -> Int32
  package var removeFolder: @Sendable (String) -> Int32
  package var removeFile: @Sendable (String) -> Int32
  /// existing path, new path.
  package var link: @Sendable (String, String) -> Int32
  /// old path, new path.
  package var rename: @Sendable (String, String) -> Int32
  /// Swaps two paths atomically; `-ENOSYS` where the system cannot.
  package var exchange: @Sendable (String, String) -> Int32
  /// Waits until what was written to a descriptor is on the disk.
  package var syncFile: @Sendable (Int32) -> Int32
  /// Waits until everything on the descriptor's file system is on the disk.
  package var syncFileSystem: @Sendable (Int32) -> Int32
  /// Takes an exclusive lock that ends with the process; `-EWOULDBLOCK` when another process holds it.
  package var lock: @Sendable (Int32) -> Int32
  /// Lists a folder without `.` and `..`, in no particular order; names that are no UTF-8 as ``RawName`` writes them.
  package var list: @Sendable (String, inout [FolderEntry]) -> Int32

  /// One entry of a folder.
  package struct FolderEntry: Sendable, Hashable {
    package let name: String
    package let isFolder: Bool

    /// Memberwise.
    package init(name: String, isFolder: Bool) {
      self.name = name
      self.isFolder = isFolder
    }
  }
}

extension SystemCalls {
  /// The real system calls.
  package static let live = SystemCalls(
    open: { path, flags, mode in answer { RawName.withBytes(path) { Glibc.open($0, flags | O_CLOEXEC, mode) } } },
    read: { descriptor, room in answer { Glibc.read(descriptor, room.baseAddress, room.count) } },
    write: { descriptor, bytes in answer { Glibc.write(descriptor, bytes.baseAddress, bytes.count) } },
    readAt: { descriptor, room, offset in answer { pread(descriptor, room.baseAddress, room.count, offset) } },
    writeAt: { descriptor, bytes, offset in answer { pwrite(descriptor, bytes.baseAddress, bytes.count, offset) } },
    // Not retried after EINTR: Linux has already closed the descriptor.
    close: { Glibc.close($0) == 0 ? 0 : -errno },
    seek: { descriptor, offset in answer { lseek(descriptor, offset, SEEK_SET) } },
    statusOfDescriptor: { fstat($0, &$1) == 0 ? 0 : -errno },
    status: { path, status in RawName.withBytes(path) { lstat($0, &status) == 0 ? 0 : -errno } },
    makeFolder: { path, mode in answer { RawName.withBytes(path) { mkdir($0, mode) } } },
    changeMode: { path, mode in answer { RawName.withBytes(path) { chmod($0, mode) } } },
    changeGroup: { path, group in answer { RawName.withBytes(path) { lchown($0, uid_t.max, group) } } },
    removeFolder: { path in answer { RawName.withBytes(path) { rmdir($0) } } },
    removeFile: { path in answer { RawName.withBytes(path) { unlink($0) } } },
    link: { from, to in answer { both(from, to) { Glibc.link($0, $1) } } },
    rename: { from, to in answer { both(from, to) { Glibc.rename($0, $1) } } },
    exchange: { from, to in
      answer { both(from, to) { renameat2(AT_FDCWD, $0, AT_FDCWD, $1, UInt32(GONGKAI_RENAME_EXCHANGE)) } }
    },
    syncFile: { descriptor in answer { fsync(descriptor) } },
    syncFileSystem: { descriptor in answer { syncfs(descriptor) } },
    lock: { descriptor in answer { flock(descriptor, LOCK_EX | LOCK_NB) } },
    list: { path, entries in listFolder(path, into: &entries) })

  /// The result, or `-errno`; retries when interrupted by a signal.
  private static func answer<Number: FixedWidthInteger & SignedInteger>(_ call: () -> Number) -> Number {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { return -Number(truncatingIfNeeded: errno) }
    }
  }

  private static func both(
    _ first: String, _ second: String, _ call: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32
  ) -> Int32 {
    RawName.withBytes(first) { first in RawName.withBytes(second) { call(first, $0) } }
  }

  private static func listFolder(_ path: String, into entries: inout [FolderEntry]) -> Int32 {
    guard let stream = RawName.withBytes(path, { opendir($0) }) else { return -errno }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let record = readdir(stream) else { return -errno }
      let name = withUnsafePointer(to: &record.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { RawName.text($0) }
      }
      if name == "." || name == ".." { continue }
      var isFolder = Int(record.pointee.d_type) == Int(DT_DIR)
      if Int(record.pointee.d_type) == Int(DT_UNKNOWN) {
        var status = stat()
        let result = RawName.withBytes(path + "/" + name) { lstat($0, &status) }
        guard result == 0 else { return -errno }
        isFolder = status.st_mode & S_IFMT == S_IFDIR
      }
      entries.append(FolderEntry(name: name, isFolder: isFolder))
    }
  }
}
