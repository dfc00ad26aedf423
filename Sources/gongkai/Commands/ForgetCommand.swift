import ArgumentParser
import SiteBuild

/// `gongkai forget NAME`.
struct ForgetCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "从所有历史版本里永久清除一篇已撤下的文件", usage: "gongkai forget <文件> [选项]",
    discussion: """
      含有这篇文件的历史版本整个删除，不能再恢复；还在网站上或者还会公开的，不清除。
      结束状态：0 已清除；1 没有清除；64 命令写错；74 磁盘或权限问题；75 正在生成。
      """)

  @Argument(help: ArgumentHelp("它的路径（zhengce/2023-3），或者网址", valueName: "文件"))
  var document: String

  @Flag(help: "它还在网站上，只清除含有它改动以前的文本的历史版本")
  var older = false

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("网站输出文件夹（默认：网站文件夹里的 Output）", valueName: "文件夹"))
  var output: String?

  func run(_ console: Console) async throws -> ProgramStatus {
    let request = BuildRequest(
      root: site.root, templates: site.templateFolders, output: output ?? site.root + "/Output", asOf: site.asOf,
      today: SystemClock.today, jobs: processorCount)
    let forgotten = try await forget(document, older: older, request)
    guard !forgotten.releases.isEmpty else {
      console.out("已清除：\(forgotten.document.id) 的网址，打不开也不再提醒；历史版本里没有它，网上的网站没有改动\n")
      return .success
    }
    let numbers = forgotten.releases.map(String.init).joined(separator: "、")
    console.out(
      "已清除：《\(forgotten.document.title)》（\(forgotten.document.url)）；含有它的历史版本 \(numbers) 已删除，网上的网站没有改动。"
        + "备份、搜索引擎和别人下载的副本不归本程序管\n")
    for folder in forgotten.folders { console.out("注意：\(folder) 里是别人放进网站的文件，没有删除，请自己核对\n") }
    return .success
  }
}
