import Base
package import OfficeFiles

/// The sheets of a workbook or of a CSV file, and what a person has to look at before they are used.
package struct Workbook: Sendable, Hashable {
  /// Without empty ones and those that are hidden.
  package private(set) var sheets: [ManuscriptSheet] = []
  package private(set) var omissions: [Omission] = []
  package private(set) var obstacles: [Obstacle] = []
  package private(set) var doubts: [Doubt] = []
  private var cellCount = 0

  /// Reads a workbook of today (.xlsx), or text in any encoding (.csv, .tsv).
  ///
  /// - Parameter name: Of the sheet in a text.
  package init(_ bytes: [UInt8], name: String = "") throws(OfficeFault) {
    guard bytes.count <= OfficeReader.mostBytes else { throw .tooLarge }
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) {
      try read(OfficePackage(bytes))
    } else {
      try readText(bytes, name)
    }
  }

  private mutating func read(_ package: OfficePackage) throws(OfficeFault) {
    var package = package
    guard package.sort == .sheets else { throw .otherForm }
    let main = package.mainPart ?? "xl/workbook.xml"
    var list = WorkbookSheets()
    try package.read(main, root: "x:workbook", into: &list)
    let relations = try package.relations(of: main)
    var (shared, styles) = (SharedTexts(), SheetStyles())
    try package.readIfAny(relations.targets("sharedStrings").first ?? "xl/sharedStrings.xml", into: &shared)
    try package.readIfAny(relations.targets("styles").first ?? "xl/styles.xml", into: &styles)
    let reader = CellReader(texts: shared.texts, formats: styles.formats, from1904: list.countsFrom1904)
    for sheet in list.sheets {
      guard let relation = relations[sheet.id] else { throw .damaged }
      // Charts and dialogues are sheets, too.
      guard relation.type == "worksheet" else {
        doubts.append(Doubt(.object, text: sheet.name, at: .sheet(sheet.name)))
        continue
      }
      var grid = SheetGrid()
      try package.read(relation.target, root: "x:worksheet", into: &grid)
      try add(SheetAssembly(sheet.name, grid, reader), isHidden: sheet.isHidden)
      for comment in try package.comments(of: relation.target, sheet: sheet.name) {
        omissions.append(Omission(.comment, text: comment.text, at: comment.place))
        obstacles.append(Obstacle(.comment, text: comment.text, author: comment.author, at: comment.place))
      }
    }
  }

  private mutating func add(_ assembly: SheetAssembly, isHidden: Bool) throws(OfficeFault) {
    let (name, texts) = (assembly.name, assembly.shown)
    if isHidden {
      guard !texts.isEmpty || !assembly.hidden.isEmpty else { return }
      let text = (texts.map(\.text) + assembly.hidden.map(\.text)).joined(separator: "\n")
      return hide(text, at: .sheet(name))
    }
    doubts += assembly.doubts
    for part in assembly.hidden { hide(part.text, at: part.place) }
    guard let sheet = assembly.sheet else {
      if assembly.isTooLarge { throw .tooLarge }
      return
    }
    cellCount += sheet.rows.count * sheet.columns.count
    guard cellCount <= ManuscriptSheet.mostCells else { throw .tooLarge }
    sheets.append(sheet)
  }

  private mutating func hide(_ text: String, at place: OfficePlace) {
    omissions.append(Omission(.hiddenText, text: text, at: place))
    obstacles.append(Obstacle(.hiddenText, text: text, at: place))
  }
}

