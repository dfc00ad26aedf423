import Base
import Documents
import Resolution

/// A task due in an earlier year must have evidence of its completion (`evidence-missing`, warning): 回头看.
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
