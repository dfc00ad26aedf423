import Base

/// The argument parser's help in Chinese: the parser's headings and notes are English and it counts a Han character as
/// one column; both are corrected here.
enum HelpText {
  private static let headings = [
    "OVERVIEW: ": "", "USAGE: ": "用法：", "ARGUMENTS:": "参数：", "OPTIONS:": "选项：", "SUBCOMMANDS:": "命令：",
  ]
  private static let words = [
    "Show the version.": "显示版本号", "Show help information.": "显示帮助",
    "Show subcommand help information.": "显示某个命令的帮助",
    "See 'gongkai help <subcommand>' for detailed help.": "某个命令的详细说明：gongkai help <命令>",
    "See 'gongkai help templates <subcommand>' for detailed help.": "某个命令的详细说明：gongkai help templates <命令>",
  ]

  /// The text with Chinese headings, aligned explanations, and a newline at the end.
  static func chinese(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
    var out = lines.joined(separator: "\n")
    while out.hasSuffix("\n") { out.removeLast() }
    return out + "\n"
  }

  private static func line(_ text: String) -> String {
    for (english, chinese) in headings where text.hasPrefix(english) {
      return chinese + text.dropFirst(english.count)
    }
    guard text.hasPrefix("  ") else { return text }
    let content = text.drop { $0 == " " }
    let translated = words[String(content)] ?? defaults(String(content))
    guard let (name, explanation) = entry(content) else {
      return (text.hasPrefix("      ") ? String(repeating: " ", count: 26) : "  ") + translated
    }
    return ("  " + name).padded(to: 24) + "  " + (words[explanation] ?? defaults(explanation))
  }

  /// `--root <文件夹>` and its explanation, separated by two or more spaces.
  private static func entry(_ text: Substring) -> (name: String, explanation: String)? {
    guard let gap = text.firstRange(of: "  ") else { return nil }
    return (String(text[..<gap.lowerBound]), String(text[gap.upperBound...].drop { $0 == " " }))
  }

  /// `(values: a, b)`, `(default: x)` and `(values: a, b; default: x)` in Chinese.
  private static func defaults(_ text: String) -> String {
    text.replacing(/\ \(values: ([^;)]+)\)$/) { "（可选：" + $0.1.replacing(", ", with: "、") + "）" }
      .replacing(/\ \((?:values: (.+); )?default: (.+)\)$/) { match in
        let values = match.1.map { "可选：" + $0.replacing(", ", with: "、") + "；" } ?? ""
        return "（\(values)默认：\(match.2)）"
      }
  }
}
