import Base

extension TextProof {
  /// Reads a tag of the HTML and the syntax of the source that it stands for; false if that is not there.
  mutating func readTag() -> Bool {
    let start = shown
    // Nearly all tags are paragraphs.
    if html.has("<p>", at: start) || html.has("</p>", at: start) {
      shown += html[start + 1] == 0x2F ? 4 : 3
      return true
    }
    guard let close = html[start...].firstIndex(of: 0x3E) else { return false }
    let tag = html.part(start..<close + 1)
    defer { if shown == start { shown = close + 1 } }
    switch tag.tagName {
    case "p", "/p", "span", "/span", "div", "/div", "thead", "/thead", "tbody", "/tbody", "/td", "/th", "/tr", "/li",
      "sup",
      "/sup":
      return true
    case "table", "tr", "td", "th", "/table":
      readTable(tag.tagName)
      return true
    case "strong", "/strong": return consume(0x2A, exactly: 2)
    case "em", "/em": return consume(0x2A, exactly: 1)
    case "ul":
      lists.append(nil)
      return true
    case "ol":
      lists.append(tag.number(after: "start=\"") ?? 1)
      return true
    case "/ul", "/ol":
      _ = lists.popLast()
      return true
    case "li": return readItem(tag)
    case "blockquote":
      return openQuotation()
    case "/blockquote":
      closeQuotation()
      return true
    case "h1", "h2", "h3", "h4", "h5", "h6": return consume(0x23, exactly: nil)
    case "/h1", "/h2", "/h3", "/h4", "/h5", "/h6":
      skipClosingMarks()
      return true
    case "hr": return readRule()
    case "br": return readBreak()
    case "a": return readLink(tag)
    case "/a": return closeLink()
    case "img": return readImage(tag)
    case "pre": return readFence()
    case "/pre":
      isInBlock = false
      return consumeRun(0x60, 0x7E)
    case "code", "/code": return html.has("<pre", at: start - 5) || html.has("</pre>", at: close + 1) || readCode()
    default: return false
    }
  }

  /// Consumes marks at the cursor: a number of them, or all.
  private mutating func consume(_ mark: UInt8, exactly count: Int?) -> Bool {
    skipNothing()
    let length = source.run(of: mark, in: at..<source.count)
    guard length > 0, length >= count ?? 1 else { return false }
    at += count ?? length
    return true
  }

  private mutating func consumeRun(_ marks: UInt8...) -> Bool {
    skipNothing()
    guard at < source.count, marks.contains(source[at]) else { return false }
    at += source.run(of: source[at], in: at..<source.count)
    return true
  }

  // MARK: Blocks

  private mutating func readItem(_ tag: Bytes) -> Bool {
    skipNothing()
    guard let expected = lists.last, at < source.count else { return false }
    guard let expected else {
      guard [0x2A, 0x2B, 0x2D].contains(source[at]) else { return false }
      at += 1
      return true
    }
    let number = tag.number(after: "value=\"") ?? expected
    var (written, end) = (0, at)
    while end < source.count, end - at < 10, 0x30...0x39 ~= source[end] {
      written = written * 10 + Int(source[end] - 0x30)
      end += 1
    }
    guard end > at, written == number, end < source.count, source[end] == 0x2E else { return false }
    lists[lists.count - 1] = number + 1
    at = end + 1
    return true
  }

  private mutating func openQuotation() -> Bool {
    skipNothing()
    quotations += 1
    guard at < source.count, source[at] == 0x3E else { return false }
    at += 1
    return true
  }

  /// Skips the lines at the end of a quotation of which nothing is shown.
  private mutating func closeQuotation() {
    while true {
      var next = self
      while next.skipBlank() {}
      guard next.at < source.count, isLineEnd(source[next.at]) else { break }
      next.at = source.afterLineEnd(at: next.at)
      let start = next.at
      next.skipQuotationMarks()
      guard next.at > start else { break }
      while next.skipBlank() {}
      guard next.at == source.count || isLineEnd(source[next.at]) else { break }
      self = next
    }
    quotations -= 1
  }

  private mutating func skipClosingMarks() {
    var next = at
    while next < source.count, case let length = max(source.blankLength(at: next), source[next] == 0x23 ? 1 : 0),
      length > 0
    {
      next += length
    }
    if next == source.count || isLineEnd(source[next]) { at = next }
  }

  private mutating func readRule() -> Bool {
    skipNothing()
    let line = at..<source.lineEnd(from: at)
    guard source.isRule(source.trimmingBlanks(line)) else { return false }
    at = line.upperBound
    return true
  }

  private mutating func readBreak() -> Bool {
    while at < source.count {
      if skipBlank() { continue }
      guard isLineEnd(source[at]) else { break }
      beginLine()
    }
    if at < source.count, source[at] == 0x5C { at += 1 }
    if source.has("<br", at: at) || source.has("<BR", at: at) || source.has("<Br", at: at),
      let end = source[at...].firstIndex(of: 0x3E)
    {
      at = end + 1
    }
    return true
  }

  private mutating func readFence() -> Bool {
    guard consumeRun(0x60, 0x7E) else { return false }
    at = source.lineEnd(from: at)
    isInBlock = true
    return true
  }

  // MARK: Tables

