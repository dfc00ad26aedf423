package import Base

/// A question about readers by which policies are found: 您是, with its answers.
package struct MatcherQuestion: Sendable, Hashable {
  package let label: String
  /// No two questions have the same.
  package let answers: [Term]

  /// Memberwise.
  package init(label: String, answers: [Term]) {
    self.label = label
    self.answers = answers
  }
}

/// What a policy gives, and to whom (政策找人): conditions as data, so that readers find it without telling anybody who they are.
package struct Benefit: Sendable, Hashable {
  /// Names of answers. Of each question of which it names any, one must be true of the reader.
  package let who: [String]
  /// 一次性创业补贴.
  package let what: String
  /// 每人2000元, as written.
  package let amount: String?
  /// The place to which it is limited.
  package let locality: String?
  /// The last day on which it can be had; nil: as long as the document is in force.
  package let until: CalendarDate?
  /// How it is had: the guide to the service.
  package let how: Reference?
  /// Byte range in the document's source.
  package let place: Range<Int>

  /// Memberwise.
  package init(
    who: [String], what: String, amount: String? = nil, locality: String? = nil, until: CalendarDate? = nil,
    how: Reference? = nil, place: Range<Int> = 0..<0
  ) {
    (self.who, self.what, self.amount, self.locality) = (who, what, amount, locality)
    (self.until, self.how, self.place) = (until, how, place)
  }
}
