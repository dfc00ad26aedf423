import Base
import Documents
import Resolution

/// A catalogue (目录) must agree with what is published, in both directions. Every row with a place of publication
/// (`target`) must have public content there (`catalogue-empty`, warning) that is as recent as its `timeLimit` requires
/// (`catalogue-late`, warning). If the kind says that the catalogue covers all columns, no column under the same
/// top-level columns may be missing (`catalogue-column`, warning).
struct Catalogues: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let catalogues = context.corpus.entries.filter { !($0.status?.state.isEnded ?? false) }.flatMap { entry in
      entry.document.tables.filter { $0.table.position(of: .target) != nil }.map {
        Catalogue(corpus: context.corpus, failed: context.failed, document: entry.document, table: $0.table)
      }
    }
    return catalogues.flatMap { $0.table.rows.flatMap($0.findings) } + uncovered(catalogues, context.corpus)
  }

  /// Columns that are in no catalogue, although others under the same top-level column are.
  private func uncovered(_ catalogues: [Catalogue], _ corpus: Corpus) -> [Diagnostic] {
    let covering = catalogues.filter(\.table.form.coversColumns)
    let paths = Set(covering.flatMap { catalogue in catalogue.table.rows.flatMap(catalogue.paths) })
    let parts = Set(paths.map { $0.prefix { $0 != "/" } })
    let filled = Set(corpus.entries.map(\.document.column))
    return corpus.columns.compactMap { column in
      let isCovered = paths.contains { path in
        path == column.path || path.hasPrefix(column.path + "/") || column.path.hasPrefix(path + "/")
      }
      guard !isCovered, filled.contains(column.path), parts.contains(column.path.prefix { $0 != "/" }) else {
        return nil
      }
      return Diagnostic(
        "catalogue-column", .warning, at: column.frontMatter.whole, "栏目“\(column.title)”不在主动公开事项目录中",
        cures: ["在目录中加上这一事项，公开位置写 \(column.path)"])
    }
  }
}

/// One catalogue, and what its rows point at.
private struct Catalogue {
  let corpus: Corpus
  /// Documents that could not be read; they count as published.
  let failed: Set<DocumentID>
  let document: Document
  let table: DataTable

  func links(_ row: DataTable.Row) -> [CellLink] {
    table.targets(row, KnownColumn.target.rawValue).map { corpus.link($0, in: document) }
  }

  /// Paths of the columns that a row points at, directly or through a document.
  func paths(_ row: DataTable.Row) -> [String] {
    links(row).compactMap { link in
      switch link {
      case .column(let path): path
      case .document(let id): corpus[id]?.document.column
      case .external, .notPublic, .missing: nil
      }
    }
  }

  func findings(_ row: DataTable.Row) -> [Diagnostic] {
    let links = links(row)
    // Broken links are reported by TableTargets; content on other sites cannot be checked.
    if links.contains(where: { if case .missing = $0 { true } else { false } }) { return [] }
    let targets = table.targets(row, KnownColumn.target.rawValue).map(\.destination)
    if failed.contains(where: { id in targets.contains { id.path == $0 || id.path.hasPrefix($0 + "/") } }) { return [] }
    let name = row.cells[table.headerPosition]
    func finding(_ rule: String, _ message: String, _ cure: String) -> [Diagnostic] {
      [Diagnostic(rule, .warning, at: table.location(of: row, .target), "“\(name)”\(message)", cures: [cure])]
    }
    if links.isEmpty { return finding("catalogue-empty", "没有写在哪里公开", "写上栏目的路径、文件或者网址") }
    let contents = links.flatMap(contents)
    let isElsewhere = links.contains { if case .external = $0 { true } else { false } }
    guard
      let newest = contents.max(by: {
        ($0.lastUpdate?.daysSince1970 ?? .min, $1.id) < ($1.lastUpdate?.daysSince1970 ?? .min, $0.id)
      })
    else {
      return isElsewhere ? [] : finding("catalogue-empty", "在所写的位置没有公开的内容", "公开内容，或者改正位置")
    }
    guard let text = table.text(row, .timeLimit), let limit = TimeLimit(text),
      let reason = lateness(of: newest, limit)
    else { return [] }
    return finding("catalogue-late", "的公开时限是“\(text)”，\(reason)", "公布新的内容；时限写错的，改正目录")
  }

  /// The public documents that a link leads to.
  private func contents(_ link: CellLink) -> [Document] {
    switch link {
    case .document(let id): corpus[id].map { [$0.document] } ?? []
    case .column(let path):
      corpus.entries.lazy.map(\.document).filter { $0.column == path || $0.column.hasPrefix(path + "/") }
    case .external, .notPublic, .missing: []
    }
  }

  private func lateness(of newest: Document, _ limit: TimeLimit) -> String? {
    switch limit {
    case .every(let period):
      guard let last = newest.lastUpdate, period.end(after: last) < corpus.asOf else { return nil }
      return "最新的内容\(newest.shortName)是 \(last.iso) 的"
    case .workingDays(let count):
      guard let made = newest.documentDate, let published = newest.publishedOn?.day else { return nil }
      let taken = corpus.site.workCalendar.workdays(after: made, through: published)
      return taken > count ? "最新的内容\(newest.shortName)成文 \(taken) 个工作日后才公开" : nil
    case .days(let count):
      guard let made = newest.documentDate, let published = newest.publishedOn?.day,
        published.daysSince1970 - made.daysSince1970 > count
      else { return nil }
      return "最新的内容\(newest.shortName)成文 \(published.daysSince1970 - made.daysSince1970) 日后才公开"
    }
  }
}
