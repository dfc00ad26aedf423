import Base
import CZlib
package import Disk

extension Staging {
  /// Shorter files gain nothing, longer ones would need their size in memory.
  private static let compressedSizes = 1024...(64 << 20)

  /// Writes a copy `x.gz` beside every text file of this release, for web servers that send those to whoever takes them.
  /// The same file gives the same bytes: no name and no time is in it.
  ///
  /// - Parameter endings: the extensions of text files, in lower case.
  package func writeCompressedCopies(of endings: Set<String>, jobs: Int) async throws(FileError) {
    let records = try finished().records
    let taken = Set(records.map(\.path))
    let texts = records.filter { record in
      Self.compressedSizes.contains(record.byteCount) && endings.contains(record.path.fileExtension)
        && !taken.contains(record.path + ".gz")
    }
    let failures = await boundedMap(texts, jobs: jobs, chunk: 8) { record -> FileError? in
      do throws(FileError) {
        guard let bytes = try self.bytes(of: record.path), let packed = bytes.gzipped, packed.count < bytes.count
        else { return nil }
        _ = try self.write(path: record.path + ".gz", bytes: packed)
        return nil
      } catch { return error }
    }
    if let failure = failures.compactMap(\.self).first { throw failure }
  }
}

extension [UInt8] {
  /// In gzip's format (RFC 1952); nil if zlib has no memory for it.
  fileprivate var gzipped: [UInt8]? {
    var stream = z_stream()
    // 16 more than the largest window: with gzip's header, which has time zero unless told otherwise.
    let window = MAX_WBITS + 16
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var source = self
    let room = Int(deflateBound(&stream, UInt(count)))
    var isWhole = false
    let packed = [UInt8](unsafeUninitializedCapacity: room) { target, length in
      source.withUnsafeMutableBufferPointer { bytes in
        stream.next_in = bytes.baseAddress
        stream.avail_in = UInt32(bytes.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
        length = Int(stream.total_out)
      }
    }
    return isWhole ? packed : nil
  }
}
