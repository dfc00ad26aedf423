import Base
package import Documents

// States of table rows.
extension Corpus {
  /// The status of each row on the corpus's day; empty when rows have no lifecycle.
  package func statuses(of table: DataTable) -> [Status] {
    guard table.form.lifecycle != .none else { return [] }
    return table.rows.map { row in
      func day(_ field: CommonField) -> CalendarDate? { table.date(row, field.rawValue) }
      let history: StateHistory =
        switch table.form.lifecycle {
        case .task:
          .task(
            opensOn: day(.opensOn), closesOn: day(.closesOn), doneOn: day(.doneOn), dueSoonDays: site.dueSoonDays)
        case .validity: .term(effectiveOn: day(.effectiveOn), expiresOn: day(.expiresOn))
        case .publicNotice, .consultation, .event, .none:
          .publicNotice(opensOn: day(.opensOn), closesOn: day(.closesOn))
        }
      return Status(history, on: asOf)
    }
  }
}
