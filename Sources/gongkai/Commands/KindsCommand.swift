import ArgumentParser
import Base
import Documents
import SiteBuild

/// `gongkai kinds [KIND]`: the kinds of a site, or what the front matter of one may say.
struct KindsCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "kinds", abstract: "有哪些类型；一种类型的文件开头可以写什么", usage: "gongkai kinds [类型] [选项]",
    discussion: """
      类型写 id 或者中文名，如 normative、行政规范性文件；不写的，列出全部。
      结束状态：0 已列出；64 没有这种类型；74 磁盘或权限问题。
      """)

  @OptionGroup var site: SiteOptions

  @Argument(help: ArgumentHelp("类型的 id 或者中文名", valueName: "类型"))
  var kind: String?

  func run(_ console: Console) async throws -> ProgramStatus {
    let forms = try await siteForms(site.request)
    guard let kind else {
      console.out(Self.list(forms))
      return .success
    }
    guard let form = forms.form(kind.trimmed) else { return console.unknownKind(kind, forms) }
    console.out(Self.table(form))
    return .success
  }

  private static func list(_ forms: SiteForms) -> String {
    let rows = forms.forms.map { form -> [String] in
      let columns = forms.columns.filter { $0.value == form.kind.id || $0.value == form.kind.label }.map(\.key)
      return [form.kind.id, form.kind.label, columns.sorted().joined(separator: "、")]
    }
    return aligned([["类型", "名称", "用在哪些栏目"]] + rows) + "\n一种类型可以写什么：gongkai kinds 类型；新建一篇：gongkai new 类型\n"
  }

  private static func table(_ form: FrontMatterForm) -> String {
    let own = form.entries.filter { entry in form.kind.fields.contains { $0.key == entry.key } || entry.isRequired }
    let relations = form.entries.filter { $0.isRelation && !own.contains($0) }
    let others = form.entries.filter { !own.contains($0) && !relations.contains($0) }
    func block(_ title: String, _ entries: [FormEntry]) -> String {
      if entries.isEmpty { return "" }
      let rows = entries.map {
        [$0.key, $0.isRequired ? "必填" : "", $0.type.label + ($0.isMany ? "，可以几个" : ""), $0.remark]
      }
      return "\n\(title)\n" + aligned(rows)
    }
    let parent = form.kind.parentID.map { "继承自 \($0)：没有另写的字段、要素、期限与它相同\n" } ?? ""
    return "\(form.kind.label)（\(form.kind.id)）\n" + parent + block("本类型的", own) + block("别的都可以写的", others)
      + block("与别的文件的关系", relations) + "\n键写左边的英文，或者最右边开头的中文名，都行\n"
  }

  /// Cells under each other, the last of each row as long as it is.
  private static func aligned(_ rows: [[String]]) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<max(count - 1, 0)).map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { $0.padded(to: $1) } + row.suffix(1)
      return "  " + cells.joined(separator: "  ").trimmed + "\n"
    }.joined()
  }
}

extension SiteOptions {
  /// For what only reads settings.
  var request: BuildRequest {
    BuildRequest(
      root: root, templates: templateFolders, output: root + "/Output", asOf: asOf, today: SystemClock.today,
      jobs: processorCount)
  }
}

extension Console {
  /// Says that there is no such kind, and which it may be.
  func unknownKind(_ word: String, _ forms: SiteForms) -> ProgramStatus {
    let near = NearMiss.suggestions(for: word, among: forms.words)
    error(
      "错误：没有类型“\(word)”" + (near.isEmpty ? "" : "；是否想写：" + near.joined(separator: "、") + "？") + "\n全部类型：gongkai kinds\n"
    )
    return .usage
  }
}
