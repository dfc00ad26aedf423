import ArgumentParser
import Base
import Disk
import Documents
import SiteBuild

/// `gongkai new KIND [PATH]`: a document to fill in.
struct NewCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "新建一篇文件：必填的都列好，能写什么写在旁边", usage: "gongkai new <类型> [路径] [选项]",
    discussion: """
      路径从 Content 起，如 zhengce/2026-31；只写栏目的文件夹，由程序取名（年份-序号）。
      不写路径的，只显示，不写文件。
      新建的是草稿，不会公开；已有的文件从不改动。
      结束状态：0 已新建；64 没有这种类型、路径不对；74 文件已经有了，磁盘或权限问题。
      """)

  @OptionGroup var site: SiteOptions

  @Argument(help: ArgumentHelp("类型的 id 或者中文名", valueName: "类型"))
  var kind: String

  @Argument(help: ArgumentHelp("放在哪里", valueName: "路径"))
  var path: String?

  func run(_ console: Console) async throws -> ProgramStatus {
    let forms = try await siteForms(site.request)
    guard let form = forms.form(kind.trimmed) else { return console.unknownKind(kind, forms) }
    guard let today = forms.today else {
      console.error("错误：site.yml 的时区不认识，请先运行 gongkai check\n")
      return .usage
    }
    guard let path else {
      console.out(form.skeleton(today: today, kindWord: form.kind.label))
      return .success
    }
    let place = NewPlace(path, in: forms)
    guard let column = place.column else {
      let wanted = place.folder.isEmpty ? path : place.folder
      let near = NearMiss.suggestions(for: wanted, among: Array(forms.columns.keys))
      console.error(
        "错误：没有栏目“\(wanted)”" + (near.isEmpty ? "" : "；是否想写：" + near.joined(separator: "、") + "？")
          + "\n栏目是 Content 里有 _column.md 的文件夹\n")
      return .usage
    }
    let kindOfColumn = forms.columns[column] ?? nil
    let isColumns = kindOfColumn == form.kind.id || kindOfColumn == form.kind.label
    let text = form.skeleton(today: today, kindWord: isColumns ? nil : form.kind.label)
    let file = try write(Array(text.utf8), place, year: today.year)
    console.out("已新建草稿：\(file)\n填好以后：gongkai check 检查，删去 draft 一行，gongkai build 发布\n")
    return .success
  }

  /// Writes the file under its name, or under the first free number of the year.
  private func write(_ bytes: [UInt8], _ place: NewPlace, year: Int) throws(FileError) -> String {
    let folder = "Content/" + place.folder
    guard let name = place.name else {
      return site.root + "/" + (try NewDocument.write(bytes, in: folder, of: site.root, year: year))
    }
    let file = site.root + "/" + folder + "/" + name
    try Disk().writeNew(file, bytes)
    return file
  }
}

/// Where a new document goes.
struct NewPlace {
  /// Below Content.
  let folder: String
  /// With its extension; nil: it has none yet.
  let name: String?
  /// The column that it belongs to; nil if there is none.
  let column: String?

  /// - Parameter path: `zhengce`, `zhengce/2026-31`, `Content/zhengce/2026-31.md`.
  init(_ path: String, in forms: SiteForms) {
    var path = Substring(path)
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    if path.hasPrefix("Content/") { path = path.dropFirst("Content/".count) }
    while path.hasSuffix("/") { path = path.dropLast() }
    let plain = String(path)
    let isColumn = forms.columns[plain] != nil
    folder = isColumn ? plain : plain.parentPath
    name = isColumn ? nil : plain.lastSegment.hasSuffix(".md") ? plain.lastSegment : plain.lastSegment + ".md"
    // A document with files has a folder of its own.
    column =
      forms.columns[folder] != nil
      ? folder : forms.columns[folder.parentPath] != nil && name == "index.md" ? folder.parentPath : nil
  }
}
