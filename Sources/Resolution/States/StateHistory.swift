package import Base
import Documents

/// The states of one document or table row in order, as known on the corpus's day; each lasts until the next begins.
package struct StateHistory: Sendable, Hashable {
  /// A state and its first day.
  package struct Step: Sendable, Hashable {
    /// First day; nil: from the beginning.
    package let from: CalendarDate?
    package let state: State
    /// The acts that cause it; empty if a date does.
    package let acts: [Relation]
  }

  /// At least one; the first has no `from`, and consecutive ones differ in state.
  package let steps: [Step]

  /// Evaluates `state` on every day on which it can change.
  ///
  /// - Parameters:
  ///   - boundaries: The days on which the state can change, in any order.
  ///   - state: The state on a day, and the acts that cause it.
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

  /// The index of the step in effect on a day.
  func position(on day: CalendarDate) -> Int { (steps.lastIndex { $0.from.map { $0 <= day } ?? true }) ?? 0 }

  /// The state on a day.
  package func state(on day: CalendarDate) -> State { steps[position(on: day)].state }

  /// The steps that begin within the days, each with the previous state.
  package func changes(in days: ClosedRange<CalendarDate>) -> [(before: State, step: Step)] {
    zip(steps, steps.dropFirst()).compactMap { before, step in
      step.from.map(days.contains) ?? false ? (before.state, step) : nil
    }
  }
}

extension CalendarDate {
  /// Earlier than any date of a document.
  static let distantPast = CalendarDate(daysSince1970: -719_000)
}
