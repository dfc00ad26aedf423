import Base

/// Where a Markdown file's front matter is, or was meant to be.
struct FrontMatter: Equatable {
  /// The bytes between the two `---` lines.
  let yaml: Range<Int>
  /// The first byte after the closing line.
  let bodyStart: Int
  /// What is wrong with the lines around it.
  var faults: [Fault] = []

  /// What is wrong with the lines around front matter.
  enum Fault: Equatable {
    /// Empty lines before the first `---`.
    case linesBefore(Range<Int>)
    /// Another number or kind of dashes.
    case dashes(Range<Int>)
    /// No opening line, although the lines are those of front matter.
    case notOpened
    /// No closing line; then the first empty line is taken for the end.
    case notClosed(opening: Range<Int>)
  }

  /// Finds the front matter; nil if the file has none.
  ///
  /// The closing line is the first with `---` at column 1 and only blanks after it. That line cannot be part of a
  /// value: block values are indented, and YAML forbids it even between quotation marks (YAML 1.2, 9.1.2). Neither can
  /// another line of dashes.
  static func find(in source: SourceText) -> FrontMatter? {
    let bytes = source.bytes
    var faults: [Fault] = []
    var first = source.markLength
    while first < bytes.count, Marker.isBlank(bytes, first) { first = bytes.nextLineStart(after: first) }
    if first > source.markLength { faults.append(.linesBefore(source.markLength..<first)) }
    guard first < bytes.count else { return nil }
    let opening = bytes.line(at: first)
    let yamlStart: Int
    switch Marker(bytes, opening) {
    case .exact: yamlStart = bytes.nextLineStart(after: first)
    case .loose:
      faults.append(.dashes(opening))
      yamlStart = bytes.nextLineStart(after: first)
    case nil:
      guard YAMLLine(bytes, opening).beginsWithField else { return nil }
      faults.append(.notOpened)
      yamlStart = first
    }
    var line = yamlStart
    while line < bytes.count {
      let range = bytes.line(at: line)
      let next = bytes.nextLineStart(after: line)
      if let marker = Marker(bytes, range) {
        if marker == .loose { faults.append(.dashes(range)) }
        return FrontMatter(yaml: yamlStart..<line, bodyStart: next, faults: faults)
      }
      line = next
    }
    if faults.contains(.notOpened) { return nil }
    if let closing = indentedClosing(bytes, from: yamlStart) {
      return FrontMatter(
        yaml: yamlStart..<closing.lowerBound, bodyStart: bytes.nextLineStart(after: closing.lowerBound),
        faults: faults + [.dashes(closing)])
    }
    var end = yamlStart
    while end < bytes.count, !Marker.isBlank(bytes, end) { end = bytes.nextLineStart(after: end) }
    return FrontMatter(yaml: yamlStart..<end, bodyStart: end, faults: faults + [.notClosed(opening: opening)])
  }
}

extension FrontMatter {
  /// The first indented line of dashes, which may only end front matter that nothing else ends: it could be part of a
  /// value.
  private static func indentedClosing(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    var line = start
    while line < bytes.count {
      let range = bytes.line(at: line)
      let content = bytes[range].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? range.upperBound
      if content > range.lowerBound, Marker(bytes, content..<range.upperBound) != nil { return range }
      line = bytes.nextLineStart(after: line)
    }
    return nil
  }
}

/// A line of dashes before or after front matter.
private enum Marker {
  case exact
  /// `———`, `----`, `－－－`.
  case loose

  init?(_ bytes: [UInt8], _ line: Range<Int>) {
    guard let first = bytes[line].first, first == 0x2D || first >= 0x80, line.count < 64 else { return nil }
    if bytes[line].starts(with: [0x2D, 0x2D, 0x2D]), bytes[line].dropFirst(3).allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      self = .exact
      return
    }
    let all = String(decoding: bytes[line], as: UTF8.self).unicodeScalars
    let signs = all.filter { !Self.isNothing($0) }
    guard signs.count >= 2, signs.allSatisfy(Self.dashes.contains) else { return nil }
    // Invisible characters are reported themselves.
    self = String(String.UnicodeScalarView(all.filter(Self.isVisible))) == "---" ? .exact : .loose
  }

  /// Whether the line that begins at a byte has nothing to be seen.
  static func isBlank(_ bytes: [UInt8], _ start: Int) -> Bool {
    String(decoding: bytes[bytes.line(at: start)], as: UTF8.self).unicodeScalars.allSatisfy(isNothing)
  }

  private static func isNothing(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || !isVisible(scalar)
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    CharacterFault(scalar.value).map { $0 != .invisible && $0 != .joiner } ?? true
  }

  private static let dashes: Set<Unicode.Scalar> = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "―", "−", "－", "﹣", "﹘", "─", "━",
  ]
}

extension [UInt8] {
  fileprivate func nextLineStart(after offset: Int) -> Int {
    self[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? count
  }
}
