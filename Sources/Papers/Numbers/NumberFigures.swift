import Base

/// The year of a document number.
struct NumberYear {
  /// 1900–2099.
  let value: Int
  /// As written: 2023, 83, 二〇二六.
  let written: String

  /// Reads four figures, or the last two of a year: 83, 二〇二六. Two figures below 49 are of this century, because the
  /// republic's numbers begin in 1949.
  init?(_ text: ArraySlice<Character>) {
    guard text.count == 2 || text.count == 4, text.allSatisfy(NumberSerial.isFigure),
      Set(text.map(\.isASCII)).count == 1
    else { return nil }
    let figures = text.map { $0 == "〇" || $0 == "零" ? 0 : ChineseNumeral(String($0))?.value ?? 0 }
    guard figures.allSatisfy({ $0 < 10 }) else { return nil }
    let number = figures.reduce(0) { $0 * 10 + $1 }
    let year = text.count == 4 ? number : number + (number < 49 ? 2000 : 1900)
    guard (1900...2099).contains(year) else { return nil }
    (value, written) = (year, String(text))
  }

  /// The year with 年 at the end of a text, or one of four figures without it; and what stands before it.
  static func last(of text: ArraySlice<Character>) -> (NumberYear?, ArraySlice<Character>) {
    let hasSign = text.last == "年"
    let plain = hasSign ? text.dropLast() : text
    for length in hasSign ? [4, 2] : [4] {
      let before = plain.dropLast(length)
      if let year = NumberYear(plain.suffix(length)), !(before.last.map(NumberSerial.isFigure) ?? false) {
        return (year, before)
      }
    }
    return (nil, text)
  }
}

/// The serial of a document number: 3, 05, 12-1, 三十七.
struct NumberSerial {
  let value: Int
  let part: Int?
  /// The figures as written.
  let written: String
  /// Whether 第 stands before them.
  let hasOrdinal: Bool
  /// 号 or 期; nil when it is missing.
  let unit: Character?

  /// As written, with 号.
  var mended: String { (hasOrdinal ? "第" : "") + written + String(unit ?? "号") }

  /// As written, with 第 and 号.
  var ordinalMended: String { "第" + written + String(unit ?? "号") }

  static func isFigure(_ character: Character) -> Bool {
    character.isASCII ? character.isNumber : "〇零一二三四五六七八九十百千".contains(character)
  }
}

/// The end of a document number, read backwards: `…第26号令`.
struct NumberEnd {
  /// What stands before the serial.
  let words: ArraySlice<Character>
  let serial: NumberSerial
  /// 令 or 公告 after 号.
  let suffix: String

  /// - Parameter afterYear: whether a year in brackets stands right before `text`: then Chinese figures need no 第, and 号
  ///   may be missing.
  init?(_ text: ArraySlice<Character>, afterYear: Bool = false) {
    var rest = text
    suffix = ["令", "公告", "通告"].first { String(text).hasSuffix("号" + $0) } ?? ""
    rest = rest.dropLast(suffix.count)
    // 国发〔2020〕3号文 is how people speak, not what is printed.
    for word in ["文件", "文"] where suffix.isEmpty && String(rest).hasSuffix("号" + word) {
      rest = rest.dropLast(word.count)
      break
    }
    let unit = rest.last.flatMap { "号期".contains($0) ? $0 : nil }
    if unit != nil { rest.removeLast() }
    guard let last = rest.last, NumberSerial.isFigure(last) else { return nil }
    let isASCII = last.isASCII
    var start = rest.endIndex
    while start > rest.startIndex, Self.isPart(rest, start - 1, isASCII: isASCII) { start -= 1 }
    let figures = rest[start...]
    rest = rest[..<start]
    let hasOrdinal = rest.last == "第"
    if hasOrdinal { rest.removeLast() }
    let isBound = hasOrdinal || rest.last == "年" || (afterYear && rest.isEmpty)
    guard isASCII || isBound, unit != nil || isBound, let (value, part) = Self.value(figures) else { return nil }
    serial = NumberSerial(value: value, part: part, written: String(figures), hasOrdinal: hasOrdinal, unit: unit)
    words = rest
  }

  /// Whether the character belongs to the figures: 12-1 and 12之1 are one serial.
  private static func isPart(_ text: ArraySlice<Character>, _ index: Int, isASCII: Bool) -> Bool {
    let character = text[index]
    if NumberSerial.isFigure(character) { return character.isASCII == isASCII }
    return "-之".contains(character) && index > text.startIndex && NumberSerial.isFigure(text[index - 1])
  }

  private static func value(_ figures: ArraySlice<Character>) -> (Int, Int?)? {
    let parts = figures.split(omittingEmptySubsequences: false) { "-之".contains($0) }
    guard (1...2).contains(parts.count) else { return nil }
    let numbers = parts.compactMap { part -> Int? in
      guard (1...7).contains(part.count) else { return nil }
      return part.allSatisfy(\.isASCII) ? Int(String(part)) : ChineseNumeral(String(part))?.value
    }
    guard numbers.count == parts.count, numbers[0] > 0 else { return nil }
    return (numbers[0], numbers.count == 2 ? numbers[1] : nil)
  }
}
