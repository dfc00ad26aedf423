import Base

/// One section of a number format, read into its signs.
struct CellFormatSection: Hashable {
  enum Sign: Hashable {
    case words(String)
    /// `0`, `#` or `?`: a figure, a zero only by the first.
    case figure(Character)
    case point, comma, percent, general, text
    /// `E+`; whether a plus is written.
    case exponent(Bool)
    /// y, m, d, h, s, a (a weekday in Chinese) with their number.
    case date(Character, Int)
    /// `[h]`, `[m]`, `[s]`: all of them, not only what is left of a day.
    case elapsed(Character)
    case halfDay(String, String)
  }

  struct Condition: Hashable {
    let relation: String
    let limit: Double

    func holds(for number: Double) -> Bool {
      switch relation {
      case "<": number < limit
      case "<=": number <= limit
      case ">": number > limit
      case ">=": number >= limit
      case "<>": number != limit
      default: number == limit
      }
    }
  }

  private(set) var signs: [Sign] = []
  private(set) var condition: Condition?
  /// `[DBNum1]`: figures as 一二三; 2: 壹贰叁.
  private(set) var numerals = 0

  /// The sections of a code. Whatever it is, reading ends.
  static func read(_ code: String) -> [CellFormatSection] {
    var sections = [CellFormatSection()]
    var rest = Substring(code.prefix(512))
    while !rest.isEmpty {
      if rest.first == ";" {
        rest.removeFirst()
        sections.append(CellFormatSection())
      } else {
        sections[sections.count - 1].take(&rest)
      }
    }
    return sections.prefix(4).map(\.settled)
  }

  private mutating func take(_ rest: inout Substring) {
    if let pair = Self.halfDays.first(where: { rest.lowercased().hasPrefix($0.lowercased()) }) {
      rest.removeFirst(pair.count)
      let parts = pair.split(separator: "/").map(String.init)
      return signs.append(.halfDay(parts[0], parts[1]))
    }
    if let general = ["General", "G/通用格式"].first(where: { rest.lowercased().hasPrefix($0.lowercased()) }) {
      rest.removeFirst(general.count)
      return signs.append(.general)
    }
    let sign = rest.removeFirst()
    switch sign {
    case "\"":
      signs.append(.words(String(rest.prefix { $0 != "\"" })))
      rest = rest.drop { $0 != "\"" }.dropFirst()
    case "\\", "!": if let next = rest.popFirst() { signs.append(.words(String(next))) }
    case "_", "*": _ = rest.popFirst()
    case "[":
      take(bracket: String(rest.prefix { $0 != "]" }))
      rest = rest.drop { $0 != "]" }.dropFirst()
    case "0", "#", "?": signs.append(.figure(sign))
    case ".": signs.append(.point)
    case ",": signs.append(.comma)
    case "%": signs.append(.percent)
    case "@": signs.append(.text)
    case "E", "e":
      if let next = rest.first, next == "+" || next == "-" {
        rest.removeFirst()
        signs.append(.exponent(next == "+"))
      } else {
        takeDate("y", 4, &rest, sign)
      }
    case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "a", "A", "b", "B":
      takeDate(Character(sign.lowercased()), 1, &rest, sign)
    default: signs.append(.words(String(sign)))
    }
  }

  private mutating func takeDate(_ letter: Character, _ least: Int, _ rest: inout Substring, _ sign: Character) {
    let more = rest.prefix { $0.lowercased() == sign.lowercased() }.count
    rest.removeFirst(more)
    signs.append(.date(letter == "b" ? "y" : letter, max(least, more + 1)))
  }

  private mutating func take(bracket: String) {
    let lower = bracket.lowercased()
    if lower.hasPrefix("dbnum"), let number = Int(written: lower.dropFirst(5)) {
      numerals = number
    } else if let letter = lower.first, "hms".contains(letter), lower.allSatisfy({ $0 == letter }) {
      signs.append(.elapsed(letter))
    } else if bracket.hasPrefix("$") {
      let currency = bracket.dropFirst().prefix { $0 != "-" }
      if !currency.isEmpty { signs.append(.words(String(currency))) }
    } else if let sign = bracket.first, "<>=".contains(sign) {
      let relation = bracket.prefix { "<>=".contains($0) }
      if let limit = Double(bracket.dropFirst(relation.count)) {
        condition = Condition(relation: String(relation), limit: limit)
      }
    }
  }

  /// An `m` beside hours or seconds means minutes; a point before figures of seconds belongs to them.
  private var settled: CellFormatSection {
    var section = self
    func letter(_ sign: Sign) -> Character? {
      switch sign {
      case .date(let letter, _), .elapsed(let letter): letter
      default: nil
      }
    }
    let places = signs.indices.filter { letter(signs[$0]) != nil }
    for (index, place) in places.enumerated() {
      guard case .date("m", let count) = signs[place], count < 3 else { continue }
      let before = index > 0 ? letter(signs[places[index - 1]]) : nil
      let after = index + 1 < places.count ? letter(signs[places[index + 1]]) : nil
      if before == "h" || after == "s" { section.signs[place] = .date("n", count) }
    }
    return section
  }

  private static let halfDays = ["上午/下午", "AM/PM", "A/P"]

  var isDate: Bool {
    signs.contains { sign in
      switch sign {
      case .date, .elapsed, .halfDay: true
      default: false
      }
    }
  }

  /// Whether a year, a month and a day are shown.
  var showsWholeDay: Bool {
    let letters = signs.compactMap {
      if case .date(let letter, let count) = $0, letter != "d" || count < 3 { letter } else { nil }
    }
    return ["y", "m", "d"].allSatisfy(letters.contains)
  }

  var hasFigures: Bool {
    signs.contains { if case .figure = $0 { true } else { $0 == .general } }
  }

  var hasTextSign: Bool { signs.contains(.text) }

  /// Its words alone.
  var words: String {
    signs.reduce(into: "") { text, sign in if case .words(let words) = sign { text += words } }.trimmed
  }

  func text(of text: String) -> String {
    signs.reduce(into: "") { result, sign in
      switch sign {
      case .words(let words): result += words
      case .text, .general: result += text
      default: break
      }
    }
  }
}
