import Base
import OfficeFiles

/// Reads what is stored in a cell into what a person sees.
struct CellReader {
  let texts: [String]
  let formats: [CellFormat?]
  let from1904: Bool

  /// The cell, and what is doubtful about it.
  struct Reading {
    var cell = ManuscriptSheet.Cell()
    var doubt: (kind: Doubt.Kind, text: String)?
    /// What is stored and the format shows nothing of.
    var hidden: String?

    init(_ text: String, _ value: ManuscriptSheet.Value, _ doubt: Doubt.Kind? = nil) {
      cell = ManuscriptSheet.Cell(text: text, value: value)
      self.doubt = doubt.map { ($0, text) }
    }

    /// A cell that looks empty.
    init(hidden: String?) { self.hidden = hidden }

    /// An empty cell.
    init(doubt: Doubt.Kind? = nil, about text: String = "") { self.doubt = doubt.map { ($0, text) } }
  }

  /// What a person sees of a cell.
  func read(_ cell: SheetGrid.Cell) -> Reading {
    let format = formats.indices.contains(cell.style) ? formats[cell.style] : nil
    switch cell.type {
    case "s":
      guard let index = Int(written: cell.text), texts.indices.contains(index) else {
        return Reading(doubt: .formula, about: cell.text)
      }
      return text(texts[index], format)
    case "str", "inlineStr": return cell.text.isEmpty ? withoutResult(cell) : text(cell.text, format)
    case "b":
      let isTrue = cell.text == "1" || cell.text == "true"
      return Reading(isTrue ? "TRUE" : "FALSE", .boolean(isTrue))
    case "e": return Reading(cell.text, .failure, .formula)
    case "d": return day(iso: cell.text, format)
    default:
      guard !cell.text.isEmpty else { return withoutResult(cell) }
      guard let number = SheetNumber(cell.text.trimmed) else { return text(cell.text, format) }
      return self.number(number, format)
    }
  }

  /// A formula that no program has computed yet.
  private func withoutResult(_ cell: SheetGrid.Cell) -> Reading {
    cell.formula.map { Reading(doubt: .formula, about: "=" + $0) } ?? Reading()
  }

  private func text(_ stored: String, _ format: CellFormat?) -> Reading {
    let text = Self.unescaped(stored).replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmed
    guard !text.isEmpty else { return Reading() }
    let shown = format?.shown(text) ?? text
    return shown.isEmpty ? Reading(hidden: text) : Reading(shown, .text)
  }

  private func number(
    _ number: SheetNumber, _ format: CellFormat?
  ) -> Reading {
    guard let format else {
      let text = number.general
      return Reading(
        text, .number(text, isPercent: false, unit: ""), number.hasLostFigures ? .lostDigits : nil)
    }
    if let section = format.dateSection(for: number) {
      // Excel shows days that it does not have as ####.
      guard let instant = CellFormatSection.Instant(number, from1904: from1904) else {
        return Reading(number.general, .text, .formula)
      }
      return Reading(section.shown(instant), section.showsWholeDay ? .date(instant.day.iso) : .text)
    }
    let shown = format.shown(number)
    if shown.text.isEmpty { return Reading(hidden: number.isZero ? nil : number.general) }
    let value = ManuscriptSheet.Value.number(shown.plain, isPercent: shown.isPercent, unit: shown.unit)
    return Reading(shown.text, value, number.hasLostFigures ? .lostDigits : nil)
  }

  /// A day in ISO 8601, as strict workbooks have it.
  private func day(iso: String, _ format: CellFormat?) -> Reading {
    guard case .success(let day) = CalendarDate.parse(String(iso.prefix(10))) else { return text(iso, nil) }
    let serial = day.daysSince1970 + (from1904 ? 24_107 : 25_569)
    guard iso.utf8.count == 10, let number = SheetNumber(String(serial)), format?.dateSection(for: number) != nil else {
      return Reading(iso, iso.utf8.count == 10 ? .date(day.iso) : .text)
    }
    return self.number(number, format)
  }

  /// `_x000D_` is how a character is written that XML does not have.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var (result, rest) = ("", Substring(text))
    while let place = rest.firstRange(of: "_x") {
      result += rest[..<place.lowerBound]
      let figures = rest[place.upperBound...].prefix(4)
      let after = rest[place.upperBound...].dropFirst(4)
      if figures.count == 4, after.first == "_", figures.allSatisfy(\.isHexDigit),
        let value = UInt32(figures, radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result.unicodeScalars.append(scalar)
        rest = after.dropFirst()
      } else {
        result += "_x"
        rest = rest[place.upperBound...]
      }
    }
    return result + rest
  }
}
