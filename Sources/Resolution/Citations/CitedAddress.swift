package import Base
import Documents
package import Papers

/// Where a citation leads.
package struct CitedAddress: Sendable, Hashable {
  /// Below the root, without a leading slash.
  package let url: String
  /// The anchor of the provision.
  package let fragment: String?
}

extension Corpus {
  /// The page of a document as a text of a day cites it, at the provision, if that has an anchor there. The only place that knows
  /// which text of a document is meant.
  package func address(of cited: CorpusEntry, _ clause: CitedClause?, on day: CalendarDate?) -> CitedAddress {
    let url = cited.document.url
    guard let clause, cited.hasText(of: day) else { return CitedAddress(url: url, fragment: nil) }
    return CitedAddress(url: url, fragment: clause.anchors.first(where: cited.document.body.hasOnly(anchor:)))
  }

  /// Whether a text of a day cites an article that its target does not have.
  package func lacks(_ clause: CitedClause, _ cited: CorpusEntry, on day: CalendarDate?) -> Bool {
    guard clause.isArticle, let article = clause.anchors.first, cited.document.body.hasArticles else { return false }
    // Articles that an amendment added stand in the amending document.
    let isAmended = !cited.acts.past.isEmpty || !cited.acts.coming.isEmpty
    return cited.hasText(of: day) && !isAmended && !cited.document.body.has(anchor: article)
  }
}

extension CorpusEntry {
  /// Whether its text may be the one that was in force on a day: a document that had ended by then is cited as it was at another time.
  fileprivate func hasText(of day: CalendarDate?) -> Bool {
    guard let day, let history else { return true }
    return !history.state(on: day).isEnded
  }
}
