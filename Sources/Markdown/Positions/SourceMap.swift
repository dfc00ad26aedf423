/// Where a line of the parsed text comes from.
enum LineOrigin {
  /// An untouched line of the source, counted from 0.
  case line(Int)
  /// A table's cell on a line of its own: the source line, the offset of the cell's text in the source, and the offset
  /// of that text in the parsed line.
  case cell(line: Int, offset: Int, indent: Int)
}

/// Turns offsets in the text that libcmark parsed into places in the file.
struct SourceMap {
  let parsed: Bytes
  let original: Bytes
  /// The line of the file that `original` begins on.
  let firstLine: Int
  /// One for each line of `parsed`; empty when it is the original.
  let origins: [LineOrigin]

  /// Offsets at which the lines of `parsed` begin.
  private(set) lazy var starts = lineStarts(of: parsed)
  private lazy var originalStarts = origins.isEmpty ? starts : lineStarts(of: original)
  /// The last column that was counted: a long line with many places is counted once.
  private var counted = (start: 0, end: 0, characters: 0)

  init(parsed: Bytes, original: Bytes, firstLine: Int, origins: [LineOrigin]) {
    (self.parsed, self.original, self.firstLine, self.origins) = (parsed, original, firstLine, origins)
  }

  /// The bytes of a line of `parsed`, counted from 0, with its line end.
  mutating func lineRange(_ line: Int) -> Range<Int> {
    guard line < starts.count else { return parsed.count..<parsed.count }
    return starts[line]..<(line + 1 < starts.count ? starts[line + 1] : parsed.count)
  }

  /// The bytes of a line of `parsed`, counted from 0, without its line end.
  mutating func textRange(_ line: Int) -> Range<Int> {
    let range = lineRange(line)
    var end = range.upperBound
    while end > range.lowerBound, isLineEnd(parsed[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }

  /// The offset at which a line of the original begins.
  mutating func originalStart(of line: Int) -> Int { originalStarts[line] }

  /// The place of a range of `parsed`, as far as it stands on its first line.
  mutating func place(_ range: Range<Int>) -> TextPlace {
    let line = lineIndex(of: range.lowerBound)
    let column = range.lowerBound - starts[line]
    let end = min(range.upperBound, textRange(line).upperBound)
    let length = max(range.lowerBound, end) - range.lowerBound
    guard !origins.isEmpty, line < origins.count else { return place(line: line, column: column, length: length) }
    switch origins[line] {
    case .line(let source): return place(line: source, column: column, length: length)
    case .cell(let source, let offset, let indent):
      let text = starts[line] + indent
      let start = offset + sourceLength(text..<max(text, range.lowerBound))
      let count = sourceLength(range.lowerBound..<max(range.lowerBound, end))
      return place(line: source, column: start - originalStarts[source], length: count)
    }
  }

  /// The place of a range on a line of the original, in bytes.
  mutating func place(line: Int, column: Int, length: Int) -> TextPlace {
    guard line < originalStarts.count else { return TextPlace(line: firstLine + line, column: 1, length: 1) }
    let start = originalStarts[line]
    let from = min(start + column, original.count)
    let to = min(from + length, original.count)
    return TextPlace(
      line: firstLine + line, column: characters(start..<from) + 1, length: max(1, original.part(from..<to).scalarCount)
    )
  }

  private mutating func characters(_ range: Range<Int>) -> Int {
    let known =
      counted.start == range.lowerBound && counted.end <= range.upperBound
      ? counted : (range.lowerBound, range.lowerBound, 0)
    let count = known.2 + original.part(known.1..<range.upperBound).scalarCount
    counted = (range.lowerBound, range.upperBound, count)
    return count
  }

  /// Every `|` in a cell's text was `\|` in the source.
  private func sourceLength(_ range: Range<Int>) -> Int {
    var length = range.count
    for byte in parsed[range] where byte == 0x7C { length += 1 }
    return length
  }

  /// The line of `parsed` that an offset lies on, counted from 0.
  mutating func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

}

/// Offsets at which lines begin, as libcmark counts them: after LF, CR or CRLF.
func lineStarts(of text: Bytes) -> [Int] {
  var starts = [0]
  var offset = 0
  while offset < text.count {
    let byte = text[offset]
    offset += 1
    if byte == 0x0A || byte == 0x0D && (offset == text.count || text[offset] != 0x0A) {
      if offset < text.count { starts.append(offset) }
    }
  }
  return starts
}
