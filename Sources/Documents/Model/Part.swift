/// 要素: a part of a complete record of a kind, and where it may be found.
package struct Part: Sendable, Hashable {
  /// What readers call it: 决策草案.
  package let label: String
  package let demand: Demand
  /// Where to look for it; one of them is enough. Never empty.
  package let sources: [Source]
  /// The station that it is of the record's way, for readers: 征求意见; nil: none.
  package var stage: String?
  /// The key of the day on which it was done, for its station; nil: that of the document which is the part.
  package var day: String?
  /// The label of another part: once that one is there, this one is required. Nil: none.
  package var neededWith: String?

  /// How strictly a part is required.
  package enum Demand: Sendable, Hashable {
    /// Its absence is a finding.
    case required
    /// Its absence is shown.
    case expected
    /// 视情公开: shown if present.
    case optional
  }

  /// Where a part may be found.
  package enum Source: Sendable, Hashable {
    /// A common field, or a field of the kind, by its key.
    case field(String)
    /// A heading of the body that contains these words.
    case heading(String)
    /// An attachment whose name contains these words.
    case attachment(String)
    case relation(RelatedPart)
  }

  /// Memberwise.
  package init(label: String, demand: Demand, sources: [Source], stage: String? = nil) {
    self.label = label
    self.demand = demand
    self.sources = sources
    self.stage = stage
  }
}

/// A part that is another document.
package struct RelatedPart: Sendable, Hashable {
  package let relation: RelationKind
  /// Whether it is the other document that names this one: `outcome` instead of `outcomeOf`.
  package let isIncoming: Bool
  /// Ids of the accepted kinds; empty: any.
  package let kinds: [String]
  /// Words that the other document's title must contain; nil: any title.
  package let title: String?

  /// Memberwise.
  package init(relation: RelationKind, isIncoming: Bool, kinds: [String] = [], title: String? = nil) {
    self.relation = relation
    self.isIncoming = isIncoming
    self.kinds = kinds
    self.title = title
  }

  /// Whether a document is this part.
  package func accepts(_ document: Document) -> Bool {
    (kinds.isEmpty || kinds.contains(document.kind)) && title.map(document.title.contains) ?? true
  }
}
