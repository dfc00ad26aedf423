import Base

/// What is wrong with a character that is not what it looks like, or not to be seen at all.
enum CharacterFault: Hashable {
  /// A control character or a code point that is no character.
  case control
  /// U+0085, U+2028, U+2029: a line end to some programs only.
  case lineBreak
  /// Turns the direction of the text, so that 001 is shown for 100.
  case direction
  /// A mark of direction: harmless in a line with Arabic letters.
  case directionMark
  case invisible
  /// Invisible too, but part of the spelling of emoji and of Uyghur, Tibetan or Mongolian words.
  case joiner
  /// U+FFFD, or a character that makes it likely that its line was read in the wrong encoding.
  case garbled
  /// U+E000 and on: only the computer on which it was drawn shows it.
  case privateUse
  /// A radical or a compatibility ideograph.
  case lookalike

  /// The fault of a code point; nil for one that is as it should be.
  init?(_ scalar: UInt32) {
    guard let (range, fault) = Self.ranges.first(where: { scalar <= $0.0.upperBound }), range.contains(scalar) else {
      return nil
    }
    switch fault {
    case .lookalike where PlainIdeographs.plain(scalar) == nil: return nil
    case .garbled where scalar != 0xFFFD && !MisreadText.isTelling(scalar): return nil
    default: self = fault
    }
  }

  /// The code points to look at, in ascending order.
  static let ranges: [(ClosedRange<UInt32>, CharacterFault)] =
    [
      (0x00...0x08, .control), (0x0B...0x0C, .control), (0x0E...0x1F, .control), (0x7F...0x7F, .control),
      (0x80...0x84, .control),
      (0x85...0x85, .lineBreak), (0x86...0x9F, .control), (0xAD...0xAD, .invisible), (0xC0...0xD6, .garbled),
      (0xD8...0xF6, .garbled), (0xF8...0xFF, .garbled), (0x34F...0x34F, .joiner), (0x61C...0x61C, .directionMark),
      (0x115F...0x1160, .invisible), (0x180E...0x180E, .joiner), (0x200B...0x200B, .invisible),
      (0x200C...0x200D, .joiner),
      (0x200E...0x200F, .directionMark), (0x2028...0x2029, .lineBreak), (0x202A...0x202E, .direction),
      (0x2060...0x2065, .invisible), (0x2066...0x2069, .direction), (0x206A...0x206F, .invisible),
      (0x2E80...0x2FD5, .lookalike), (0x3164...0x3164, .invisible), (0x5C6F...0x5C6F, .garbled),
      (0x70EB...0x70EB, .garbled), (0x9200...0x96FF, .garbled), (0xE000...0xF8FF, .privateUse),
      (0xF900...0xFAFF, .lookalike), (0xFDD0...0xFDEF, .control), (0xFEFF...0xFEFF, .invisible),
      (0xFFA0...0xFFA0, .invisible), (0xFFF9...0xFFFB, .invisible), (0xFFFD...0xFFFD, .garbled),
      (0xFFFE...0xFFFF, .control), (0x1FFFE...0x1FFFF, .control), (0x2F800...0x2FA1F, .lookalike),
      (0x2FFFE...0x2FFFF, .control), (0x3FFFE...0x3FFFF, .control), (0xE0000...0xE007F, .invisible),
      (0xEFFFE...0xEFFFF, .control), (0xF0000...0xFFFFD, .privateUse), (0xFFFFE...0xFFFFF, .control),
      (0x100000...0x10FFFD, .privateUse), (0x10FFFE...0x10FFFF, .control),
    ]
}

