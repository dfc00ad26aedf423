import ArgumentParser
import Base
import Disk
import Documents
import Foundation

/// Options of the commands that read a site.
struct SiteOptions: ParsableArguments {
  @Option(
    name: .customLong("root"), help: ArgumentHelp("网站所在的文件夹，里面有 Content（默认：当前文件夹）", valueName: "文件夹"))
  var givenRoot: String?

  @Option(help: ArgumentHelp("本站自己的模板（默认：网站文件夹里的 Templates）", valueName: "文件夹"))
  var templates: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("有效性按哪一天计算，如 2026-11-21（默认：今天）", valueName: "日期"), transform: Self.date)
  var asOf: CalendarDate?

  var root: String { givenRoot ?? "." }

  /// The folder of the site's own templates; nil if it has none.
  var ownTemplates: String? {
    if let templates { return templates }
    let folder = root + "/Templates"
    // Where the disk does not answer, whoever opens the folder says why.
    do { return try Disk().status(of: folder) == nil ? nil : folder } catch { return folder }
  }

  /// The folders of templates, the topmost first: the site's own over those that come with the program.
  var templateFolders: [String] { Installation.layers(own: ownTemplates) }

  private static func date(_ text: String) throws -> CalendarDate {
    switch CalendarDate.parse(text) {
    case .success(let date): return date
    case .failure(.form): throw ValidationError("日期请写成 2026-11-21 的形式")
    case .failure(.noSuchDay): throw ValidationError("日历上没有这一天")
    }
  }
}

/// The options of the commands that work on releases.
struct OutputOptions: ParsableArguments {
  @Option(name: .customLong("root"), help: ArgumentHelp("网站所在的文件夹（默认：当前文件夹）", valueName: "文件夹"))
  var givenRoot: String?

  @Option(
    name: .customLong("output"), help: ArgumentHelp("网站输出文件夹（默认：网站文件夹里的 Output）", valueName: "文件夹"))
  var givenOutput: String?

  var output: String { givenOutput ?? givenRoot.map { $0 + "/Output" } ?? "Output" }
}

/// Processors that this process may use.
let processorCount = max(ProcessInfo.processInfo.activeProcessorCount, 1)
