/// A line and a column as an editor shows them.
package struct SourcePosition: Sendable, Hashable, Comparable {
  /// 1-based.
  package let line: Int
  /// 1-based, in characters (not bytes, not UTF-16 units).
  package let column: Int

  /// The first character of a file: 1:1.
  package static let start = SourcePosition(line: 1, column: 1)

  /// Memberwise; both numbers are 1-based.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Reading order.
  package static func < (a: SourcePosition, b: SourcePosition) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// The bytes of one file and its path, from which findings get their line, column and quoted text.
///
/// Locations are computed only when there is a finding, so a clean file costs nothing.
package struct SourceText: Sendable, Hashable {
  /// Relative to the site's root, with `/`: `Content/zhengce/2023-3.md`.
  package let path: String
  /// As on disk, including a byte order mark.
  package let bytes: [UInt8]

  /// Memberwise; the bytes are those on disk.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Length of the UTF-8 byte order mark at the start, in bytes: 0 or 3.
  package var markLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The location of the bytes `range`, cut off at the end of its first line; offsets beyond the file count as its end.
  ///
  /// - Complexity: O(range.lowerBound). For many locations in one file use a ``LineIndex``.
  package func location(of range: Range<Int>) -> Diagnostic.Location {
    var lines = LineIndex(self)
    return lines.location(of: range)
  }

  /// The lines that a byte range is on.
  package func lines(of range: Range<Int>) -> ClosedRange<Int> {
    let first = location(of: range.lowerBound..<range.lowerBound).start.line
    let breaks = bytes[range.clamped(to: bytes.indices)].count { $0 == 0x0A }
    return first...(first + breaks)
  }

  /// The location of a finding about the whole file: its first character, quoting no line.
  package var whole: Diagnostic.Location { Diagnostic.Location(path: path) }
}
