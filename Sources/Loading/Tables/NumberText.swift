import Base
import Documents

/// Guesses about texts that are not numbers, only for suggested fixes.
enum NumberText {
  /// What is wrong: not a number, or one beyond what is read.
  static func message(_ text: String, _ label: String) -> String {
    isTooLong(text)
      ? "\(label)应在 -\(limit) 到 \(limit) 之间，小数不超过六位，这里是“\(text)”" : "\(label)应为数字，这里是“\(text)”"
  }

  private static let limit = String(repeating: "9", count: Int.writtenDigits)

  /// Whether it is a number in the right form with more figures than are read.
  private static func isTooLong(_ text: String) -> Bool {
    let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...]).split(
      separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// What to write instead.
  static func cures(_ text: String, isRequired: Bool) -> [String] {
    if ["-", "—", "——", "－", "–", "/", "／", "\\", "无", "空"].contains(text) {
      return [isRequired ? "没有的填 0" : "没有的留空"]
    }
    if isTooLong(text) { return ["核对数字；确实更大的，换成万元、亿元这样更大的单位"] }
    var digits = text.filter { !$0.isWhitespace }.map(halfWidth)
    while let first = digits.first, "¥￥$".contains(first) { digits.removeFirst() }
    let unit = String(digits.reversed().prefix { !$0.isASCII || !$0.isNumber }.reversed())
    digits.removeLast(unit.count)
    guard let number = withoutSeparators(String(digits)), ExactNumber(number) != nil else {
      return ["只写半角数字，不带单位和分隔符"]
    }
    // 1.2万 is not 1.2: only the author knows the unit of the column.
    if unit.contains(where: "万亿千百%％‰".contains) { return ["换算成表头的单位，只写半角数字"] }
    return ["改为：\(number)"] + (unit.isEmpty ? [] : ["“\(unit)”写在表头，或者写在单位一列"])
  }

  /// `１` → `1`.
  private static func halfWidth(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return character }
    return Character(half)
  }

  /// `1,190` → `1190`; nil when the commas are not between thousands.
  private static func withoutSeparators(_ text: String) -> String? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return text }
    let groups = parts.dropFirst().enumerated().allSatisfy { index, part in
      let digits = index == parts.count - 2 ? part.prefix { $0 != "." } : part
      return digits.count == 3
    }
    return groups && (1...3).contains(parts[0].drop { $0 == "-" }.count) ? parts.joined() : nil
  }
}
