package import Documents
package import OfficeFiles

/// What the front matter of an imported document will say, what of it stands where in the manuscript, and what a person has
/// to decide.
package struct ImportedFacts: Sendable, Hashable {
  /// In the order in which they are written.
  package var entries: [FrontMatterEntry] = []
  /// Indices of the manuscript's own blocks whose text stands in ``entries`` and not in the body.
  package var taken: Set<Int> = []
  package var questions: [ImportQuestion] = []
  /// The kind that was asked for, or that the title says; nil when nothing does.
  package var kind: String?
  /// The folder of the column that was asked for, or the only one of the kind; nil when a person must choose.
  package var column: String?
  /// The folders of the columns that it may belong to.
  package var columns: [String] = []

  /// Nothing known.
  package init() {}

  /// The fact with a key; proposals are none.
  package subscript(key: String) -> FrontMatterValue? { entries.first { $0.key == key && !$0.isProposal }?.value }
}

/// One key of a front matter to be written.
package struct FrontMatterEntry: Sendable, Hashable {
  package var key: String
  package var value: FrontMatterValue
  /// Whether it is written commented out, because it is likely and not certain.
  package var isProposal: Bool
  /// The words of the manuscript from which it was read; nil for what was not read in it.
  package var evidence: String?
  package var place: OfficePlace?

  /// Memberwise.
  package init(
    _ key: String, _ value: FrontMatterValue, isProposal: Bool = false, evidence: String? = nil,
    at place: OfficePlace? = nil
  ) {
    (self.key, self.value, self.isProposal, self.evidence, self.place) = (key, value, isProposal, evidence, place)
  }
}

/// What a person has to decide before the document is right, in the words of `check` where it would say the same.
package struct ImportQuestion: Sendable, Hashable {
  /// The rule of `check` that asks the same; nil for what only an import asks.
  package var rule: String?
  package var message: String
  package var cures: [String]
  /// The key of the front matter that answers it; nil if none does.
  package var field: String?
  /// What it is about, in the order of the message.
  package var places: [OfficePlace]

  /// Memberwise.
  package init(
    _ message: String, rule: String? = nil, cures: [String] = [], at places: [OfficePlace] = [], field: String? = nil
  ) {
    (self.rule, self.message, self.cures, self.places, self.field) = (rule, message, cures, places, field)
  }
}
