/// Converts byte ranges of a file to locations as an editor counts them: lines end at LF or CRLF, columns are characters.
///
/// Bytes are scanned for line breaks only once, so many locations together cost about one pass over the file.
package struct LineIndex {
  private let source: SourceText
  /// Byte offsets of the line starts found so far.
  private var starts: [Int]
  /// Byte offset up to which the file has been scanned.
  private var end: Int
  /// The line of the most recent location, and those whose measuring takes long.
  private var last: Line?
  private var longLines: [Int: Line] = [:]

  /// Scans nothing yet.
  package init(_ source: SourceText) {
    self.source = source
    starts = [source.markLength]
    end = source.markLength
  }

  /// Continues with the lines that another index has found in the same file.
  package init(_ source: SourceText, lineStarts: [Int]) {
    self.source = source
    starts = lineStarts
    end = source.bytes.count
  }

  /// Byte offsets of all lines.
  package static func lineStarts(in source: SourceText) -> [Int] {
    var lines = LineIndex(source)
    _ = lines.line(holding: source.bytes.count)
    return lines.starts
  }

  /// The location of the bytes `range`, cut off at the end of its first line; offsets beyond the file count as its end.
  package mutating func location(of range: Range<Int>) -> Diagnostic.Location {
    let offset = min(max(range.lowerBound, source.markLength), source.bytes.count)
    let line = line(holding: offset)
    let column = line.column(at: offset)
    let upper = min(range.upperBound, line.bytes.upperBound)
    let length = upper > offset ? line.column(at: upper - 1) - column + 1 : 1
    let (text, cut) = line.quotation(at: column)
    return Diagnostic.Location(
      path: source.path, start: SourcePosition(line: line.number, column: column), length: length, sourceLine: text,
      cut: cut)
  }

  private mutating func line(holding offset: Int) -> Line {
    while let found = source.lineEnd(in: end..<max(end, offset)) {
      starts.append(found + 1)
      end = found + 1
    }
    end = max(end, offset)
    let number = starts.partitionIndex { $0 > offset }
    if let last, last.number == number { return last }
    if let line = longLines[number] { return line }
    let start = starts[number - 1]
    let stop = source.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.bytes.count
    let line = Line(number: number, bytes: start..<stop, of: source)
    if line.bytes.count > 1000 { longLines[number] = line } else { last = line }
    return line
  }
}

extension SourceText {
  /// The first byte in a range with which a line ends: LF, or a CR that no LF follows, as in files from an old Mac.
  fileprivate func lineEnd(in range: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      range.first { bytes[$0] == 0x0A || bytes[$0] == 0x0D && ($0 + 1 == bytes.count || bytes[$0 + 1] != 0x0A) }
    }
  }
}

/// A line of a file, measured in characters.
private struct Line {
  /// 1-based.
  let number: Int
  /// Its bytes in the file, without the line break.
  let bytes: Range<Int>
  private let source: SourceText
  /// The whole line, if it is short enough to be quoted so.
  private let text: String?
  /// Byte offset of each character, and of the end; empty when the line is not valid UTF-8.
  private var starts: [Int] = []
  /// Code points in front of each character; empty when each is one.
  private var scalars: [Int] = []

  /// A quotation of a longer line is some characters around the place.
  private static let longest = 400
  private static let (before, after) = (40, 200)

  init(number: Int, bytes: Range<Int>, of source: SourceText) {
    (self.number, self.bytes, self.source) = (number, bytes, source)
    let whole = String(decoding: source.bytes[bytes], as: UTF8.self)
    text = bytes.count <= Self.longest ? whole : nil
    // Decoding replaced invalid UTF-8 with characters of a different length.
    guard whole.utf8.count == bytes.count else { return }
    var offset = bytes.lowerBound
    var scalar = 0
    starts.reserveCapacity(bytes.count / 3 + 1)
    for character in whole {
      starts.append(offset)
      offset += character.utf8.count
      let count = text == nil ? character.unicodeScalars.count : 1
      if count > 1, scalars.isEmpty { scalars = Array(0..<starts.count) }
      if !scalars.isEmpty { scalars.append(scalar + count) }
      scalar += count
    }
    starts.append(offset)
  }

  /// The 1-based column of the character that contains a byte; at the end of the line, one past the last character.
  func column(at offset: Int) -> Int {
    if !starts.isEmpty { return starts.partitionIndex { $0 > offset } }
    let before = source.bytes[bytes.lowerBound..<min(offset + 1, bytes.upperBound)]
    return String(decoding: before, as: UTF8.self).count + (offset < bytes.upperBound ? 0 : 1)
  }

  /// The line, or the part of it around a column.
  func quotation(at column: Int) -> (text: String, cut: Diagnostic.Cut) {
    if let text { return (text, Diagnostic.Cut()) }
    let first = max(0, column - 1 > Self.before + 20 ? column - 1 - Self.before : 0)
    guard !starts.isEmpty else {
      let line = String(decoding: source.bytes[bytes], as: UTF8.self).dropFirst(first)
      return (
        String(line.prefix(Self.before + Self.after)), Diagnostic.Cut(characters: first, scalars: first, isBehind: true)
      )
    }
    let end = min(column - 1 + Self.after, starts.count - 1)
    return (
      String(decoding: source.bytes[starts[first]..<starts[max(first, end)]], as: UTF8.self),
      Diagnostic.Cut(
        characters: first, scalars: scalars.isEmpty ? first : scalars[first], isBehind: end < starts.count - 1)
    )
  }
}

extension RandomAccessCollection where Index == Int {
  /// The index of the first element that satisfies the condition, given that every element after it does as well.
  package func partitionIndex(where isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
