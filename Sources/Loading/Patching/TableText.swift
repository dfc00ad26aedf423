package import Base

/// A CSV file as rows of cells, which can be written again so that only what was touched differs.
package struct TableText {
  package let source: SourceText
  /// The cells of the first line that has any.
  package let headings: [String]
  package let rows: [Row]
  private let records: [Record]
  /// How lines end.
  private let lineEnd: [UInt8]
  /// The bytes before the first row.
  private let head: Range<Int>

  /// A row as it stands in the file.
  package struct Row: Sendable, Hashable {
    package let cells: [String]
    /// Of each cell, quotation marks included.
    package let places: [Range<Int>]
  }

  /// A row as it is to be.
  package struct NewRow: Sendable, Hashable {
    /// Where it stood before; nil: it is new.
    package let origin: Int?
    package let cells: [String]

    /// Memberwise.
    package init(origin: Int?, cells: [String]) { (self.origin, self.cells) = (origin, cells) }
  }

  /// The bytes of a row without its line end, and those up to the next row.
  private struct Record {
    let content: Range<Int>
    let separator: Range<Int>
  }

  /// Nil when quotation marks are wrong, there is no line, or the text is not UTF-8.
  package init?(_ source: SourceText) {
    let bytes = source.bytes
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var reader = CSVRecords(bytes, from: source.markLength)
    var read: [[CSVRecords.Cell]] = []
    while let cells = reader.next() {
      guard cells.allSatisfy({ $0.fault == nil }) else { return nil }
      read.append(cells)
    }
    guard let first = read.firstIndex(where: { $0.contains { !$0.text.isEmpty } }) else { return nil }
    self.source = source
    headings = read[first].map(\.text)
    let starts = read.map { $0[0].place.lowerBound } + [bytes.count]
    let records = read.indices.map { index in
      let last = read[index].last?.place.upperBound ?? starts[index]
      let end = bytes[last..<starts[index + 1]].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? starts[index + 1]
      return Record(content: starts[index]..<end, separator: end..<starts[index + 1])
    }
    head = 0..<starts[first + 1]
    let written = bytes[records[first].separator]
    lineEnd = written.starts(with: [0x0D, 0x0A]) || written.isEmpty ? [0x0D, 0x0A] : [written.first ?? 0x0A]
    self.records = Array(records[(first + 1)...])
    rows = read[(first + 1)...].map { Row(cells: $0.map(\.text), places: $0.map(\.place)) }
  }

  /// The bytes of the file with these rows. Rows that only moved, and cells that are as they were, keep their bytes.
  package func replacing(_ new: [NewRow]) -> [UInt8] {
    var bytes = Array(source.bytes[head])
    if !new.isEmpty, let last = bytes.last, last != 0x0A, last != 0x0D { bytes += lineEnd }
    let endsOpen = records.last?.separator.isEmpty ?? false
    for (index, row) in new.enumerated() {
      let isLast = index == new.count - 1
      let record = row.origin.flatMap { records.indices.contains($0) ? records[$0] : nil }
      bytes += content(of: row)
      let separator = record.map { source.bytes[$0.separator] } ?? []
      if !separator.isEmpty, !(isLast && endsOpen) {
        bytes += separator
      } else if !(isLast && endsOpen) {
        bytes += lineEnd
      }
    }
    return bytes
  }

  private func content(of new: NewRow) -> [UInt8] {
    guard let origin = new.origin, rows.indices.contains(origin) else {
      let cells = new.cells + [String](repeating: "", count: max(headings.count - new.cells.count, 0))
      return Self.joined(cells.map(Self.quoted))
    }
    let old = rows[origin]
    let count = max(old.cells.count, (new.cells.lastIndex { !$0.isEmpty } ?? -1) + 1)
    let cells = (0..<count).map { index -> [UInt8] in
      let text = index < new.cells.count ? new.cells[index] : ""
      guard index < old.cells.count, old.cells[index] == text else { return Self.quoted(text) }
      let end = index + 1 < old.places.count ? old.places[index + 1].lowerBound - 1 : records[origin].content.upperBound
      return Array(source.bytes[old.places[index].lowerBound..<end])
    }
    return Self.joined(cells)
  }

  private static func joined(_ cells: [[UInt8]]) -> [UInt8] { Array(cells.joined(separator: [UInt8(ascii: ",")])) }

  /// Between quotation marks where a reader of CSV would read something else.
  private static func quoted(_ text: String) -> [UInt8] {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return Array(text.utf8) }
    return [0x22] + text.utf8.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
  }
}

extension TableText {
  /// The row and the column of the cell at a place of the file; nil for the headings.
  package func cell(at position: SourcePosition) -> (row: Int, column: Int)? {
    var start = source.markLength
    for _ in 1..<position.line { start = source.bytes.nextLine(after: start) }
    let line = String(decoding: source.bytes[source.bytes.line(at: start)], as: UTF8.self)
    let offset = start + line.prefix(position.column - 1).utf8.count
    let row = rows.partitionIndex { ($0.places.first?.lowerBound ?? 0) > offset } - 1
    guard row >= 0, let column = rows[row].places.lastIndex(where: { $0.lowerBound <= offset }) else { return nil }
    return (row, column)
  }
}
