/// A slip in a line of YAML, with what was meant.
struct YAMLSlip {
  let kind: Kind
  /// Where the author has to look.
  let place: Range<Int>
  let correction: Correction

  enum Kind {
    case noColon
    case wideColon(Unicode.Scalar)
    case noBlank
    /// A blank that YAML does not take for one.
    case blankAfterColon(Unicode.Scalar)
    case blankBeforeKey(Unicode.Scalar)
    /// More spaces before a key than before those above.
    case indent
    /// `-甲` in place of `- 甲`.
    case dash
    /// `#` after a blank: what follows is a comment.
    case comment
    case colonInValue
    case openQuote
    case textAfterQuote
    case openBracket(Unicode.Scalar)
    /// A sign with a meaning of its own at the beginning of a text.
    case sign(Unicode.Scalar)
  }
}

// What editors read about it.
extension YAMLSlip.Kind {
  var rule: String {
    switch self {
    case .blankBeforeKey("\t"): "yaml-tab"
    case .blankAfterColon, .blankBeforeKey: "yaml-blank"
    case .comment: "yaml-comment"
    default: "yaml-syntax"
    }
  }

  /// Whether the value may not be what is read after the correction.
  var isAboutWholeValue: Bool {
    switch self {
    case .openQuote, .textAfterQuote, .openBracket, .sign, .colonInValue: true
    default: false
    }
  }

  var message: String {
    switch self {
    case .noColon: "冒号缺失：每一项应写作“键: 值”"
    case .wideColon(let colon): "冒号“\(colon)”是全角的，键的后面应为半角冒号"
    case .noBlank: "冒号后面缺少空格"
    case .blankAfterColon(let blank): "冒号后面是\(Self.name(of: blank))，应为半角空格"
    case .blankBeforeKey("\t"): "制表符（Tab）不能用于缩进"
    case .blankBeforeKey(let blank): "键的前面有\(Self.name(of: blank))"
    case .indent: "缩进有误：这一项没有与上面的各项对齐"
    case .dash: "“-”后面缺少空格，不成列表"
    case .comment: "“ #”以后是注释，不会显示"
    case .colonInValue: "冒号“:”后面又有冒号，值中有冒号时应加引号"
    case .openQuote: "引号没有成对：这里开始的引号没有结束"
    case .textAfterQuote: "引号后面还有文字，引号只能括住整个值"
    case .openBracket(let sign): "\(sign == "[" ? "方括号" : "花括号")没有成对"
    case .sign(let sign): "“\(sign)”不能作为值的开头，它在 YAML 中有特殊含义"
    }
  }

  /// What to do, given the text that was meant.
  func cures(meaning text: String) -> [String] {
    switch self {
    case .noColon: ["在键的后面加上半角冒号和一个空格"]
    case .wideColon: ["改为半角冒号加一个空格“: ”"]
    case .noBlank: ["冒号后面加一个空格"]
    case .blankAfterColon: ["删去它，改为一个半角空格"]
    case .blankBeforeKey("\t"): ["删去制表符；需要缩进的，改用两个空格"]
    case .blankBeforeKey: ["删去行首的空格"]
    case .indent: ["删去行首多余的空格"]
    case .dash: ["“-”后面加一个半角空格"]
    case .comment: ["给整个值加上引号；确是注释的，另起一行写"]
    case .colonInValue: ["给整个值加上引号，或者改用全角冒号“：”；如果是另一项，检查缩进"]
    case .openQuote: ["在值的末尾补上引号；值中的引号改用“”", "值中有单独一行“---”的，把这一行缩进"]
    case .textAfterQuote: ["值中的引号改用“”；需要引号时，括住整个值：\(text)"]
    case .openBracket: ["补上“\(text)”；以“[”或“{”开头的文字，整个加上引号"]
    case .sign: ["给整个值加上引号：\(text)"]
    }
  }

  private static func name(of blank: Unicode.Scalar) -> String {
    switch blank {
    case "\t": "制表符（Tab）"
    case "\u{3000}": "全角空格（U+3000）"
    case "\u{A0}": "不换行空格（U+00A0，多从 Word 或网页粘贴而来）"
    default: "特殊的空格（\(CharacterFault.code(blank.value))）"
    }
  }
}
