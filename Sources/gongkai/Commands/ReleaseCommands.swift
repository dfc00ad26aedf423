import ArgumentParser
import Publishing

/// `gongkai releases`.
struct ReleasesCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "releases", abstract: "列出现在的网站和保留的历史版本", usage: "gongkai releases [选项]",
    discussion: "新增、改动、删除：与下一行的版本相比的文件数。保留几个历史版本，由 site.yml 的 keepReleases 规定。")

  @OptionGroup var place: OutputOptions

  func run(_ console: Console) async throws -> ProgramStatus {
    let releases = try OutputFolder(path: place.output).releases()
    console.out(releases.isEmpty ? "还没有发布过网站\n" : ReleaseTable(releases).text)
    return releases.allSatisfy { $0.manifest != nil } ? .success : .findings
  }
}

/// `gongkai verify`.
struct VerifyCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "核对网站的每个文件是否与发布时相同", usage: "gongkai verify [选项]",
    discussion: "结束状态：0 完全相同；1 有缺少、改动或多出的文件，或没有网站。")

  @OptionGroup var place: OutputOptions

  func run(_ console: Console) async throws -> ProgramStatus {
    let (manifest, differences) = try OutputFolder(path: place.output).verify()
    for difference in differences { console.out(Self.text(difference) + "\n") }
    let day = "有效性截至 \(manifest.information.asOf)，内容指纹 \(manifest.treeHash)"
    if differences.isEmpty {
      console.out("一致：\(manifest.files.count) 个文件与发布时完全相同（\(day)）\n")
      return .success
    }
    console.out("不一致：\(differences.count) 个文件与发布时不同（\(day)）\n")
    return .findings
  }

  static func text(_ difference: Difference) -> String {
    switch difference {
    case .missing(let path): "缺少 \(path)"
    case .changed(let path): "改动 \(path)"
    case .extra(let path): "多出 \(path)"
    }
  }
}

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
      "已恢复：有效性截至 \(information.asOf) 的网站（\(information.documents) 篇文件，\(information.pages) 个页面）→ \(place.output)；"
        + "再执行一次 gongkai rollback 即可撤销\n")
    return .success
  }

  private static func number(_ text: String) throws -> Int {
    guard let number = Int(text), number > 0 else { throw ValidationError("编号是 gongkai releases 列出的数字") }
    return number
  }
}
