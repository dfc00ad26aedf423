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

  /// The position of the character that holds the byte at `offset`; an offset past the end is the end.
  ///
  /// - Complexity: O(offset).
  package func position(at offset: Int) -> SourcePosition {
    let end = min(max(offset, markLength), bytes.count)
    var line = 1
    var lineStart = markLength
    for index in lineStart..<end where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    let column = String(decoding: bytes[lineStart..<end], as: UTF8.self).count + 1
    return SourcePosition(line: line, column: column)
  }

  /// The text of a 1-based line without its line break; empty past the end.
  package func line(_ number: Int) -> String {
    var line = 1
    var start = markLength
    while line < number {
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { return "" }
      start = end + 1
      line += 1
    }
    var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
