package import Documents

/// What other documents do to one (废止, 修改, 延期 …) as known on the corpus's day, by day and source: only what comes about.
package struct Acts: Sendable, Hashable {
  /// Those that have come about.
  package let past: [Relation]
  /// Those that will.
  package let coming: [Relation]

  init(past: [Relation] = [], coming: [Relation] = []) {
    self.past = past
    self.coming = coming
  }

  /// As it will be on a later day.
  package func on(_ day: CalendarDate) -> Acts {
    let done = coming.prefix { $0.effectiveOn.map { $0 <= day } ?? false }
    return done.isEmpty ? self : Acts(past: past + done, coming: Array(coming.dropFirst(done.count)))
  }
}
