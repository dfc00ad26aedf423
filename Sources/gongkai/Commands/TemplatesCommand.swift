import ArgumentParser
import Base
import Disk
import SiteBuild

/// `gongkai templates`: what a site has laid over the program's templates, and what has changed beneath it.
struct TemplatesCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: "本站改了程序自带的哪些模板，升级以后哪些要看", usage: "gongkai templates [选项]",
    discussion: """
      网页模板、样式、类型、词表都随程序来，升级时随程序换新。网站文件夹的 Templates 里放了哪个文件，
      就用哪个代替程序的同名文件；没有放的用程序的。只列出，不改动。
      结束状态：0 已列出或已完成；1 没有这个文件，或者已经存在；64 命令写错；74 磁盘或权限问题。
      """,
    subcommands: [CopyTemplatesCommand.self, AcceptTemplatesCommand.self])

  @OptionGroup var folders: TemplateOptions

  @Flag(help: "逐行列出不同之处")
  var diff = false

  func run(_ console: Console) async throws -> ProgramStatus {
    guard let folder = try folders.folder(console) else { return .disk }
    let files = try folder.overrides()?.files ?? []
    console.out(TemplateList(files, own: folders.own, withDifferences: diff).text)
    return .success
  }
}

/// `gongkai templates copy FILE…`.
struct CopyTemplatesCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "把程序自带的模板复制到本站来改，记下原样", usage: "gongkai templates copy <文件> … [选项]",
    discussion: "不覆盖已有的文件。原样记在 Templates/.base 中，不会公开；升级以后据此知道程序的改了什么。")

  @Argument(help: ArgumentHelp("程序自带的文件，如 partials/footer.mustache", valueName: "文件"))
  var files: [String]

  @OptionGroup var folders: TemplateOptions

  func run(_ console: Console) async throws -> ProgramStatus {
    guard let folder = try folders.folder(console) else { return .disk }
    for path in try folder.copy(files) { console.out("已复制：\(folders.own)/\(path)\n") }
    return .success
  }
}

/// `gongkai templates accept FILE…`.
struct AcceptTemplatesCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "记下：程序的改动已经看过，本站的文件照用", usage: "gongkai templates accept <文件> … [选项]",
    discussion: "本站的文件不动，只更新 Templates/.base 里的原样。")

  @Argument(help: ArgumentHelp("本站的文件，如 partials/footer.mustache", valueName: "文件"))
  var files: [String]

  @OptionGroup var folders: TemplateOptions

  func run(_ console: Console) async throws -> ProgramStatus {
    guard let folder = try folders.folder(console) else { return .disk }
    for path in try folder.accept(files) { console.out("已记下：\(folders.own)/\(path)\n") }
    return .success
  }
}

/// Where a site's templates are.
struct TemplateOptions: ParsableArguments {
  @Option(name: .customLong("root"), help: ArgumentHelp("网站所在的文件夹（默认：当前文件夹）", valueName: "文件夹"))
  var givenRoot: String?

  @Option(help: ArgumentHelp("本站自己的模板（默认：网站文件夹里的 Templates）", valueName: "文件夹"))
  var templates: String?

  /// The site's folder.
  var own: String { templates ?? (givenRoot.map { $0 + "/" } ?? "") + "Templates" }

  /// Nil, with a message, when there is nothing to compare.
  func folder(_ console: Console) throws -> TemplateFolder? {
    guard let program = Installation.templates else { throw BuildError.noTemplates }
    _ = try DiskTree(root: givenRoot ?? ".")
    if Installation.layers(own: own, program: program).count == 1 {
      console.error("错误：\(own) 就是程序自带的模板，没有可以比较的\n")
      return nil
    }
    return TemplateFolder(own: own, program: program)
  }
}

/// A site's templates as lines.
struct TemplateList {
  private let files: [TemplateOverrides.File]
  private let own: String
  private let hasDifferences: Bool

  init(_ files: [TemplateOverrides.File], own: String, withDifferences: Bool) {
    self.files = files
    self.own = own
    hasDifferences = withDifferences
  }

  /// Whole lines.
  var text: String {
    if files.isEmpty {
      return "本站没有自己的模板，全部用程序自带的。要改其中一个：gongkai templates copy partials/footer.mustache\n"
    }
    let width = files.map(\.path.displayWidth).max() ?? 0
    let lines = files.map {
      "  \($0.path.padded(to: width))  \(Self.words($0.state))\n" + (hasDifferences ? differences($0) : "")
    }
    return "\(own) 中有 \(files.count) 个文件：\n" + lines.joined()
  }

  private static func words(_ state: TemplateOverrides.State) -> String {
    switch state {
    case .same: "与程序的相同；不打算改的，可以删去"
    case .changed: "本站改过；程序的没有变"
    case .outdated: "本站改过；程序的在复制以后也变了：看 --diff，合并后 gongkai templates accept"
    case .stale: "本站没有改过，程序的已经更新：可以删去"
    case .different: "与程序的不同；没有原样可比，不知道是本站改的还是程序变了：看 --diff"
    case .orphaned: "从程序复制来的，程序已经没有这个文件"
    case .added: "本站自有"
    case .idle: "本站自有，程序不读这样的文件"
    }
  }

  private func differences(_ file: TemplateOverrides.File) -> String {
    var out = ""
    if let program = file.program, file.state != .same {
      if let original = file.original, original != program {
        out += Self.difference(original, program, "程序的，复制时", "程序的，现在")
      }
      if file.state != .stale { out += Self.difference(program, file.own, "程序的", "本站的") }
    }
    return out
  }

  private static func difference(_ old: [UInt8], _ new: [UInt8], _ oldName: String, _ newName: String) -> String {
    if old.contains(0) || new.contains(0) { return "    （不是文本文件，不逐行比较）\n" }
    return "--- \(oldName)\n+++ \(newName)\n" + LineDifference(from: old, to: new).unified
  }
}
