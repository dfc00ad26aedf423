import CZlib

extension [UInt8] {
  /// In gzip's format (RFC 1952), without name and time, so that the same bytes give the same; nil if zlib has no memory for it.
  package var gzipped: [UInt8]? {
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
