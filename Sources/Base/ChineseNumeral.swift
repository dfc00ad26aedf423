/// A whole number as written in a text: 三, 十二, 一百零五, 二〇二三, 12, １２.
package struct ChineseNumeral: Sendable {
  package let value: Int
  package let byteCount: Int

  /// Reads the numeral at an offset; nil when there is none or its value is 0 or above 99,999.
  package init?(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
    var offset = start
    var total = 0
    var digit: Int?
    var hasUnit = false
    var length = 0
    while length < 9, let sign = NumeralSign(text, at: offset) {
      switch sign.meaning {
      case .digit(let value):
        // 二〇二三 is positional notation; the 零 in 一百零五 is only a placeholder.
        digit = hasUnit ? value : (digit ?? 0) * 10 + value
      case .unit(let unit):
        total += max(digit ?? 1, 1) * unit
        digit = nil
        hasUnit = true
      }
      length += 1
      offset += sign.byteCount
    }
    value = total + (digit ?? 0)
    byteCount = offset - start
    if length == 0 || value == 0 || value > 99_999 { return nil }
  }

  /// Reads the numeral at the start of a text.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let numeral = text.withUTF8({ ChineseNumeral($0, at: 0) }) else { return nil }
    self = numeral
  }

  /// Writes a number from 1 to 99: 十五.
  package static func text(of number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let tens = number / 10
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[number % 10]
  }
}

/// One character of a numeral.
private struct NumeralSign {
  enum Meaning {
    case digit(Int)
    case unit(Int)
  }

  let meaning: Meaning
  let byteCount: Int

  init?(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    guard offset < text.count else { return nil }
    let first = text[offset]
    if first >= 0x30, first <= 0x39 {
      (meaning, byteCount) = (.digit(Int(first) - 0x30), 1)
      return
    }
    guard first >= 0xE2, offset + 3 <= text.count else { return nil }
    let code = UInt32(first) << 16 | UInt32(text[offset + 1]) << 8 | UInt32(text[offset + 2])
    guard let meaning = Self.meaning(code) else { return nil }
    (self.meaning, byteCount) = (meaning, 3)
  }

  private static func meaning(_ code: UInt32) -> Meaning? {
    switch code {
    // The circles ○ ◯ stand for 〇 in many texts.
    case 0xE3_8087, 0xE9_9BB6, 0xE2_978B, 0xE2_97AF: .digit(0)  // 〇 零
    case 0xE4_B880: .digit(1)  // 一
    case 0xE4_BA8C, 0xE4_B8A4: .digit(2)  // 二 两
    case 0xE4_B889: .digit(3)  // 三
    case 0xE5_9B9B: .digit(4)  // 四
    case 0xE4_BA94: .digit(5)  // 五
    case 0xE5_85AD: .digit(6)  // 六
    case 0xE4_B883: .digit(7)  // 七
    case 0xE5_85AB: .digit(8)  // 八
    case 0xE4_B99D: .digit(9)  // 九
    case 0xE5_8D81: .unit(10)  // 十
    case 0xE7_99BE: .unit(100)  // 百
    case 0xE5_8D83: .unit(1000)  // 千
    case 0xEF_BC90...0xEF_BC99: .digit(Int(code - 0xEF_BC90))  // ０ to ９
    default: nil
    }
  }
}
