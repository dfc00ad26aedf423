import Base

/// What the bytes of a PDF say in the open: whether it is encrypted, and who made it. Newer files may have packed the latter.
struct PDFProperties {
  let isEncrypted: Bool
  let author: String?

  init(_ bytes: [UInt8]) {
    (isEncrypted, author) = bytes.withUnsafeBufferPointer { bytes in
      let isEncrypted = Self.isEncrypted(bytes)
      return (isEncrypted, isEncrypted ? nil : Self.author(bytes))
    }
  }

  /// `/Encrypt 12 0 R`, or a dictionary, in a trailer or the stream in its place.
  private static func isEncrypted(_ bytes: Bytes) -> Bool {
    var offset = 0
    while let place = bytes.place(of: "/Encrypt", from: offset) {
      offset = place + 8
      let next = bytes[offset...].first { !isSpace($0) }
      if let next, (0x30...0x39).contains(next) || next == 0x3C { return true }
    }
    return false
  }

  /// The last one: a file that was changed has its newest properties at its end.
  private static func author(_ bytes: Bytes) -> String? {
    var (offset, found): (Int, String?) = (0, nil)
    while let place = bytes.place(of: "/Author", from: offset) {
      offset = place + 7
      var start = offset
      while start < bytes.count, isSpace(bytes[start]) { start += 1 }
      let string = PDFString(bytes, at: start)
      if let string, !string.text.trimmed.isEmpty { found = string.text.trimmed }
    }
    return found
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
}

/// A string of a PDF, in brackets or as figures of base 16 (ISO 32000-1, 7.3.4).
private struct PDFString {
  let text: String
  /// Longer ones are cut: it is a name that is looked for.
  private static let mostBytes = 512

  init?(_ bytes: Bytes, at start: Int) {
    guard start < bytes.count else { return nil }
    let part = Bytes(rebasing: bytes[start..<min(bytes.count, start + Self.mostBytes)])
    switch part[0] {
    case 0x28: text = Self.decoded(Self.literal(part))
    case 0x3C where part.count > 1 && part[1] != 0x3C: text = Self.decoded(Self.figures(part))
    default: return nil
    }
  }

  private static func literal(_ bytes: Bytes) -> [UInt8] {
    var (value, depth, index): ([UInt8], Int, Int) = ([], 0, 0)
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x28:
        if depth > 0 { value.append(byte) }
        depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return value }
        value.append(byte)
      case 0x5C:
        let octal = bytes[index..<min(index + 3, bytes.count)].prefix { (0x30...0x37).contains($0) }
        if octal.isEmpty {
          if index < bytes.count { value.append(escapes[bytes[index]] ?? bytes[index]) }
          index += 1
        } else {
          value.append(UInt8(truncatingIfNeeded: octal.reduce(0) { $0 * 8 + Int($1) - 0x30 }))
          index += octal.count
        }
      default: value.append(byte)
      }
    }
    return value
  }

  private static let escapes: [UInt8: UInt8] = [0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09, 0x62: 0x08, 0x66: 0x0C]

  private static func figures(_ bytes: Bytes) -> [UInt8] {
    let digits = bytes.dropFirst().prefix { $0 != 0x3E }.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  /// UTF-16 with its mark, UTF-8, or what Chinese programs write without saying so.
  private static func decoded(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
      return String(decoding: units, as: UTF16.self)
    }
    return String(validating: bytes, as: UTF8.self) ?? bytes.decodedGB18030 ?? ""
  }
}
