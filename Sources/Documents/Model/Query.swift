/// 归集: a query for public documents, as its author wrote it. Every condition must hold, each for any of its words.
package struct Query: Sendable, Hashable {
  package let conditions: [Condition]
  /// What the results are grouped by.
  package let groupBy: Criterion?
  /// What the results are sorted by, ascending; nil: newest first.
  package let sortBy: Criterion?
  /// Byte range in the front matter.
  package let place: Range<Int>

  /// A criterion and the words of which one must apply.
  package struct Condition: Sendable, Hashable {
    package let criterion: Criterion
    package let words: [Word]

    /// Memberwise.
    package init(criterion: Criterion, words: [Word]) {
      self.criterion = criterion
      self.words = words
    }
  }

  /// A word with its byte range in the front matter.
  package struct Word: Sendable, Hashable {
    package let text: String
    package let place: Range<Int>

    /// Memberwise.
    package init(text: String, place: Range<Int> = 0..<0) {
      self.text = text
      self.place = place
    }
  }

  /// Memberwise.
  package init(conditions: [Condition], groupBy: Criterion? = nil, sortBy: Criterion? = nil, place: Range<Int> = 0..<0)
  {
    self.conditions = conditions
    self.groupBy = groupBy
    self.sortBy = sortBy
    self.place = place
  }
}
