import Base
import CCommonMark

/// The text of one paragraph, heading or cell as libcmark sees it, line by line; locates inline nodes in the source.
///
/// libcmark 0.30 gives an inline node a line and a column, but the column counts from the block's first column even
/// where the line is indented differently, and the line count omits breaks inside a link's target, breaks after a
/// backslash, and the lines of definitions removed from the paragraph's beginning. So positions are converted to
/// offsets in the block's text, and the number of omitted line breaks is found by searching for the node itself.
struct LeafText {
  let leaf: Node
  /// The range of each line in the parsed text, without container marks, indentation or line end.
  private let lines: [Range<Int>]
  private let startLine: Int
  private let startColumn: Int
  /// Line breaks omitted from libcmark's count so far.
  private var uncounted = 0

  init(_ leaf: Node, in map: inout SourceMap) {
    self.leaf = leaf
    startLine = leaf.startLine
    startColumn = leaf.startColumn
    let first = map.textRange(startLine - 1)
    var lines = [min(first.lowerBound + startColumn - 1, first.upperBound)..<first.upperBound]
    if leaf.endLine > startLine {
      let path = map.containers(around: leaf)
      for line in startLine..<leaf.endLine {
        var (cursor, isWithin) = map.cursor(at: line, in: path)
        // libcmark keeps the indentation of a lazy continuation line (one without its container marks).
        if isWithin { cursor.skipBlanks() }
        lines.append(cursor.offset..<max(cursor.offset, map.textRange(line).upperBound))
      }
    }
    self.lines = lines
  }

  /// The offset of a node in the parsed text, confirmed by `matches`; `line` and `column` are libcmark's.
  mutating func offset(line: Int, column: Int, in parsed: Bytes, matches: (Bytes, Int) -> Bool) -> Int? {
    let index = line - startLine
    guard index >= 0 else { return nil }
    for skipped in uncounted..<max(uncounted + 1, lines.count) {
      // On the first line libcmark's column is that of the source, even if a marker precedes the text.
      guard let offset = offset(index + skipped, column - startColumn) else { continue }
      if matches(parsed, offset) {
        uncounted = skipped
        return offset
      }
    }
    return nil
  }

  /// The offset of the byte that is `column` bytes after the beginning of a line's text.
  private func offset(_ index: Int, _ column: Int) -> Int? {
    var index = index
    var left = column
    while index < lines.count {
      let line = lines[index]
      if left < line.count { return line.lowerBound + left }
      // In libcmark's text every line ends with one line feed.
      left -= line.count + 1
      if left < 0 { return nil }
      index += 1
    }
    return nil
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether the bytes at an offset equal `sign`, up to its first line end.
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
  /// The place of an inline node that appears verbatim in the source.
  mutating func place(ofLiteral node: Node) -> Range<Int> {
    let literal = node.literal
    guard let offset = offset(line: node.startLine, column: node.startColumn, matches: { $0.has(literal, at: $1) })
    else {
      return placeOfLeaf()
    }
    return map.place(offset..<min(offset + literal.count, map.parsed.count))
  }

  /// The place of a link or image, to at most the end of its first line.
  mutating func place(ofLink node: Node) -> Range<Int> {
    let breaks = node.countedBreaks
    guard let offset = offset(ofLink: node, breaks: breaks) else { return placeOfLeaf() }
    let length = node.endColumn - node.startColumn + 1
    let end = breaks == 0 && length > 0 ? offset + length : map.parsed.count
    return map.place(offset..<min(end, map.parsed.count))
  }

  private mutating func offset(ofLink node: Node, breaks: Int) -> Int? {
    if node.type == CMARK_NODE_LINK, let text = node.firstChild, text.type == CMARK_NODE_TEXT {
      // For `<https://…>` libcmark's column is right for the text, but not for the link.
      return offset(line: text.startLine, column: text.startColumn - 1) { parsed, offset in
        parsed[offset] == 0x5B || parsed[offset] == 0x3C
      }
    }
    // libcmark gives the line on which a link ends but the column at which it begins.
    let isImage = node.type == CMARK_NODE_IMAGE
    return offset(line: node.startLine - breaks, column: node.startColumn) { parsed, offset in
      isImage ? parsed.has("![", at: offset) : parsed[offset] == 0x5B
    }
  }

  private mutating func offset(line: Int, column: Int, matches: (Bytes, Int) -> Bool) -> Int? {
    var text = leafText ?? LeafText(leaf, in: &map)
    defer { leafText = text }
    return text.offset(line: line, column: column, in: map.parsed, matches: matches)
  }

  private mutating func placeOfLeaf() -> Range<Int> {
    let line = map.lineRange(leaf.startLine - 1)
    let start = min(line.lowerBound + leaf.startColumn - 1, line.upperBound)
    return map.place(start..<line.upperBound)
  }
}

extension Node {
  /// Line breaks inside a link that libcmark counts.
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
