import Base
import Documents

// Official forms: required rows, and numbers that must add up.
extension TableReader {
  /// The rows in the order of the form; missing, unknown and duplicate rows are reported.
  mutating func officialRows(_ rows: [DataTable.Row]) -> [DataTable.Row] {
    guard let header = columns.firstIndex(where: { $0.column.isHeader }) else {
      if rows.count != form.lines.count {
        file.add(
          "table-rows", at: rows.last?.places.first ?? 0..<0, "这张表应有 \(form.lines.count) 行数据，这里有 \(rows.count) 行",
          cures: ["按规定的格式填写"])
      }
      return rows
    }
    var found: [String: DataTable.Row] = [:]
    let labels = form.lines.map { Self.plain($0.label) }
    for row in rows {
      let label = Self.plain(row.cells[header])
      if !labels.contains(label) {
        file.add(
          "table-rows", at: row.places[header], "“\(row.cells[header])”不是这张表规定的行",
          cures: NearMiss.cure(for: row.cells[header], among: form.lines.map(\.label)))
      } else if found[label] != nil {
        file.add("table-rows", at: row.places[header], "“\(row.cells[header])”出现两次", cures: ["只保留一行"])
      } else {
        found[label] = row
      }
    }
    let missing = zip(form.lines, labels).filter { found[$1] == nil }.map(\.0.label)
    if !missing.isEmpty {
      file.add(
        "table-rows", at: rows.last?.places.first ?? 0..<0,
        "缺少规定的行：" + missing.map { "“\($0)”" }.joined(separator: "、"),
        cures: ["补上这些行，没有的填 0"])
    }
    let official = zip(form.lines, labels).compactMap { line, label in found[label].map { (line, $0) } }
    for (line, row) in official { checkFilled(line, row) }
    return official.map(\.1)
  }

  private static func plain(_ label: String) -> String { label.filter { !$0.isWhitespace } }

  /// Checks that a row is filled in its own columns and nowhere else.
  private mutating func checkFilled(_ line: TableLine, _ row: DataTable.Row) {
    for (index, (column, _)) in columns.enumerated() where !column.isHeader {
      let isOwn = line.columns.isEmpty || line.columns.contains(column.key)
      if isOwn, column.isRequired, row.cells[index].isEmpty {
        file.add("table-empty", at: row.places[index], "“\(line.label)”的\(column.label)没有填写", cures: ["没有的填 0"])
      } else if !isOwn, !row.cells[index].isEmpty {
        file.add("table-rows", at: row.places[index], "“\(line.label)”没有\(column.label)一项", cures: ["删去这一格的内容"])
      }
    }
  }

  /// Checks every equation in every row, or in every column of numbers.
  mutating func checkSums() {
    let (form, lines, rows, columns) = (form, form.lines, rows, columns.map(\.column))
    for sum in form.sums where sum.isOverRows {
      for index in columns.indices where columns[index].type == .number {
        check(sum) { key in
          guard let line = lines.firstIndex(where: { $0.key == key }), line < rows.count else { return nil }
          return Summand(lines[line].label, in: rows[line], at: index)
        }
      }
    }
    let positions = Dictionary(columns.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    for sum in form.sums where !sum.isOverRows {
      for row in rows {
        check(sum) { key in positions[key].flatMap { Summand(form.heading(of: columns[$0]), in: row, at: $0) } }
      }
    }
  }

  /// One number of an equation.
  private struct Summand {
    let label: String
    let number: ExactNumber
    let place: Range<Int>

    init?(_ label: String, in row: DataTable.Row, at index: Int) {
      guard let number = ExactNumber(row.cells[index]) else { return nil }
      self.label = label
      self.number = number
      place = row.places[index]
    }
  }

  private mutating func check(_ sum: TableSum, _ summand: (String) -> Summand?) {
    let (left, right) = (sum.left.compactMap(summand), sum.right.compactMap(summand))
    guard left.count == sum.left.count, right.count == sum.right.count else { return }
    let (leftSum, rightSum) = (Self.total(left), Self.total(right))
    guard leftSum != rightSum else { return }
    let names = [left, right].map { $0.map { "“\($0.label)”" }.joined(separator: "＋") }
    let what = right.count > 3 ? "各分项之和" : names[1]
    let filled = right.filter { $0.number != ExactNumber(0) }
    file.add(
      "table-sum", at: left[0].place, "\(names[0])为 \(leftSum.text)，\(what)为 \(rightSum.text)，应当相等",
      cures: ["核对：" + filled.map { "\($0.label) \($0.number.text)" }.joined(separator: "＋")])
  }

  private static func total(_ summands: [Summand]) -> ExactNumber {
    summands.reduce(ExactNumber(0)) { $0 + $1.number }
  }
}
