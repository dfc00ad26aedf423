import Base

/// Writes lines of an official text as libcmark shall read them, and notes what an editor should know.
///
/// A line is a paragraph. Lists, tables, fences and quotations keep Markdown's rules; everything that would be a block
/// by chance (indented code, setext headings, definitions of links, HTML) is text.
struct Transcriber {
  let source: Bytes
  let footnotes: Footnotes
  private(set) var output = Transcription()
  private(set) var issues: [MarkdownIssue] = []
  /// Quotations within quotations, and items within items, beyond which marks are text: recursion must end.
  private static let mostNested = 8

  /// How many quotations the lines are in.
  private var quotations = 0
  /// The last line that looked like a list or a heading, so that of several in a row only the first is reported.
  private var lastLookalike = -1

  init(_ source: Bytes, _ footnotes: Footnotes) {
    (self.source, self.footnotes) = (source, footnotes)
  }

  /// Writes the block that begins on the current line; a blank line is passed over.
  mutating func addBlock(_ lines: inout Lines) {
    guard let line = lines.current else { return }
    if source.isEmptyLine(line) { return lines.advance() }
    let content = source.trimmingBlanks(line)
    if let fence = source.fence(content), isClosed(fence, lines) {
      addFence(fence, &lines)
    } else if source.has("<!--", at: content.lowerBound), let end = endOfComment(lines) {
      addComment(to: end, &lines)
    } else if isTable(lines) {
      addTable(&lines)
    } else if source.isRule(content) {
      copyLine(content)
      lines.advance()
    } else if item(content, lines, after: nil) != nil {
      addList(&lines)
    } else if quotations < Self.mostNested, source.isQuotation(content) {
      addQuotation(&lines)
    } else if case let mark = source.headingMark(content), mark > 0 {
      beginLine()
      output.copy(content.lowerBound..<content.lowerBound + mark, of: source)
      addInlines(content.lowerBound + mark..<content.upperBound)
      endLine()
      lines.advance()
    } else {
      addParagraph(&lines)
    }
    blankLine()
  }

  /// Writes the blocks of all lines.
  private mutating func addBlocks(_ lines: inout Lines) {
    while lines.current != nil { addBlock(&lines) }
  }

  // MARK: Lines

  private mutating func beginLine(indent: Int = 0) {
    for _ in 0..<quotations { output.insert([0x3E, 0x20]) }
    for _ in 0..<indent { output.insert(0x20) }
  }

  private mutating func endLine() { output.insert(0x0A) }

  private mutating func blankLine() {
    beginLine()
    endLine()
  }

  private mutating func copyLine(_ range: Range<Int>, indent: Int = 0) {
    beginLine(indent: indent)
    output.copy(range, of: source)
    endLine()
  }

  private mutating func addInlines(_ text: Range<Int>) {
    var scanner = InlineScanner(source, text, footnotes)
    scanner.scan()
    issues += scanner.issues
    var done = text.lowerBound
    for edit in scanner.edits {
      output.copy(done..<edit.offset, of: source)
      output.insert(edit.inserted)
      done = edit.offset + edit.removed
    }
    output.copy(done..<text.upperBound, of: source)
  }

  // MARK: Paragraphs

  private mutating func addParagraph(_ lines: inout Lines) {
    while let line = lines.current {
      let content = source.trimmingBlanks(line)
      beginLine()
      addText(content)
      lines.advance()
      // A backslash at the end of a line breaks the line inside the paragraph.
      let goesOn = source.endsWithBackslash(content)
      if goesOn, let next = lines.current, !source.isEmptyLine(next) {
        endLine()
        continue
      }
      if goesOn { output.insert(0x5C) }
      return endLine()
    }
  }

  /// Writes the text of a line that begins no block.
  private mutating func addText(_ content: Range<Int>) {
    noteLookalike(content)
    var content = content
    switch source[content.lowerBound] {
    case 0x23, 0x2B, 0x2D, 0x3D, 0x3E, 0x7E, 0x3A, 0x7C: output.insert(0x5C)
    case 0x30...0x39:
      var end = content.lowerBound
      while end < content.upperBound, 0x30...0x39 ~= source[end] { end += 1 }
      guard end < content.upperBound, source[end] == 0x2E || source[end] == 0x29 else { break }
      output.copy(content.lowerBound..<end, of: source)
      output.insert(0x5C)
      output.copy(end..<end + 1, of: source)
      content = end + 1..<content.upperBound
    default: break
    }
    addInlines(content)
  }

