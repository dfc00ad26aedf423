import Base
import Documents
import Resolution

/// What has an update interval (`updateEvery`, 更新周期) must be updated within it (`update-overdue`, warning): a column by
/// its newest public document, including those in columns below it; a document by its 更新日期.
struct OverdueUpdates: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    columns(context) + context.corpus.entries.compactMap { document($0, context.corpus) }
  }

  private func columns(_ context: AuditContext) -> [Diagnostic] {
    context.columns.compactMap { column in
      // A document that could not be read may be the newest.
      guard let period = column.updateEvery, !context.failed.contains(where: { $0.path.hasPrefix(column.path + "/") })
      else { return nil }
      let entries = context.corpus.entries.lazy.filter { entry in
        entry.document.column == column.path || entry.document.column.hasPrefix(column.path + "/")
      }
      guard let last = entries.compactMap(\.document.lastUpdate).max(), period.end(after: last) < context.corpus.asOf
      else {
        return nil
      }
      return Diagnostic(
        "update-overdue", .warning,
        at: column.updateEveryPlace.map(column.frontMatter.location(of:)) ?? column.frontMatter.whole,
        "栏目“\(column.title)”每\(period.label)应有更新，最近一次是 \(last.iso)，已过 \(period.end(after: last).iso)",
        cures: ["公布新的内容，或者改正更新周期"])
    }
  }

  private func document(_ entry: CorpusEntry, _ corpus: Corpus) -> Diagnostic? {
    let document = entry.document
    guard let due = corpus.updateOverdue(of: entry), let period = document.updateEvery, let last = document.lastUpdate
    else { return nil }
    return Diagnostic(
      "update-overdue", .warning, at: document.location(of: .updateEvery),
      "\(document.shortName)每\(period.label)应更新一次，最近一次是 \(last.iso)，已过 \(due.iso)",
      cures: ["更新内容，并改写更新日期"])
  }
}
