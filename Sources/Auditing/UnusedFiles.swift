import Base
import Documents
import Resolution

/// Files in Content/ that no document or column uses are not published (`unused-file`, warning).
struct UnusedFiles: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    var used = Set(context.documents.flatMap { $0.files(resolver: context.resolver).map(\.content) })
    for column in context.columns { used.formUnion(column.files(resolver: context.resolver).map(\.content)) }
    // Files in the folder of a document that could not be read may belong to it.
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