// Text whose cells are separated by commas or tabs.
extension Workbook {
  private mutating func readText(_ bytes: [UInt8], _ name: String) throws(OfficeFault) {
    let decoded = DecodedText(bytes)
    guard !decoded.text.unicodeScalars.contains(where: { $0.value == 0 }) else { throw .damaged }
    if let doubt = Doubt(decoded) { doubts.append(doubt) }
    let text = Array(decoded.text.utf8)
    var records = CSVRecords(text, from: 0, separator: Self.separator(text))
    var rows: [[String]] = []
    var (width, filled) = (0, Set<Int>())
    while let record = records.next() {
      if record.contains(where: { $0.fault != nil }) {
        doubts.append(Doubt(.tableGrid, text: record.map(\.text).joined(separator: " "), at: .line(rows.count + 1)))
      }
      let cells = record.map { $0.fault == nil ? Self.plain($0.text) : String(decoding: text[$0.place], as: UTF8.self) }
      for (column, cell) in cells.enumerated() where !cell.isEmpty { filled.insert(column) }
      width = max(width, cells.count)
      rows.append(cells)
      guard rows.count * max(filled.count, 1) <= ManuscriptSheet.mostCells else { throw .tooLarge }
    }
    let columns = filled.sorted()
    let found = rows.enumerated().compactMap { index, row -> ManuscriptSheet.Row? in
      let cells = columns.map { column in
        column < row.count && !row[column].isEmpty
          ? ManuscriptSheet.Cell(text: row[column], value: .text) : ManuscriptSheet.Cell()
      }
      guard cells.contains(where: { !$0.text.isEmpty }) else { return nil }
      return ManuscriptSheet.Row(number: index + 1, cells: cells)
    }
    guard !found.isEmpty else { return }
    sheets = [ManuscriptSheet(name: name, columns: columns.map { $0 + 1 }, rows: found)]
    noteTraces(sheets[0])
  }

  /// The mark that most of the first lines have outside quotation marks; Excel writes semicolons where commas are
  /// decimal points.
  private static func separator(_ text: [UInt8]) -> UInt8 {
    let marks: [UInt8] = [0x09, 0x2C, 0x3B]
    var (lines, seen, isQuoted, count) = ([0, 0, 0], Set<UInt8>(), false, 0)
    for byte in text where count < 20 {
      if byte == 0x22 {
        isQuoted.toggle()
      } else if !isQuoted, byte == 0x0A || byte == 0x0D {
        for (index, mark) in marks.enumerated() where seen.contains(mark) { lines[index] += 1 }
        (seen, count) = ([], count + 1)
      } else if !isQuoted, marks.contains(byte) {
        seen.insert(byte)
      }
    }
    for (index, mark) in marks.enumerated() where seen.contains(mark) { lines[index] += 1 }
    let most = lines.max() ?? 0
    return most > 0 ? zip(marks, lines).first { $0.1 == most }?.0 ?? 0x2C : 0x2C
  }

  /// `="00123"` is how a text is kept from becoming a number.
  private static func plain(_ text: String) -> String {
    text.hasPrefix("=\"") && text.hasSuffix("\"") && text.count > 2 ? String(text.dropFirst(2).dropLast()) : text
  }

  private mutating func noteTraces(_ sheet: ManuscriptSheet) {
    for row in sheet.rows {
      for (column, cell) in zip(sheet.columns, row.cells) {
        guard let trace = SpreadsheetTrace(cell.text) else { continue }
        let place = OfficePlace.cell(sheet: sheet.name, row: row.number, column: column)
        doubts.append(Doubt(trace == .failure ? .formula : .lostDigits, text: cell.text, at: place))
      }
    }
  }
}

extension Doubt {
  /// What is doubtful about the encoding of a text; nil for nothing.
  init?(_ decoded: DecodedText) {
    guard decoded.faults > 0 || decoded.encoding == .windows1252 else { return nil }
    let around = decoded.text.split(whereSeparator: \.isNewline).enumerated().first { _, line in
      line.unicodeScalars.contains { decoded.faults > 0 ? $0 == "\u{FFFD}" : !$0.isASCII }
    }
    self.init(
      .encoding, text: around.map { String($0.element.prefix(80)).trimmed } ?? "",
      at: around.map { .line($0.offset + 1) })
  }
}
