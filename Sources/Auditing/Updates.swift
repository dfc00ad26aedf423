import Base
import Documents
import Resolution

/// What should be brought up to date every so often (`updateEvery`, 更新周期) is (`update-overdue`, warning): a column, by
/// the newest public document in it or below it; a document, by the day it says it was updated.
struct OverdueUpdates: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    columns(context) + context.corpus.entries.compactMap { document($0, context.corpus) }
  }

  private func columns(_ context: AuditContext) -> [Diagnostic] {
    context.columns.compactMap { column in
      // What could not be read may be the newest.
      guard let period = column.updateEvery, !context.failed.contains(where: { $0.path.hasPrefix(column.path + "/") })
      else { return nil }
      let days = context.corpus.entries.lazy.filter { entry in
        entry.document.column == column.path || entry.document.column.hasPrefix(column.path + "/")
      }
      guard let last = days.compactMap(\.document.lastUpdate).max(), period.end(after: last) < context.corpus.asOf
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

/// A task of an earlier year names what proves that it was done (`evidence-missing`, warning): 回头看.
struct MissingEvidence: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.corpus.entries.flatMap { entry in
      entry.document.tables.filter { $0.table.form.lifecycle == .task }.flatMap { _, table in
        findings(table, before: context.corpus.asOf.year)
      }
    }
  }

  private func findings(_ table: DataTable, before year: Int) -> [Diagnostic] {
    guard table.position(of: .evidence) != nil else { return [] }
    return table.rows.compactMap { row in
      guard let due = table.date(row, CommonField.closesOn.rawValue), due.year < year,
        table.text(row, .evidence) == nil
      else { return nil }
      return Diagnostic(
        "evidence-missing", .warning, at: table.location(of: row, .evidence),
        "“\(row.cells[table.headerPosition])”是 \(due.year) 年的任务，没有佐证", cures: ["写上公布结果的文件或者网页"])
    }
  }
}
