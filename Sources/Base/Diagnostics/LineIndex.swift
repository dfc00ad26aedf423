/// Turns byte ranges of one file into places, as an editor counts them: lines end at LF or CRLF, columns are characters.
///
/// A place costs no more than the bytes before it that no earlier place was asked for, so many places cost about one pass.
package struct LineIndex {
  private let source: SourceText
  /// Byte offsets at which the lines begin that are known so far.
  private var starts: [Int]
  /// How far the file has been looked through.
  private var end: Int
  /// The line of the last place.
  private var last: Line?

  /// Begins at the first line.
  package init(_ source: SourceText) {
    self.source = source
    starts = [source.markLength]
    end = source.markLength
  }

  /// The place of the bytes `range`, cut at the end of their first line; what lies past the end is the end.
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
      if source.bytes[end] == 0x0A { starts.append(end + 1) }
      end += 1
    }
    let number = starts.partitionIndex { $0 > offset }
    if let last, last.number == number { return last }
    let start = starts[number - 1]
    var stop = source.bytes[start...].firstIndex(of: 0x0A) ?? source.bytes.count
    if stop > start, source.bytes[stop - 1] == 0x0D { stop -= 1 }
    let line = Line(number: number, bytes: start..<stop, of: source)
    last = line
    return line
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
  /// Byte offsets at which its characters begin, and its end; empty where its bytes are no UTF-8.
  private var starts: [Int] = []

  init(number: Int, bytes: Range<Int>, of source: SourceText) {
    (self.number, self.bytes, self.source) = (number, bytes, source)
    text = String(decoding: source.bytes[bytes], as: UTF8.self)
    // What is no UTF-8 was replaced by characters of another length.
    guard text.utf8.count == bytes.count else { return }
    var offset = bytes.lowerBound
    starts.reserveCapacity(bytes.count / 3 + 1)
    for character in text {
      starts.append(offset)
      offset += character.utf8.count
    }
    starts.append(offset)
  }

  /// The 1-based column of the character that holds a byte; behind the last one at the end of the line.
  func column(at offset: Int) -> Int {
    if !starts.isEmpty { return starts.partitionIndex { $0 > offset } }
    let before = source.bytes[bytes.lowerBound..<min(offset + 1, bytes.upperBound)]
    return String(decoding: before, as: UTF8.self).count + (offset < bytes.upperBound ? 0 : 1)
  }
}

extension [Int] {
  /// The number of elements before the first that fulfils the condition, in an array where none after it does not.
  fileprivate func partitionIndex(where isAfter: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
