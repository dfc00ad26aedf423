import Base
import Documents

// What a spreadsheet leaves in a file: titles above the heading row, rows of totals, merged cells.
extension TableReader {
  /// Whether a title or remarks stand above the heading row; reports them, once.
  mutating func reportTitle(above records: CSVRecords) -> Bool {
    var records = records
    let top = (0..<6).compactMap { _ in records.nextFilled() }
    guard let index = top.firstIndex(where: isHeading), index > 0,
      knownHeadings(top[index]) > 1 || top[..<index].allSatisfy({ isTitle(texts($0), of: $0.count) })
    else { return false }
    let line = file.location(of: top[index][0].place).start.line
    let first = top[0].first { !$0.text.isEmpty } ?? top[0][0]
    file.add(
      "table-title", at: first.place, "第一行像是表的标题，表头在第 \(line) 行",
      cures: [line == 2 ? "删去第 1 行" : "删去第 1 行至第 \(line - 1) 行，第一行写表头"])
    return true
  }

  /// Whether a record may stand above the heading row: a single text, or remarks (单位：万元) with empty cells between.
  private func isTitle(_ texts: [String], of count: Int) -> Bool {
    texts.count == 1 || texts.count * 2 <= count && texts.contains { $0.contains("：") || $0.contains(":") }
  }

  /// Whether a record names columns: one that the form knows, or several texts that are no title and no data.
  private func isHeading(_ cells: [CSVRecords.Cell]) -> Bool {
    let texts = texts(cells)
    if !form.columns.isEmpty { return knownHeadings(cells) > 0 }
    return texts.count > 1 && !isTitle(texts, of: cells.count) && !texts.contains { ExactNumber($0) != nil }
  }

  /// How many columns of the form a record names. With two, nothing above it can be the heading row.
  private func knownHeadings(_ cells: [CSVRecords.Cell]) -> Int {
    texts(cells).count { text in form.columns.contains { $0.key == text || form.heading(of: $0) == text } }
  }

  private func texts(_ cells: [CSVRecords.Cell]) -> [String] {
    cells.map { $0.text.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
  }

  /// Whether a row is a total or a remark among records of another kind; reports it, once instead of cell by cell.
  mutating func reportForeignRow(_ cells: [CSVRecords.Cell]) -> Bool {
    let filled = cells.filter { !$0.text.isEmpty }
    guard form.lines.isEmpty, let first = filled.first,
      columns.contains(where: { $0.column.isRequired && cells[$0.position].text.isEmpty })
    else { return false }
    if ["合计", "总计", "小计", "共计", "累计"].contains(first.text.filter { !$0.isWhitespace }) {
      file.add(
        "table-total", at: first.place, "这一行是“\(first.text)”，不是表中的一条", cures: ["删去这一行；要公布合计的，写在正文中"])
    } else if filled.count == 1, first.text.count > 4, columns.count(where: \.column.isRequired) > 1 {
      file.add(
        "table-remark", at: first.place, "这一行只有一格有字，像是表后的说明，不是表中的一条", cures: ["删去这一行，写在正文中"])
    } else {
      return false
    }
    return true
  }

  /// Reports the blanks below a text in the leading columns: a spreadsheet exports merged cells like this.
  ///
  /// The pattern is clear when the texts differ from each other and every row with a blank goes on to the right of it. A
  /// serial number in front (序号) is passed over.
  mutating func checkMergedBlanks() {
    for (index, (column, _)) in columns.enumerated().dropLast() {
      let texts = rows.map { $0.cells[index] }
      let blanks = texts.indices.filter { texts[$0].isEmpty && rows[$0].words[index] == nil }
      let isJoined = rows.contains { $0.joined.contains(index) }
      if blanks.isEmpty {
        guard isJoined || index == 0 && texts.allSatisfy({ Int(written: $0) != nil }) else { return }
        continue
      }
      let labels = texts.filter { !$0.isEmpty }
      let goesOn = blanks.allSatisfy { rows[$0].cells[(index + 1)...].contains { !$0.isEmpty } }
      guard let first = texts.first, !first.isEmpty, goesOn, isJoined || Set(labels).count == labels.count,
        !column.isRequired
      else { return }
      file.add(
        "table-blank", .warning, at: rows[blanks[0]].places[index],
        "“\(column.label)”一列有 \(blanks.count) 格空着，像是合并的单元格另存为 CSV 时留下的",
        cures: ["与上一行合并的格写“^^”", "本来就空着的不用改"])
    }
  }
}

extension CSVRecords {
  /// The next record that is not empty; nil at the end.
  mutating func nextFilled() -> [Cell]? {
    while let cells = next() {
      if !cells.allSatisfy(\.text.isEmpty) || cells.contains(where: { $0.fault != nil }) { return cells }
    }
    return nil
  }
}

extension FileReader {
  /// Reports a file that is no CSV, without quoting it.
  mutating func add(_ foreign: ForeignTable) {
    add("table-format", at: nil, "这是 \(foreign.name)，不是 CSV", cures: [foreign.cure])
  }
}
