/// What the cells of a table take up: pages give a column room for its longest cell, so that 序号 is not as wide as a
/// sentence, and align numbers at the point without touching a digit.
package struct TableMeasure: Sendable, Hashable {
  /// The longest line of each column in tenths of an em: a Chinese character has ten, a digit or letter six.
  package let widest: [Int]
  /// The most decimals of a number in each column.
  package let decimals: [Int]
  /// The sums of the columns that have one, by position.
  package let totals: [Int: ExactNumber]

  /// One pass over all cells.
  package init(columns: [TableColumn], rows: [DataTable.Row]) {
    var widest = columns.map { _ in 0 }
    var decimals = widest
    for row in rows {
      for position in columns.indices {
        widest[position] = max(widest[position], Self.tenths(row.words[position] ?? row.cells[position]))
        guard columns[position].type == .number else { continue }
        decimals[position] = max(decimals[position], Self.decimals(row.cells[position]))
      }
    }
    totals = Self.totals(columns, rows)
    for (position, total) in totals {
      widest[position] = max(widest[position], Self.tenths(total.text))
      decimals[position] = max(decimals[position], Self.decimals(total.text))
    }
    self.widest = widest
    self.decimals = decimals
  }

  /// The digits after the point.
  package static func decimals(_ number: String) -> Int {
    number.utf8.lastIndex(of: 0x2E).map { number.utf8.distance(from: $0, to: number.utf8.endIndex) - 1 } ?? 0
  }

  private static func tenths(_ text: String) -> Int {
    var (longest, line) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x0A: (longest, line) = (max(longest, line), 0)
      case 0x00..<0x80: line += 6
      case 0xE0...: line += 10
      default: break
      }
    }
    return max(longest, line)
  }

  /// Nil for a table that has such a row already: it would be counted twice.
  private static func totals(_ columns: [TableColumn], _ rows: [DataTable.Row]) -> [Int: ExactNumber] {
    let summed = columns.indices.filter { columns[$0].hasTotal }
    guard !summed.isEmpty, rows.count > 1, !rows.contains(where: { $0.cells.contains(where: Self.isTotal) }) else {
      return [:]
    }
    var totals: [Int: ExactNumber] = [:]
    for position in summed {
      let numbers = rows.map(\.cells[position]).filter { !$0.isEmpty }.map(ExactNumber.init)
      guard !numbers.isEmpty, !numbers.contains(nil) else { continue }
      totals[position] = numbers.compactMap(\.self).reduce(ExactNumber(0), +)
    }
    return totals
  }

  private static func isTotal(_ cell: String) -> Bool { ["合计", "总计", "小计"].contains(cell) }
}
