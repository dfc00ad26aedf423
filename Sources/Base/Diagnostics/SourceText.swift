/// A place in a file as an editor shows it.
package struct SourcePosition: Sendable, Hashable, Comparable {
  /// 1-based.
  package let line: Int
  /// 1-based, in characters (not bytes, not UTF-16 units).
  package let column: Int

  /// The first character of a file.
  package static let start = SourcePosition(line: 1, column: 1)

  /// Makes a position; both numbers are 1-based.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Reading order.
  package static func < (a: SourcePosition, b: SourcePosition) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// The bytes of one file with its path: where findings get their line, their column and the line they quote.
///
/// Positions are computed when a finding is made, never before: a clean file costs nothing.
package struct SourceText: Sendable, Hashable {
  /// Relative to the site's root, with `/`: `Content/zhengce/2023-3.md`.
  package let path: String
  /// As on disk, a byte order mark included.
  package let bytes: [UInt8]

  /// Takes the bytes as they are on disk.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Number of bytes of a UTF-8 byte order mark at the start: 0 or 3.
  package var markLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The place of the bytes `range`, cut at the end of their first line; what lies past the end is the end.
  ///
  /// - Complexity: O(range.lowerBound). For many places of one file, ask a ``LineIndex``.
  package func location(of range: Range<Int>) -> Diagnostic.Location {
    var lines = LineIndex(self)
    return lines.location(of: range)
  }

  /// The file as a whole: its first character, no line quoted.
  package var whole: Diagnostic.Location { Diagnostic.Location(path: path) }
}
