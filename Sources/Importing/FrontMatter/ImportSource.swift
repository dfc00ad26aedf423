import Base

/// The file that a document was made of, as its front matter says it: `# 来源：通知.docx，sha256:3f…`.
package struct ImportSource: Sendable, Hashable {
  /// Its name, without folders.
  package let name: String
  /// SHA-256 of its bytes, 64 hexadecimal digits.
  package let checksum: String

  /// Memberwise.
  package init(name: String, checksum: String) { (self.name, self.checksum) = (name, checksum) }

  private static let mark = "，sha256:"

  /// The comment.
  var line: String { "# 来源：" + Self.shown(name, upTo: 80) + Self.mark + checksum }

  /// The checksum of the file that a document was made of; nil if it does not say so.
  ///
  /// - Parameter head: The beginning of the document.
  package static func checksum(in head: ArraySlice<UInt8>) -> String? {
    guard let found = head.firstRange(of: Array(mark.utf8)) else { return nil }
    let digits = head[found.upperBound...].prefix { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    return digits.count == 64 ? String(decoding: digits, as: UTF8.self) : nil
  }

  /// A text on one line without what nobody sees, cut off if it is long.
  static func shown(_ text: String, upTo limit: Int) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: " "
      default: scalar == "\u{FFFD}" ? "?" : scalar
      }
    }
    let line = String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > limit ? line.prefix(limit) + "…" : line
  }
}
