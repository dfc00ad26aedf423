import Base

// Errors of the YAML parser.
extension FileReader {
  /// Reports a parser error in Chinese, with a fix, at the place where the author has to look.
  mutating func report(_ problem: YAMLProblem, in text: YAMLText) {
    if hasControlCharacters, problem.problem.contains("control characters") { return }
    let bytes = source.bytes
    let byte = problem.offset < text.range.upperBound ? bytes[problem.offset] : 0
    if byte == 0x09 || problem.problem.contains("tab character") {
      add("yaml-tab", at: span(problem.offset), "制表符（Tab）不能用于缩进", cures: ["改用两个空格"])
      return
    }
    if let line = lineWithoutColon(problem, in: text) {
      reportMissingColon(line)
      return
    }
    let wording = YAMLWording.of(problem, byte: byte)
    add(
      "yaml-syntax", at: span(wording.pointsAtContext ? problem.contextOffset : problem.offset), wording.message,
      cures: wording.cures)
  }

  private func span(_ offset: Int) -> Range<Int> { offset..<min(offset + 1, max(source.bytes.count, offset)) }

  /// The line whose missing colon confused the parser: the line it points at, or the one before, which it took for the
  /// beginning of a longer text.
  private func lineWithoutColon(_ problem: YAMLProblem, in text: YAMLText) -> Range<Int>? {
    switch problem.problem {
    case "could not find expected ':'":
      return line(at: problem.contextOffset, in: text)
    case "mapping values are not allowed in this context":
      let current = line(at: problem.offset, in: text)
      guard current.lowerBound > text.range.lowerBound, !hasColon(current.lowerBound..<problem.offset) else {
        return nil
      }
      let previous = line(at: current.lowerBound - 1, in: text)
      return hasColon(previous) || previous.isEmpty ? nil : previous
    default: return nil
    }
  }

  private mutating func reportMissingColon(_ line: Range<Int>) {
    let bytes = source.bytes
    if let colon = line.dropLast(2).first(where: { bytes[$0] == 0xEF && bytes[$0 + 1] == 0xBC && bytes[$0 + 2] == 0x9A }
    ) {
      add("yaml-syntax", at: colon..<(colon + 3), "冒号“：”是全角的，键的后面应为半角冒号", cures: ["改为半角冒号加一个空格“: ”"])
      return
    }
    let start = line.first { bytes[$0] != 0x20 } ?? line.lowerBound
    add("yaml-syntax", at: span(start), "冒号缺失：每一项应写作“键: 值”", cures: ["在键的后面加上半角冒号和一个空格"])
  }

  /// The line that contains a byte, without its line break.
  private func line(at offset: Int, in text: YAMLText) -> Range<Int> {
    let bytes = source.bytes
    var start = min(offset, text.range.upperBound)
    while start > text.range.lowerBound, bytes[start - 1] != 0x0A { start -= 1 }
    var end = start
    while end < text.range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return start..<end
  }

  /// Whether the bytes contain a colon that ends a key.
  private func hasColon(_ range: Range<Int>) -> Bool {
    range.contains { index in
      source.bytes[index] == 0x3A && (index + 1 == range.upperBound || source.bytes[index + 1] == 0x20)
    }
  }
}
