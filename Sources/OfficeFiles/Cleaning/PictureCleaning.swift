import Base

/// Takes EXIF, XMP and IPTC out of a picture. How it is to be turned stays, as EXIF with nothing else.
enum PictureCleaning {
  /// Nil if there is neither a name nor a position in it, or if it cannot be followed.
  static func cleaned(_ bytes: [UInt8], _ sort: PictureSegments.Sort) -> [UInt8]? {
    let found = PictureProperties(bytes, sort)
    guard found.hasPosition || !found.people.isEmpty, let out = rewritten(bytes, sort, found.orientation) else {
      return nil
    }
    let rest = PictureProperties(out, sort)
    return rest.hasPosition || !rest.people.isEmpty || rest.orientation ?? 1 != found.orientation ?? 1 ? nil : out
  }

  private static func rewritten(_ bytes: [UInt8], _ sort: PictureSegments.Sort, _ orientation: Int?) -> [UInt8]? {
    let turn = orientation.flatMap { (2...8).contains($0) ? exif(orientation: UInt8($0)) : nil }
    let segments = PictureSegments.all(of: bytes, sort)
    guard let first = segments.first, let last = segments.last else { return nil }
    switch sort {
    case .jpeg:
      // Behind the picture may be others with EXIF of their own, which a segment we take out leads to.
      guard let end = PictureSegments.end(ofJPEG: bytes, from: last.whole.upperBound) else { return nil }
      let kept = segments.filter { !isNaming($0, bytes) }
      let head = turn.map { [0xFF, 0xE1] + bigEndian(UInt16($0.count + 8)) + Array("Exif\0\0".utf8) + $0 } ?? []
      return bytes[..<first.whole.lowerBound] + head + kept.flatMap { bytes[$0.whole] }
        + bytes[last.whole.upperBound..<end]
    case .png:
      guard last.name == "IEND" else { return nil }
      let kept = segments.filter { !isNaming($0, bytes) }.map { bytes[$0.whole] }
      guard let header = kept.first else { return nil }
      return bytes[..<first.whole.lowerBound] + header + (turn.map { chunk("eXIf", $0) } ?? [])
        + kept.dropFirst().flatMap(\.self)
    case .webp: return nil
    }
  }

  /// Whether a part may say who made the picture, or where.
  private static func isNaming(_ segment: PictureSegments.Segment, _ bytes: [UInt8]) -> Bool {
    let body = bytes[segment.body]
    switch segment.name {
    case "E1", "ED", "eXIf": return true
    case "E2": return body.starts(with: "MPF\0".utf8)
    case "tEXt", "zTXt", "iTXt":
      return ["XML:com.adobe.xmp", "Author", "Raw profile type exif", "Raw profile type xmp", "Raw profile type iptc"]
        .contains(String(decoding: body.prefix { $0 != 0 }, as: UTF8.self))
    default: return false
    }
  }

  /// TIFF with one directory of one entry.
  private static func exif(orientation: UInt8) -> [UInt8] {
    Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  }

  private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    let text = Array(name.utf8) + body
    var sum = CRC32()
    text.withUnsafeBytes { sum.add($0) }
    return bigEndian(UInt32(body.count)) + text + bigEndian(sum.value)
  }

  private static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }
}
