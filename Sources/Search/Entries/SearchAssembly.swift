import Base
package import Documents
import Markdown
import Papers
package import Resolution

/// Feeds the corpus to the search index, as many documents at once as there are jobs.
package struct SearchAssembly: Sendable {
  let corpus: Corpus
  /// The documents that are found.
  let entries: [CorpusEntry]
  private let jobs: Int
  private let places: [SearchPlace]
  private let attachments: [DocumentID: [SearchAttachment]]
  private let previous: PublishedNumbers?

  /// A text that the index holds but does not find; a bug in the program.
  package struct LostText: Error {
    /// A title, a number or some characters of a body.
    package let text: String
  }

  /// - Parameters:
  ///   - entries: The documents that are found; nil: all that have a page.
  ///   - places: Pages besides the documents that a reader may name.
  ///   - attachments: The files beside each document.
  ///   - previous: The numbers of the last release; one of a later day does not count.
  package init(
    corpus: Corpus, of entries: [CorpusEntry]? = nil, jobs: Int, places: [SearchPlace] = [],
    attachments: [DocumentID: [SearchAttachment]] = [:], previous: PublishedNumbers? = nil
  ) {
    self.corpus = corpus
    self.entries = entries ?? corpus.shown
    self.jobs = jobs
    self.places = places
    self.attachments = attachments
    self.previous = previous.flatMap { $0.day > corpus.asOf.iso ? nil : $0 }
  }

  /// The index of its documents.
  ///
  /// - Throws: ``LostText`` when a sample of what was indexed is not found.
  package func index() async throws(LostText) -> SearchIndex {
    let (plan, index) = await build()
    if let lost = index.firstLoss(plan, tokens: tokens) { throw LostText(text: lost) }
    return index
  }

  /// Makes the index and looks up titles in it; see ``SearchIndex/proof(ofTitles:sample:rank:tokens:)``.
  package func titleProof(sample: Int, rank: Int) async -> TitleProof {
    let (plan, index) = await build()
    return index.proof(ofTitles: plan, sample: sample, rank: rank, tokens: tokens)
  }

  private func build() async -> (IndexPlan, SearchIndex) {
    let facets = SearchFacets(corpus)
    let cards = await cards(facets)
    let sample = await boundedMap(IndexPlan.sample(of: cards), jobs: jobs, transform: tokens)
    let plan = IndexPlan(
      cards, sample: sample, gone: corpus.withdrawn.map { ($0.url, $0.listDate?.iso ?? "") }, previous: previous)
    // More ranges than jobs, because page rendering shares the processors.
    let parts = await boundedMap(plan.ranges(2 * jobs), jobs: jobs, chunk: 1) { plan.part($0, tokens: tokens) }
    let shards = await boundedMap(plan.stretches(of: parts, 2 * jobs), jobs: jobs, chunk: 1) {
      plan.shards(of: parts, in: $0)
    }
    let index = SearchIndex(
      plan, shards: shards.flatMap(\.self), facets: facets.facets, places: places,
      synonyms: synonyms, occurs: { plan.holds($0, parts) }, asOf: corpus.asOf.iso)
    return (plan, index)
  }

  /// Words with the same meaning, the one that documents use first. Of a site's own groups any word may be that one; they come
  /// before the common ones.
  var synonyms: [[String]] {
    let own = corpus.site.synonyms.flatMap { group in group.map { word in [word] + group.filter { $0 != word } } }
    return own + corpus.site.commonSynonyms
  }

  /// The indexed text of one document, by its position.
  @Sendable
  func tokens(_ place: Int) -> DocumentTokens {
    let entry = entries[place]
    let document = entry.document
    let numbers = [document.documentNumber?.text, document.indexNumber].compactMap(\.self)
    return DocumentTokens(
      title: document.title, numbers: numbers, issuer: Self.issuer(of: document), keywords: keywords(of: entry),
      summary: document.summary ?? "",
      sections: sections(of: document), attachments: attachments[document.id] ?? [])
  }

  /// The text with the tables placed in it, then the other tables.
  func sections(of document: Document) -> [SearchSection] {
    let body = document.body.text.sections
    if document.tables.isEmpty {
      return body.map { SearchSection(anchor: $0.anchor, heading: $0.heading, text: $0.text) }
    }
    let tables = corpus.tables(of: document).map { _, caption, table in
      (heading: table.form.heading, text: TableText(table, caption: caption, of: document, in: corpus).bytes)
    }
    let headings = Set(body.map(\.heading))
    let sections = body.map { section in
      SearchSection(
        anchor: section.anchor, heading: section.heading,
        text: section.text + tables.filter { $0.heading == section.heading }.flatMap(\.text))
    }
    let others = tables.filter { table in !(table.heading.map(headings.contains) ?? false) }
    return sections + others.map { SearchSection(text: $0.text[...]) }
  }

  /// What a card says of a text.
  private struct Measure: Sendable {
    /// Approximate number of characters that a reader of the whole document would load.
    let length: Int
    /// The articles of the text; the number of each is in its anchor.
    let articles: ClosedRange<Int>?
  }

  private func measure(_ entry: CorpusEntry) -> Measure {
    let document = entry.document
    let text = document.body.text
    let bytes =
      document.tables.isEmpty
      ? text.sections.reduce(0) { $0 + $1.heading.utf8.count + $1.text.count }
      : sections(of: document).reduce(0) { $0 + $1.heading.utf8.count + $1.text.count }
    let numbers = text.outline.lazy.filter { $0.kind == .article }
      .compactMap { Int($0.anchor.dropFirst("tiao-".count)) }
    let articles = numbers.min().flatMap { first in numbers.max().map { first...$0 } }
    return Measure(length: bytes / 3, articles: articles)
  }

  /// Keywords that no other part of a card shows; card and tokens must agree.
  private func keywords(of entry: CorpusEntry) -> [String] {
    let document = entry.document
    let own = document.keywords + [document.registrationNumber].compactMap(\.self)
    // What people can take part in is also found by what it is called: 意见征集, 征集中.
    guard let kind = corpus.kind(of: entry), [.consultation, .event, .publicNotice].contains(kind.lifecycle) else {
      return own
    }
    return own + [kind.label] + [entry.status?.state.label].compactMap(\.self)
  }

  private static func issuer(of document: Document) -> String { document.issuers.joined(separator: "、") }

  private func cards(_ facets: SearchFacets) async -> [SearchEntry] {
    let all = corpus.columns + corpus.region.columns
    let columns = Dictionary(all.map { ($0.path, $0.title) }, uniquingKeysWith: { first, _ in first })
    let measures = await boundedMap(entries, jobs: jobs, chunk: 64, transform: measure)
    return zip(entries, measures).map {
      card($0, $1, facets: facets.positions(of: $0), column: columns[$0.document.column] ?? "")
    }
  }

  private func card(_ entry: CorpusEntry, _ measure: Measure, facets: [[Int]], column: String) -> SearchEntry {
    let document = entry.document
    return SearchEntry(
      url: document.url, title: document.title, documentNumber: document.documentNumber?.text,
      indexNumber: document.indexNumber, issuer: Self.issuer(of: document),
      kind: corpus.kind(of: entry).flatMap { $0.layout == .page ? nil : $0.label } ?? "",
      keywords: keywords(of: entry), summary: document.summary ?? "", state: entry.status?.state.rawValue ?? "",
      stateLabel: entry.status?.state.label ?? "", isEnded: entry.status?.state.isEnded ?? false,
      changes: changes(entry), date: entry.listDate?.iso ?? "", facets: facets,
      length: measure.length, column: column, articles: measure.articles, attachments: attachments[document.id] ?? [])
  }

  /// The upcoming states, so that results are right until the next build.
  private func changes(_ entry: CorpusEntry) -> [SearchEntry.Change] {
    (entry.status?.upcoming ?? []).compactMap { step in
      step.from.map {
        .init(day: $0.iso, state: step.state.rawValue, label: step.state.label, isEnded: step.state.isEnded)
      }
    }
  }
}
