import Base
private import Yams

/// An error of the YAML parser, and where it is.
struct YAMLProblem {
  /// libyaml's own words: what it was parsing, and what was wrong.
  let context: String
  let problem: String
  /// Byte offsets in the text.
  let offset: Int
  let contextOffset: Int

  /// Reads an error thrown by Yams.
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

  /// Offset of the first character that YAML 1.1 does not allow (section 5.1).
  private static func firstForbidden(in text: YAMLText) -> Int {
    var offset = text.range.lowerBound
    for scalar in String(decoding: text.bytes[text.range], as: UTF8.self).unicodeScalars {
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
