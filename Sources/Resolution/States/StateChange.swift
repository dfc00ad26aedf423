package import Base
package import Documents

/// A change of a document's state at the beginning of a day.
package struct StateChange: Sendable, Hashable {
  package let id: DocumentID
  package let day: CalendarDate
  package let before: State
  package let after: State
  /// The acts that cause it; empty if a date does.
  package let acts: [Relation]
}

extension Corpus {
  /// All changes of state within the days, as known on the corpus's day, sorted by day and id.
  package func changes(in days: ClosedRange<CalendarDate>) -> [StateChange] {
    entries.flatMap { entry in
      (entry.history?.changes(in: days) ?? []).map { before, step in
        StateChange(
          id: entry.document.id, day: step.from ?? days.lowerBound, before: before, after: step.state, acts: step.acts)
      }
    }
    .sorted { ($0.day, $0.id) < ($1.day, $1.id) }
  }
}
