import Base
import Documents
import Resolution

/// References in table cells must resolve (`dangling-reference`, `ambiguous-reference`, error); findings are located at
/// the cell in the CSV file.
struct TableTargets: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.documents.flatMap { document in
      document.tables.flatMap { _, table in
        table.columns.filter { $0.type == .reference }.flatMap { column in
          table.rows.flatMap { row in
            table.targets(row, column.key).compactMap { target in
              finding(context.corpus.link(target, in: document), table.location(of: row, column.key))
            }
          }
        }
      }
    }
  }

  private func finding(_ link: CellLink, _ place: @autoclosure () -> Diagnostic.Location) -> Diagnostic? {
    guard case .missing(let found) = link else { return nil }
    let cures = found.cures + ["栏目写栏目的路径；外部网页写完整的网址"]
    return Diagnostic(found.rule, at: place(), found.message, cures: cures)
  }
}
