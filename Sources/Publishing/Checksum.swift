import CLibcrypto
package import Disk

/// SHA-256 of bytes as 64 lower-case hexadecimal digits.
package func checksum(of bytes: [UInt8]) -> String {
  var digest = RunningChecksum()
  bytes.withUnsafeBytes { digest.add($0) }
  return digest.finished()
}

/// The same of an open file, however large.
package func checksum(of file: borrowing SourceFile) throws(FileError) -> String {
  var digest = RunningChecksum()
  try Disk().readChunks(file.descriptor, file.path) { digest.add($0) }
  return digest.finished()
}

/// A checksum of bytes that arrive in pieces.
package struct RunningChecksum: ~Copyable {
  /// Nil only when memory is exhausted.
  private let context: OpaquePointer?

  /// Of nothing yet.
  package init() {
    context = EVP_MD_CTX_new()
    Self.check(EVP_DigestInit_ex(context, EVP_sha256(), nil))
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Goes on with more bytes.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    Self.check(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count))
  }

  /// The digits of everything added; nothing can be added afterwards.
  package consuming func finished() -> String {
    let bytes = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      Self.check(EVP_DigestFinal_ex(context, buffer.baseAddress, nil))
      count = 32
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 2 * bytes.count) { buffer in
      for (place, byte) in bytes.enumerated() {
        buffer[2 * place] = digits[Int(byte >> 4)]
        buffer[2 * place + 1] = digits[Int(byte & 15)]
      }
      return 2 * bytes.count
    }
  }

  /// SHA-256 in memory cannot fail on its own: continuing would publish files under wrong checksums.
  private static func check(_ answer: Int32) { precondition(answer == 1, "libcrypto has no memory or no SHA-256") }
}
