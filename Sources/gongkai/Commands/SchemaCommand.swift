import ArgumentParser
import Base
import Documents
import SiteBuild

/// `gongkai schema [KIND]`: what front matter may say, as a JSON Schema.
struct SchemaCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "文件开头可以写什么，写成 JSON Schema，供编辑器和别的程序用", usage: "gongkai schema [类型] [选项]",
    discussion: """
      不写类型的，是全部类型的；site.yml 里的主题、机关等也在内。
      结束状态：0 已写出；64 没有这种类型；74 磁盘或权限问题。
      """)

  @OptionGroup var site: SiteOptions

  @Argument(help: ArgumentHelp("类型的 id 或者中文名", valueName: "类型"))
  var kind: String?

  func run(_ console: Console) async throws -> ProgramStatus {
    let forms = try await siteForms(site.request)
    var schema = FrontMatterForm.schema(of: forms.forms, site: forms.site)
    if let kind {
      guard let form = forms.form(kind.trimmed) else { return console.unknownKind(kind, forms) }
      schema = form.schema
    }
    console.out(String(decoding: schema.pretty, as: UTF8.self))
    return .success
  }
}
