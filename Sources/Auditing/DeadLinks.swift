import Base
import Documents
import Resolution

/// Links and images in texts must lead to a page of the library or a file in Content/ (`dead-link`, error). A link to a
/// document that is not public on this day becomes plain text (`unpublished-link`, warning). A picture of another host
/// would tell that host who reads what, and is not shown (`foreign-image`, error).
struct DeadLinks: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let inDocuments = (context.documents + context.faulty).flatMap { document in
      document.targets.compactMap { finding($0, in: document.sourcePath, context) }
    }
    let inColumns = context.columns.flatMap { column in
      column.introduction.targets.compactMap { finding($0, in: column.sourcePath, context) }
    }
    return inDocuments + inColumns
  }

  private func finding(_ target: BodyTarget, in source: String, _ context: AuditContext) -> Diagnostic? {
    let place = target.location
    switch context.resolver.resolve(target.destination, from: source) {
    case .dead:
      let path = String(target.destination.prefix { $0 != "#" })
      let written = DocumentID(sourcePath: path.resolvedPath(in: source.parentPath) ?? path).path
      let isFile = !["", "md"].contains(path.fileExtension)
      return Diagnostic(
        "dead-link", at: place, "“\(target.destination)”在 Content/ 中不存在，链接是死链",
        cures: (isFile ? context.nearFiles : context.nearPages).cure(for: written) + ["改正路径，或删去链接"])
    case .notPublic(let id) where context.failed.contains(id):
      return nil
    case .notPublic(let id):
      return Diagnostic(
        "unpublished-link", .warning, at: place, "链接指向的 \(id.path) 在这一天没有公开，读者只会看到文字")
    case .external(let url) where target.isImage && LinkAddress(url).host?.nameAndPort != context.corpus.site.domain:
      return Diagnostic(
        "foreign-image", at: place, "\(target.medium == nil ? "图片" : "音视频")在别的网站上，不会显示，也会让那里知道谁在看",
        cures: [
          target.medium == nil
            ? "把图片下载到正文旁边，只写文件名：![说明](图片.png)" : "把文件放到正文旁边，只写文件名；在别的平台上播放的，去掉开头的感叹号，写成链接"
        ])
    case .page, .file, .external, .fragment:
      return nil
    }
  }
}
