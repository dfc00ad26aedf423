/// The parts of a picture beside the picture itself: JPEG's segments, the chunks of PNG and WebP.
enum PictureSegments {
  struct Segment {
    /// `E1` of JPEG, `eXIf` of PNG, `EXIF` of WebP.
    let name: String
    /// With its head and, in PNG, its checksum.
    let whole: Range<Int>
    let body: Range<Int>
  }

  /// What a file is by its first bytes.
  enum Sort { case jpeg, png, webp }

  static func sort(_ bytes: [UInt8]) -> Sort? {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    return bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8) ? .webp : nil
  }

  /// The parts in their order; what cannot be followed ends the list.
  static func all(of bytes: [UInt8], _ sort: Sort) -> [Segment] {
    switch sort {
    case .jpeg: jpeg(bytes)
    case .png: chunks(bytes, from: 8, head: 8, tail: 4) { (number(bytes, $0, 4, isLittle: false), $0 + 4) }
    case .webp: chunks(bytes, from: 12, head: 8, tail: 0) { (number(bytes, $0 + 4, 4, isLittle: true), $0) }
    }
  }

  /// Up to the picture's own data (SOS).
  private static func jpeg(_ bytes: [UInt8]) -> [Segment] {
    var segments: [Segment] = []
    var offset = 2
    while offset + 4 <= bytes.count, bytes[offset] == 0xFF, bytes[offset + 1] != 0xDA {
      // Fill bytes.
      if bytes[offset + 1] == 0xFF {
        offset += 1
        continue
      }
      let length = number(bytes, offset + 2, 2, isLittle: false)
      guard length >= 2, offset + 2 + length <= bytes.count else { break }
      let end = offset + 2 + length
      segments.append(
        Segment(
          name: String(bytes[offset + 1], radix: 16, uppercase: true), whole: offset..<end, body: (offset + 4)..<end))
      offset = end
    }
    return segments
  }

  /// Where a JPEG ends, behind its mark of the end; nil if that is missing.
  ///
  /// - Parameter offset: Of the picture's own data (SOS).
  static func end(ofJPEG bytes: [UInt8], from offset: Int) -> Int? {
    var index = offset
    while index + 1 < bytes.count {
      guard bytes[index] == 0xFF else {
        index += 1
        continue
      }
      switch bytes[index + 1] {
      case 0xD9: return index + 2
      // A byte of data, a mark to start again, fill.
      case 0x00, 0xD0...0xD7: index += 2
      case 0xFF: index += 1
      default:
        guard index + 4 <= bytes.count else { return nil }
        index += 2 + max(number(bytes, index + 2, 2, isLittle: false), 2)
      }
    }
    return nil
  }

  private static func chunks(
    _ bytes: [UInt8], from start: Int, head: Int, tail: Int, _ lengthAndName: (Int) -> (Int, Int)
  ) -> [Segment] {
    var segments: [Segment] = []
    var offset = start
    while offset + head + tail <= bytes.count {
      let (length, name) = lengthAndName(offset)
      let bodyEnd = offset + head + length
      guard bodyEnd + tail <= bytes.count else { break }
      // RIFF fills up to an even length.
      let end = min(bodyEnd + tail + (tail == 0 ? length & 1 : 0), bytes.count)
      segments.append(
        Segment(
          name: String(decoding: bytes[name..<(name + 4)], as: UTF8.self), whole: offset..<end,
          body: (offset + head)..<bodyEnd))
      offset = end
    }
    return segments
  }

  private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int, isLittle: Bool) -> Int {
    let part = bytes[offset..<(offset + count)]
    return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
  }
}
