import Markdown
import Yams

// Texts of several lines. YAML joins them with a blank, which Chinese does not have.
extension YAMLText {
  /// A text without the blanks that stand for line ends between Han characters.
  ///
  /// Text and source are read side by side; where they differ other than by line ends (escapes), the text stays as it is.
  func unfolded(_ text: String, _ style: Node.Scalar.Style, from start: Int) -> String {
    guard text.utf8.contains(0x20), style != .literal else { return text }
    let value = Array(text.utf8)
    var source = start
    switch style {
    case .singleQuoted, .doubleQuoted: source += 1
    case .folded: source = blanks(from: bytes[start...].firstIndex(of: 0x0A) ?? start).end
    case .plain, .literal, .any: break
    }
    var joined: [UInt8] = []
    for (index, byte) in value.enumerated() {
      if byte == 0x20 || byte == 0x0A {
        let (end, breaks) = blanks(from: source)
        source = breaks > 0 ? end : source + 1
        if breaks != 1 || byte != 0x20 || !joins(joined, value[(index + 1)...]) { joined.append(byte) }
        // Further line ends of an empty line were skipped in the source together.
        if breaks > 1, index + 1 < value.count, value[index + 1] == 0x0A { return text }
      } else {
        guard source < range.upperBound, bytes[source] == byte else { return text }
        source += 1
        joined.append(byte)
      }
    }
    return String(decoding: joined, as: UTF8.self)
  }

  private func blanks(from start: Int) -> (end: Int, breaks: Int) {
    let rest = bytes[start..<range.upperBound]
    let end = rest.firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? range.upperBound
    return (end, rest[..<end].count { $0 == 0x0A })
  }

  private func joins(_ before: [UInt8], _ after: ArraySlice<UInt8>) -> Bool {
    guard let left = String(decoding: before.suffix(4).drop { $0 & 0xC0 == 0x80 }, as: UTF8.self).unicodeScalars.last,
      let right = String(decoding: after.prefix(4), as: UTF8.self).unicodeScalars.first
    else { return false }
    return LineEdge(scalar: left.value).joins(LineEdge(scalar: right.value))
  }
}
