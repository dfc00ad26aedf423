import Base

/// What a line of an official document looks like (GB/T 9704-2012), judged from the whole block.
extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether the text ends with punctuation, possibly followed by closing quotation marks.
  var endsWithMark: Bool {
    if ends(with: "”") || ends(with: "’") { return part(0..<count - 3).endsWithMark }
    guard let last else { return false }
    switch last {
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: return true
    default:
      return ends(with: "。") || ends(with: "；") || ends(with: "，") || ends(with: "、") || ends(with: "：")
        || ends(with: "！") || ends(with: "？") || ends(with: "…")
    }
  }

  /// Whether it can serve as a heading: at most 40 characters, no punctuation at its end.
  var isTitleLine: Bool { count <= 160 && scalarCount <= 40 && !endsWithMark }

  /// 主送机关: a list of organizations that ends with a colon, at most 200 characters long and not a sentence.
  var isAddressee: Bool {
    guard count <= 800, ends(with: "：") || ends(with: ":"), scalarCount <= 200 else { return false }
    return Self.signsOfSentence.allSatisfy { !contains($0) }
  }

  /// Signs of a sentence before a colon; a list of organizations contains none of them.
  private static var signsOfSentence: [StaticString] {
    ["。", "；", "《", "如下", "下列", "以下", "现将", "决定", "规定", "修改"]
  }

  /// Whether the whole text stands in brackets.
  var isBracketed: Bool {
    guard has("（") || has("("), ends(with: "）") || ends(with: ")") else { return false }
    var depth = 0
    var offset = 0
    while offset < count {
      if has("（", at: offset) || self[offset] == 0x28 { depth += 1 }
      let closes = has("）", at: offset)
      if closes || self[offset] == 0x29 {
        depth -= 1
        if depth == 0 { return offset + (closes ? 3 : 1) == count }
      }
      offset += 1
    }
    return false
  }

  /// Whether it may be a date alone on its line: short, and 日 at the end, blanks aside.
  var isDateEnd: Bool {
    guard count <= 96, count >= 10 else { return false }
    let range = trimmed(0..<count)
    return part(range).ends(with: "日")
  }

  /// Whether it may be a date in figures alone on its line: 2026.2.3, 2026-02-03.
  var isFigureDate: Bool {
    guard count >= 8, count <= 40 else { return false }
    let text = part(trimmed(0..<count))
    return text.count >= 8 && text.count <= 16 && WrittenDate(figures: text)?.byteCount == text.count
  }

  /// Where the date at the end of a line begins: at its first figure after the last word, or at 0.
  var dateStart: Int {
    var offset = 0
    while offset < count {
      if WrittenDate(self, at: offset).map({ offset + $0.byteCount == count }) ?? false { return offset }
      offset += 1
      while offset < count, self[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return 0
  }

  /// Whether it ends with 印发 and a day: 2023年10月12日印发.
  var isPrintDate: Bool {
    guard count <= 240, part(trimmed(0..<count)).ends(with: "印发") else { return false }
    return contains("日")
  }
}
