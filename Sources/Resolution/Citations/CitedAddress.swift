package import Base
import Documents
package import Papers

/// The days of a text that cites others.
package struct CitingDays: Sendable, Hashable {
  /// What it cites was there by then.
  package let made: CalendarDate?
  /// Its first day in force: provisions that it names were in force by then.
  package let inForce: CalendarDate?

  /// The days of a document; of a text that belongs to none, none are known.
  init(_ document: Document?) {
    made = document?.documentDate ?? document?.publishedOn?.day
    inForce = [made, document?.effectiveOn].compactMap(\.self).max()
  }
}

/// Where a citation leads.
package struct CitedAddress: Sendable, Hashable {
  /// Below the root, without a leading slash.
  package let url: String
  /// The anchor of the provision.
  package let fragment: String?
}

extension Corpus {
  /// The page of a document as a text of some day cites it, at the provision, if that has an anchor there. The only place that knows
  /// which text of a document is meant.
  package func address(of cited: CorpusEntry, _ clause: CitedClause?, on days: CitingDays) -> CitedAddress {
    let text = cited.document.text(on: days)
    let url = text.map { DocumentFile.text($0.name).url(beside: cited.document.url) } ?? cited.document.url
    guard let clause, cited.hasText(of: days) else { return CitedAddress(url: url, fragment: nil) }
    let body = text?.body ?? cited.document.body
    return CitedAddress(url: url, fragment: clause.anchors.first(where: body.hasOnly(anchor:)))
  }

  /// Whether a text of some day cites an article that its target does not have.
  package func lacks(_ clause: CitedClause, _ cited: CorpusEntry, on days: CitingDays) -> Bool {
    let body = cited.document.body
    guard clause.isArticle, let article = clause.anchors.first, !body.has(anchor: article), body.hasArticles else {
      return false
    }
    // Articles that an amendment added stand in the amending document.
    let isAmended = !cited.acts.past.isEmpty || !cited.acts.coming.isEmpty
    return !isAmended && cited.hasText(of: days)
  }
}

extension Document {
  /// The text that another one of some day cites; nil if its page shows it, or if no day is known.
  fileprivate func text(on days: CitingDays) -> DatedText? {
    guard let day = days.inForce, let index = texts.lastIndex(where: { $0.from.map { $0 <= day } ?? false }) else {
      return nil
    }
    return index == texts.count - 1 ? nil : texts[index]
  }
}

extension CorpusEntry {
  /// Whether its text may be the one that was cited: not if it had ended by then, nor if it came into force after the citing text did,
  /// whose numbers are then those of an older one.
  fileprivate func hasText(of days: CitingDays) -> Bool {
    guard let history, let made = days.made, let inForce = days.inForce else { return true }
    return !history.state(on: made).isEnded && history.state(on: inForce) != .notYetInForce
  }
}