  private mutating func noteLookalike(_ content: Range<Int>) {
    guard let kind = Lookalike(source.part(content)) else { return }
    let place = content.lowerBound..<content.lowerBound + kind.length
    if source.isAdjacent(lastLookalike, content.lowerBound) {
      lastLookalike = content.upperBound
      return
    }
    lastLookalike = content.upperBound
    issues.append(MarkdownIssue(kind: kind.issue, place: place))
  }

  // MARK: Fences and comments

  private func isClosed(_ fence: (sign: UInt8, length: Int), _ lines: Lines) -> Bool {
    var isClosed = false
    lines.lookAhead { line in
      isClosed = source.closes(fence, source.trimmingBlanks(line))
      return !isClosed
    }
    return isClosed
  }

  private mutating func addFence(_ fence: (sign: UInt8, length: Int), _ lines: inout Lines, indent: Int = 0) {
    guard let first = lines.current else { return }
    let removed = source.indentation(of: first)
    copyLine(source.trimmingBlanks(first), indent: indent)
    lines.advance()
    while let line = lines.current {
      lines.advance()
      let content = source.trimmingBlanks(line)
      if source.closes(fence, content) { return copyLine(content, indent: indent) }
      var start = line.lowerBound
      while start < line.upperBound, start - line.lowerBound < removed, isBlank(source[start]) { start += 1 }
      copyLine(start..<line.upperBound, indent: indent)
    }
  }

  /// The line on which the comment that begins on the current line ends.
  private func endOfComment(_ lines: Lines) -> Int? {
    guard let first = lines.current else { return nil }
    func isEnd(_ line: Range<Int>) -> Bool { source.part(line).contains("-->") }
    if isEnd(first) { return source.part(source.trimmingBlanks(first)).ends(with: "-->") ? first.lowerBound : nil }
    var end: Int?
    lines.lookAhead { line in
      if isEnd(line) { end = line.lowerBound }
      return end == nil
    }
    return end
  }

  private mutating func addComment(to end: Int, _ lines: inout Lines) {
    while let line = lines.current {
      lines.advance()
      let content = source.trimmingBlanks(line)
      guard line.lowerBound == end, let close = source[content].firstRange(of: "-->".utf8)?.upperBound else {
        copyLine(content)
        continue
      }
      copyLine(content.lowerBound..<close)
      let rest = source.trimmingBlanks(close..<content.upperBound)
      guard !rest.isEmpty else { return }
      blankLine()
      beginLine()
      addText(rest)
      if source.endsWithBackslash(rest) { output.insert(0x5C) }
      return endLine()
    }
  }

  // MARK: Tables

  /// Whether the current line is the header of a table: a row above a delimiter row of as many cells.
  private func isTable(_ lines: Lines) -> Bool {
    guard let line = lines.current, source.hasPipe(line), let next = lines.following, source.isDelimiter(next) else {
      return false
    }
    return TableRow(source, line: row(line)).cells.count == TableRow(source, line: next).cells.count
  }

  /// A row without the blanks around it; an ideographic space at its end is a cell.
  private func row(_ line: Range<Int>) -> Range<Int> {
    let start = source.trimmingBlanks(line).lowerBound
    return start..<max(start, line.trimmed(in: source).upperBound)
  }

  private mutating func addTable(_ lines: inout Lines, indent: Int = 0) {
    var count = 0
    while let line = lines.current, count == 1 || source.hasPipe(line) {
      let content = row(line)
      beginLine(indent: indent)
      // Without it, a row could begin another block: `- | -`.
      if source[content.lowerBound] != 0x7C { output.insert(0x7C) }
      if count == 1 {
        output.copy(content, of: source)
      } else {
        addRow(content)
      }
      endLine()
      lines.advance()
      count += 1
    }
  }

  private mutating func addRow(_ row: Range<Int>) {
    var done = row.lowerBound
    for cell in TableRow(source, line: row).cells {
      let text = cell.trimmed(in: source)
      output.copy(done..<text.lowerBound, of: source)
      addInlines(text)
      done = text.upperBound
    }
    output.copy(done..<row.upperBound, of: source)
  }

  // MARK: Quotations

  private mutating func addQuotation(_ lines: inout Lines) {
    var quoted: [Range<Int>] = []
    while let line = lines.current {
      let content = source.trimmingBlanks(line)
      guard source.isQuotation(content, continues: !quoted.isEmpty) else { break }
      var start = content.lowerBound + 1
      if start < content.upperBound, isBlank(source[start]) { start += 1 }
      quoted.append(start..<content.upperBound)
      lines.advance()
    }
    quotations += 1
    var inner = Lines(source, quoted: quoted)
    addBlocks(&inner)
    quotations -= 1
  }

