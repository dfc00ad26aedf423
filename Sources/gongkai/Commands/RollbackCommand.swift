import ArgumentParser
import Publishing

/// `gongkai rollback [编号]`.
struct RollbackCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback", abstract: "恢复一个历史版本，现在的网站转为历史版本", usage: "gongkai rollback [编号] [选项]",
    discussion: "编号见 gongkai releases；不写编号就恢复最近的一个。")

  @Argument(help: ArgumentHelp("历史版本的编号", valueName: "编号"), transform: Self.number)
  var number: Int?

  @OptionGroup var place: OutputOptions

  func run(_ console: Console) async throws -> ProgramStatus {
    let output = try OutputFolder(path: place.output)
    let release = try output.rollback(to: number, lock: OutputLock(output))
    let information = release.information
    console.out(
      "已恢复：有效性按 \(information.asOf) 计算的网站（\(information.documents) 篇文件，\(information.pages) 个页面）→ \(place.output)；"
        + "再执行一次 gongkai rollback 即可撤销\n")
    return .success
  }

  private static func number(_ text: String) throws -> Int {
    guard let number = Int(text), number > 0 else { throw ValidationError("编号是 gongkai releases 列出的数字") }
    return number
  }
}
