package import Base

/// The number that opens a heading or a paragraph of an official text: 第三条, 第一章, 一、, （二）.
package struct Clause: Equatable {
  /// The numbered unit.
  package enum Unit: Equatable {
    /// 第X编, 第X部分
    case book, part
    /// 第X章, 第X节
    case chapter, section
    /// 第X条, 第X条之Y
    case article
    /// 一、, and （一） under it
    case first, second
    /// 1, 1.1, 1.1.1 of plans
    case decimal
  }

  package let unit: Unit
  package let number: Int
  /// The numbers of a decimal, eight bits each, the last one lowest; 0 for other units. Packed, so that a clause, and with
  /// it a role, is copied without counting references.
  private let packedPath: UInt32

  /// All numbers of a decimal, 1 2 1 for 1.2.1; empty for other units.
  package var path: [Int] {
    (0..<4).reversed().map { Int(packedPath >> (8 * UInt32($0)) & 0xFF) }.drop { $0 == 0 }.map(\.self)
  }
  /// The Y of 第X条之Y; 0 if there is none.
  package let inserted: Int
  /// Length in bytes of the number as written: 第三条, 一、, （二）.
  package let byteCount: Int

  /// Reads the number at the beginning of a text; nil if there is none.
  package init?(_ text: Bytes) {
    guard let first = text.first else { return nil }
    switch first {
    case 0xE7 where text.has("第"): self.init(ordinal: text)
    case 0xEF where text.has("（"): self.init(bracketed: text, opening: 3)
    case 0x28: self.init(bracketed: text, opening: 1)
    case 0xE4...0xE9: self.init(enumerated: text)
    default: return nil
    }
  }

  private init(_ unit: Unit, _ number: Int, inserted: Int = 0, byteCount: Int, path: [Int] = []) {
    (self.unit, self.number, self.inserted, self.byteCount) = (unit, number, inserted, byteCount)
    packedPath = path.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private init?(ordinal text: Bytes) {
    guard let numeral = ChineseNumeral(text, at: 3) else { return nil }
    let end = 3 + numeral.byteCount
    if text.has("条", at: end) {
      self.init(article: numeral.value, text, end: end + 3)
    } else if text.has("章", at: end) {
      self.init(.chapter, numeral.value, byteCount: end + 3)
    } else if text.has("节", at: end) {
      self.init(.section, numeral.value, byteCount: end + 3)
    } else if text.has("编", at: end) {
      self.init(.book, numeral.value, byteCount: end + 3)
    } else if text.has("部分", at: end) {
      self.init(.part, numeral.value, byteCount: end + 6)
    } else {
      return nil
    }
  }

  private init(article number: Int, _ text: Bytes, end: Int) {
    if text.has("之", at: end), let inserted = ChineseNumeral(text, at: end + 3) {
      self.init(.article, number, inserted: inserted.value, byteCount: end + 3 + inserted.byteCount)
    } else {
      self.init(.article, number, byteCount: end)
    }
  }

  private init?(bracketed text: Bytes, opening: Int) {
    guard !isDigit(text, at: opening), let numeral = ChineseNumeral(text, at: opening) else { return nil }
    let end = opening + numeral.byteCount
    if text.has("）", at: end) {
      self.init(.second, numeral.value, byteCount: end + 3)
    } else if text.has(")", at: end) {
      self.init(.second, numeral.value, byteCount: end + 1)
    } else {
      return nil
    }
  }

  private init?(enumerated text: Bytes) {
    guard let numeral = ChineseNumeral(text, at: 0), text.has("、", at: numeral.byteCount) else { return nil }
    self.init(.first, numeral.value, byteCount: numeral.byteCount + 3)
  }

  /// Reads 1, 1.2 or 1.2.1 at the beginning of a heading, up to four levels of at most two figures, followed by a blank
  /// or by Han; nil if there is none.
  package init?(decimal text: Bytes) {
    var path: [Int] = []
    var offset = 0
    while path.count < 4 {
      var value = 0
      let start = offset
      while offset < text.count, text[offset] >= 0x30, text[offset] <= 0x39, offset - start < 2 {
        value = value * 10 + Int(text[offset] - 0x30)
        offset += 1
      }
      guard offset > start, value > 0 else { return nil }
      path.append(value)
      guard offset + 1 < text.count, text[offset] == 0x2E, text[offset + 1] >= 0x31, text[offset + 1] <= 0x39 else {
        break
      }
      offset += 1
    }
    let end = offset
    text.skipBlanks(&offset)
    guard offset < text.count, text[offset] >= 0xE4, path.count > 1 || offset > end else { return nil }
    self.init(.decimal, path[path.count - 1], byteCount: end, path: path)
  }

  /// Whether the text after the number makes it part of a reference: 第一条至第三条, 第二条第一款, 第五条规定的.
  func isReference(in text: Bytes) -> Bool {
    let words: [StaticString] = ["至", "到", "、", "和", "及", "或", "与", "第", "的", "规定的", "所", "中", "款", "项", "修改为", "以及"]
    return words.contains { text.has($0, at: byteCount) }
  }

  /// Whether the number is set apart from the text after it: by a space, ：, ，, an opening 【 or the end.
  package func isSetApart(in text: Bytes) -> Bool {
    guard byteCount < text.count else { return true }
    if isBlank(text[byteCount]) || text[byteCount] == 0x3A { return true }
    return text.has("\u{3000}", at: byteCount) || text.has("\u{A0}", at: byteCount) || text.has("：", at: byteCount)
      || text.has("，", at: byteCount) || text.has("【", at: byteCount)
  }
}

/// Whether there is a digit, ASCII or full-width (１), at the offset: （１） is not a （一）.
private func isDigit(_ text: Bytes, at offset: Int) -> Bool {
  guard offset < text.count else { return false }
  if text[offset] >= 0x30, text[offset] <= 0x39 { return true }
  return offset + 2 < text.count && text[offset] == 0xEF && text[offset + 1] == 0xBC
}