extension CharacterFault {
  /// What is wrong with the character that `&#x202E;` or `&#1;` stands for, if no text may have it.
  static func inReference(_ text: String) -> (fault: CharacterFault, scalar: UInt32)? {
    guard text.hasPrefix("&#") else { return nil }
    let digits = text.dropFirst(2).prefix { $0 != ";" }
    let isHexadecimal = "xX".contains(digits.first ?? "0")
    guard let scalar = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10),
      let fault = CharacterFault(scalar)
    else { return nil }
    return fault.isUnprintable ? (fault, scalar) : nil
  }

  /// The first character of a name or a value that no text may have, or that nobody sees.
  static func inName(_ text: some StringProtocol) -> (fault: CharacterFault, scalar: UInt32)? {
    for scalar in text.unicodeScalars where scalar.value >= 0x7F || scalar.value < 0x20 {
      guard let fault = CharacterFault(scalar.value) else { continue }
      if fault.isUnprintable || fault == .invisible { return (fault, scalar.value) }
    }
    return nil
  }

  /// Whether no page, feed or table may have it.
  private var isUnprintable: Bool { [.control, .lineBreak, .direction].contains(self) }
}

// What editors read about it.
extension CharacterFault {
  var rule: String {
    switch self {
    case .control: "control-character"
    case .lineBreak: "line-separator"
    case .direction: "text-direction"
    case .directionMark, .invisible, .joiner: "invisible-character"
    case .garbled: "garbled-text"
    case .privateUse: "private-character"
    case .lookalike: "lookalike-character"
    }
  }

  /// The name of a character with this fault.
  func name(of scalar: UInt32) -> String {
    switch scalar {
    case 0x85: "换行控制符"
    case 0xAD: "软连字符"
    case 0x200B: "零宽空格"
    case 0x200C: "零宽不连字"
    case 0x200D: "零宽连字"
    case 0x200E: "从左到右标记"
    case 0x200F, 0x61C: "从右到左标记"
    case 0x2028: "行分隔符"
    case 0x2029: "段分隔符"
    case 0x202A, 0x202D, 0x2066: "从左到右控制符"
    case 0x202B, 0x202E, 0x2067: "从右到左控制符"
    case 0x202C, 0x2068, 0x2069: "文字方向控制符"
    case 0x2060: "零宽连接符"
    case 0xFEFF: "零宽不换行空格 BOM"
    case 0x115F, 0x1160, 0x3164, 0xFFA0: "韩文填充符"
    case 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF: "非字符"
    default: self == .control ? "控制字符" : "不可见字符"
    }
  }

  /// What is wrong and what to do, for the characters found.
  func wording(_ scalars: [UInt32]) -> (message: String, cures: [String]) {
    let first = scalars.first ?? 0
    let named = "\(name(of: first))（\(Self.code(first))）"
    switch self {
    case .control:
      return ("不可见的\(named)", ["删除此字符"])
    case .lineBreak:
      return ("\(named)不是换行，多数程序不在这里分行", ["删除此字符；要另起一段的，在这里按回车键"])
    case .direction:
      return ("\(named)改变文字的方向，数字和文字会倒着显示", ["删除此字符，再核对这一行的数字"])
    case .directionMark, .invisible, .joiner:
      return ("\(named)看不见，键、文号、数字和条款会因此认不出来", ["删除此字符：光标放在它后面，按一次退格键"])
    case .garbled:
      return (
        first == 0xFFFD ? "乱码：替换字符“\u{FFFD}”（U+FFFD）表示原来的字已经丢失" : "乱码：文字曾经以错误的编码打开，又保存下来",
        ["对照原文重新输入，或者从原文件重新复制"]
      )
    case .privateUse:
      return (
        "造字区字符 \(scalars.map(Self.code).joined(separator: "、"))，别人的电脑上显示为空白或方框",
        ["换成规范的汉字或符号；字库里没有的字，用“□”或文字说明代替，并附图"]
      )
    case .lookalike:
      let pairs = scalars.compactMap { scalar in
        PlainIdeographs.plain(scalar).map { "\(Self.text(scalar)) → \($0)" }
      }
      return (
        "“\(Self.text(first))”（\(Self.code(first))）不是通常的汉字，只是外形相同，多从 PDF 复制而来；检索、条款识别都认不出来",
        ["替换：" + pairs.joined(separator: "，")]
      )
    }
  }

  private static func text(_ scalar: UInt32) -> String { Unicode.Scalar(scalar).map { String($0) } ?? "" }

  /// `U+200B`.
  static func code(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
