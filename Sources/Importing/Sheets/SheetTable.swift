import Base
import Documents
package import Manuscripts
import OfficeFiles

/// A sheet as the CSV file of a table of a kind.
package struct SheetTable: Sendable {
  /// UTF-8 with the headings of the table in its first line.
  package private(set) var csv: [UInt8] = []
  /// Titles and remarks above the head, for the body.
  package private(set) var above: [ManuscriptBlock] = []
  /// Totals and notes below, for the body.
  package private(set) var below: [ManuscriptBlock] = []
  /// Columns that are not in the table.
  package private(set) var omissions: [Omission] = []
  /// The mapping where it is not plain, and what does not fit.
  package private(set) var questions: [ImportQuestion]

  private let sheet: ManuscriptSheet
  private let fit: SheetFit
  /// Columns of which something was said.
  private var known: Set<String> = []

  /// Writes every row of the sheet below its head.
  package init(_ sheet: ManuscriptSheet, _ fit: SheetFit) {
    (self.sheet, self.fit) = (sheet, fit)
    questions = fit.questions(in: sheet)
    above = (0..<fit.head.rows.lowerBound).flatMap(paragraphs)
    var lines = [fit.matches.map { fit.form.heading(of: $0.column) }]
    for index in fit.head.rows.upperBound..<sheet.rows.count {
      if isForeign(index) { below += paragraphs(index) } else { lines.append(cells(index, isFirst: lines.count == 1)) }
    }
    csv = Array(("\u{FEFF}" + lines.map(Self.line).joined()).utf8)
    for position in fit.serials + fit.strangers.map(\.position) { leaveOut(position) }
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { cell in
      cell.contains(where: { "\",\n\r".contains($0) }) || cell.hasPrefix(" ")
        ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }.joined(separator: ",") + "\n"
  }

  private func place(_ row: Int, _ position: Int) -> OfficePlace {
    .cell(sheet: sheet.name, row: sheet.rows[row].number, column: sheet.columns[position])
  }

  /// A paragraph of the texts in a row.
  private func paragraphs(_ row: Int) -> [ManuscriptBlock] {
    let filled = sheet.rows[row].cells.indices.filter { !sheet.rows[row].cells[$0].text.isEmpty }
    guard let first = filled.first else { return [] }
    let text = filled.map { sheet.rows[row].cells[$0].text }.joined(separator: "　")
    return text.split(whereSeparator: \.isNewline).map {
      .paragraph(ManuscriptParagraph([.text(String($0))], at: place(row, first)))
    }
  }

  /// Whether a row is a total or a note among records of another kind.
  private func isForeign(_ index: Int) -> Bool {
    let cells = sheet.rows[index].cells
    let filled = cells.filter { !$0.text.isEmpty }
    guard fit.form.lines.isEmpty, let first = filled.first else { return false }
    let lacks = fit.matches.contains {
      $0.column.isRequired && cells[$0.position].text.isEmpty && cells[$0.position].cover != .above
    }
    if lacks, Self.totals.contains(first.text.filter { !$0.isWhitespace }) { return true }
    let isAlone = filled.count == 1 && fit.matches.count > 1
    return isAlone && (first.text.count > 4 && lacks || Self.notes.contains { first.text.hasPrefix($0) })
  }

  private static let totals = ["合计", "总计", "小计", "共计", "累计"]
  private static let notes = ["注", "备注", "说明", "填表", "制表"]

  private mutating func cells(_ row: Int, isFirst: Bool) -> [String] {
    fit.matches.map { match in
      let cell = sheet.rows[row].cells[match.position]
      switch cell.cover {
      case .none: return value(cell, match.column, at: place(row, match.position))
      case .left:
        note("“\(match.column.label)”的格与左边的格合并，左边的格有字，这一格空着", at: place(row, match.position))
        return ""
      case .above:
        if isFirst { return "" }
        guard match.column.isUnique else { return "^^" }
        note("“\(match.column.label)”每行不同，不能与上一行合并", at: place(row, match.position))
        return ""
      }
    }
  }

  /// Says something once for each column.
  private mutating func note(_ message: String, at place: OfficePlace) {
    if known.insert(message).inserted { questions.append(ImportQuestion(message, at: [place])) }
  }

  /// A cell in the form that the table's reader takes.
  private mutating func value(_ cell: ManuscriptSheet.Cell, _ column: TableColumn, at place: OfficePlace) -> String {
    switch (column.type, cell.value) {
    case (.date, .date(let day)): return day
    case (.date, .text) where cell.text.contains { $0.isNumber } && !column.isMany: return cell.text
    case (.boolean, .boolean(let isTrue)): return isTrue ? "是" : "否"
    case (.number, .number(let plain, let isPercent, let unit)):
      if isPercent { note("“\(column.label)”在表格中是百分数，写作不带“%”的数，核对表头的单位", at: place) }
      if !unit.isEmpty { note("“\(column.label)”的格式带“\(unit)”，只写数字，核对表头的单位", at: place) }
      return plain
    case (.number, .text): return Self.withoutSeparators(cell.text)
    default: return cell.text
    }
  }

  /// `1,190.50` → `1190.50`; any other text stays, and `check` says what is wrong with it.
  private static func withoutSeparators(_ text: String) -> String {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count > 1, (1...3).contains(parts[0].drop { $0 == "-" }.count),
      parts.dropFirst().dropLast().allSatisfy({ $0.count == 3 }),
      parts[parts.count - 1].prefix(while: { $0 != "." }).count == 3,
      ExactNumber(parts.joined()) != nil
    else { return text }
    return parts.joined()
  }

  private mutating func leaveOut(_ position: Int) {
    let texts = sheet.rows[fit.head.rows.lowerBound...].map { $0.cells[position].text }.filter { !$0.isEmpty }
    omissions.append(
      Omission(.column, text: texts.joined(separator: "\n"), at: .column(sheet: sheet.name, sheet.columns[position])))
  }
}
