import Base

/// Where a line of the parsed text comes from.
enum LineOrigin {
  /// An unchanged line of the source, counted from 0.
  case line(Int)
  /// A table cell on its own line: the offset of the cell's text in the source, and the offset of that text in the
  /// parsed line.
  case cell(offset: Int, indent: Int)
}

/// Maps offsets in the text that libcmark parsed to byte ranges of the body.
struct SourceMap {
  let parsed: Bytes
  let original: Bytes
  /// The origin of each line of `parsed`; empty if that is the original.
  let origins: [LineOrigin]
  /// Where the bytes of `original` come from; nil if it is the body.
  let transcription: Transcription?

  /// Offsets at which the lines of `parsed` begin.
  private(set) lazy var starts = lineStarts(of: parsed)
  private lazy var originalStarts = origins.isEmpty ? starts : lineStarts(of: original)

  init(parsed: Bytes, original: Bytes, origins: [LineOrigin], transcription: Transcription? = nil) {
    (self.parsed, self.original, self.origins, self.transcription) = (parsed, original, origins, transcription)
  }

  /// The range of a line of `parsed`, counted from 0, including its line end.
  mutating func lineRange(_ line: Int) -> Range<Int> {
    guard line < starts.count else { return parsed.count..<parsed.count }
    return starts[line]..<(line + 1 < starts.count ? starts[line + 1] : parsed.count)
  }

  /// The range of a line of `parsed`, counted from 0, without its line end.
  mutating func textRange(_ line: Int) -> Range<Int> {
    let range = lineRange(line)
    var end = range.upperBound
    while end > range.lowerBound, isLineEnd(parsed[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }

  /// The offset at which a line of the original begins.
  mutating func originalStart(of line: Int) -> Int { originalStarts[line] }

  /// The range of the body that a range of `parsed` comes from, to at most the end of its first line.
  mutating func place(_ range: Range<Int>) -> Range<Int> {
    let line = lineIndex(of: range.lowerBound)
    let shown = range.lowerBound..<max(range.lowerBound, min(range.upperBound, textRange(line).upperBound))
    guard !origins.isEmpty, line < origins.count else { return place(ofOriginal: shown) }
    switch origins[line] {
    case .line(let source):
      let shift = originalStarts[source] - starts[line]
      return place(ofOriginal: shown.lowerBound + shift..<shown.upperBound + shift)
    case .cell(let offset, let indent):
      let text = starts[line] + indent
      let lower = offset + sourceLength(text..<max(text, shown.lowerBound))
      return place(ofOriginal: lower..<lower + sourceLength(shown))
    }
  }

  /// Converts a range of the original to a range of the body.
  func place(ofOriginal range: Range<Int>) -> Range<Int> {
    let shown = range.clamped(to: 0..<original.count)
    return transcription?.place(shown) ?? shown
  }

  /// The length of a cell's text in the source, where every `|` is `\|`.
  private func sourceLength(_ range: Range<Int>) -> Int {
    var length = range.count
    for byte in parsed[range] where byte == 0x7C { length += 1 }
    return length
  }

  /// The line of `parsed` that contains an offset, counted from 0.
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
