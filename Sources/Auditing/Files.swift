import Diagnostics
import Documents
import Resolution

/// Two files of one page do not have the same name: they are published beside it (`file-name-clash`, error).
struct FileNameClash: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.documents.flatMap { document in
      let grouped = Dictionary(grouping: document.files(resolver: context.resolver), by: \.fileName)
      return grouped.values.filter { Set($0).count > 1 }.map { clash in
        let paths = Set(clash.map(\.content)).sorted().joined(separator: "、")
        return Diagnostic(
          "file-name-clash", at: document.location(of: .attachments), "两个文件在网页上会同名：\(paths)", cures: ["给其中一个改名"])
      }
    }
  }
}

/// A file in Content/ is used by some document (`unused-file`, warning): otherwise it is not published.
struct UnusedFiles: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    var used = Set(context.documents.flatMap { $0.files(resolver: context.resolver).map(\.content) })
    for column in context.columns { used.formUnion(column.files(resolver: context.resolver).map(\.content)) }
    return context.files.keys.filter { !used.contains($0) && !$0.split(separator: "/").contains { $0.hasPrefix("_") } }
      .map { path in
        Diagnostic(
          "unused-file", .warning, at: Diagnostic.Location(path: "Content/" + path), "没有文件引用它，不会发布",
          cures: ["写进某篇文件的 attachments，或在正文中链接它，或删去它"])
      }
  }
}

/// A column shows at least one document, column or catalogue row (`empty-column`, warning): 空白栏目 is a fault that
/// inspections count (政府网站与政务新媒体检查指标).
struct EmptyColumns: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let filled =
      Set(context.corpus.entries.map(\.document.column)).union(context.corpus.catalogued.map(\.column))
      .union(context.columns.compactMap(\.parent))
    return context.columns.filter { !filled.contains($0.path) && !$0.path.isEmpty }.map {
      Diagnostic(
        "empty-column", .warning, at: $0.frontMatter.whole, "空白栏目：“\($0.title)”没有任何公开的内容",
        cures: ["补充内容，或合并、关闭这个栏目"])
    }
  }
}
