import Base

/// A list item or a block quotation around a block.
enum Container {
  case quotation
  /// A list item whose text is indented by `indent` columns.
  case item(indent: Int)
}

/// Reads a line as libcmark does: by columns, with a tab reaching to the next multiple of four.
struct LineCursor {
  let text: Bytes
  let end: Int
  private(set) var offset: Int
  private var column = 0
  /// Columns of the tab before `offset` that are not consumed yet.
  private var pending = 0

  init(_ text: Bytes, line: Range<Int>) {
    (self.text, end, offset) = (text, line.upperBound, line.lowerBound)
  }

  /// Width in columns of the blanks at the cursor.
  var indent: Int {
    var width = column + pending
    var position = offset
    while position < end, isBlank(text[position]) {
      width += text[position] == 0x09 ? 4 - width % 4 : 1
      position += 1
    }
    return width - column
  }

  /// Whether only blanks are left.
  var isAtBlank: Bool {
    let next = firstNonBlank
    return next >= end || isLineEnd(text[next])
  }

  /// The offset of the next byte that is not a blank.
  var firstNonBlank: Int {
    var position = offset
    while position < end, isBlank(text[position]) { position += 1 }
    return position
  }

  /// Moves to the next byte that is not a blank.
  mutating func skipBlanks() {
    column += indent
    pending = 0
    offset = firstNonBlank
  }

  /// Moves past a number of bytes that are not blanks.
  mutating func skip(bytes: Int) {
    offset = min(offset + bytes, end)
    column += bytes
  }

  /// Moves past at most this many columns of blanks.
  mutating func skip(columns: Int) {
    var left = columns
    while left > 0 {
      if pending == 0 {
        guard offset < end, isBlank(text[offset]) else { return }
        pending = text[offset] == 0x09 ? 4 - column % 4 : 1
        offset += 1
      }
      let step = min(left, pending)
      pending -= step
      column += step
      left -= step
    }
  }

  /// Moves past the mark with which a line continues a container; false if it does not continue it.
  mutating func enter(_ container: Container) -> Bool {
    switch container {
    case .quotation:
      guard indent <= 3, firstNonBlank < end, text[firstNonBlank] == 0x3E else { return false }
      skipBlanks()
      skip(bytes: 1)
      skip(columns: 1)
    case .item(let width):
      guard indent >= width else { return isAtBlank }
      skip(columns: width)
    }
    return true
  }

  /// Moves past a list marker and its blanks; returns the columns from the current one to the item's text.
  mutating func enterNewItem() -> Int {
    let start = column
    skipBlanks()
    var marker = 0
    while offset + marker < end, text[offset + marker] >= 0x30, text[offset + marker] <= 0x39 { marker += 1 }
    skip(bytes: marker + 1)
    let blanks = indent
    skip(columns: isAtBlank || blanks > 4 ? 1 : blanks)
    // A marker at the end of its line counts as followed by one column of padding.
    return max(column - start, isAtBlank && blanks == 0 ? column - start + 1 : 0)
  }
}

extension SourceMap {
  /// The list items and quotations around a block, outermost first.
  mutating func containers(around leaf: Node) -> [Container] {
    var nodes: [Node] = []
    var ancestor = leaf.parent
    while let node = ancestor {
      if node.isContainer { nodes.append(node) }
      ancestor = node.parent
    }
    var path: [Container] = []
    var cursor = LineCursor(parsed, line: 0..<0)
    var line = -1
    for node in nodes.reversed() {
      if node.startLine - 1 != line {
        line = node.startLine - 1
        cursor = LineCursor(parsed, line: lineRange(line))
        for container in path where !cursor.enter(container) { break }
      }
      if node.isItem {
        path.append(.item(indent: cursor.enterNewItem()))
      } else {
        _ = cursor.enter(.quotation)
        path.append(.quotation)
      }
    }
    return path
  }

  /// A cursor after the marks of the containers on a line; `isWithin` is false if the line lacks one of them.
  mutating func cursor(at line: Int, in path: [Container]) -> (cursor: LineCursor, isWithin: Bool) {
    var cursor = LineCursor(parsed, line: lineRange(line))
    for container in path where !cursor.enter(container) { return (cursor, false) }
    return (cursor, true)
  }
}
