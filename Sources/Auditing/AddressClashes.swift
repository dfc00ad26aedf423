import Base
import Documents
import Resolution

/// Every address belongs to one file: no two documents or columns have the same page (`url-collision`, error), and no
/// two files next to a page, including generated ones, have the same name (`file-name-clash`, error), ignoring case. And no
/// name or address is longer than disks and servers take (`file-name`, error). No old address is that of something on the site
/// (`alias-taken`, error): it could never lead on.
struct AddressClashes: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let claims = AddressClaims(context.corpus, documents: context.documents, resolver: context.resolver)
    return claims.tooLong.map { tooLong($0, context) }
      + claims.reserved.map { aliasTaken($0, context, "由系统使用") }
      + claims.clashes.compactMap { clash in
        let related = [Diagnostic.Related(context.place(of: clash.taken), "另一处")]
        let place = context.place(of: clash.file)
        if case .redirect = clash.file.file { return aliasTaken(clash, context, related) }
        if clash.file.file.isMainPage, clash.taken.file.isMainPage {
          return Diagnostic(
            "url-collision", at: place, "网址 /\(clash.file.file.url) 已被另一个文件占用", cures: ["改文件名，或者写 slug"],
            related: related)
        }
        let message = "\(clash.file.file.name)与\(clash.taken.file.name)在网站上会同名：/\(clash.file.path)"
        return Diagnostic("file-name-clash", at: place, message, cures: ["给其中一个改名"], related: related)
      }
  }

  /// Nil for two documents with one old address, which `duplicate-alias` is about.
  private func aliasTaken(
    _ clash: AddressClaims.Clash, _ context: AuditContext, _ related: [Diagnostic.Related]
  ) -> Diagnostic? {
    let isOwn = clash.taken.owner == clash.file.owner
    guard case .redirect = clash.taken.file else {
      return aliasTaken(clash.file, context, "现在是\(isOwn ? "本文件自己" : "别的文件")的网址", isOwn ? [] : related)
    }
    if clash.taken.path == clash.file.path { return nil }
    let other = context.corpus.site.basePath + clash.taken.file.url
    return aliasTaken(clash.file, context, "和旧网址 \(other) 不能都有网页", isOwn ? [] : related)
  }

  private func aliasTaken(
    _ entry: SitePlan.Entry, _ context: AuditContext, _ reason: String, _ related: [Diagnostic.Related] = []
  ) -> Diagnostic {
    Diagnostic(
      "alias-taken", at: context.place(of: entry),
      "旧网址 \(context.corpus.site.basePath)\(entry.file.url) \(reason)", cures: ["删去这一个旧网址；写错的，改正"],
      related: related)
  }

  private func tooLong(_ entry: SitePlan.Entry, _ context: AuditContext) -> Diagnostic {
    let longest = entry.path.split(separator: "/").max { $0.utf8.count < $1.utf8.count } ?? ""
    let message =
      longest.utf8.count > AddressClaims.longestName
      ? "\(entry.file.name)的文件名有 \(longest.utf8.count) 字节，不能超过 \(AddressClaims.longestName) 字节（一个汉字 3 字节）"
      : "\(entry.file.name)的网址有 \(entry.path.utf8.count) 字节，不能超过 \(AddressClaims.longestPath) 字节"
    return Diagnostic("file-name", at: context.place(of: entry), message, cures: ["改用短的文件名、文件夹名或 slug"])
  }
}

extension AuditContext {
  /// The place in Content/ that causes a file to be published.
  func place(of entry: SitePlan.Entry) -> Diagnostic.Location {
    switch entry.owner {
    case .document(let id):
      guard let document = self[id] else {
        return corpus[id]?.document.provenance?.location ?? Diagnostic.Location(path: "Content/\(id.path)")
      }
      return document.place(of: entry.file) ?? link(to: entry.file, in: document.targets, of: document.sourcePath)
        ?? document.frontMatter.whole
    case .column(let path):
      guard let column = columns.first(where: { $0.path == path }) else {
        return Diagnostic.Location(path: "Content/\(path)")
      }
      return link(to: entry.file, in: column.introduction.targets, of: column.sourcePath) ?? column.frontMatter.whole
    case .site, .facet: return Self.settings
    }
  }
}

extension AuditContext {
  /// Where the terms stand whose ids are folders.
  static let settings = Diagnostic.Location(path: "Content/site.yml")

  /// Where a text links to a file, if that is why the file is published.
  private func link(to file: SiteFile, in targets: [BodyTarget], of source: String) -> Diagnostic.Location? {
    guard case .copy(let copy) = file else { return nil }
    return targets.first { resolver.resolve($0.destination, from: source) == .file(path: copy.content) }?.location
  }
}

extension Document {
  /// Where front matter causes a file to be published; nil if it does not.
  fileprivate func place(of file: SiteFile) -> Diagnostic.Location? {
    switch file {
    case .document(_, _, .page): places["slug"] == nil ? nil : location(of: .slug)
    case .document(_, _, .overview): location(of: .overviews)
    case .document(_, _, .table(let file)), .document(_, _, .tableRows(let file)):
      tables.first { $0.table.file.path == file }.map { location(of: $0.key) }
    case .redirect: location(of: .aliases)
    case .copy(let copy) where attachments.contains { $0.path == copy.content }: location(of: .attachments)
    default: nil
    }
  }
}

extension SiteFile {
  /// Whether it is the page of a document or a column, rather than a file next to it.
  fileprivate var isMainPage: Bool {
    switch self {
    case .column(_, page: 1), .document(_, _, .page(1)): true
    default: false
    }
  }

  /// Its name in messages.
  var name: String {
    switch self {
    case .copy(let file): "文件 \(file.content) "
    case .document(_, _, .table(let file)): "表格 \(file) "
    case .document(_, _, .tableRows(let file)): "表格 \(file) 的筛选数据"
    case .document(_, _, .overview): "统计表的下载文件"
    case .document(_, _, .archive): "打包下载的压缩文件"
    case .document(_, _, .fullText): "打包下载的全文页"
    case .document(_, _, .comparison): "新旧对照页"
    case .feed, .calendarFeed: "订阅文件"
    case .redirect: "旧网址"
    default: "网页"
    }
  }
}
