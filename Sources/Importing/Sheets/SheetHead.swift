import Base
import Documents
import Manuscripts

/// The head of a sheet: which rows it takes, and what stands over each column.
struct SheetHead {
  let rows: Range<Int>
  /// One for each column of the sheet, the outermost group first.
  let paths: [[String]]

  /// The rows, among the first ones, that name most columns of a form; nil if none names one.
  init?(_ sheet: ManuscriptSheet, _ form: TableForm) {
    let headings = Set(form.columns.flatMap { [$0.key, form.heading(of: $0)] })
    let labels = Set(form.columns.map(\.label))
    var best: (head: (Range<Int>, [[String]]), score: Int)?
    for first in 0..<min(Self.mostRows, sheet.rows.count) {
      for depth in 1...3 where first + depth <= sheet.rows.count {
        let rows = first..<(first + depth)
        // More rows are one head only if cells of it are merged.
        if depth > 1, !sheet.rows[rows].contains(where: { row in row.cells.contains { $0.cover != .none } }) { break }
        let paths = Self.paths(sheet, rows)
        // Columns of two groups may share a label; their whole headings tell more.
        let score = paths.reduce(0) { score, path in
          let names = Self.names(path)
          return score + (!headings.isDisjoint(with: names) ? 2 : !labels.isDisjoint(with: names) ? 1 : 0)
        }
        // Of two heads that name as much, the lower one has no title in it.
        if score > best?.score ?? 0 || score == best?.score && depth < best?.head.0.count ?? 0 {
          best = ((rows, paths), score)
        }
      }
    }
    guard let best else { return nil }
    (rows, paths) = best.head
  }

  /// A head stands at the top, below a title and a few remarks.
  private static let mostRows = 12

  private static func paths(_ sheet: ManuscriptSheet, _ rows: Range<Int>) -> [[String]] {
    sheet.columns.indices.map { column in
      var path: [String] = []
      for row in rows {
        var column = column
        while column > 0, sheet.rows[row].cells[column].cover == .left { column -= 1 }
        let text = plain(sheet.rows[row].cells[column].text)
        if !text.isEmpty, path.last != text { path.append(text) }
      }
      return path
    }
  }

  /// What a path may be called: by its last heading, by all of them, and without a unit in brackets.
  static func names(_ path: [String]) -> [String] {
    guard let last = path.last else { return [] }
    return [path.joined(separator: "/"), last]
  }

  static func plain(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  /// `金额（元）` → `金额`.
  static func withoutUnit(_ text: String) -> String {
    guard let start = text.firstIndex(where: { $0 == "（" || $0 == "(" }), text.last == "）" || text.last == ")",
      start > text.startIndex
    else { return text }
    return String(text[..<start])
  }
}
