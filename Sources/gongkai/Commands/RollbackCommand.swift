import ArgumentParser
import Publishing
import SiteBuild

/// `gongkai rollback [编号]`.
struct RollbackCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback", abstract: "恢复一个历史版本，现在的网站转为历史版本", usage: "gongkai rollback [编号] [选项]",
    discussion: "编号见 gongkai releases；不写编号就恢复最近的一个。会让已撤下的文件重新公开的，不恢复。")

  @Argument(help: ArgumentHelp("历史版本的编号", valueName: "编号"), transform: Self.number)
  var number: Int?

  @Flag(help: "已撤下的文件重新公开也要恢复")
  var evenWithdrawn = false

  @OptionGroup var place: OutputOptions

  func run(_ console: Console) async throws -> ProgramStatus {
    let release: Manifest
    do { release = try rollBackSite(place.output, to: number, evenWithdrawn: evenWithdrawn) } catch let refusal
      as WithdrawnReturn
    {
      console.error(Self.refusal(refusal.documents))
      return .findings
    }
    let information = release.information
    console.out(
      "已恢复：有效性按 \(information.asOf) 计算的网站（\(information.count.text)，\(information.pages) 个页面）→ \(place.output)；"
        + "再执行一次 gongkai rollback 即可撤销\n")
    return .success
  }

  private static func refusal(_ documents: [PublishedDocument]) -> String {
    let lines = documents.prefix(20).map { "  \($0.title)  \($0.url)\n" }
    let rest = documents.count > lines.count ? "  另有 \(documents.count - lines.count) 篇\n" : ""
    return "错误：恢复这个版本会让 \(documents.count) 篇已撤下的文件重新公开，未作任何改动：\n" + lines.joined() + rest
      + "确实要恢复的，加上 --even-withdrawn；要从历史版本里永久清除的，用 gongkai forget\n"
  }

  private static func number(_ text: String) throws -> Int {
    guard let number = Int(text), number > 0 else { throw ValidationError("编号是 gongkai releases 列出的数字") }
    return number
  }
}
