import ArgumentParser
import Base

/// `gongkai explain [RULE]`: what a rule means, and what to do.
struct ExplainCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "一条检查规则的含义、例子、改法和依据", usage: "gongkai explain [编号] [选项]",
    discussion: """
      编号写在检查结果的方括号里，如 document-number；不写编号的，列出全部。
      结束状态：0 已列出；64 没有这个编号。
      """)

  @Argument(help: ArgumentHelp("规则的编号", valueName: "编号"))
  var rule: String?

  @Flag(help: "全部规则，写成 Markdown（docs/rules.md）")
  var markdown = false

  func run(_ console: Console) async throws -> ProgramStatus {
    if markdown {
      console.out(RuleTable.markdown)
    } else if let rule {
      guard let entry = RuleTable[rule.trimmed.lowercased()] else {
        let near = NearMiss.suggestions(for: rule, among: RuleTable.all.map(\.id))
        console.error(
          "错误：没有规则“\(rule)”" + (near.isEmpty ? "" : "；是否想写：" + near.joined(separator: "、") + "？")
            + "\n全部编号：gongkai explain\n")
        return .usage
      }
      console.out(
        "\(entry.id)（\(entry.level.label)）\n" + entry.lines.map { "  \($0.label)：\($0.text)\n" }.joined())
    } else {
      console.out(RuleTable.chapters.map(Self.list).joined(separator: "\n"))
    }
    return .success
  }

  private static func list(_ chapter: RuleTable.Chapter) -> String {
    let width = RuleTable.all.map(\.id.displayWidth).max() ?? 0
    let lines = chapter.rules.map { "  \($0.id.padded(to: width))  \($0.level.label.padded(to: 10))  \($0.meaning)\n" }
    return chapter.title + "\n" + lines.joined()
  }
}
