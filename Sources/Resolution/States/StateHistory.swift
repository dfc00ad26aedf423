package import Documents

/// The states of one document in order, as known on the corpus's day: each holds until the next one begins.
package struct StateHistory: Sendable, Hashable {
  /// A state from its first day on.
  package struct Step: Sendable, Hashable {
    /// Nil: as long as anything is known.
    package let from: CalendarDate?
    package let state: State
    /// The acts that bring it about; empty when a date does.
    package let acts: [Relation]
  }

  /// At least one; the first has no day, neighbours differ in their state.
  package let steps: [Step]

  /// Asks for the state on every day on which it can change.
  ///
  /// - Parameters:
  ///   - boundaries: In any order.
  ///   - state: What holds on a day.
  init(boundaries: [CalendarDate], state: (CalendarDate) -> (state: State, acts: [Relation])) {
    let days = Set(boundaries).sorted()
    let first = state((days.first ?? .distantPast).adding(days: -1))
    var steps = [Step(from: nil, state: first.state, acts: first.acts)]
    for day in days {
      let next = state(day)
      if next.state != steps[steps.count - 1].state {
        steps.append(Step(from: day, state: next.state, acts: next.acts))
      }
    }
    self.steps = steps
  }

  /// Position of the step that holds on a day.
  func position(on day: CalendarDate) -> Int { (steps.lastIndex { $0.from.map { $0 <= day } ?? true }) ?? 0 }

  /// The state on a day.
  package func state(on day: CalendarDate) -> State { steps[position(on: day)].state }

  /// The steps that begin within the days, with the state before each.
  package func changes(in days: ClosedRange<CalendarDate>) -> [(before: State, step: Step)] {
    zip(steps, steps.dropFirst()).compactMap { before, step in
      step.from.map(days.contains) ?? false ? (before.state, step) : nil
    }
  }
}

extension CalendarDate {
  /// Before every date that a document may have.
  static let distantPast = CalendarDate(daysSince1970: -719_000)
}
