package import Base
package import Documents

/// What is known today about the end of a document that is in force.
package struct Ending: Sendable, Hashable {
  /// The first day on which it is no longer in force.
  package let from: CalendarDate
  /// The act that ends it; nil when its term simply runs out.
  package let act: RelationKind?
}

extension CorpusEntry {
  /// How many days ahead pages speak of what is coming: 即将届满, 近期变化, the report of a build.
  package static let horizonDays = 30

  /// The end that is known to come after a day; nil for one without a term that no act ends.
  package func ending(after day: CalendarDate) -> Ending? {
    let step = history?.steps.first { step in step.state.isEnded && step.from.map { $0 > day } ?? false }
    guard let step, let from = step.from else { return nil }
    return Ending(from: from, act: step.acts.last { $0.kind.endsTarget }?.kind)
  }
}
