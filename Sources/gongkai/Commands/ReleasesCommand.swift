import ArgumentParser
import Publishing
import SiteBuild

/// `gongkai releases`.
struct ReleasesCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "releases", abstract: "列出现在的网站和保留的历史版本", usage: "gongkai releases [选项]",
    discussion: "新增、改动、删除：与下一行的版本相比的文件数。保留几个历史版本，由 site.yml 的 keepReleases 规定。")

  @OptionGroup var place: OutputOptions

  func run(_ console: Console) async throws -> ProgramStatus {
    let output = try OutputFolder(reading: place.output)
    let (releases, zone) = (try output.releases(), BuildRecord(of: output)?.timeZone)
    console.out(
      releases.isEmpty
        ? "还没有发布过网站\n" : ReleaseTable(releases, zone: zone).text)
    return releases.allSatisfy { $0.manifest != nil } ? .success : .findings
  }
}
