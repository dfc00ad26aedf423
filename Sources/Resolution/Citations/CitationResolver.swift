import Base
package import Documents
package import Papers

/// What a text means by a mention.
package enum CitedDocument: Sendable {
  /// The text itself.
  case own
  case document(CorpusEntry)
  /// A number that belongs to a document of another title.
  case contradiction(Document)
  /// Several documents, of which none is more likely than the others.
  case ambiguous
  /// Nothing of the library that readers can see, or nothing that is certain.
  case unknown
}

/// Says which documents a text means, mention by mention in reading order, so that it knows what the text calls 《办法》. In doubt it
/// says nothing: a link that leads to the wrong document is worse than none.
package struct CitationResolver {
  private let corpus: Corpus
  /// The text's own document; nil for texts that belong to none.
  private let document: Document?
  /// What the text calls documents: 《办法》 of （以下简称《办法》）.
  private var shortNames: [String: CitedDocument] = [:]
  private lazy var related = relatedDocuments

  /// A reader of the text of a document, which has read nothing yet.
  package init(_ corpus: Corpus, _ document: Document?) { (self.corpus, self.document) = (corpus, document) }

  /// The days of the text.
  package var days: CitingDays { CitingDays(document) }

  /// What the next mention means.
  package mutating func meaning(of mention: Mention) -> CitedDocument {
    let meaning = read(mention)
    if let name = mention.shortName {
      let key = CitableTitles.key(name)
      shortNames[key] = shortNames[key].map { $0.isSame(as: meaning) ? meaning : .ambiguous } ?? meaning
    }
    return meaning
  }

  private mutating func read(_ mention: Mention) -> CitedDocument {
    switch mention.name {
    case .own(let word): return !mention.isQuoted && document?.title.contains(word) ?? false ? .own : .unknown
    case .number(let number): return numbered(number, title: "", mention)
    case .title(let title, let number):
      if let number, number.isComplete { return numbered(number, title: title, mention) }
      let key = CitableTitles.key(title)
      if let known = shortNames[key] { return known }
      if mention.isEdition { return .unknown }
      return titled(key, mention, unnumbered: false)
    }
  }

  // MARK: By number

  private mutating func numbered(_ number: DocumentNumber, title: String, _ mention: Mention) -> CitedDocument {
    if number == document?.documentNumber { return .own }
    let found = corpus.documents(numbered: number)
    if found.isEmpty {
      return title.isEmpty ? .unknown : titled(CitableTitles.key(title), mention, unnumbered: true)
    }
    let meant = one(of: found)
    guard !title.isEmpty, case .document(let entry) = meant, found.count == 1 else { return meant }
    return entry.document.bears(title) ? meant : .contradiction(entry.document)
  }

  // MARK: By title

  /// - Parameter unnumbered: Whether a document with a number of its own cannot be meant, because the text gives another.
  private mutating func titled(_ key: String, _ mention: Mention, unnumbered: Bool) -> CitedDocument {
    let (ids, form) = corpus.titles.documents(titled: key)
    var found = ids.compactMap { corpus.known($0) }
    if unnumbered { found = found.filter { $0.documentNumber == nil } }
    found = found.filter { $0.id == document?.id || isEvident($0, key, form, mention) }
    return found.isEmpty ? .unknown : one(of: found)
  }

  /// Whether a title can only mean this document: it tells whose it is, or the words before it or a declared relation do.
  private mutating func isEvident(
    _ candidate: Document, _ key: String, _ form: CitableTitles.Form, _ mention: Mention
  ) -> Bool {
    if related.contains(candidate.id) { return true }
    if candidate.issuers.contains(where: mention.lead.contains) { return true }
    if isNeighbour(candidate, mention.lead) { return true }
    return form == .full && (candidate.isNamed(in: key) || !Paper.isBody(mention.lead))
  }

  /// 县人民政府《关于…的意见》 in a text of the same county.
  private func isNeighbour(_ candidate: Document, _ lead: String) -> Bool {
    guard let document else { return false }
    let places = document.issuingPlaces
    return candidate.issuers.contains { issuer in
      places.contains { place in issuer.hasPrefix(place) && lead.hasSuffix(issuer.dropFirst(place.count - 1)) }
    }
  }

  // MARK: One of several

  /// The one document that was there when the text was made; of several, the one that was in force on that day.
  private func one(of found: [Document]) -> CitedDocument {
    if found.contains(where: { $0.id == document?.id }) { return found.count == 1 ? .own : .ambiguous }
    let day = days.made
    let earlier = found.filter { candidate in
      guard let day, let made = CitingDays(candidate).made else { return true }
      return made <= day
    }
    let entries = earlier.compactMap { corpus[$0.id] }
    if earlier.count < 2 { return entries.first.map(CitedDocument.document) ?? .unknown }
    guard let day, entries.count == earlier.count else { return .ambiguous }
    let inForce = entries.filter { $0.history?.state(on: day).isInForce ?? false }
    return inForce.count == 1 ? .document(inForce[0]) : .ambiguous
  }

  /// The documents with which relations or fields of the front matter connect it.
  private var relatedDocuments: Set<DocumentID> {
    guard let document else { return [] }
    let own = document.relations.values.flatMap(\.self) + document.fieldReferences
    var ids = Set((corpus[document.id]?.incoming ?? []).filter { $0.outside == nil }.map(\.source))
    for reference in own {
      if case .success(.document(let id)?) = corpus.resolve(reference, in: document) { ids.insert(id) }
    }
    return ids
  }
}

extension CitedDocument {
  fileprivate func isSame(as other: CitedDocument) -> Bool {
    switch (self, other) {
    case (.own, .own), (.unknown, .unknown): true
    case (.document(let a), .document(let b)): a.document.id == b.document.id
    default: false
    }
  }
}

extension Document {
  /// Whether a text may call it so: its title and the cited one contain each other, or the cited one stands in its text.
  fileprivate func bears(_ title: String) -> Bool {
    let (own, cited) = (CitableTitles.key(self.title), CitableTitles.key(title))
    if own.contains(cited) || cited.contains(own) { return true }
    if citedTitles.contains(where: { cited.contains(CitableTitles.key($0)) }) { return true }
    return body.contains(title)
      || !NearMiss.suggestions(for: cited, among: citedTitles.map(CitableTitles.key)).isEmpty
  }
}
