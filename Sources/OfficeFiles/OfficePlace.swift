/// A place inside an office file, as a person finds it who has opened the file. Numbers begin with 1.
package enum OfficePlace: Sendable, Hashable {
  /// Of the text, without blank ones and tables.
  case paragraph(Int)
  case tableCell(table: Int, row: Int, column: Int)
  /// A footnote or endnote.
  case note
  /// A header or footer.
  case margin
  case comment
  case sheet(String)
  case cell(sheet: String, row: Int, column: Int)
  case row(sheet: String, Int)
  case column(sheet: String, Int)
  case slide(Int)
  /// What the speaker sees beside a slide.
  case speakerNotes(Int)
  case page(Int)
  case line(Int)

  /// In words: `工作表“名单”C5`.
  package var text: String {
    switch self {
    case .paragraph(let number): "第\(number)段"
    case .tableCell(let table, let row, let column): "第\(table)个表格第\(row)行第\(column)格"
    case .note: "脚注或尾注"
    case .margin: "页眉或页脚"
    case .comment: "批注"
    case .sheet(let name): name.isEmpty ? "表格" : Self.name(name)
    case .cell(let sheet, let row, let column): Self.name(sheet) + "\(Self.letters(column))\(row)"
    case .row(let sheet, let row): Self.name(sheet) + "第\(row)行"
    case .column(let sheet, let column): Self.name(sheet) + "\(Self.letters(column))列"
    case .slide(let number): "第\(number)张幻灯片"
    case .speakerNotes(let number): "第\(number)张幻灯片的备注"
    case .page(let number): "第\(number)页"
    case .line(let number): "第\(number)行"
    }
  }

  /// The sheet of a CSV file has no name.
  private static func name(_ sheet: String) -> String { sheet.isEmpty ? "" : "工作表“\(sheet)”" }

  /// A, B … Z, AA …
  package static func letters(_ column: Int) -> String {
    var (rest, letters) = (max(column, 1), "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// Row and column of an address like `C5`; nil for anything else and what no program has.
  package static func address(_ text: String) -> (row: Int, column: Int)? {
    let letters = text.utf8.prefix { (0x41...0x5A).contains($0) }
    let column = letters.prefix(4).reduce(0) { $0 * 26 + Int($1) - 0x40 }
    let figures = text.utf8.dropFirst(letters.count)
    guard (1...3).contains(letters.count), column <= 16384, (1...7).contains(figures.count),
      let row = Int(String(decoding: figures, as: UTF8.self)), (1...1_048_576).contains(row)
    else { return nil }
    return (row, column)
  }
}
