/// 归集: a question to the public documents, as its author wrote it: any word of a condition, all conditions.
package struct Query: Sendable, Hashable {
  package let conditions: [Condition]
  /// What the found documents are grouped by.
  package let groupBy: Criterion?
  /// What they are sorted by, ascending; nil: newest first.
  package let sortBy: Criterion?
  /// Byte range in the front matter.
  package let place: Range<Int>

  /// One line of a query.
  package struct Condition: Sendable, Hashable {
    package let criterion: Criterion
    package let words: [Word]

    /// Makes a condition.
    package init(criterion: Criterion, words: [Word]) {
      self.criterion = criterion
      self.words = words
    }
  }

  /// A word with its place.
  package struct Word: Sendable, Hashable {
    package let text: String
    package let place: Range<Int>

    /// Makes a word.
    package init(text: String, place: Range<Int> = 0..<0) {
      self.text = text
      self.place = place
    }
  }

  /// Makes a query.
  package init(conditions: [Condition], groupBy: Criterion? = nil, sortBy: Criterion? = nil, place: Range<Int> = 0..<0)
  {
    self.conditions = conditions
    self.groupBy = groupBy
    self.sortBy = sortBy
    self.place = place
  }
}
