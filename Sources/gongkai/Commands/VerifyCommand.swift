import ArgumentParser
import Disk
import Publishing

/// `gongkai verify`.
struct VerifyCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "核对网站的每个文件是否与发布时相同", usage: "gongkai verify [选项]",
    discussion: "结束状态：0 完全相同；1 有缺少、改动或多出的文件，或没有网站。")

  @OptionGroup var place: OutputOptions

  func run(_ console: Console) async throws -> ProgramStatus {
    let (manifest, differences) = try OutputFolder(reading: place.output).verify()
    for difference in differences { console.out(Self.text(difference) + "\n") }
    let day = "有效性按 \(manifest.information.asOf) 计算，内容指纹 \(manifest.treeHash)"
    if differences.isEmpty {
      console.out("一致：\(manifest.files.count) 个文件与发布时完全相同（\(day)）\n")
      return .success
    }
    console.out("不一致：\(differences.count) 个文件与发布时不同（\(day)）\n")
    return .findings
  }

  static func text(_ difference: Difference) -> String {
    switch difference {
    case .missing(let path): "缺少 \(RawName.shown(path))"
    case .changed(let path): "改动 \(RawName.shown(path))"
    case .extra(let path): "多出 \(RawName.shown(path))"
    }
  }
}
