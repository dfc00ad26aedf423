/// Two texts side by side: 新旧对照.
///
/// The old texts of all rows, in their own order, are the old text to the letter, and the new ones the new text.
package struct TextComparison: Sendable {
  /// What became of a row's text.
  package enum Change: Sendable, Hashable {
    /// Not a letter differs.
    case unchanged
    /// Only its number does.
    case renumbered
    case changed, added, deleted
    /// No text of its own: here stood what now stands elsewhere.
    case departed
  }

  /// One row: an article, or a passage outside any.
  package struct Row: Sendable {
    package let change: Change
    /// Whether it stands elsewhere than before.
    package let isMoved: Bool
    /// Its paragraphs before and after. One that stands beside several of the other side was divided, or joined.
    package let old: [Part]
    package let new: [Part]
    /// Of a departed text: where it is now.
    package let movedTo: Passage?
    /// The row's texts in the list of all texts of each side.
    let range: (old: Range<Int>, new: Range<Int>)

    /// Whether a heading stands in it.
    package var isHeading: Bool { (new.first ?? old.first)?.passage.form == .heading }
    /// Whether it is, or was, an article.
    package var isArticle: Bool { (new.first ?? old.first)?.passage.form == .article }
  }

  /// A passage with the words that are gone, or have come.
  package struct Part: Sendable {
    package let passage: Passage
    /// Whether an article or a passage outside any begins with it.
    package let isStart: Bool
    /// Bytes of its text, in ascending order.
    package let marks: [Range<Int>]
  }

  package private(set) var rows: [Row] = []
  /// Whether the budget did not last: from some place on, changed paragraphs are marked as a whole.
  package private(set) var isCoarse = false

  /// - Complexity: n log n in the length of the texts, and what the budget allows.
  package init(from old: [Passage], to new: [Passage], budget: ComparisonBudget = ComparisonBudget()) {
    var builder = ComparisonBuilder(old, new, budget)
    rows = builder.rows()
    isCoarse = builder.budget.isSpent
    assert(isComplete(old, new), "a comparison has lost a passage")
  }

  /// Whether the rows have every passage of both texts once, in order.
  private func isComplete(_ old: [Passage], _ new: [Passage]) -> Bool {
    let before = rows.filter { $0.change != .departed && !$0.old.isEmpty }.sorted {
      $0.range.old.lowerBound < $1.range.old.lowerBound
    }
    return before.flatMap { $0.old.map(\.passage) } == old && rows.flatMap { $0.new.map(\.passage) } == new
  }
}
