import ArgumentParser
import Base

/// The argument parser's errors in Chinese. Unknown messages are left in English rather than dropped.
enum UsageMessage {
  /// The message, the usage, and where to read more; ends with a newline.
  static func chinese(_ text: String, arguments: [String]) -> String {
    let lines = text.split(separator: "\n").map(String.init)
    var message = lines.prefix { !$0.hasPrefix("Usage: ") && !$0.hasPrefix("Help: ") }.joined(separator: "\n")
    if message.hasPrefix("Error: ") { message.removeFirst("Error: ".count) }
    let command = arguments.first.flatMap { name in commands.contains(name) ? name : nil }
    let program = "gongkai" + (command.map { " " + $0 } ?? "")
    var out = "错误：" + sentence(message, isInCommand: command != nil) + "\n"
    if let usage = lines.first(where: { $0.hasPrefix("Usage: ") }) {
      out += "用法：" + usage.dropFirst("Usage: ".count) + "\n"
    }
    return out + "详细说明：\(program) --help\n"
  }

  private static let commands = Gongkai.configuration.subcommands.compactMap { $0.configuration.commandName }

  private static func sentence(_ message: String, isInCommand: Bool) -> String {
    if let match = message.wholeMatch(of: /Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/) {
      return "没有选项“\(match.1)”" + (match.2.map { "，是否想写“\($0)”？" } ?? "")
    }
    if let match = message.wholeMatch(of: /Missing value for '(\S+)(?: <(.+)>)?'/) {
      return "选项“\(match.1)”后面缺少内容" + (match.2.map { "：\($0)" } ?? "")
    }
    if let match = message.wholeMatch(of: /Missing expected argument '(?:(\S+) )?<(.+?)>(?: \.\.\.)?'/) {
      return match.1.map { "没有写 \($0)（\(match.2)）" } ?? "没有写\(match.2)"
    }
    if let match = message.wholeMatch(of: /The option '(.+?)' does not take any value, but '(.*)' was specified\./) {
      return "选项“\(match.1)”后面不能带内容，却写了“\(match.2)”"
    }
    if let match = message.wholeMatch(of: /The value '(.*)' is invalid for '(?:(\S+) )?<(.+?)>'(?:[:.] (.*))?/) {
      return (match.2.map { "选项“\($0)”的内容" } ?? "\(match.3)") + "“\(match.1)”不对"
        + (match.4.map { "：" + reason(String($0)) } ?? "")
    }
    if let match = message.wholeMatch(of: /Unexpected argument '(.*)'/) {
      return unexpected(String(match.1), isInCommand: isInCommand)
    }
    if let match = message.wholeMatch(of: /\d+ unexpected arguments: '(.*)'/) {
      let words = match.1.replacing("', '", with: "”“")
      return isInCommand ? "多出了“\(words)”" : unexpected(String(words.prefix { $0 != "”" }), isInCommand: false)
    }
    return message
  }

  private static func unexpected(_ word: String, isInCommand: Bool) -> String {
    if isInCommand { return "多出了“\(word)”" }
    let near = NearMiss.suggestions(for: word, among: commands, limit: 1)
    return "没有命令“\(word)”" + (near.first.map { "，是否想写“\($0)”？" } ?? "")
  }

  private static func reason(_ text: String) -> String {
    guard let match = text.wholeMatch(of: /Please provide one of (.*)\./) else { return text }
    let words = match.1.replacing(" and ", with: "、").replacing(" or ", with: "、").replacing(", ", with: "、")
    return "应为 " + words.replacing("'", with: "") + " 之一"
  }
}
