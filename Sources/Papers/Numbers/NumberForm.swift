import Base

/// The parts of a document number in one of the forms that offices use.
struct NumberForm {
  /// Where the year stands.
  enum Place {
    /// `国办发〔2020〕14号`
    case brackets
    /// `〔1988〕国土建字第12号`, `（79）国发123号`
    case front
    /// `海关总署公告2020年第20号`, `某县人民政府公告（2023年第5号）`; also an order without a year.
    case spelt
  }

  let place: Place
  /// As written, without blanks.
  let words: String
  let year: NumberYear?
  let serial: NumberSerial
  /// What stands around the year, or around `2023年第5号` and `第722号`.
  private let brackets: (open: Character, close: Character)?
  /// 令 of `第26号令`.
  private let suffix: String
  /// Whether the year stands neither in brackets nor before 年.
  private let isYearBare: Bool

  /// Reads the characters of a number, without blanks.
  init?(_ text: [Character]) {
    guard (2...80).contains(text.count) else { return nil }
    if let mark = Self.bracketedYear(in: text) {
      self.init(text, year: mark.year, at: mark.range)
    } else {
      self.init(withoutMark: text)
    }
    guard Self.areWords(words) else { return nil }
  }

  /// A year in brackets at the front or after the words.
  private init?(_ text: [Character], year: NumberYear, at mark: Range<Int>) {
    var rest = text[mark.upperBound...]
    if mark.lowerBound > 0, rest.first == "年" { rest.removeFirst() }
    guard let end = NumberEnd(rest, afterYear: mark.lowerBound > 0) else { return nil }
    let before = String(text[..<mark.lowerBound])
    place = before.isEmpty ? .front : .brackets
    if place == .front && end.words.isEmpty { return nil }
    words = before + String(end.words)
    self.year = year
    serial = end.serial
    brackets = (text[mark.lowerBound], text[mark.upperBound - 1])
    suffix = end.suffix
    isYearBare = false
    // Between the year in the middle and the serial stand no words.
    if place == .brackets && !end.words.isEmpty { return nil }
  }

  /// A year with 年, or none; 第722号 may stand in brackets.
  private init?(withoutMark text: [Character]) {
    var flat = text
    var around: (Character, Character)?
    if let last = text.last, NumberText.closings.contains(last),
      let open = text.lastIndex(where: NumberText.openings.contains),
      NumberEnd(text[(open + 1)..<(text.count - 1)]) != nil
    {
      around = (text[open], last)
      flat.removeLast()
      flat.remove(at: open)
    }
    guard let end = NumberEnd(flat[...]) else { return nil }
    let (year, before) = NumberYear.last(of: end.words)
    let isOrder = Self.orders.contains(where: String(before).hasSuffix)
    // 第 is missing in 国务院令350号; without it and without a year a figure is no serial.
    guard end.serial.hasOrdinal || year != nil || (isOrder && end.serial.unit != nil) else { return nil }
    place = .spelt
    words = String(before)
    self.year = year
    serial = end.serial
    brackets = around
    suffix = end.suffix
    isYearBare = year != nil && end.words.last != "年"
  }

  /// What the words of an order or announcement end in; such words may have blanks between the names of several offices.
  static let orders = ["令", "公告", "通告", "通报", "公报", "布告", "决定", "公示", "通知", "批复", "纪要", "意见"]

  /// What the number is compared by, besides year and serial.
  var key: String {
    var key = words.filter { !"、，,".contains($0) }
    key = String(key.map { "([［〔【".contains($0) ? "（" : ")]］〕】".contains($0) ? "）" : $0 }) + suffix
    let state = "中华人民共和国"
    return key.hasPrefix(state) && key.count > state.count ? String(key.dropFirst(state.count)) : key
  }

  /// The number without slips.
  func mended(keepingBlanksOf text: String) -> String {
    let written = year?.written ?? ""
    switch place {
    case .brackets: return blanked(in: text) + mark(written) + serial.mended + suffix
    case .front: return mark(written) + words + serial.mended + suffix
    case .spelt:
      let isOrder = words.isEmpty || Self.orders.contains(where: words.hasSuffix)
      // 高政办发2023年3号 lacks its brackets, 某县人民政府公告2023年5号 its 第.
      if year != nil, !serial.hasOrdinal || isYearBare, !isOrder, brackets == nil {
        return words + "〔\(written)〕" + serial.mended
      }
      let number = (year == nil ? "" : written + "年") + serial.ordinalMended
      return blanked(in: text) + (brackets == nil ? number : "（\(number)）") + suffix
    }
  }

  private func mark(_ year: String) -> String {
    // Round brackets were usual at the front, and everywhere before GB/T 9704-1988.
    let isRound = brackets.map { $0.open == "（" && $0.close == "）" } ?? false
    let isOld = (self.year?.value ?? 0) < 1989
    return isRound && (place == .front || isOld) ? "（\(year)）" : "〔\(year)〕"
  }

  /// The words with the blanks that they have in `text`, where blanks belong: between the offices of an order, and
  /// before its serial (`国务院令 第711号`).
  private func blanked(in text: String) -> String {
    let allowsBlanks = place == .spelt || Self.orders.contains(where: words.hasSuffix)
    guard allowsBlanks, !words.isEmpty else { return words }
    var left = words.count
    let end = text.firstIndex { character in
      if character.isWhitespace { return false }
      left -= 1
      return left < 0
    }
    let kept = String(text[..<(end ?? text.endIndex)])
    return place == .spelt ? kept : kept.trimmed
  }

  /// The last brackets that hold a year and nothing else.
  private static func bracketedYear(in text: [Character]) -> (year: NumberYear, range: Range<Int>)? {
    for open in text.indices.reversed() where NumberText.openings.contains(text[open]) {
      guard let close = text[(open + 1)...].prefix(6).firstIndex(where: NumberText.closings.contains) else { continue }
      let inside = text[(open + 1)..<close]
      if let year = NumberYear(inside.last == "年" ? inside.dropLast() : inside) { return (year, open..<(close + 1)) }
    }
    return nil
  }

  /// Whether a text may be the words of a number: Han, letters, figures, brackets and what joins names; no second 号.
  private static func areWords(_ text: String) -> Bool {
    !text.contains("号")
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF, 0x3007: true
        default: "（）()[]［］〔〕【】、，,·-".unicodeScalars.contains(scalar)
        }
      } && (text.isEmpty || text.contains(where: \.isLetter))
  }
}
