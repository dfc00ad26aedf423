/// Chinese messages for libyaml's errors.
struct YAMLWording {
  let message: String
  let cures: [String]
  /// Whether the author has to look where the construct began rather than where the parser stopped.
  let pointsAtContext: Bool

  private init(_ message: String, _ cures: [String], pointsAtContext: Bool = false) {
    self.message = message
    self.cures = cures
    self.pointsAtContext = pointsAtContext
  }

  /// The message for a problem; `byte` is where the parser stopped, 0 at the end.
  static func of(_ problem: YAMLProblem, byte: UInt8) -> YAMLWording {
    if problem.context.contains("quoted scalar") { return quoted(problem) }
    return known(problem, byte: byte)
      ?? YAMLWording("格式不符合 YAML 语法（\(problem.problem)）", ["检查这一行的冒号、引号和缩进"])
  }

  private static func quoted(_ problem: YAMLProblem) -> YAMLWording {
    switch problem.problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      YAMLWording("引号没有成对：这里开始的引号没有结束", ["在值的末尾补上引号", "值中有单独一行“---”的，把这一行缩进"], pointsAtContext: true)
    default:
      YAMLWording("反斜杠“\\”在双引号中有特殊含义", ["写成两个反斜杠，或者改用单引号"])
    }
  }

  private static func known(_ problem: YAMLProblem, byte: UInt8) -> YAMLWording? {
    switch problem.problem {
    case "mapping values are not allowed in this context":
      YAMLWording("冒号“:”后面又有冒号，值中有冒号时应加引号", ["给整个值加上引号，或者改用全角冒号“：”；如果是另一项，检查缩进"])
    case "found character that cannot start any token":
      YAMLWording(
        "“\(String(decoding: [byte], as: UTF8.self))”不能作为值的开头", ["给整个值加上引号"])
    case "did not find expected key":
      YAMLWording(
        "缩进或引号有误：这里应是下一项的键", ["同一层的键对齐；引号后面不再写文字，值中的引号改用“”"])
    case "did not find expected '-' indicator":
      YAMLWording("缩进有误：这里应是列表的下一项“- ”", ["列表各项的“-”对齐"])
    case "did not find expected ',' or ']'":
      YAMLWording("方括号没有成对，或者列表各项之间缺少半角逗号", ["补上“]”或“,”；以“[”开头的文字应加引号"], pointsAtContext: true)
    case "did not find expected ',' or '}'":
      YAMLWording("花括号没有成对，或者各项之间缺少半角逗号", ["补上“}”或“,”；以“{”开头的文字应加引号"], pointsAtContext: true)
    case "did not find expected node content":
      YAMLWording("方括号或花括号没有成对，或者多写了逗号", ["补上“]”或“}”，删去多余的逗号"])
    case "block sequence entries are not allowed in this context":
      YAMLWording("“-”不能写在这里，列表应另起一行", ["把列表的每一项各写一行，以“- ”开头"])
    case "did not find expected alphabetic or numeric character", "found undefined alias":
      YAMLWording("“*”或“&”开头的值有特殊含义", ["给整个值加上引号"])
    case "did not find expected comment or line break":
      YAMLWording("“|”或“>”后面不能写文字", ["把文字移到下一行并缩进；以“>”开头的文字应加引号"])
    case "control characters are not allowed":
      YAMLWording("不允许的不可见字符", ["删除此字符"])
    case "did not find expected <document start>" where byte != 0x2D && byte != 0x2E:
      YAMLWording("缩进有误：这一行没有与上面的各项对齐", ["同一层的键对齐，最外层的键顶格书写；上一行是“...”的，删去"])
    case "but found another document", "did not find expected <document start>":
      YAMLWording("以“---”或“...”开头的行会结束这一部分", ["把这一行加上缩进，或者删去"])
    default:
      nested(problem)
    }
  }

  private static func nested(_ problem: YAMLProblem) -> YAMLWording? {
    if problem.problem.contains("nesting level") { return YAMLWording("嵌套层数过多", ["减少嵌套"]) }
    if problem.context.contains("tag") { return YAMLWording("“!”开头的值有特殊含义", ["给整个值加上引号"], pointsAtContext: true) }
    if problem.context.contains("directive") { return YAMLWording("“%”不能作为一行的开头", ["给整个值加上引号"]) }
    return nil
  }
}
