import Base

// Errors of the YAML parser that are none of the usual slips.
extension FileReader {
  /// Reports a parser error in Chinese, with a fix, at the place where the author has to look.
  mutating func report(_ problem: YAMLProblem, in text: YAMLText) {
    let byte = problem.offset < text.range.upperBound ? text.bytes[problem.offset] : 0
    func place(_ offset: Int) -> Range<Int> { text.inFile(offset..<min(offset + 1, text.range.upperBound)) }
    if byte == 0x09 || problem.problem.contains("tab character") {
      add("yaml-tab", at: place(problem.offset), "制表符（Tab）不能用于缩进", cures: ["改用两个空格"])
      return
    }
    if let line = lineWithoutColon(problem, in: text) {
      let start = line.first { text.bytes[$0] != 0x20 } ?? line.lowerBound
      let slip = YAMLSlip.Kind.noColon
      add(slip.rule, at: place(start), slip.message, cures: slip.cures(meaning: ""))
      return
    }
    let wording = YAMLWording.of(problem, byte: byte)
    add(
      "yaml-syntax", at: place(wording.pointsAtContext ? problem.contextOffset : problem.offset), wording.message,
      cures: wording.cures)
  }

  /// The line whose missing colon confused the parser: the line it points at, or the one before, which it took for the
  /// beginning of a longer text.
  private func lineWithoutColon(_ problem: YAMLProblem, in text: YAMLText) -> Range<Int>? {
    switch problem.problem {
    case "could not find expected ':'":
      return line(at: problem.contextOffset, in: text)
    case "mapping values are not allowed in this context":
      let current = line(at: problem.offset, in: text)
      guard current.lowerBound > text.range.lowerBound, !hasColon(current.lowerBound..<problem.offset, in: text) else {
        return nil
      }
      let previous = line(at: current.lowerBound - 1, in: text)
      return hasColon(previous, in: text) || previous.isEmpty ? nil : previous
    default: return nil
    }
  }

  /// The line that contains a byte, without its line break.
  private func line(at offset: Int, in text: YAMLText) -> Range<Int> {
    let bytes = text.bytes
    var start = min(offset, text.range.upperBound)
    while start > text.range.lowerBound, bytes[start - 1] != 0x0A { start -= 1 }
    var end = start
    while end < text.range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return start..<end
  }

  /// Whether the bytes contain a colon that ends a key.
  private func hasColon(_ range: Range<Int>, in text: YAMLText) -> Bool {
    range.contains { index in
      text.bytes[index] == 0x3A && (index + 1 == range.upperBound || text.bytes[index + 1] == 0x20)
    }
  }
}
