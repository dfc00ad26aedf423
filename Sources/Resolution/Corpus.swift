package import Base
package import Documents
package import Papers

/// A document that is public on the corpus's day, with its state and its relations in both directions. An immutable
/// class instead of a struct, because documents are large and every list and page uses them.
package final class CorpusEntry: Sendable {
  package let document: Document
  /// Nil for kinds without a lifecycle.
  package let status: Status?
  /// All its past and foreseeable states; nil for kinds without a lifecycle.
  package let history: StateHistory?
  /// Its states by dates and relations alone; nil unless the author declared a validity.
  package let derived: StateHistory?
  /// What other public documents do to its text or its validity.
  package let acts: Acts
  /// Its own relations, in the order of ``RelationKind``, then as written.
  package let outgoing: [Relation]
  /// The relations of other public documents to it, by kind, day and source.
  package let incoming: [Relation]

  init(
    _ document: Document, _ reading: (history: StateHistory, status: Status)?, derived: StateHistory?, acts: Acts,
    outgoing: [Relation], incoming: [Relation]
  ) {
    self.document = document
    status = reading?.status
    history = reading?.history
    self.derived = derived
    self.acts = acts
    self.outgoing = outgoing
    self.incoming = incoming
  }
}

/// The library on one day: the only source for states and relations. An immutable class like its entries, because
/// everything that is rendered refers to it.
package final class Corpus: Sendable {
  package let site: Site
  /// By id.
  package let kinds: [String: Kind]
  /// Sorted by order, then path.
  package let columns: [Column]
  package let asOf: CalendarDate
  /// The site's own public documents, sorted by id: what counts, has duties, is exported and is inspected.
  package let entries: [CorpusEntry]
  /// The public documents of other sites that it shows, sorted by id.
  package let regional: [CorpusEntry]
  /// Every document that has a page here: ``entries``, then ``regional``.
  package let shown: [CorpusEntry]
  /// The libraries of those sites.
  package let region: Region
  /// Documents of which only title and number are shown (依申请公开), sorted by id.
  package let catalogued: [Document]
  /// What is left of the documents that were taken down by now, sorted by id. What they do to others counts.
  package let tombstones: [Tombstone]
  /// The documents that were taken down by now; what they say is nobody's to show.
  package let withdrawn: [Document]
  /// The documents that were taken down by now, of this site and of others: nobody misses them.
  package let takenDown: Set<DocumentID>
  /// References that do not resolve.
  package let findings: [Diagnostic]
  /// In ``shown``.
  private let positions: [DocumentID: Int]
  private let references: ReferenceIndex
  /// The resolved relations of all documents, public or not, in the order of the acting documents' ids.
  package let relations: [Relation]
  /// All documents, those of other sites too, sorted by id.
  private let documents: [Document]
  private let leftOut: Set<DocumentID>

  private let lazyCitations = Once<CitationIndex>()

  /// Who cites whom in the public texts.
  package var citations: CitationIndex { lazyCitations.value { CitationIndex(self) } }

  /// All documents by the titles under which texts cite them.
  var titles: CitableTitles { references.titles }

  /// The public document with this id.
  package subscript(id: DocumentID) -> CorpusEntry? { positions[id].map { shown[$0] } }

  /// Resolves the relations between documents and computes their states on `asOf`.
  ///
  /// - Parameters:
  ///   - kinds: All kinds that documents name.
  ///   - columns: In any order.
  ///   - documents: Valid documents, public or not, in any order.
  ///   - asOf: The day on which states and visibility are computed.
  ///   - leftOut: Those of them that have no page because of an error. What they do to others still counts: nothing is in
  ///     force again because of a slip of the pen.
  ///   - failed: Documents that are in the library but could not be read: a reference to one is not dangling.
  ///   - failedNumbers: The document numbers of those, as far as known.
  ///   - region: The libraries of other sites, which act on this one's documents and are acted on by them.
  package convenience init(
    site: Site, kinds: [Kind], columns: [Column], documents: [Document], region: Region = Region(), asOf: CalendarDate,
    leftOut: Set<DocumentID> = [], failed: Set<DocumentID> = [], failedNumbers: Set<DocumentNumber> = []
  ) {
    let sorted = (documents + region.documents).sorted { $0.id < $1.id }
    let references = ReferenceIndex(
      sorted, organizations: site.organizations, failed: failed, failedNumbers: failedNumbers)
    let (relations, findings) = Self.relations(of: sorted, leftOut: leftOut, references)
    self.init(
      site: site,
      kinds: Dictionary((kinds + region.kinds).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      columns: columns.sorted { ($0.order, $0.path) < ($1.order, $1.path) }, region: region, asOf: asOf,
      findings: findings.sorted(), references: references, relations: relations, documents: sorted, leftOut: leftOut)
  }

  private init(
    site: Site, kinds: [String: Kind], columns: [Column], region: Region, asOf: CalendarDate, findings: [Diagnostic],
    references: ReferenceIndex, relations: [Relation], documents: [Document], leftOut: Set<DocumentID>
  ) {
    self.site = site
    self.kinds = kinds
    self.columns = columns
    self.region = region
    self.asOf = asOf
    self.findings = findings
    self.references = references
    self.relations = relations
    self.documents = documents
    self.leftOut = leftOut
    let known = documents.filter { $0.isReleased(on: asOf) }.map { $0.showing(asOf) }
    let retractions = known.compactMap { document in document.retraction(on: asOf).map { (document, $0) } }
    // Where another site's text was, its own site says why it is gone.
    withdrawn = retractions.map(\.0).filter { !$0.isRegional }
    tombstones = retractions.filter { !$0.0.isRegional }.map { Tombstone($0.0, $0.1) }
    let retracted = Dictionary(retractions.map { ($0.0.id, $0.1) }, uniquingKeysWith: { first, _ in first })
    takenDown = region.withdrawn.union(retracted.keys)
    let visible = known.filter { !leftOut.contains($0.id) && retracted[$0.id] == nil }
    let byEnd = RelationsByEnd(
      relations, visible: Set(visible.map(\.id)), known: Set(known.map(\.id)), retracted: retracted)
    let clock = Clock(
      documents: known, kinds: kinds, relations: byEnd, asOf: asOf, dueSoonDays: site.dueSoonDays)
    let all = visible.map { document in
      CorpusEntry(
        document, clock.reading(of: document), derived: clock.derivedHistory(of: document),
        acts: clock.acts(on: document), outgoing: byEnd.outgoing[document.id] ?? [],
        incoming: byEnd.incoming[document.id] ?? [])
    }
    entries = all.filter { !$0.document.isRegional }
    regional = all.filter(\.document.isRegional)
    shown = entries + regional
    catalogued = documents.filter { $0.isCatalogued(on: asOf) && !leftOut.contains($0.id) }
    positions = Dictionary(shown.enumerated().map { ($1.document.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same library on another day.
  package func on(_ day: CalendarDate) -> Corpus {
    Corpus(
      site: site, kinds: kinds, columns: columns, region: region, asOf: day, findings: findings,
      references: references, relations: relations, documents: documents, leftOut: leftOut)
  }

  /// The relations of all documents, and a finding for each reference that does not resolve.
  private static func relations(
    of documents: [Document], leftOut: Set<DocumentID>, _ index: ReferenceIndex
  ) -> ([Relation], [Diagnostic]) {
    var relations: [Relation] = []
    var findings: [Diagnostic] = []
    for document in documents {
      for kind in RelationKind.allCases {
        for reference in document.relations[kind] ?? [] {
          guard case .success(let target?) = index.resolve(reference, in: document) else { continue }
          let isLeftOut = leftOut.contains(document.id)
          relations.append(Relation(kind, from: document, to: target, reference, isLeftOut: isLeftOut))
          guard kind.isAct else { continue }
          relations += index.copies(of: target, for: document).map {
            Relation(kind, from: document, to: .document($0), reference, isLeftOut: isLeftOut, isOnCopy: true)
          }
        }
        for reference in document.outsideActs[kind] ?? [] {
          Relation(kind, on: document, recordedIn: reference).map { relations.append($0) }
        }
      }
      if !document.isRegional { findings += index.findings(of: document) }
    }
    return (relations, findings)
  }

  /// The column with a path, the site's own or one of another site.
  package func column(_ path: String) -> Column? {
    columns.first { $0.path == path } ?? region.columns.first { $0.path == path }
  }

  /// A finding for each reference that does not resolve, in a document that is not in the corpus because of an error.
  package func danglingReferences(of document: Document) -> [Diagnostic] { references.findings(of: document) }

  /// The public document that a field of `document` refers to.
  package func target(of reference: Reference, in document: Document) -> CorpusEntry? {
    guard case .success(.document(let id)?) = resolve(reference, in: document) else { return nil }
    return self[id]
  }

  /// The document of the library, public or not, that a reference of `document` names.
  package func known(_ reference: Reference, in document: Document) -> DocumentID? {
    guard case .success(.document(let id)?) = resolve(reference, in: document) else { return nil }
    return id
  }

  /// The documents with a number, public or not; no drafts.
  func documents(numbered number: DocumentNumber) -> [Citable] { references.documents(numbered: number) }

  /// The target of a reference in `document`, public or not.
  func resolve(_ reference: Reference, in document: Document) -> Result<ResolvedTarget?, ReferenceIndex.Finding> {
    references.resolve(reference, in: document)
  }
}

/// Relations among public documents, by either end.
struct RelationsByEnd {
  private(set) var outgoing: [DocumentID: [Relation]] = [:]
  private(set) var incoming: [DocumentID: [Relation]] = [:]

  /// Keeps the relations between public documents, those of public documents to texts outside the library, and the acts of
  /// public documents that have no page.
  ///
  /// - Parameters:
  ///   - known: Public documents with and without a page.
  ///   - retracted: Those of them that were taken down.
  init(
    _ relations: [Relation], visible: Set<DocumentID>, known: Set<DocumentID>, retracted: [DocumentID: Retraction]
  ) {
    for var relation in relations where known.contains(relation.source) {
      if let retraction = retracted[relation.source] { relation.hideSource(retraction) }
      let hasPage = visible.contains(relation.source)
      guard hasPage || relation.kind.isAct else { continue }
      if case .document(let target) = relation.target {
        guard known.contains(target) else { continue }
        incoming[target, default: []].append(relation)
        guard visible.contains(target) else { continue }
      }
      if hasPage, relation.outside == nil, !relation.isOnCopy {
        outgoing[relation.source, default: []].append(relation)
      }
    }
    for id in incoming.keys { incoming[id]?.sort(by: RelationsByEnd.precedes) }
  }

  private static func precedes(_ a: Relation, _ b: Relation) -> Bool {
    let order = RelationKind.allCases
    let (first, second) = (order.firstIndex(of: a.kind) ?? 0, order.firstIndex(of: b.kind) ?? 0)
    if first != second { return first < second }
    if a.effectiveOn != b.effectiveOn { return a.effectiveOn ?? .distantPast < b.effectiveOn ?? .distantPast }
    return a.source < b.source
  }
}

extension Document {
  /// The references in the fields of its kind, in the order of the keys, and to the guides of what it gives.
  var fieldReferences: [Reference] { fields.keys.sorted().flatMap(references(in:)) + benefits.compactMap(\.how) }

  /// The references in a field of its kind, as written.
  package func references(in key: String) -> [Reference] { fields[key].map(Self.references) ?? [] }

  private static func references(in value: FieldValue) -> [Reference] {
    switch value {
    case .reference(let reference): [reference]
    case .list(let values): values.flatMap(references)
    case .text, .date, .number, .boolean, .link, .file, .table: []
    }
  }
}
