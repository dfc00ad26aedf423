import Base

/// One source line of a table, split at its pipes.
struct TableRow {
  /// The cells' ranges in the parsed text, between the pipes, including blanks.
  let cells: [Range<Int>]

  /// Splits a line; pipes at its ends are optional, and `\|` does not split.
  init(_ text: Bytes, line: Range<Int>) {
    var end = line.upperBound
    while end > line.lowerBound, isBlank(text[end - 1]) || isLineEnd(text[end - 1]) { end -= 1 }
    var offset = line.lowerBound
    while offset < end, isBlank(text[offset]) { offset += 1 }
    if offset < end, text[offset] == 0x7C { offset += 1 }

    var cells: [Range<Int>] = []
    var start = offset
    while offset < end {
      if text[offset] == 0x7C, offset == start || text[offset - 1] != 0x5C {
        cells.append(start..<offset)
        start = offset + 1
      }
      offset += 1
    }
    if start < end { cells.append(start..<end) }
    self.cells = cells
  }
}

/// How a column is aligned.
enum ColumnAlignment {
  case none, left, center, right

  var attribute: StaticString {
    switch self {
    case .none: ""
    case .left: " class=\"align-left\""
    case .center: " class=\"align-center\""
    case .right: " class=\"align-right\""
    }
  }
}

extension TableRow {
  /// The alignments if this is a delimiter row: `| --- | :-: |`.
  func alignments(in text: Bytes) -> [ColumnAlignment]? {
    var alignments: [ColumnAlignment] = []
    for cell in cells {
      guard let alignment = ColumnAlignment(text.part(cell.trimmed(in: text))) else { return nil }
      alignments.append(alignment)
    }
    return alignments.isEmpty ? nil : alignments
  }
}

extension ColumnAlignment {
  fileprivate init?(_ cell: Bytes) {
    var dashes = cell.count
    let opens = cell.first == 0x3A
    let closes = cell.count > 1 && cell.last == 0x3A
    if opens { dashes -= 1 }
    if closes { dashes -= 1 }
    let start = opens ? 1 : 0
    guard dashes > 0, cell[start..<start + dashes].allSatisfy({ $0 == 0x2D }) else { return nil }
    self = opens ? (closes ? .center : .left) : (closes ? .right : .none)
  }
}

extension Range where Bound == Int {
  /// The range without leading and trailing blanks.
  func trimmed(in text: Bytes) -> Range<Int> {
    var (start, end) = (lowerBound, upperBound)
    while start < end, isBlank(text[start]) { start += 1 }
    while end > start, isBlank(text[end - 1]) { end -= 1 }
    return start..<end
  }
}

/// Whether a line may be a delimiter row: only `|`, `-`, `:`, blanks and quotation marks, with a `-` and a `|` or `:`.
func mayDelimit(_ text: Bytes, line: Range<Int>) -> Bool {
  var hasDash = false
  var hasMark = false
  for byte in text[line] {
    switch byte {
    case 0x2D: hasDash = true
    case 0x7C, 0x3A: hasMark = true
    case 0x20, 0x09, 0x3E, 0x0A, 0x0D: break
    default: return false
    }
  }
  return hasDash && hasMark
}
