import Base
import CZlib

extension [UInt8] {
  /// The `size` bytes that a part of this was deflated from (RFC 1951, without header); nil if it is anything else, shorter or
  /// longer.
  ///
  /// - Parameter size: At most as much memory is taken; below 4 GB.
  package func inflated(_ part: Range<Int>, size: Int) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&stream) }
    var isWhole = false
    // One byte more, so that a text that goes on behind its size is noticed.
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { target, length in
      withUnsafeBufferPointer { all in
        let source = UnsafeBufferPointer(rebasing: all[part])
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(size + 1)
        isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.total_out == size
        length = Int(stream.total_out)
      }
    }
    return isWhole ? bytes : nil
  }
}
