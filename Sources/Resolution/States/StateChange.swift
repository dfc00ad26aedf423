package import Documents

/// A document that passes from one state to another when a day begins.
package struct StateChange: Sendable, Hashable {
  package let id: DocumentID
  package let day: CalendarDate
  package let before: State
  package let after: State
  /// The acts that bring it about; empty when a date does.
  package let acts: [Relation]
}

extension Corpus {
  /// Every change of state on the days given, as known on the corpus's day: by day, then by id.
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
