package import Base
package import Documents

/// A state with its first and last day and its cause, as known on the corpus's day.
package struct Status: Sendable, Hashable {
  package let state: State
  /// First day of the state; nil if it has none.
  package let since: CalendarDate?
  /// Last day of the state, inclusive; nil if no end is known.
  package let until: CalendarDate?
  /// The documents of the library that caused it, sorted by id.
  package let by: [DocumentID]
  /// The states that will follow, in order.
  package let upcoming: [StateHistory.Step]
  /// The last day of validity, inclusive and with extensions; nil if unlimited.
  package let expiresOn: CalendarDate?

  /// The state after `until`; nil if no end is known.
  package var next: State? { upcoming.first?.state }

  /// The status on a day of a history.
  init(
    _ history: StateHistory, on day: CalendarDate, by decisive: [Relation] = [], expiresOn: CalendarDate? = nil
  ) {
    let position = history.position(on: day)
    let current = history.steps[position]
    state = current.state
    since = current.from
    upcoming = Array(history.steps[(position + 1)...])
    until = upcoming.first?.from?.adding(days: -1)
    by = Set(decisive.filter { $0.outside == nil }.map(\.source)).sorted()
    self.expiresOn = expiresOn
  }
}
