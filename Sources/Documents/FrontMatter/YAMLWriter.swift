import Base

/// Values as YAML that Loading reads back unchanged, without a finding: plain where that is safe beyond doubt, else between
/// quotation marks.
package enum YAMLWriter {
  /// A key and its value, on one line or several; no line feed at the end.
  ///
  /// - Parameter isQuoted: Whether a text stands between quotation marks and on one line even where it need not, because
  ///   remarks follow it.
  package static func entry(_ key: String, _ value: FrontMatterValue, isQuoted: Bool = false) -> String {
    switch value {
    case .scalar(let text) where isQuoted: return "\(key): \(quoted(text))"
    case .scalar(let text) where mayStandOnLines(text):
      return "\(key): |-" + text.split(separator: "\n", omittingEmptySubsequences: false).map { "\n  " + $0 }.joined()
    case .scalar(let text): return "\(key): \(scalar(text))"
    case .list(let values):
      if values.isEmpty { return "\(key): []" }
      let isShort = values.allSatisfy { if case .scalar(let text) = $0 { text.utf8.count <= 60 } else { false } }
      if isShort, values.count <= 4 { return "\(key): \(inline(value))" }
      return "\(key):" + values.map { "\n  - \(inline($0))" }.joined()
    case .map: return "\(key): \(inline(value))"
    }
  }

  /// Whether a text has several lines, each of which may stand as it is below its key.
  private static func mayStandOnLines(_ text: String) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.count > 1
      && lines.allSatisfy { line in
        !line.isEmpty && !blanks.contains(line.utf8.first ?? 0) && !blanks.contains(line.utf8.last ?? 0)
          && !line.unicodeScalars.contains(where: isBreak)
      }
  }

  private static let blanks: Set<UInt8> = [0x20, 0x09]

  /// A value inside another.
  private static func inline(_ value: FrontMatterValue) -> String {
    switch value {
    case .scalar(let text): scalar(text, isInside: true)
    case .list(let values): "[" + values.map(inline).joined(separator: ", ") + "]"
    case .map(let members): "{" + members.map { "\($0.key): \(inline($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// - Parameter isInside: Whether it stands in brackets, where a comma has a meaning.
  private static func scalar(_ text: String, isInside: Bool = false) -> String {
    isPlain(text, isInside: isInside) ? text : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    if text.unicodeScalars.contains(where: isBreak) { return doubleQuoted(text) }
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C }) else { return "\"\(text)\"" }
    return "'" + text.replacing("'", with: "''") + "'"
  }

  /// Whether no character has a meaning in YAML, or looks as if it had.
  private static func isPlain(_ text: String, isInside: Bool) -> Bool {
    guard let first = text.first, let last = text.last, !first.isWhitespace, !last.isWhitespace, first != "-",
      first != ",", !looksLikeNumber(text), !words.contains(text.lowercased())
    else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case 0x2C: !isInside
      case 0x20, 0x28...0x29, 0x2B...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...: true
      default: false
      }
    } && !text.unicodeScalars.contains(where: isBreak)
  }

  /// Other readers of YAML take 012 for ten.
  private static func looksLikeNumber(_ text: String) -> Bool {
    let rest = text.utf8.dropFirst()
    return text.utf8.first == UInt8(ascii: "0") && !rest.isEmpty && rest.first != UInt8(ascii: ".")
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x5F }
  }

  /// What they take for no text.
  private static let words: Set = ["null", "yes", "no", "on", "off", "y", "n"]

  /// What ends a line, or may not stand in YAML at all.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x2029, 0xFEFF: true
    default: false
    }
  }

  private static func doubleQuoted(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { quoted, scalar in
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where isBreak(scalar):
        quoted += "\\u" + OutputBuffer.hex(UInt8(scalar.value >> 8)) + OutputBuffer.hex(UInt8(scalar.value & 0xFF))
      default: quoted.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}
