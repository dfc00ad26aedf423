import Markdown
import Yams

// Texts of several lines. YAML joins them with a blank, which Chinese does not have.
extension YAMLText {
  /// The lines of a text that YAML has joined to one; a single line for any other text.
  ///
  /// Text and source are read side by side; where they differ other than by line ends (escapes), the text stays as it is.
  func lines(of text: String, _ style: Node.Scalar.Style, from start: Int) -> [String] {
    guard text.utf8.contains(0x20), style != .literal else { return [text] }
    let value = Array(text.utf8)
    var source = start
    switch style {
    case .singleQuoted, .doubleQuoted: source += 1
    case .folded: source = blanks(from: bytes[start...].firstIndex(of: 0x0A) ?? start).end
    case .plain, .literal, .any: break
    }
    var lines: [[UInt8]] = [[]]
    for (index, byte) in value.enumerated() {
      if byte == 0x20 || byte == 0x0A {
        let (end, breaks) = blanks(from: source)
        source = breaks > 0 ? end : source + 1
        // Further line ends of an empty line were skipped in the source together.
        if breaks > 1, index + 1 < value.count, value[index + 1] == 0x0A { return [text] }
        if breaks == 1, byte == 0x20 { lines.append([]) } else { lines[lines.count - 1].append(byte) }
      } else {
        guard source < range.upperBound, bytes[source] == byte else { return [text] }
        source += 1
        lines[lines.count - 1].append(byte)
      }
    }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Lines as one text, with a blank between them except between Han characters.
  static func joined(_ lines: [String]) -> String {
    lines.dropFirst().reduce(lines.first ?? "") { text, line in
      guard let left = text.unicodeScalars.last, let right = line.unicodeScalars.first else { return text + " " + line }
      return text + (LineEdge(scalar: left.value).joins(LineEdge(scalar: right.value)) ? "" : " ") + line
    }
  }

  private func blanks(from start: Int) -> (end: Int, breaks: Int) {
    let rest = bytes[start..<range.upperBound]
    let end = rest.firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? range.upperBound
    return (end, rest[..<end].count { $0 == 0x0A })
  }
}
