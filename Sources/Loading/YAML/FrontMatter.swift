import Base

/// Where a Markdown file's front matter is.
struct FrontMatter: Equatable {
  /// The bytes between the two `---` lines.
  let yaml: Range<Int>
  /// The first byte after the closing line.
  let bodyStart: Int

  /// Why there is no front matter.
  enum Fault: Error, Equatable {
    /// The file does not begin with `---`.
    case missing
    /// There is no closing `---` line.
    case notClosed
  }

  /// Finds the front matter.
  ///
  /// The closing line is the first with `---` at column 1 and only blanks after it. That line cannot be part of a
  /// value: block values are indented, and YAML forbids it even between quotation marks (YAML 1.2, 9.1.2).
  static func find(in source: SourceText) -> Result<FrontMatter, Fault> {
    let bytes = source.bytes
    let start = bytes.nextLineStart(after: source.markLength)
    guard bytes.isMarker(source.markLength..<start) else { return .failure(.missing) }
    var line = start
    while line < bytes.count {
      let next = bytes.nextLineStart(after: line)
      if bytes.isMarker(line..<next) { return .success(FrontMatter(yaml: start..<line, bodyStart: next)) }
      line = next
    }
    return .failure(.notClosed)
  }
}

extension [UInt8] {
  fileprivate func nextLineStart(after offset: Int) -> Int {
    self[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? count
  }

  /// Whether a line is `---` followed only by blanks and its line break.
  fileprivate func isMarker(_ line: Range<Int>) -> Bool {
    self[line].starts(with: [0x2D, 0x2D, 0x2D])
      && self[line].dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
  }
}
