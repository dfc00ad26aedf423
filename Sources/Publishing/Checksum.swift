import Crypto

/// SHA-256 of bytes as 64 lower-case hexadecimal digits.
package func checksum(of bytes: [UInt8]) -> String {
  var digest = RunningChecksum()
  bytes.withUnsafeBytes { digest.add($0) }
  return digest.finished
}

/// A checksum of bytes that come in pieces.
struct RunningChecksum {
  private var hash = SHA256()

  mutating func add(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

  /// The digits of all that was added.
  var finished: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 2 * SHA256.byteCount) { buffer in
      var end = 0
      for byte in hash.finalize() {
        buffer[end] = digits[Int(byte >> 4)]
        buffer[end + 1] = digits[Int(byte & 15)]
        end += 2
      }
      return end
    }
  }
}
