import Disk
import Glibc
import Synchronization

/// System calls of which the n-th fails: alone, or with all later ones, as if the process had died.
final class FaultyCalls: Sendable {
  private let failing: Int
  private let code: Int32
  private let isDeath: Bool
  private let canExchange: Bool
  private let count = Mutex(0)

  init(failing: Int, code: Int32, isDeath: Bool = false, canExchange: Bool = true) {
    self.failing = failing
    self.code = code
    self.isDeath = isDeath
    self.canExchange = canExchange
  }

  /// Whether the call that should fail was made at all.
  var hasFired: Bool { count.withLock { $0 >= failing } }

  private func fault() -> Int32? {
    let number = count.withLock {
      $0 += 1
      return $0
    }
    return number == failing || isDeath && number > failing ? -code : nil
  }

  var calls: SystemCalls {
    let live = SystemCalls.withoutSync
    var calls = live
    calls.open = { self.fault() ?? live.open($0, $1, $2) }
    calls.read = { self.fault().map(Int.init) ?? live.read($0, $1) }
    calls.write = { descriptor, bytes in
      // Half of the bytes are written before the disk is full.
      guard let fault = self.fault() else { return live.write(descriptor, bytes) }
      _ = live.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]))
      return Int(fault)
    }
    calls.close = { descriptor in
      let result = live.close(descriptor)
      return self.fault() ?? result
    }
    calls.seek = { self.fault().map(Int.init) ?? live.seek($0, $1) }
    calls.statusOfDescriptor = { self.fault() ?? live.statusOfDescriptor($0, &$1) }
    calls.status = { self.fault() ?? live.status($0, &$1) }
    calls.makeFolder = { self.fault() ?? live.makeFolder($0, $1) }
    calls.changeMode = { self.fault() ?? live.changeMode($0, $1) }
    calls.changeGroup = { self.fault() ?? live.changeGroup($0, $1) }
    calls.removeFolder = { self.fault() ?? live.removeFolder($0) }
    calls.removeFile = { self.fault() ?? live.removeFile($0) }
    calls.link = { self.fault() ?? live.link($0, $1) }
    calls.rename = { self.fault() ?? live.rename($0, $1) }
    calls.exchange = { self.fault() ?? (self.canExchange ? live.exchange($0, $1) : -ENOSYS) }
    calls.syncFile = { self.fault() ?? live.syncFile($0) }
    calls.syncFileSystem = { self.fault() ?? live.syncFileSystem($0) }
    calls.lock = { self.fault() ?? live.lock($0) }
    calls.list = { self.fault() ?? live.list($0, &$1) }
    return calls
  }
}
