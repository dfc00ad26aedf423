import Base
import Documents
import Resolution

/// A file in Content/ is used by some document (`unused-file`, warning): otherwise it is not published.
struct UnusedFiles: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    var used = Set(context.documents.flatMap { $0.files(resolver: context.resolver).map(\.content) })
    for column in context.columns { used.formUnion(column.files(resolver: context.resolver).map(\.content)) }
    // What stands with a document that could not be read may be its own.
    let unknown = Set(context.failedFiles.map(\.parentPath))
    return context.files.keys.filter { path in
      !used.contains(path) && !path.split(separator: "/").contains { $0.hasPrefix("_") }
        && !unknown.contains { AuditContext.contains($0, path) }
    }
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
      .union(context.columns.compactMap(\.parent)).union(context.failed.map { $0.path.parentPath })
    let columns = context.columns.filter { !$0.path.isEmpty }
    let empty = columns.filter { column in
      !filled.contains(column.path) && column.notApplicable == nil
        && column.collects.map { context.corpus.gather($0).entries.isEmpty } ?? true
    }
    .map {
      Diagnostic(
        "empty-column", .warning, at: $0.frontMatter.whole, "空白栏目：“\($0.title)”没有任何公开的内容",
        cures: ["补充内容，或合并、关闭这个栏目；依法不涉及的，写 notApplicable（不涉及）"])
    }
    return empty
      + columns.compactMap { column in
        guard let declared = column.notApplicable, filled.contains(column.path) else { return nil }
        return Diagnostic(
          "not-applicable", .warning, at: column.frontMatter.location(of: declared.place), "声明不涉及的栏目有公开的内容",
          cures: ["删去 notApplicable（不涉及）"])
      }
  }
}