  private mutating func readTable(_ name: String) {
    switch name {
    case "table":
      skipNothing()
      let next = source.afterLineEnd(at: source.lineEnd(from: at))
      table = Table(delimiter: next..<source.lineEnd(from: next))
    case "tr": openRow()
    case "/table":
      skipCellMarks()
      if let table, at <= table.delimiter.lowerBound { at = table.delimiter.upperBound }
      table = nil
    default: skipCellMarks()
    }
  }

  /// Moves to the line of the next row.
  private mutating func openRow() {
    guard table?.isBegun == true else {
      table?.isBegun = true
      return
    }
    skipCellMarks()
    guard at < source.count, isLineEnd(source[at]) else { return }
    nextRow()
    if let table, table.delimiter.contains(at) {
      at = table.delimiter.upperBound
      nextRow()
    }
  }

  private mutating func nextRow() {
    at = source.afterLineEnd(at: at)
    skipQuotationMarks()
  }

  /// Skips the pipes between cells, and cells that are joined to others.
  private mutating func skipCellMarks() {
    while at < source.count {
      if skipBlank() { continue }
      if source[at] == 0x7C {
        at += 1
      } else if source.has("^^", at: at), source.endsCell(at + 2) {
        at += 2
      } else {
        return
      }
    }
  }

  // MARK: Inlines

  private mutating func readCode() -> Bool {
    skipNothing()
    let isOpening = codeMarks == 0
    let length = source.run(of: 0x60, in: at..<source.count)
    guard length > 0, isOpening || length == codeMarks else { return false }
    codeMarks = isOpening ? length : 0
    at += length
    return true
  }

  private mutating func readLink(_ tag: Bytes) -> Bool {
    skipNothing()
    if tag.contains("class=\"note-") {
      guard source.has("[^", at: at), html.has("[", at: shown + tag.count) else { return false }
      links.append(nil)
      isNoteMark = tag.contains("class=\"note-mark")
      at += 2
      shown += tag.count + 1
      return true
    }
    guard at < source.count, source[at] == 0x5B || source[at] == 0x3C else { return false }
    links.append(source[at] == 0x3C)
    at += 1
    return true
  }

  private mutating func closeLink() -> Bool {
    guard let last = links.popLast() else { return false }
    guard let isAutolink = last else {
      if isNoteMark { at += source.has(":", at: at) ? 1 : source.has("：", at: at) ? 3 : 0 }
      return true
    }
    skipNothing()
    guard at < source.count, source[at] == (isAutolink ? 0x3E : 0x5D) else { return false }
    at += 1
    return isAutolink || skipDestination()
  }

  private mutating func skipDestination() -> Bool {
    guard at < source.count, source[at] == 0x28, let end = source.destinationEnd(at: at) else { return false }
    at = end
    return true
  }

  /// The alternative text of an image is its text without marks.
  private mutating func readImage(_ tag: Bytes) -> Bool {
    skipNothing()
    guard source.has("![", at: at), let close = bracket(closing: at + 1) else { return false }
    let text = source.part(at + 2..<close)
    let isPlain = !text.contains { $0.isASCIIMark }
    if isPlain, !tag.contains(Array("alt=\"".utf8) + text + [0x22]) { return false }
    at = close + 1
    return skipDestination()
  }
}

extension TextProof {
  /// The `]` that closes the `[` at an offset.
  private mutating func bracket(closing open: Int) -> Int? {
    if !brackets.line.contains(open) {
      let line = open - 1..<source.lineEnd(from: open)
      brackets = (line, Brackets(source, in: line))
    }
    return brackets.pairs[open]
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The name in a tag, with the `/` of an end tag.
  fileprivate var tagName: String {
    let start = 1
    var end = start
    while end < count, self[end] == 0x2F && end == start || self[end].isASCIILetter || 0x30...0x39 ~= self[end] {
      end += 1
    }
    return part(start..<end).string
  }

  /// The number after a literal.
  fileprivate func number(after name: StaticString) -> Int? {
    guard let start = indices.first(where: { has(name, at: $0) }) else { return nil }
    var offset = start + name.utf8CodeUnitCount
    var number: Int?
    while offset < count, 0x30...0x39 ~= self[offset] {
      number = (number ?? 0) * 10 + Int(self[offset] - 0x30)
      offset += 1
    }
    return number
  }

  fileprivate func contains(_ bytes: [UInt8]) -> Bool { firstRange(of: bytes) != nil }

  /// Whether only blanks stand between an offset and the end of its cell.
  fileprivate func endsCell(_ offset: Int) -> Bool {
    var next = offset
    while next < count, isBlank(self[next]) { next += 1 }
    return next == count || self[next] == 0x7C || isLineEnd(self[next])
  }

  /// The offset after a link's `(…)`.
  fileprivate func destinationEnd(at open: Int) -> Int? {
    let limit = lineEnd(from: open)
    var (offset, depth) = (open + 1, 1)
    var quote: UInt8?
    while offset < limit {
      let byte = self[offset]
      if byte == 0x5C {
        offset += 1
      } else if let end = quote {
        if byte == end { quote = nil }
      } else if byte == 0x3C, depth == 1, self[offset - 1] == 0x28 {
        quote = 0x3E
      } else if byte == 0x22 || byte == 0x27, isBlank(self[offset - 1]) {
        quote = byte
      } else if byte == 0x28 {
        depth += 1
      } else if byte == 0x29 {
        depth -= 1
        if depth == 0 { return offset + 1 }
      }
      offset += 1
    }
    return nil
  }
}
