import Base

/// Recognizes lines with a special role in an official document (GB/T 9704-2012), each from its whole paragraph.
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

  /// 附注 such as （此件公开发布）, in full-width or ASCII brackets.
  var isDisclosureNote: Bool {
    guard count <= 120, has("（此件") || has("(此件") else { return false }
    return ends(with: "）") || ends(with: ")")
  }

  /// A line that may be the signing organization: at most 40 characters, no punctuation except 、 and brackets.
  var isOrganizationLine: Bool {
    guard count >= 6, count <= 160, self[0] >= 0xE3, scalarCount <= 40 else { return false }
    return !endsWithMark && !contains("。") && !contains("，") && !contains("；") && !contains("：") && !contains(",")
      && !contains("《")
  }

  /// 成文日期 alone on the line: 2023年10月12日, 2023 年 10 月 12 日 or 二〇二三年十月十二日.
  var isDateLine: Bool {
    guard count >= 14, count <= 48, ends(with: "日") else { return false }
    var offset = 0
    for unit: StaticString in ["年", "月", "日"] {
      skipBlanks(&offset)
      guard let numeral = ChineseNumeral(self, at: offset) else { return false }
      offset += numeral.byteCount
      skipBlanks(&offset)
      guard has(unit, at: offset) else { return false }
      offset += unit.utf8CodeUnitCount
    }
    return offset == count
  }

  private func skipBlanks(_ offset: inout Int) {
    while offset < count, isBlank(self[offset]) { offset += 1 }
  }
}
