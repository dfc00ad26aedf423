/// Converts byte ranges of a file to locations as an editor counts them: lines end at LF or CRLF, columns are characters.
///
/// Bytes are scanned for line breaks only once, so many locations together cost about one pass over the file.
package struct LineIndex {
  private let source: SourceText
  /// Byte offsets of the line starts found so far.
  private var starts: [Int]
  /// Byte offset up to which the file has been scanned.
  private var end: Int
  /// The line of the most recent location.
  private var last: Line?

  /// Scans nothing yet.
  package init(_ source: SourceText) {
    self.source = source
    starts = [source.markLength]
    end = source.markLength
  }

  /// The location of the bytes `range`, cut off at the end of its first line; offsets beyond the file count as its end.
  package mutating func location(of range: Range<Int>) -> Diagnostic.Location {
    let offset = min(max(range.lowerBound, source.markLength), source.bytes.count)
    let line = line(holding: offset)
    let column = line.column(at: offset)
    let upper = min(range.upperBound, line.bytes.upperBound)
    let length = upper > offset ? line.column(at: upper - 1) - column + 1 : 1
    return Diagnostic.Location(
      path: source.path, start: SourcePosition(line: line.number, column: column), length: length,
      sourceLine: line.text)
  }

  private mutating func line(holding offset: Int) -> Line {
    while end < offset {
      if source.endsLine(at: end) { starts.append(end + 1) }
      end += 1
    }
    let number = starts.partitionIndex { $0 > offset }
    if let last, last.number == number { return last }
    let start = starts[number - 1]
    let stop = source.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.bytes.count
    let line = Line(number: number, bytes: start..<stop, of: source)
    last = line
    return line
  }
}

extension SourceText {
  /// Whether a line ends with this byte: LF, or a CR that no LF follows, as in files from an old Mac.
  fileprivate func endsLine(at offset: Int) -> Bool {
    bytes[offset] == 0x0A || bytes[offset] == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)
  }
}

/// A line of a file, measured in characters.
private struct Line {
  /// 1-based.
  let number: Int
  /// Its bytes in the file, without the line break.
  let bytes: Range<Int>
  let text: String
  private let source: SourceText
  /// Byte offset of each character, and of the end; empty when the line is not valid UTF-8.
  private var starts: [Int] = []

  init(number: Int, bytes: Range<Int>, of source: SourceText) {
    (self.number, self.bytes, self.source) = (number, bytes, source)
    text = String(decoding: source.bytes[bytes], as: UTF8.self)
    // Decoding replaced invalid UTF-8 with characters of a different length.
    guard text.utf8.count == bytes.count else { return }
    var offset = bytes.lowerBound
    starts.reserveCapacity(bytes.count / 3 + 1)
    for character in text {
      starts.append(offset)
      offset += character.utf8.count
    }
    starts.append(offset)
  }

  /// The 1-based column of the character that contains a byte; at the end of the line, one past the last character.
  func column(at offset: Int) -> Int {
    if !starts.isEmpty { return starts.partitionIndex { $0 > offset } }
    let before = source.bytes[bytes.lowerBound..<min(offset + 1, bytes.upperBound)]
    return String(decoding: before, as: UTF8.self).count + (offset < bytes.upperBound ? 0 : 1)
  }
}

extension [Int] {
  /// The index of the first element that satisfies the condition, given that every element after it does as well.
  fileprivate func partitionIndex(where isAfter: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
