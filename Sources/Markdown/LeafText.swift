import CCommonMark

/// The text of one paragraph, heading or cell as libcmark saw it, line by line, to find inline nodes in the source.
///
/// libcmark 0.30 gives an inline node a line and a column, but the column counts from the block's first column even
/// where the line is indented otherwise, and the line counts neither the breaks inside a link's target, nor those after
/// a backslash, nor the lines of definitions cut from the paragraph's beginning. So a place is taken as the offset in
/// the block's text that it stems from, and the line breaks that were left out are made up for by looking for the node
/// itself.
struct LeafText {
  let leaf: Node
  /// For each line the range in the parsed text without container marks and indentation.
  private let lines: [Range<Int>]
  private let startLine: Int
  private let startColumn: Int
  /// Line breaks that libcmark has left out of its count so far.
  private var uncounted = 0

  init(_ leaf: Node, in map: inout SourceMap) {
    self.leaf = leaf
    startLine = leaf.startLine
    startColumn = leaf.startColumn
    let first = map.lineRange(startLine - 1)
    var lines = [min(first.lowerBound + startColumn - 1, first.upperBound)..<first.upperBound]
    if leaf.endLine > startLine {
      let path = map.containers(around: leaf)
      for line in startLine..<leaf.endLine {
        var (cursor, isWithin) = map.cursor(at: line, in: path)
        // libcmark keeps the indentation of a line that goes on with a paragraph without its container marks.
        if isWithin { cursor.skipBlanks() }
        lines.append(cursor.offset..<map.lineRange(line).upperBound)
      }
    }
    self.lines = lines
  }

  /// The offset in the parsed text of a node that begins with `sign`; `line` and `column` are libcmark's.
  mutating func offset(line: Int, column: Int, sign: Bytes, in map: SourceMap) -> Int? {
    let index = line - startLine
    guard index >= 0 else { return nil }
    for skipped in uncounted..<max(uncounted + 1, lines.count) {
      // On the first line libcmark's column is that of the source, even where a marker stands before the text.
      guard let offset = offset(index + skipped, column - startColumn) else { break }
      if map.parsed.has(sign, at: offset) {
        uncounted = skipped
        return offset
      }
    }
    return nil
  }

  /// The offset of a byte counted from the beginning of a line's text on.
  private func offset(_ index: Int, _ column: Int) -> Int? {
    var index = index
    var left = column
    while index < lines.count {
      let line = lines[index]
      if left < line.count { return line.lowerBound + left }
      left -= line.count
      index += 1
    }
    return nil
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether the bytes at an offset are those of `sign`, up to its first line end.
  fileprivate func has(_ sign: Bytes, at offset: Int) -> Bool {
    guard offset >= 0, !sign.isEmpty else { return false }
    for (index, byte) in sign.enumerated() {
      if isLineEnd(byte) { return true }
      guard offset + index < count, self[offset + index] == byte else { return false }
    }
    return true
  }
}

extension TreeRenderer {
  /// The place of an inline node that stands in the source as it is.
  mutating func place(ofLiteral node: Node) -> TextPlace {
    let literal = node.literal
    guard let offset = offset(line: node.startLine, column: node.startColumn, sign: literal) else {
      return placeOfLeaf()
    }
    return map.place(offset..<min(offset + literal.count, map.parsed.count))
  }

  /// The place of a link or an image, as far as it stands on its first line.
  mutating func place(ofLink node: Node) -> TextPlace {
    if let place = place(ofAutolink: node) { return place }
    // libcmark gives the line on which a link ends, and the column at which it begins.
    let breaks = node.countedBreaks
    let length = node.endColumn - node.startColumn + 1
    let sign = Bytes(node.type == CMARK_NODE_IMAGE ? "![" : "[")
    guard let offset = offset(line: node.startLine - breaks, column: node.startColumn, sign: sign) else {
      return placeOfLeaf()
    }
    let end = breaks == 0 && length > 0 ? offset + length : map.parsed.count
    return map.place(offset..<min(end, map.parsed.count))
  }

  /// The place of `<https://…>`; libcmark gives its text the right column, but not the link itself.
  private mutating func place(ofAutolink node: Node) -> TextPlace? {
    guard node.type == CMARK_NODE_LINK, let text = node.firstChild, text.type == CMARK_NODE_TEXT else { return nil }
    let offset = offset(line: text.startLine, column: text.startColumn - 1, sign: Bytes("<"))
    guard let offset else { return nil }
    return map.place(offset..<min(offset + node.endColumn - node.startColumn + 1, map.parsed.count))
  }

  private mutating func offset(line: Int, column: Int, sign: Bytes) -> Int? {
    var text = leafText ?? LeafText(leaf, in: &map)
    defer { leafText = text }
    return text.offset(line: line, column: column, sign: sign, in: map)
  }

  private mutating func placeOfLeaf() -> TextPlace {
    let line = map.lineRange(leaf.startLine - 1)
    let start = min(line.lowerBound + leaf.startColumn - 1, line.upperBound)
    return map.place(start..<line.upperBound)
  }
}

extension Node {
  /// Line breaks inside a link that libcmark has counted.
  fileprivate var countedBreaks: Int {
    var breaks = 0
    var node = firstChild
    while let current = node {
      switch current.type {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: breaks += 1
      case CMARK_NODE_HTML_INLINE:
        for byte in current.literal where byte == 0x0A { breaks += 1 }
      case CMARK_NODE_CODE: breaks += current.endLine - current.startLine
      default: break
      }
      node = current.following(within: self)
    }
    return breaks
  }
}
