import Base
package import Documents
package import Papers

/// What a text means by a mention.
package enum CitedDocument: Sendable {
  /// The text itself.
  case own
  case document(CorpusEntry)
  /// A number that belongs to a document of another title.
  case contradiction(CorpusEntry)
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
  /// The days of the text.
  package let days: CitingDays
  private let id: DocumentID?
  private let title: String
  private let number: DocumentNumber?
  /// The other site whose text it is; nil: this one's.
  private let source: String?
  /// What the text calls documents: 《办法》 of （以下简称《办法》）.
  private var shortNames: [TitleKey: CitedDocument] = [:]
  private lazy var related = relatedDocuments
  private lazy var places = document?.issuingPlaces ?? []

  /// A reader of the text of a document, which has read nothing yet.
  package init(_ corpus: Corpus, _ document: Document?) {
    (self.corpus, self.document, days) = (corpus, document, CitingDays(document))
    (id, title, number) = (document?.id, document?.title ?? "", document?.documentNumber)
    source = document?.provenance?.source
  }

  /// What the next mention means.
  package mutating func meaning(of mention: Mention) -> CitedDocument {
    let meaning = read(mention)
    if let name = mention.shortName {
      let key = TitleKey(name)
      shortNames[key] = shortNames[key].map { $0.isSame(as: meaning) ? meaning : .ambiguous } ?? meaning
    }
    return meaning
  }

  private mutating func read(_ mention: Mention) -> CitedDocument {
    switch mention.name {
    case .own(let word): return !mention.isQuoted && title.has(word) ? .own : .unknown
    case .number(let number): return numbered(number, title: "", mention)
    case .title(let title, let number):
      if let number, number.isComplete { return numbered(number, title: title, mention) }
      let key = TitleKey(title)
      if let known = shortNames[key] { return known }
      if mention.isEdition { return .unknown }
      return titled(key, mention, unnumbered: false)
    }
  }

  // MARK: By number

  private mutating func numbered(_ number: DocumentNumber, title: String, _ mention: Mention) -> CitedDocument {
    if number == self.number { return .own }
    let found = corpus.documents(numbered: number).nearest(to: source)
    if found.isEmpty {
      return title.isEmpty ? .unknown : titled(TitleKey(title), mention, unnumbered: true)
    }
    guard found.count == 1 else { return one(of: found) }
    // A number says which, even in a table or an answer that was brought up to date after the day at its head.
    guard let entry = corpus[found[0].id] else { return .unknown }
    return title.isEmpty ? .document(entry) : entry.document.bears(title) ? .document(entry) : .contradiction(entry)
  }

  // MARK: By title

  /// - Parameter unnumbered: Whether a document with a number of its own cannot be meant, because the text gives another.
  private mutating func titled(_ key: TitleKey, _ mention: Mention, unnumbered: Bool) -> CitedDocument {
    var found: [Citable] = []
    for entry in corpus.titles.entries(titled: key) where !(unnumbered && entry.document.isNumbered) {
      if entry.document.id == id || isEvident(entry, mention.lead) { found.append(entry.document) }
    }
    return found.isEmpty ? .unknown : one(of: found.nearest(to: source))
  }

  /// Whether a title can only mean this document: it tells whose it is, or the words before it or a declared relation do.
  private mutating func isEvident(_ entry: CitableTitles.Entry, _ lead: String) -> Bool {
    if entry.form == .full, entry.isNamed || !Paper.isBody(lead) { return true }
    return entry.document.issuers.contains(where: lead.has) || isNeighbour(entry.document, lead)
      || related.contains(entry.document.id)
  }

  /// 县人民政府《关于…的意见》 in a text of the same county.
  private mutating func isNeighbour(_ candidate: Citable, _ lead: String) -> Bool {
    places.contains { place in
      candidate.issuers.contains { $0.hasPrefix(place) && lead.hasSuffix($0.dropFirst(place.count - 1)) }
    }
  }

  // MARK: One of several

  /// The one document that was there when the text was made; of several, the one that was in force on that day.
  private func one(of found: [Citable]) -> CitedDocument {
    if found.contains(where: { $0.id == id }) { return found.count == 1 ? .own : .ambiguous }
    let day = days.made
    let earlier = found.filter { candidate in
      guard let day, let made = candidate.made else { return true }
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
    func key(_ title: String) -> String { TitleKey(title).text }
    let (own, cited) = (key(self.title), key(title))
    if own.contains(cited) || cited.contains(own) { return true }
    if citedTitles.contains(where: { cited.contains(key($0)) }) { return true }
    return body.contains(title)
      || !NearMiss.suggestions(for: cited, among: citedTitles.map(key)).isEmpty
  }
}
