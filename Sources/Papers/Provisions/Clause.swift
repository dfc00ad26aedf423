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
  }

  package let unit: Unit
  package let number: Int
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

  private init(_ unit: Unit, _ number: Int, inserted: Int = 0, byteCount: Int) {
    (self.unit, self.number, self.inserted, self.byteCount) = (unit, number, inserted, byteCount)
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