  // MARK: Lists

  /// The list item that a line begins; nil if it begins none.
  private func item(_ content: Range<Int>, _ lines: Lines, after previous: ListMark?) -> ListMark? {
    guard let mark = ListMark(source, content) else { return nil }
    if previous == nil, let number = mark.number, source.namesAttachment(number, at: content.lowerBound) { return nil }
    var next: ListMark?
    lines.lookAhead { line in
      let content = source.trimmingBlanks(line)
      if source.isEmptyLine(line) { return true }
      next = ListMark(source, content)
      return false
    }
    return mark.isItem(source, after: previous, before: next) ? mark : nil
  }

  private mutating func addList(_ lines: inout Lines) {
    var list = ListState()
    var isAfterBlank = false
    while let line = lines.current {
      let content = source.trimmingBlanks(line)
      if source.isEmptyLine(line) {
        isAfterBlank = true
        lines.advance()
        continue
      }
      let indent = source.indentation(of: line)
      if list.isEmpty { list.shift = indent }
      let column = max(0, indent - list.shift)
      var depth = list.depth(at: column)
      if let mark = source.isRule(content) ? nil : item(content, lines, after: list.last(at: depth)) {
        if isAfterBlank { blankLine() }
        list.close(to: depth)
        addItem(mark, at: content.lowerBound, column: column, &list)
        lines.advance()
      } else {
        if depth == 0 {
          // Two blanks are enough for text that goes on with an item on the next line.
          guard !isAfterBlank, column >= 2, source.startsNarrow(line) else { return }
          depth = list.count
        }
        list.close(to: depth)
        if isAfterBlank { blankLine() }
        addNested(content, indent: list.indent, &lines)
      }
      isAfterBlank = false
    }
  }

  /// Writes an item's marks and the text beside them.
  private mutating func addItem(_ mark: ListMark, at start: Int, column: Int, _ list: inout ListState) {
    beginLine(indent: list.indent)
    var (mark, start, column) = (mark, start, column)
    while true {
      output.copy(start..<start + mark.count, of: source)
      output.insert(0x20)
      let blanks = mark.content.lowerBound - start - mark.count
      list.open(mark, at: column + mark.count + (blanks > 4 ? 1 : blanks))
      guard let inner = ListMark(source, mark.content), inner.number ?? 1 == 1, inner.sign != 0x2A,
        list.count < Self.mostNested,
        inner.isItem(source, after: nil, before: nil), !source.isRule(mark.content)
      else { break }
      column += mark.content.lowerBound - start
      (mark, start) = (inner, mark.content.lowerBound)
    }
    let content = mark.content
    if case let length = source.headingMark(content), length > 0 {
      output.copy(content.lowerBound..<content.lowerBound + length, of: source)
      addInlines(content.lowerBound + length..<content.upperBound)
    } else {
      addText(content)
    }
    if source.endsWithBackslash(content) { output.insert(0x5C) }
    endLine()
  }

  /// Writes what belongs to an item on a line of its own.
  private mutating func addNested(_ content: Range<Int>, indent: Int, _ lines: inout Lines) {
    if let fence = source.fence(content), isClosed(fence, lines) { return addFence(fence, &lines, indent: indent) }
    if isTable(lines) {
      blankLine()
      return addTable(&lines, indent: indent)
    }
    beginLine(indent: indent)
    addText(content)
    if source.endsWithBackslash(content) { output.insert(0x5C) }
    endLine()
    lines.advance()
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether a line ends with a backslash that no other one escapes.
  fileprivate func endsWithBackslash(_ content: Range<Int>) -> Bool {
    var count = 0
    while count < content.count, self[content.upperBound - 1 - count] == 0x5C { count += 1 }
    return count % 2 == 1
  }

  /// Whether a line is indented by spaces and tabs only, not by ideographic spaces.
  fileprivate func startsNarrow(_ line: Range<Int>) -> Bool {
    guard let first = self[line].firstIndex(where: { !isBlank($0) }) else { return false }
    return blankLength(at: first) == 0
  }

  /// Whether at most one line end stands between two offsets.
  fileprivate func isAdjacent(_ end: Int, _ start: Int) -> Bool {
    guard end >= 0, end <= start, start - end < 8 else { return false }
    return self[end..<start].allSatisfy { isBlank($0) || isLineEnd($0) } && self[end..<start].count { $0 == 0x0A } <= 1
  }
}
