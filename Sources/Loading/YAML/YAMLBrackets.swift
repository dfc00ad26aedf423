/// Brackets and quotation marks that are open at some place in YAML.
struct YAMLBrackets {
  /// The closing signs that are missing, innermost last.
  private var open: [Unicode.Scalar] = []
  /// The character after the last closing sign, on the line on which everything was closed.
  private(set) var end: Int?
  /// The `#` that cuts off the rest of the line, as if it were a comment.
  private(set) var cut: Int?

  var isClosed: Bool { open.isEmpty }

  /// Reads a line up to the place where everything is closed.
  mutating func read(_ line: YAMLLine, from start: Int) {
    end = nil
    var index = start
    while index < line.scalars.count {
      let sign = line.scalars[index]
      if let quote = open.last, quote == "\"" || quote == "'" {
        if sign == "\\", quote == "\"" {
          index += 1
        } else if sign == quote {
          let isDoubled = quote == "'" && index + 1 < line.scalars.count && line.scalars[index + 1] == "'"
          if isDoubled { index += 1 } else { open.removeLast() }
        }
      } else if line.isComment(at: index) {
        if index + 1 < line.scalars.count, line.scalars[index + 1] != " " { cut = index }
        return
      } else if let close = Self.closing[sign], sign != "\"" && sign != "'" || beginsToken(line, index, start) {
        open.append(close)
      } else if sign == open.last {
        open.removeLast()
      }
      index += 1
      if open.isEmpty {
        end = index
        return
      }
    }
  }

  /// Whether a quotation mark stands where it quotes: at the beginning of a value, not inside a text.
  private func beginsToken(_ line: YAMLLine, _ index: Int, _ start: Int) -> Bool {
    guard let before = line.scalars[start..<index].last(where: { $0 != " " }) else { return true }
    return ",[{:".unicodeScalars.contains(before)
  }

  private static let closing: [Unicode.Scalar: Unicode.Scalar] = ["[": "]", "{": "}", "\"": "\"", "'": "'"]
}
