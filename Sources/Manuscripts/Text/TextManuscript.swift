import Base
package import OfficeFiles

/// Text files: a line is a paragraph, lines with tabs are a table.
package enum TextManuscript {
  /// Reads text in any encoding that offices use.
  ///
  /// - Throws: ``OfficeFault`` for what is no text, or too long.
  package static func read(_ bytes: [UInt8]) throws(OfficeFault) -> Manuscript {
    guard bytes.count <= OfficeReader.mostBytes / 4 else { throw .tooLarge }
    let decoded = DecodedText(bytes)
    guard !decoded.text.unicodeScalars.contains(where: isBinary) else { throw .damaged }
    var reader = LineReader()
    if let doubt = Doubt(decoded) { reader.manuscript.doubts.append(doubt) }
    reader.notePrivateCharacters(decoded.text)
    reader.read(decoded.text)
    return reader.manuscript
  }

  /// Reads what Excel and WPS hand over as text: cells with tabs between them, quoted where they hold line ends.
  ///
  /// - Returns: Nil for any other text.
  package static func table(_ text: String) -> Manuscript? {
    var records = CSVRecords(Array(text.utf8), from: 0, separator: 0x09)
    var rows: [ManuscriptTable.Row] = []
    while let cells = records.next() {
      let isOfTable = rows.first.map { $0.cells.count == cells.count } ?? (cells.count > 1)
      guard isOfTable, cells.allSatisfy({ $0.fault == nil }) else { return nil }
      let place = OfficePlace.line(rows.count + 1)
      rows.append(
        ManuscriptTable.Row(
          cells.map { cell in
            let lines = cell.text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
            return ManuscriptTable.Cell(
              lines.map { .paragraph(ManuscriptParagraph([.text($0)], at: place)) }, at: place)
          }))
    }
    guard rows.count > 1, let first = rows.first else { return nil }
    var manuscript = Manuscript()
    manuscript.blocks = [.table(ManuscriptTable(rows: rows, columnCount: first.cells.count, at: .line(1)))]
    return manuscript
  }

  /// Signs that no text has, but every other file.
  private static func isBinary(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && !["\t", "\n", "\r", "\u{B}", "\u{C}", "\u{1A}", "\u{1B}"].contains(scalar)
  }
}

private struct LineReader {
  var manuscript = Manuscript()
  private var table: [(number: Int, cells: [Substring])] = []
  private var startsPage = false

  mutating func read(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline && $0 != "\u{C}" }
    for (index, line) in lines.enumerated() {
      for (part, piece) in line.split(separator: "\u{C}", omittingEmptySubsequences: false).enumerated() {
        if part > 0 {
          endTable()
          startsPage = true
        }
        add(piece, index + 1)
      }
    }
    endTable()
  }

  private mutating func add(_ piece: Substring, _ number: Int) {
    let line = ManuscriptLine(piece)
    // Tabs in front of a line are its indent, those behind it nothing.
    let inner = piece.trimmed
    if inner.contains("\t") {
      let cells = Self.cells(piece)
      if let last = table.last, last.cells.count != cells.count { endTable() }
      return table.append((number, cells))
    }
    endTable()
    if line.text.isEmpty { return }
    if ManuscriptLine.isPageNumber(line.text) {
      return manuscript.omissions.append(Omission(.pageNumber, text: line.text, at: .line(number)))
    }
    add(line.paragraph(at: .line(number)))
  }

  private static func cells(_ line: Substring) -> [Substring] {
    line.split(separator: "\t", omittingEmptySubsequences: false)
  }

  private mutating func add(_ paragraph: ManuscriptParagraph) {
    var paragraph = paragraph
    paragraph.startsPage = startsPage
    startsPage = false
    manuscript.blocks.append(.paragraph(paragraph))
  }

  /// One line with tabs is no table: a signature, or a heading with its page.
  private mutating func endTable() {
    defer { table = [] }
    guard let first = table.first else { return }
    if table.count == 1 {
      return add(ManuscriptLine(first.cells.joined(separator: "\t")).paragraph(at: .line(first.number)))
    }
    let rows = table.map { number, cells in
      ManuscriptTable.Row(
        cells.map { cell in
          let text = cell.trimmed
          return ManuscriptTable.Cell(
            text.isEmpty ? [] : [.paragraph(ManuscriptParagraph([.text(text)], at: .line(number)))], at: .line(number))
        })
    }
    manuscript.blocks.append(
      .table(ManuscriptTable(rows: rows, columnCount: first.cells.count, at: .line(first.number))))
    startsPage = false
  }

  mutating func notePrivateCharacters(_ text: String) {
    guard text.unicodeScalars.contains(where: Doubt.isPrivate) else { return }
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let found = line.unicodeScalars.filter(Doubt.isPrivate)
      if !found.isEmpty {
        manuscript.doubts.append(Doubt(.privateCharacters, text: String(line.trimmed.prefix(80)), at: .line(index + 1)))
      }
    }
  }
}

extension Doubt {
  /// Whether only the fonts of one machine have a character.
  static func isPrivate(_ scalar: Unicode.Scalar) -> Bool { (0xE000...0xF8FF).contains(scalar.value) }
}
