package import OfficeFiles

/// Workbooks and CSV files as manuscripts: each sheet a table, with what stands above and below it as paragraphs.
package enum SheetManuscript {
  /// Reads .xlsx, .csv and .tsv in any encoding.
  ///
  /// - Throws: ``OfficeFault`` for what is neither, or larger than a page of a site can be.
  package static func read(_ bytes: [UInt8]) throws(OfficeFault) -> Manuscript { manuscript(try Workbook(bytes)) }

  /// A workbook that was read.
  package static func manuscript(_ workbook: Workbook) -> Manuscript {
    var manuscript = Manuscript()
    (manuscript.omissions, manuscript.obstacles) = (workbook.omissions, workbook.obstacles)
    manuscript.doubts = workbook.doubts
    for sheet in workbook.sheets {
      // A sheet with a title needs no other.
      if workbook.sheets.count > 1, !isDefault(sheet.name), sheet.parts.above.isEmpty {
        var heading = ManuscriptParagraph([.text(sheet.name)], at: .sheet(sheet.name))
        heading.headingLevel = 2
        manuscript.blocks.append(.paragraph(heading))
      }
      manuscript.blocks += blocks(sheet)
    }
    return manuscript
  }

  /// Names that nobody has given: Sheet1, 工作表 1.
  private static func isDefault(_ name: String) -> Bool {
    let figures = name.filter { !$0.isWhitespace }
    return ["Sheet", "工作表", "Table", "表"].contains {
      figures.hasPrefix($0) && figures.dropFirst($0.count).allSatisfy(\.isNumber)
    }
  }

  /// The paragraphs and the table of a sheet.
  package static func blocks(_ sheet: ManuscriptSheet) -> [ManuscriptBlock] {
    let parts = sheet.parts
    var blocks = parts.above.flatMap { paragraphs(sheet, $0) }
    if !parts.table.isEmpty {
      let rows = parts.table.enumerated().map { index, row in
        ManuscriptTable.Row(cells(sheet, row, isFirst: index == 0), isHeader: index < parts.headCount)
      }
      blocks.append(.table(ManuscriptTable(rows: rows, columnCount: sheet.columns.count, at: .sheet(sheet.name))))
    }
    return blocks + parts.below.flatMap { paragraphs(sheet, $0) }
  }

  /// A paragraph for each line of each cell of a row.
  private static func paragraphs(_ sheet: ManuscriptSheet, _ row: Int) -> [ManuscriptBlock] {
    zip(sheet.columns, sheet.rows[row].cells).flatMap { column, cell in
      lines(cell.text, at: .cell(sheet: sheet.name, row: sheet.rows[row].number, column: column))
    }
  }

  private static func lines(_ text: String, at place: OfficePlace) -> [ManuscriptBlock] {
    text.split(whereSeparator: \.isNewline).map { .paragraph(ManuscriptParagraph([.text(String($0))], at: place)) }
  }

  private static func cells(_ sheet: ManuscriptSheet, _ index: Int, isFirst: Bool) -> [ManuscriptTable.Cell] {
    let row = sheet.rows[index]
    var cells: [ManuscriptTable.Cell] = []
    for (column, cell) in zip(sheet.columns, row.cells) {
      if cell.cover == .left, !cells.isEmpty {
        cells[cells.count - 1].columns += 1
        continue
      }
      let place = OfficePlace.cell(sheet: sheet.name, row: row.number, column: column)
      cells.append(
        ManuscriptTable.Cell(
          lines(cell.text, at: place), continuesAbove: cell.cover == .above && !isFirst, at: place))
    }
    return cells
  }
}
