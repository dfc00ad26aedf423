import Base

/// Where the front matter of a Markdown file stands.
struct FrontMatter: Equatable {
  /// Bytes between the two `---` lines.
  let yaml: Range<Int>
  /// First byte after the closing line.
  let bodyStart: Int

  /// Why there is none.
  enum Fault: Error, Equatable {
    /// The file does not begin with `---`.
    case missing
    /// No closing `---` line.
    case notClosed
  }

  /// Finds the front matter.
  ///
  /// The closing line is the first that begins with `---` at column 1 and has nothing but spaces after it. No such line can
  /// be part of a value: block values are indented, and YAML forbids it even between quotation marks (YAML 1.2, 9.1.2).
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

  /// Whether a line is `---` and nothing else but spaces and its line break.
  fileprivate func isMarker(_ line: Range<Int>) -> Bool {
    self[line].starts(with: [0x2D, 0x2D, 0x2D])
      && self[line].dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
  }
}
