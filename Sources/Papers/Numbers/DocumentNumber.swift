/// 发文字号 as the paper has it, with what it is compared by: agency code, year and serial.
///
/// Offices number in many forms: `国办发〔2020〕14号` (GB/T 9704-2012 7.2.5), `财政部 税务总局公告2023年第12号`,
/// `国务院令（第722号）`, `（79）国发123号`. Two forms of one number are equal; `text` keeps the one that was printed. A text
/// that cannot be read as a number is kept and equals only itself.
///
/// Not unique, because counties share agency codes: only number and issuer together identify a document.
package struct DocumentNumber: Sendable {
  /// As printed; what pages and exports show.
  package let text: String
  /// The words without year and serial: 机关代字 (`高政办发`), or the name of an order (`国务院令`). Blanks, 顿号 and the
  /// name of the state are left out. Empty for `2022年第5号`; the whole text when it could not be read.
  package let agencyCode: String
  /// Four digits; nil for orders.
  package let year: Int?
  /// From 1; nil when the text could not be read as a number.
  package let serial: Int?
  /// The 1 of `12-1号`.
  package let part: Int?

  init(text: String, agencyCode: String, year: Int?, serial: Int?, part: Int? = nil) {
    self.text = text
    self.agencyCode = agencyCode
    self.year = year
    self.serial = serial
    self.part = part
  }

  /// A number in the standard notation.
  package init(agencyCode: String, year: Int?, serial: Int) {
    let text = Self.standard(agencyCode, year, String(serial))
    self.init(text: text, agencyCode: agencyCode, year: year, serial: serial)
  }

  /// Reads a text; what is no number is kept as text.
  package init(_ text: String) { self = NumberReading(text).number }

  /// Whether year and serial are known, not only a text.
  package var isRead: Bool { serial != nil }

  /// Whether it is a number that has words: `2022年第5号` alone names no series.
  package var isComplete: Bool { isRead && !agencyCode.isEmpty }

  /// A number without words as one of a series that is named elsewhere: 《某县人民政府公告》（2022年第5号）.
  package func named(_ words: String) -> DocumentNumber {
    let code = DocumentNumber(words + standardText).agencyCode
    return DocumentNumber(text: text, agencyCode: code, year: year, serial: serial, part: part)
  }

  /// The notation of GB/T 9704-2012 7.2.5, or of an order; the text itself when it could not be read.
  package var standardText: String {
    guard let serial else { return text }
    return Self.standard(agencyCode, year, part.map { "\(serial)-\($0)" } ?? String(serial))
  }

  private static func standard(_ code: String, _ year: Int?, _ serial: String) -> String {
    year.map { "\(code)〔\($0)〕\(serial)号" } ?? "\(code)第\(serial)号"
  }
}

extension DocumentNumber: Hashable, Comparable {
  /// The same number, however it is written.
  package static func == (a: DocumentNumber, b: DocumentNumber) -> Bool {
    a.agencyCode == b.agencyCode && a.year == b.year && a.serial == b.serial && a.part == b.part
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(agencyCode)
    hasher.combine(year)
    hasher.combine(serial)
    hasher.combine(part)
  }

  /// By words, year and serial.
  package static func < (a: DocumentNumber, b: DocumentNumber) -> Bool {
    if a.agencyCode != b.agencyCode { return a.agencyCode.utf8.lexicographicallyPrecedes(b.agencyCode.utf8) }
    return (a.year ?? 0, a.serial ?? 0, a.part ?? 0) < (b.year ?? 0, b.serial ?? 0, b.part ?? 0)
  }
}
