/// Text in GB 18030, which begins with GBK and GB 2312: what Windows in China has written for thirty years. glibc reads it, too,
/// but only with files beside it, which a program that runs everywhere does not have. Private characters become U+FFFD.
enum GB18030 {
  /// By the first byte, 190 each.
  private static let two: [UInt16] = pairs.withUTF8Buffer { bytes in
    String(decoding: bytes, as: UTF8.self).utf16.map(\.self)
  }

  /// The characters of the Basic Multilingual Plane that have four bytes, in their order, up to the private ones and behind them.
  private static let four: (below: [UInt16], above: [UInt16]) = {
    let taken = Set(two)
    return (
      (0x80...0xD7FF).filter { !taken.contains($0) }, (0xF900...0xFFFF).filter { !taken.contains($0) || $0 == 0xFFFD }
    )
  }()

  /// Private characters of four bytes.
  private static let privateCount = 4332

  /// The text; nil where bytes are none of GB 18030.
  static func decoded(_ bytes: Bytes) -> String? { read(bytes, isStrict: true)?.text }

  /// The text with U+FFFD for bytes that are none of GB 18030, and how many of these there are.
  static func repaired(_ bytes: Bytes) -> (text: String, faults: Int) { read(bytes, isStrict: false) ?? ("", 0) }

  private static func read(_ bytes: Bytes, isStrict: Bool) -> (text: String, faults: Int)? {
    var (text, faults, index) = ("", 0, 0)
    text.unicodeScalars.reserveCapacity(bytes.count)
    while index < bytes.count {
      if bytes[index] < 0x80 {
        text.unicodeScalars.append(Unicode.Scalar(bytes[index]))
        index += 1
      } else if let (scalar, length) = character(bytes, at: index) {
        text.unicodeScalars.append(scalar)
        index += length
      } else if isStrict {
        return nil
      } else {
        text.unicodeScalars.append("\u{FFFD}")
        (faults, index) = (faults + 1, index + 1)
      }
    }
    return (text, faults)
  }

  private static func character(_ bytes: Bytes, at index: Int) -> (Unicode.Scalar, Int)? {
    guard index + 1 < bytes.count, case 0x81...0xFE = bytes[index] else { return nil }
    let (lead, trail) = (Int(bytes[index]) - 0x81, Int(bytes[index + 1]))
    switch trail {
    case 0x40...0x7E, 0x80...0xFE:
      return Unicode.Scalar(two[lead * 190 + trail - (trail < 0x7F ? 0x40 : 0x41)]).map { ($0, 2) }
    case 0x30...0x39:
      guard index + 3 < bytes.count, case 0x81...0xFE = bytes[index + 2], case 0x30...0x39 = bytes[index + 3] else {
        return nil
      }
      let place =
        ((lead * 10 + trail - 0x30) * 126 + Int(bytes[index + 2]) - 0x81) * 10 + Int(bytes[index + 3]) - 0x30
      return scalar(ofFour: place).map { ($0, 4) }
    default: return nil
    }
  }

  private static func scalar(ofFour place: Int) -> Unicode.Scalar? {
    let (below, above) = four
    // From 90 30 81 30 on, the other planes.
    if place >= 189_000 { return Unicode.Scalar(UInt32(place - 189_000 + 0x10000)) }
    if place < below.count { return Unicode.Scalar(below[place]) }
    let behind = place - below.count - privateCount
    if behind < 0 { return "\u{FFFD}" }
    return behind < above.count ? Unicode.Scalar(above[behind]) : nil
  }
}

extension [UInt8] {
  /// The text of bytes in GB 18030 (or GBK, GB 2312); nil if they are not.
  package var decodedGB18030: String? { withUnsafeBufferPointer(GB18030.decoded) }
}
