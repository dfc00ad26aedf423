import ArgumentParser
import Base
import Exchange
import SiteBuild

/// `gongkai receipt DIR FILE`: what the receiver of a package of changes took, and what not.
struct ReceiptCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt", abstract: "读对方填好的回执，列出退回和没有答复的", usage: "gongkai receipt <变动包> <回执>",
    discussion: "结束状态：0 全部接收；1 有退回的、没有答复的，或者回执填错；64 命令写错；74 磁盘或权限问题。")

  @Argument(help: ArgumentHelp("发给对方的文件夹（gongkai export --format changes 写的）", valueName: "变动包"))
  var folder: String

  @Argument(help: ArgumentHelp("对方填好退回的 acknowledgement.csv", valueName: "回执"))
  var file: String

  func run(_ console: Console) async throws -> ProgramStatus {
    let answer = try readAcknowledgement(file, of: folder)
    let text = TextReport(colored: console.isErrorColored)
    for finding in answer.findings { console.error(text.text(finding)) }
    console.out("已接收 \(answer.received.count)，退回 \(answer.refused.count)，没有答复 \(answer.open.count)\n")
    for (line, reason) in answer.refused { console.out("  退回 \(line.change) \(line.id)：\(reason)\n") }
    for line in answer.open { console.out("  没有答复 \(line.change) \(line.id)\n") }
    return answer.refused.isEmpty && answer.open.isEmpty && answer.findings.isEmpty ? .success : .findings
  }
}
