package import Base
import Documents

/// The effective acts of other documents on one (废止, 修改, 延期 …) as known on the corpus's day, by day and source.
package struct Acts: Sendable, Hashable {
  /// Acts that have taken effect.
  package let past: [Relation]
  /// Acts that will take effect.
  package let coming: [Relation]

  init(past: [Relation] = [], coming: [Relation] = []) {
    self.past = past
    self.coming = coming
  }

  /// The same acts as seen on a later day.
  package func on(_ day: CalendarDate) -> Acts {
    let done = coming.prefix { $0.effectiveOn.map { $0 <= day } ?? false }
    return done.isEmpty ? self : Acts(past: past + done, coming: Array(coming.dropFirst(done.count)))
  }
}

extension Document {
  /// Whether the text that it shows is one that this change has been worked into.
  package func incorporates(_ act: Relation) -> Bool {
    guard act.kind == .amends || act.kind == .corrects, let day = act.effectiveOn, let textFrom else { return false }
    return day <= textFrom
  }
}
