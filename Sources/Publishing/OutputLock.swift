import Disk
import Glibc

/// The process that holds the lock of an output folder.
package struct LockHolder: Sendable, Hashable {
  /// Process id; nil when the holder has not written it, or is another program.
  package let process: Int?
  /// Id of the user whose process it is.
  package let user: UInt32?
  /// Seconds since 1970 by the file system's clock.
  package let since: Int
  /// The file that is locked.
  package let path: String

  /// Memberwise.
  package init(process: Int?, user: UInt32?, since: Int, path: String) {
    self.process = process
    self.user = user
    self.since = since
    self.path = path
  }
}

/// Allows one build at a time for an output folder, as long as the object lives.
///
/// `flock` on a file beside Output: the kernel releases it when a process dies, so that a dead holder blocks nobody.
/// The file itself is never removed; otherwise two builds could lock two different files of the same name.
package final class OutputLock: Sendable {
  private let descriptor: Int32
  private let calls: SystemCalls

  /// Takes the lock or throws ``PublishingError/locked(_:)`` at once.
  package init(_ output: OutputFolder) throws(PublishingError) {
    calls = output.disk.calls
    let (disk, path) = (output.disk, output.state + "/lock")
    descriptor = try PublishingError.onFiles { () throws(FileError) in
      try output.makeState()
      let descriptor = disk.calls.open(path, O_RDWR | O_CREAT | O_NOFOLLOW, output.lockMode)
      try disk.check(descriptor, "打开", path)
      return descriptor
    }
    // From here on `deinit` closes the file, even when this initializer throws.
    let result = calls.lock(descriptor)
    if result == -EWOULDBLOCK { throw .locked(Self.holder(descriptor, calls, path)) }
    // Whatever the umask, and whatever an older version left: who may build may lock, and nobody else.
    _ = calls.changeMode(path, output.lockMode)
    try PublishingError.onFiles { () throws(FileError) in
      try disk.check(result, "锁定", path)
      try disk.write(Self.signature.span.bytes, to: descriptor, path)
    }
  }

  deinit { _ = calls.close(descriptor) }

  /// When the lock was taken: nanoseconds since 1970 by the file system's clock.
  package var takenAt: Int {
    var status = stat()
    _ = calls.statusOfDescriptor(descriptor, &status)
    return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }

  /// Process and user in ten digits each: fixed width, so that they fully overwrite older ones.
  private static var signature: [UInt8] {
    let numbers = [Int(getpid()), Int(geteuid())].map { number in
      String(repeating: "0", count: max(10 - String(number).utf8.count, 0)) + String(number)
    }
    return Array((numbers.joined(separator: " ") + "\n").utf8)
  }

  /// The holder of the lock. It writes its id just after taking the lock, so for a moment the id of an earlier,
  /// finished process is still there; if it stays, another program has the lock.
  private static func holder(_ descriptor: Int32, _ calls: SystemCalls, _ path: String) -> LockHolder {
    var found = written(descriptor, calls, path)
    for _ in 0..<20 where !isAlive(found.process) {
      usleep(5000)
      found = written(descriptor, calls, path)
    }
    if isAlive(found.process) { return found }
    return LockHolder(process: nil, user: nil, since: found.since, path: path)
  }

  /// Whether a process is there, whoever started it.
  static func isAlive(_ process: Int?) -> Bool {
    guard let process, let number = pid_t(exactly: process), number > 0 else { return false }
    return kill(number, 0) == 0 || errno == EPERM
  }

  private static func written(_ descriptor: Int32, _ calls: SystemCalls, _ path: String) -> LockHolder {
    var status = stat()
    _ = calls.statusOfDescriptor(descriptor, &status)
    _ = lseek(descriptor, 0, SEEK_SET)
    var text = [UInt8](repeating: 0, count: 21)
    let count = text.withUnsafeMutableBytes { calls.read(descriptor, $0) }
    func number(_ range: Range<Int>) -> Int? {
      count >= range.upperBound ? Int(String(decoding: text[range], as: UTF8.self)) : nil
    }
    return LockHolder(
      process: number(0..<10), user: number(11..<21).flatMap { UInt32(exactly: $0) }, since: status.st_mtim.tv_sec,
      path: path)
  }
}
