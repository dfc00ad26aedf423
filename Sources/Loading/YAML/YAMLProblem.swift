import Base
private import Yams

/// What the YAML parser complains about, and where.
struct YAMLProblem {
  /// libyaml's own words: what it was doing, and what stopped it.
  let context: String
  let problem: String
  /// Byte offsets in the file.
  let offset: Int
  let contextOffset: Int

  /// Reads the parser's error.
  init(_ error: any Error, in text: YAMLText) {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      self.context = context?.text ?? ""
      self.problem = problem
      offset = text.offset(line: mark.line, column: mark.column)
      contextOffset = context.map { text.offset(line: $0.mark.line, column: $0.mark.column) } ?? offset
    case YamlError.reader(let problem, _, _, _):
      context = ""
      self.problem = problem
      offset = Self.firstForbidden(in: text)
      contextOffset = offset
    default:
      context = ""
      problem = "unknown problem"
      offset = text.range.lowerBound
      contextOffset = offset
    }
  }

  /// The first character that YAML 1.1 does not allow in a file (section 5.1).
  private static func firstForbidden(in text: YAMLText) -> Int {
    var offset = text.range.lowerBound
    for scalar in String(decoding: text.source.bytes[text.range], as: UTF8.self).unicodeScalars {
      let isAllowed =
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFEFE, 0xFF00...0xFFFD, 0x10000...: true
        default: false
        }
      if !isAllowed { return offset }
      offset += UTF8.width(scalar)
    }
    return text.range.lowerBound
  }
}

extension Findings {
  /// The parser's complaint as a Chinese sentence with a cure, at the place where a writer has to look.
  mutating func report(_ problem: YAMLProblem, in text: YAMLText) {
    if problem.problem.contains("control characters"), list.contains(where: { $0.rule == "control-character" }) {
      return
    }
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

  /// The line that should be `key: value` and is not, where that is what confused the parser: the line it points at,
  /// or the one before, which it took for the beginning of a longer text.
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

  /// The line that holds a byte, without its line break.
  private func line(at offset: Int, in text: YAMLText) -> Range<Int> {
    let bytes = source.bytes
    var start = min(offset, text.range.upperBound)
    while start > text.range.lowerBound, bytes[start - 1] != 0x0A { start -= 1 }
    var end = start
    while end < text.range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return start..<end
  }

  /// Whether a colon that ends a key stands in these bytes.
  private func hasColon(_ range: Range<Int>) -> Bool {
    range.contains { index in
      source.bytes[index] == 0x3A && (index + 1 == range.upperBound || source.bytes[index + 1] == 0x20)
    }
  }
}
