/// One pass over bytes that should be UTF-8 text: whether they are, and the characters that somebody should look at.
struct TextScan {
  /// Why the bytes are not text; the pass ends there.
  let fault: Fault?
  /// In order, up to ``limit``.
  let sightings: [Sighting]

  /// Why bytes are not text.
  enum Fault: Equatable {
    /// Invalid UTF-8 beginning at this byte.
    case invalidByte(at: Int)
    /// A NUL byte.
    case nul(at: Int)
  }

  /// A character of the kind that ``CharacterFault`` knows.
  struct Sighting {
    let fault: CharacterFault
    let scalar: UInt32
    /// Its bytes.
    let place: Range<Int>
  }

  /// A file with more is beyond counting.
  static let limit = 10_000

  /// Reads the bytes from `start` on.
  ///
  /// - Complexity: O(count), a few nanoseconds for a three-byte character. Two small tables keep plain characters from
  ///   being looked at any further: most are ruled out by their first two bytes, the rest by a bit of their own.
  init(_ bytes: [UInt8], from start: Int) {
    (fault, sightings) = bytes.withUnsafeBufferPointer { buffer in
      Self.suspectRows.withUnsafeBufferPointer { rows in Self.scan(buffer, from: start, rows) }
    }
  }

  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ rows: UnsafeBufferPointer<UInt64>
  ) -> (Fault?, [Sighting]) {
    var sightings: [Sighting] = []
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F {
          if byte == 0 { return (.nul(at: index), sightings) }
          if byte != 0x0A && byte != 0x0D && byte != 0x09 { note(UInt32(byte), index..<index + 1, &sightings) }
        }
        index += 1
      } else {
        let length = sequenceLength(bytes, at: index)
        guard length > 0 else { return (.invalidByte(at: index), sightings) }
        let third = length > 2 ? bytes[index + 2] & 0x3F : 0
        if rows[row(byte, bytes[index + 1])] >> UInt64(third) & 1 != 0 {
          note(scalar(bytes, index, length), index..<index + length, &sightings)
        }
        index += length
      }
    }
    return (nil, sightings)
  }

  private static func note(_ scalar: UInt32, _ place: Range<Int>, _ sightings: inout [Sighting]) {
    guard sightings.count < limit, let fault = CharacterFault(scalar) else { return }
    sightings.append(Sighting(fault: fault, scalar: scalar, place: place))
  }

  /// For the first two bytes of a character, a bit for each third byte with which it is suspect.
  private static let suspectRows: [UInt64] = {
    var rows = [UInt64](repeating: 0, count: 1 << 12)
    for (range, _) in CharacterFault.ranges where range.lowerBound >= 0x80 {
      // Beyond the basic plane, the third byte stands for 64 characters.
      for scalar in stride(from: range.lowerBound, through: range.upperBound, by: range.lowerBound < 0x10000 ? 1 : 0x40)
      {
        guard let scalar = Unicode.Scalar(scalar), range.lowerBound >= 0x10000 || CharacterFault(scalar.value) != nil
        else { continue }
        let bytes = Array(String(scalar).utf8)
        rows[row(bytes[0], bytes[1])] |= 1 << UInt64(bytes.count > 2 ? bytes[2] & 0x3F : 0)
      }
    }
    return rows
  }()

  @inline(__always)
  private static func row(_ lead: UInt8, _ second: UInt8) -> Int { Int(lead & 0x3F) << 6 | Int(second & 0x3F) }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> UInt32 {
    var scalar = UInt32(bytes[index] & (0xFF >> (length + 1)))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return scalar
  }

  /// Length in bytes of the multi-byte sequence at `index`; 0 if it is invalid (Unicode, table 3-7).
  @inline(__always)
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    switch lead {
    case 0xE0...0xEF:
      guard index + 2 < bytes.count else { return 0 }
      let second = bytes[index + 1]
      guard second & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80 else { return 0 }
      if lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F { return 0 }
      return 3
    case 0xC2...0xDF:
      return index + 1 < bytes.count && bytes[index + 1] & 0xC0 == 0x80 ? 2 : 0
    case 0xF0...0xF4:
      guard index + 3 < bytes.count else { return 0 }
      let second = bytes[index + 1]
      guard second & 0xC0 == 0x80, bytes[index + 2] & 0xC0 == 0x80, bytes[index + 3] & 0xC0 == 0x80 else { return 0 }
      if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F { return 0 }
      return 4
    default: return 0
    }
  }
}
