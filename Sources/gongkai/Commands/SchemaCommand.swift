import ArgumentParser
import Base
import Documents
import SiteBuild

/// `gongkai schema [KIND]`, `gongkai schema --of site`: what front matter or a settings file may say, as a JSON Schema.
struct SchemaCommand: ConsoleCommand {
  /// What the schema describes.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case documents, site, kinds
  }

  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "文件开头、site.yml、类型文件可以写什么，写成 JSON Schema",
    usage: "gongkai schema [类型] [选项]",
    discussion: """
      不写类型的，是全部类型的；site.yml 里的主题、机关等也在内。
      结束状态：0 已写出；64 没有这种类型；74 磁盘或权限问题。
      """)

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("说的是什么文件", valueName: "文件"))
  var of: Subject = .documents

  @Argument(help: ArgumentHelp("类型的 id 或者中文名", valueName: "类型"))
  var kind: String?

  func validate() throws {
    if kind != nil, of != .documents { throw ValidationError("--of \(of.rawValue) 不分类型，删去“\(kind ?? "")”") }
  }

  func run(_ console: Console) async throws -> ProgramStatus {
    let schema: JSONValue
    switch of {
    case .site: schema = SettingsForm.site.schema(title: "site.yml")
    case .kinds: schema = SettingsForm.kind.schema(title: "类型文件")
    case .documents:
      let forms = try await siteForms(site.request)
      if let kind {
        guard let form = forms.form(kind.trimmed) else { return console.unknownKind(kind, forms) }
        schema = form.schema
      } else {
        schema = FrontMatterForm.schema(of: forms.forms, site: forms.site)
      }
    }
    console.out(String(decoding: schema.pretty, as: UTF8.self))
    return .success
  }
}
