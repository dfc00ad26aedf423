import Base

/// 公开时限 of a catalogue, if it is quantified: within how many days of its making a text must be public, or how often a
/// new one is due. 及时, 实时 and 长期 are not.
package enum TimeLimit: Sendable, Hashable {
  /// 自形成之日起20个工作日内.
  case workingDays(Int)
  /// 20日内.
  case days(Int)
  /// 每季度.
  case every(Period)

  private static let rhythms: [(word: String, period: Period)] = [
    ("半年", .months(6)), ("年", .months(12)), ("季", .months(3)), ("月", .months(1)), ("周", .days(7)),
  ]

  /// Nil when the text contains no such limit.
  package init?(_ text: String) {
    for (word, period) in Self.rhythms where text.contains("每" + word) || text.contains("按" + word) {
      self = .every(period)
      return
    }
    let characters = Array(text)
    guard let start = characters.firstIndex(where: Self.isDigit) else { return nil }
    let digits = characters[start...].prefix(while: Self.isDigit)
    var unit = characters[digits.endIndex...]
    if unit.first == "个" { unit.removeFirst() }
    guard let count = Int(written: String(digits)), count <= 9999 else { return nil }
    if unit.starts(with: "工作日") {
      self = .workingDays(count)
    } else if unit.first == "日" || unit.first == "天" {
      self = .days(count)
    } else {
      return nil
    }
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
