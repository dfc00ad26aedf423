import Base

/// Where the front matter of a Markdown file stands.
struct FrontMatter: Equatable {
  /// Bytes between the two `---` lines.
  let yaml: Range<Int>
  /// First byte after the closing line.
  let bodyStart: Int
  /// 1-based line of the file on which the body begins.
  let bodyLine: Int
  /// Offsets of `---` lines that are part of a quoted value.
  let quotedMarkers: [Int]

  /// Why there is none.
  enum Fault: Error, Equatable {
    /// The file does not begin with `---`.
    case missing
    /// No closing `---` line.
    case notClosed
  }

  /// Finds the front matter.
  ///
  /// The closing line is the first that is exactly `---` (spaces may follow), begins at column 1, and is not inside a
  /// quoted value. Inside a block value (`|`, `>`) every line is indented, so that `---` there is never at column 1.
  static func find(in source: SourceText) -> Result<FrontMatter, Fault> {
    let bytes = source.bytes
    var scanner = FrontMatterScanner(bytes: bytes, offset: source.markLength)
    guard let opening = scanner.nextLine(), isMarker(bytes[opening]) else { return .failure(.missing) }
    let start = scanner.offset
    var markers: [Int] = []
    while let line = scanner.nextLine() {
      guard isMarker(bytes[line]) else {
        scanner.followQuotes(in: line)
        continue
      }
      if scanner.isInsideQuotes(at: line) {
        markers.append(line.lowerBound)
        continue
      }
      return .success(
        FrontMatter(
          yaml: start..<line.lowerBound, bodyStart: scanner.offset, bodyLine: scanner.lineNumber + 1,
          quotedMarkers: markers))
    }
    return .failure(.notClosed)
  }

  /// Whether a line is `---` and nothing else but spaces.
  static func isMarker(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: [0x2D, 0x2D, 0x2D]) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
