import Base

extension Fragment {
  /// Appends markup.
  @inline(__always)
  mutating func write(_ markup: StaticString) {
    html.append(contentsOf: Bytes(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Appends a generated name, which needs no escaping.
  mutating func write(name: String) {
    html.append(contentsOf: name.utf8)
  }

  /// Begins a new line of HTML unless already at the beginning of one.
  @inline(__always)
  mutating func beginLine() {
    if let last = html.last, last != 0x0A { html.append(0x0A) }
  }

  /// Appends text as HTML, escaping `"`, `&`, `<` and `>`.
  @inline(__always)
  mutating func writeEscaped(_ bytes: Bytes) {
    var start = 0
    while true {
      let end = bytes.nextMarkup(from: start)
      html.append(contentsOf: bytes.part(start..<end))
      guard end < bytes.count else { return }
      writeEscape(of: bytes[end])
      start = end + 1
    }
  }

  private mutating func writeEscape(of byte: UInt8) {
    switch byte {
    case 0x22: write("&quot;")
    case 0x26: write("&amp;")
    case 0x3C: write("&lt;")
    default: write("&gt;")
    }
  }

  /// Appends the text of a paragraph, heading or cell to both the HTML and the plain text.
  @inline(__always)
  mutating func writeText(_ bytes: Bytes) {
    if skipped != 0 { return writeLeadingText(bytes) }
    writeEscaped(bytes)
    text.append(contentsOf: bytes)
  }

  private mutating func writeLeadingText(_ bytes: Bytes) {
    let indent = min(skipped, bytes.count)
    skipped = 0
    writeText(bytes.part(indent..<bytes.count))
  }

  /// Writes a source line break inside a paragraph; `next` is the text after it.
  mutating func writeSoftBreak(before next: Bytes) {
    if options.joinsHanLines, lastTextEdge.joins(LineEdge(first: next)) { return }
    html.append(0x0A)
    text.append(0x20)
  }

  private var lastTextEdge: LineEdge { text.withUnsafeBufferPointer { LineEdge(last: $0) } }

  /// Ends a block in the plain text.
  @inline(__always)
  mutating func separateText() {
    if let last = text.last, last != 0x0A { text.append(0x0A) }
  }
}
