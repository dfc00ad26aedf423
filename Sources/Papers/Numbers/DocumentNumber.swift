/// 发文字号: agency code, year and serial, `高政办发〔2023〕3号` (GB/T 9704-2012 7.2.5), or the form without a year used for
/// orders, `国务院令第711号`.
///
/// Not unique, because counties share agency codes: only number and issuer together identify a document.
package struct DocumentNumber: Sendable, Hashable, Comparable {
  /// 机关代字: `高政办发`; for an order, the words before 第: `国务院令`.
  package let agencyCode: String
  /// Four digits; nil for orders.
  package let year: Int?
  /// 1–99999.
  package let serial: Int

  /// Memberwise.
  package init(agencyCode: String, year: Int?, serial: Int) {
    self.agencyCode = agencyCode
    self.year = year
    self.serial = serial
  }

  /// The standard notation.
  package var text: String {
    year.map { "\(agencyCode)〔\($0)〕\(serial)号" } ?? "\(agencyCode)第\(serial)号"
  }

  /// By agency code, year and serial.
  package static func < (a: DocumentNumber, b: DocumentNumber) -> Bool {
    if a.agencyCode != b.agencyCode { return a.agencyCode.utf8.lexicographicallyPrecedes(b.agencyCode.utf8) }
    return (a.year ?? 0, a.serial) < (b.year ?? 0, b.serial)
  }
}

extension DocumentNumber {
  /// The result of reading a text as a document number.
  package enum Reading: Sendable, Hashable {
    case valid(DocumentNumber)
    /// Understood as this number, but not in the standard notation.
    case misspelt(DocumentNumber, Misspelling)
    case unreadable
  }

  /// How a number deviates from GB/T 9704-2012 7.2.5.
  package enum Misspelling: Sendable, Hashable {
    /// `[2023]`, `（2023）`, `【2023】` instead of 〔2023〕.
    case brackets
    /// A space inside.
    case space
    /// `第3号`, `03号`, or no 号.
    case serial
    /// Full-width digits.
    case digits
  }

  private static let opening: Set<Character> = ["〔", "[", "［", "【", "（", "(", "﹝", "〈", "<", "{", "｛", "《"]
  private static let closing: Set<Character> = ["〕", "]", "］", "】", "）", ")", "﹞", "〉", ">", "}", "｝", "》"]

  /// Reads a number, tolerating and reporting the usual misspellings.
  package static func read(_ text: String) -> Reading {
    let compact = text.filter { !$0.isWhitespace }
    let narrow = String(compact.map(narrowDigit))
    guard let (number, faithful) = readNumbered(narrow) ?? readOrder(narrow) else { return .unreadable }
    if number.text == text { return .valid(number) }
    if number.text == compact { return .misspelt(number, .space) }
    if number.text == narrow { return .misspelt(number, .digits) }
    return .misspelt(number, faithful ? .serial : .brackets)
  }

  /// Reads `代字〔年〕序号` with any brackets; second: whether the brackets are 〔〕.
  private static func readNumbered(_ text: String) -> (DocumentNumber, Bool)? {
    guard let open = text.firstIndex(where: opening.contains) else { return nil }
    let code = text[..<open]
    let rest = text[text.index(after: open)...]
    guard let close = rest.firstIndex(where: closing.contains), isCode(code), let year = Int(rest[..<close]),
      rest[..<close].count == 4, (1900...2099).contains(year)
    else { return nil }
    var tail = rest[rest.index(after: close)...]
    if tail.first == "第" { tail.removeFirst() }
    if tail.last == "号" { tail.removeLast() }
    guard let serial = serialNumber(tail) else { return nil }
    let faithful = text[open] == "〔" && rest[close] == "〕"
    return (DocumentNumber(agencyCode: String(code), year: year, serial: serial), faithful)
  }

  /// Reads `…令第711号` or `…公告第3号`: words, 第, serial, 号.
  private static func readOrder(_ text: String) -> (DocumentNumber, Bool)? {
    guard let mark = text.lastIndex(of: "第"), text.last == "号" else { return nil }
    let code = text[..<mark]
    guard let last = code.last, "令告号报".contains(last), isCode(code, upTo: 30),
      let serial = serialNumber(text[text.index(after: mark)...].dropLast())
    else { return nil }
    return (DocumentNumber(agencyCode: String(code), year: nil, serial: serial), true)
  }

  private static func isCode(_ text: Substring, upTo limit: Int = 12) -> Bool {
    (1...limit).contains(text.count)
      && text.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) || (0x3400...0x4DBF).contains($0.value) }
  }

  private static func serialNumber(_ text: Substring) -> Int? {
    guard (1...5).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }), let serial = Int(text),
      serial > 0
    else { return nil }
    return serial
  }

  private static func narrowDigit(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, (0xFF10...0xFF19).contains(scalar.value),
      let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return character }
    return Character(narrow)
  }
}
