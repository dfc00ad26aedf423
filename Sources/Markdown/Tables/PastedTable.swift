import Base

/// A table in HTML, as Word and web pages leave it: one mistake with the table as Markdown has it, not one for each tag.
struct PastedTable {
  /// The place of `<table …>`.
  let place: Range<Int>
  /// From `<table …>` to `</table>`.
  let whole: Range<Int>
  /// The table as Markdown has it.
  let table: String

  /// Reads the table whose first tag stands at a place. Nil without an end, with another table in it, or without cells.
  init?(_ source: Bytes, at place: Range<Int>) {
    self.place = place
    var rows = Rows()
    var offset = place.upperBound
    while offset < source.count {
      guard source[offset] == 0x3C, let tag = Tag(source, at: offset) else {
        rows.add(source, at: &offset)
        continue
      }
      offset = tag.end
      switch (tag.name, tag.isClosing) {
      case ("table", true):
        guard let table = rows.pipeTable else { return nil }
        self.table = table
        whole = place.lowerBound..<offset
        return
      case ("table", false): return nil
      case ("tr", false): rows.beginRow()
      case ("td", false), ("th", false): rows.beginCell(columns: tag.number("colspan"), rows: tag.number("rowspan"))
      case ("td", true), ("th", true), ("tr", true): rows.endCell()
      case ("br", false): rows.addBreak()
      default: break
      }
    }
    return nil
  }

  /// Issues in the order of their places, with all those of the tags of a table as one.
  static func joined(_ issues: [MarkdownIssue], in source: Bytes) -> [MarkdownIssue] {
    var end = 0
    return issues.compactMap { issue in
      guard case .rawHTML(let tag) = issue.kind, issue.place.lowerBound >= end else {
        return issue.isMarkup && issue.place.lowerBound < end ? nil : issue
      }
      guard tag.lowercased().hasPrefix("<table"), let first = Tag(source, at: issue.place.lowerBound),
        let table = PastedTable(source, at: issue.place.lowerBound..<first.end)
      else { return issue }
      end = table.whole.upperBound
      return MarkdownIssue(kind: .pastedTable(table.table), place: table.place)
    }
  }
}

extension MarkdownIssue {
  fileprivate var isMarkup: Bool {
    switch kind {
    case .rawHTML, .htmlComment, .entity: true
    default: false
    }
  }
}

/// The rows of a table while its tags are read.
private struct Rows {
  /// A cell's text, or how it is merged.
  private enum Cell { case text(String), above, left }

  private var rows: [[Cell]] = []
  private var text: String?
  private var span = (columns: 1, rows: 1)
  /// The columns that cells of rows above reach into, with the number of rows left.
  private var reaching: [Int: (rows: Int, isFirst: Bool)] = [:]

  mutating func beginRow() {
    endCell()
    rows.append([])
    takeReaching()
  }

  mutating func beginCell(columns: Int, rows count: Int) {
    endCell()
    if rows.isEmpty { beginRow() }
    span = (columns, count)
    text = ""
  }

  mutating func endCell() {
    guard let words = text, !rows.isEmpty else { return }
    text = nil
    let cell = words.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("|", with: "\\|")
    for step in 0..<span.columns {
      let column = rows[rows.count - 1].count
      rows[rows.count - 1].append(step == 0 ? .text(cell) : .left)
      if span.rows > 1 { reaching[column] = (span.rows - 1, step == 0) }
    }
    takeReaching()
  }

  mutating func addBreak() {
    if let words = text, !words.isEmpty { text = words + "<br>" }
  }

  /// Takes the text up to the next tag.
  mutating func add(_ source: Bytes, at offset: inout Int) {
    let start = offset
    offset += 1
    while offset < source.count, source[offset] != 0x3C { offset += 1 }
    guard let words = text else { return }
    text = words + Self.entities.reduce(source.part(start..<offset).string) { $0.replacing($1.0, with: $1.1) }
  }

  private static let entities = [("&nbsp;", " "), ("&lt;", "\\<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]

  /// The cells of the current row that belong to rows above.
  private mutating func takeReaching() {
    while let merged = reaching[rows[rows.count - 1].count] {
      let column = rows[rows.count - 1].count
      // A cell that was begun in this row reaches down only from the next row on.
      rows[rows.count - 1].append(merged.isFirst ? .above : .left)
      reaching[column] = merged.rows > 1 ? (merged.rows - 1, merged.isFirst) : nil
    }
  }

  /// Nil without cells.
  var pipeTable: String? {
    let lines = rows.filter { !$0.isEmpty }
    guard let width = lines.map(\.count).max(), width > 0 else { return nil }
    var written = lines.prefix(40).map { row in
      "|" + (row + Array(repeating: .text(""), count: width - row.count)).map(Self.written).joined()
    }
    written.insert("|" + String(repeating: " --- |", count: width), at: 1)
    if lines.count > 40 { written.append("……（其余各行照此）") }
    return written.joined(separator: "\n")
  }

  private static func written(_ cell: Cell) -> String {
    switch cell {
    case .text(""): "  |"
    case .text(let words): " \(words) |"
    case .above: " ^^ |"
    case .left: "|"
    }
  }
}

/// A tag of HTML.
private struct Tag {
  let name: String
  let isClosing: Bool
  let end: Int
  private let attributes: String

  init?(_ source: Bytes, at offset: Int) {
    guard let end = source.tag(in: offset..<source.count) else { return nil }
    self.end = end
    isClosing = source.has("</", at: offset)
    let words = source.part(offset + (isClosing ? 2 : 1)..<end - 1).string.lowercased()
    name = String(words.prefix { $0.isLetter || $0.isNumber })
    attributes = String(words.dropFirst(name.count))
  }

  /// The value of a numeric attribute, 1 to 50; 1 without it.
  func number(_ attribute: String) -> Int {
    guard let range = attributes.firstRange(of: attribute) else { return 1 }
    let digits = attributes[range.upperBound...].drop { " =\"'".contains($0) }.prefix { $0.isNumber }
    return min(max(Int(digits) ?? 1, 1), 50)
  }
}
