import Base

/// One pass over a text.
struct TextPass {
  let text: Bytes
  let sort: TextSort
  let made: CalendarDate?
  let level: AdministrativeLevel?
  let textGuard: TextGuard
  var sightings: [Sighting] = []
  /// How many 《 are open.
  private(set) var titleDepth = 0
  /// Where the last address that is written as in a link ends.
  private var addressEnd = 0
  /// Where the last word that was reported ends.
  var wordEnd = 0

  init(_ text: Bytes, _ sort: TextSort, made: CalendarDate?, level: AdministrativeLevel?, by textGuard: TextGuard) {
    (self.text, self.sort, self.made, self.level, self.textGuard) = (text, sort, made, level, textGuard)
  }

  mutating func run() {
    let words = textGuard.words
    let traditional = TraditionalCharacters.rows
    words.starts.withUnsafeBufferPointer { starts in
      var offset = 0
      while offset < text.count {
        let byte = text[offset]
        if byte < 0x80 {
          if words.asciiStarts[Int(byte)], words.mayBegin(in: text, at: offset) { readWords(at: offset, words) }
          switch byte {
          case 0x30...0x39:
            if byte == 0x30, isProse(at: offset) { readLeadingZero(at: offset) }
            offset = readNumbers(at: offset)
          case 0x21, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3F:
            if isProse(at: offset) { readHalfWidthMark(at: offset) }
            offset += 1
          case 0x20:
            if isProse(at: offset) { readBlank(at: offset) }
            while offset < text.count, text[offset] == 0x20 { offset += 1 }
          case 0x5D:
            addressEnd = max(addressEnd, endOfAddress(after: offset))
            offset += 1
          case 0x40:
            readMail(around: offset)
            offset += 1
          case 0x0A:
            titleDepth = 0
            offset += 1
          default: offset += 1
          }
          continue
        }
        guard byte >= 0xE0, offset + 2 < text.count else {
          offset += byte >= 0xC0 && byte < 0xE0 ? 2 : 1
          continue
        }
        if byte >= 0xF0 {
          offset += 4
          continue
        }
        let second = text[offset + 1]
        let third = text[offset + 2]
        if starts[Int(byte & 0x0F) << 6 | Int(second & 0x3F)] >> UInt64(third & 0x3F) & 1 != 0,
          words.mayBegin(in: text, at: offset)
        {
          readWords(at: offset, words)
        }
        if traditional[Int(byte & 0x0F) << 6 | Int(second & 0x3F)] >> UInt64(third & 0x3F) & 1 != 0 {
          readTraditional(at: offset)
        }
        if byte == 0xE3, second == 0x80 {
          if third == 0x8A { titleDepth += 1 }
          if third == 0x8B {
            titleDepth = max(0, titleDepth - 1)
            if isProse(at: offset) { readSeparator(after: offset + 3) }
          }
        } else if byte == 0xE2, second == 0x80, third == 0x9D, isProse(at: offset) {
          readSeparator(after: offset + 3)
        }
        if byte == 0xEF, second == 0xBC, 0x90...0x99 ~= third {
          offset = readNumbers(at: offset)
        } else {
          offset += 3
        }
      }
    }
  }

  /// Whether signs and blanks at an offset are those of a sentence. What stands behind `[附件]` in brackets is an address, also where
  /// Markdown makes no link of it because of a blank: `[附件](附件 1.docx)`.
  private func isProse(at offset: Int) -> Bool { sort == .prose && offset >= addressEnd }

  /// A text with more is beyond counting.
  private static let mostSightings = 10_000

  mutating func add(_ sighting: Sighting) {
    if sightings.count < Self.mostSightings { sightings.append(sighting) }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The offset of the character before the one at `offset`; nil at the beginning.
  func before(_ offset: Int) -> Int? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The offset after the character at `offset`.
  func after(_ offset: Int) -> Int {
    let lead = self[offset]
    return Swift.min(count, offset + (lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4))
  }

  /// The text in front of an offset on the same line, up to a number of characters.
  func context(before offset: Int, characters: Int) -> Bytes {
    var start = offset
    for _ in 0..<characters {
      guard let previous = before(start), self[previous] != 0x0A else { break }
      start = previous
    }
    return part(start..<offset)
  }

  /// The Unicode scalar at an offset.
  func scalarValue(at offset: Int) -> UInt32 {
    let lead = self[offset]
    if lead & 0xF0 == 0xE0, offset + 2 < count {
      return UInt32(lead & 0x0F) << 12 | UInt32(self[offset + 1] & 0x3F) << 6 | UInt32(self[offset + 2] & 0x3F)
    }
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, offset + length <= count else { return UInt32(lead) }
    var value = UInt32(lead & (0xFF >> UInt8(length + 1)))
    for index in 1..<length { value = value << 6 | UInt32(self[offset + index] & 0x3F) }
    return value
  }
}
