import Base
import Papers

/// Lines that are a table for whoever wrote them, but running text for Markdown.
struct LooseTable {
  typealias Form = MarkdownIssue.LooseTable.Form

  let form: Form
  /// The place of its first line.
  let place: Range<Int>
  /// Its rows as Markdown has them, as far as they can be told.
  private let rows: [String]
  /// The number of cells in its longest row.
  private let width: Int

  /// The table as Markdown has it; a long one only as far as the pattern needs.
  var pipeTable: String {
    let shown = rows.count <= Self.shownRows ? rows[...] : rows.prefix(4)
    var lines = Array(shown)
    lines.insert("|" + String(repeating: " --- |", count: width), at: 1)
    if shown.count < rows.count { lines.append("……（其余各行照此）") }
    return lines.joined(separator: "\n")
  }

  private static let shownRows = 40
}

extension LooseTable {
  /// Nil for lines that are no table after all.
  init?(_ block: [LooseLine], in source: Bytes) {
    let marks = Set(block.map(\.mark))
    let rows: [[String]]
    switch block[0].mark {
    case .tab:
      form = .tabs
      rows = block.map { $0.cells(in: source) }
      let width = rows.map(\.count).max() ?? 0
      guard block.count(where: { $0.hasInnerTab(in: source) }) > 1,
        width > 2 || rows.allSatisfy({ $0.count == 2 }), !rows.contains(where: Self.isNumberedParagraph)
      else { return nil }
    case .ruler, .ruled:
      form = .drawn
      rows = block.filter { $0.mark == .ruled }.map { $0.cells(in: source) }
      guard rows.count > 1, rows.allSatisfy({ $0.count > 1 }) else { return nil }
    case _ where marks.contains(.frame):
      form = .drawn
      rows = Self.rows(ofDrawing: block, in: source)
      guard marks.count > 1 || marks.contains(.bar) else { return nil }
    default:
      form = block.contains { $0.isFullWidth(in: source) } ? .fullWidthPipes : .pipes
      rows = block.filter { !$0.isDelimiter(in: source) }.map { $0.cells(in: source) }
      let isLeading = block.allSatisfy { $0.hasLeadingBar(in: source) }
      // Without bars in front, two bars on several lines may be chance; the same number of them on each is not.
      let isMeant = isLeading || rows.count > 1 && Set(rows.map(\.count)).count == 1 && rows[0].count > 2
      guard isMeant || rows.count < block.count else { return nil }
    }
    let width = rows.map(\.count).max() ?? 0
    guard width > 1 else { return nil }
    self.width = width
    place = block[0].text
    self.rows =
      block[0].mark == .bar && form != .drawn
      ? block.filter { !$0.isDelimiter(in: source) }.map { $0.pipeRow(in: source) }
      : rows.map { Self.pipeRow($0 + Array(repeating: "", count: width - $0.count)) }
  }

  /// `| 甲 | 乙 |`.
  static func pipeRow(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }

  /// Word puts a tab between a number and the paragraph: 第一条, 一、, 1. and bullets.
  private static func isNumberedParagraph(_ row: [String]) -> Bool {
    let cells = row.drop { $0.isEmpty }
    guard cells.count < 3, var first = cells.first, let lead = first.first else { return false }
    if "●•○◆■□·-—➢※".contains(lead) || first.withUTF8({ Clause($0) }) != nil { return true }
    let rest = first.drop { "（(".contains($0) }
    let mark = rest.drop { $0.isNumber }
    return mark.count < rest.count && mark.first.map { "、.．）)".contains($0) } ?? false
  }

  /// The rows between the lines of a frame. Where every row has a frame of its own, its lines are the lines of its cells;
  /// elsewhere each line is a row, unless it has no first cell.
  private static func rows(ofDrawing block: [LooseLine], in source: Bytes) -> [[String]] {
    let groups = block.split { $0.mark == .frame }
    let isFramed = groups.count > 2
    return groups.flatMap { group in
      var rows: [[String]] = []
      for line in group {
        let cells = line.cells(in: source)
        if let last = rows.last, isFramed || cells.first?.isEmpty ?? true {
          rows[rows.count - 1] = (0..<max(last.count, cells.count)).map { column in
            let (above, below) = (column < last.count ? last[column] : "", column < cells.count ? cells[column] : "")
            let isWord = above.last?.isASCII == true && below.first?.isASCII == true
            return above + (isWord ? " " : "") + below
          }
        } else {
          rows.append(cells)
        }
      }
      return rows
    }
  }
}
