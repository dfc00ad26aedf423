package import Documents

/// A state with the days it holds and what brought it about, as known on the corpus's day.
package struct Status: Sendable, Hashable {
  package let state: State
  /// First day of the state; nil when no date says.
  package let since: CalendarDate?
  /// Last day of the state, inclusive; nil when nothing known ends it.
  package let until: CalendarDate?
  /// The documents that brought it about, in id order.
  package let by: [DocumentID]
  /// The states that will follow, each with its first day, soonest first.
  package let upcoming: [StateHistory.Step]
  /// The last day of the term, inclusive, extensions included; nil without one.
  package let expiresOn: CalendarDate?

  /// The state after `until`; nil when nothing known ends this one.
  package var next: State? { upcoming.first?.state }

  /// The status that a history gives on a day.
  init(
    _ history: StateHistory, on day: CalendarDate, by decisive: [Relation] = [], expiresOn: CalendarDate? = nil
  ) {
    let position = history.position(on: day)
    let current = history.steps[position]
    state = current.state
    since = current.from
    upcoming = Array(history.steps[(position + 1)...])
    until = upcoming.first?.from?.adding(days: -1)
    by = Set(decisive.map(\.source)).sorted()
    self.expiresOn = expiresOn
  }
}
