/// 要素: something that a complete record of a kind has, and where it may stand.
package struct Part: Sendable, Hashable {
  /// What readers see: 决策草案.
  package let label: String
  package let demand: Demand
  /// Any of them is enough; at least one.
  package let sources: [Source]

  /// How much a part is asked for.
  package enum Demand: Sendable, Hashable {
    /// Its absence is a finding.
    case required
    /// Its absence is shown.
    case expected
    /// 视情公开: shown when it is there.
    case optional
  }

  /// Where a part may stand.
  package enum Source: Sendable, Hashable {
    /// A word of every kind, or a field of the kind.
    case field(String)
    /// A heading of the body that contains these words.
    case heading(String)
    /// An attachment whose name contains these words.
    case attachment(String)
    case relation(RelatedPart)
  }

  /// Makes a part.
  package init(label: String, demand: Demand, sources: [Source]) {
    self.label = label
    self.demand = demand
    self.sources = sources
  }
}

/// A part that is another document.
package struct RelatedPart: Sendable, Hashable {
  package let relation: RelationKind
  /// Whether the other document names this one: `outcome` instead of `outcomeOf`.
  package let isIncoming: Bool
  /// Ids of the kinds that count; empty: any.
  package let kinds: [String]
  /// What the other's title contains; nil: anything.
  package let title: String?

  /// Makes one.
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
