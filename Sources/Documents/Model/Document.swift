package import Base
package import Papers

/// The path of a document in Content/, without `.md` or `/index.md`: `zhengce/2023-3`.
package struct DocumentID: Sendable, Hashable, Comparable {
  package let path: String

  /// The document with this content path.
  package init(_ path: String) { self.path = path }

  /// By bytes, so that the order does not depend on a locale.
  package static func < (a: DocumentID, b: DocumentID) -> Bool { a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
}

/// A valid document: every value has its type, but references are unresolved and no state is computed.
///
/// One word long. Its contents are shared by its copies until one of them is changed: documents are large, and lists, indexes and
/// rules pass them on by the thousand. A property a line, which the formatter would make four.
// swift-format-ignore
package struct Document: Sendable, Identifiable {
  private var store: DocumentStore

  package var id: DocumentID { store.contents.id }
  /// Path of its column: the folder in Content/, `fagui/zhengce`.
  package var column: String { store.contents.column }
  /// Id of its kind.
  package var kind: String { store.contents.kind }
  /// The last part of its URL.
  package var slug: String { store.contents.slug }

  package var title: String { get { store.contents.title } _modify { yield &contents.title } }
  package var documentNumber: DocumentNumber? { get { store.contents.documentNumber } _modify { yield &contents.documentNumber } }
  package var indexNumber: String? { get { store.contents.indexNumber } _modify { yield &contents.indexNumber } }
  package var registrationNumber: String? { get { store.contents.registrationNumber } _modify { yield &contents.registrationNumber } }
  /// The lead issuer first (主办机关).
  package var issuers: [String] { get { store.contents.issuers } _modify { yield &contents.issuers } }
  package var responsibleBody: String? { get { store.contents.responsibleBody } _modify { yield &contents.responsibleBody } }
  package var documentDate: CalendarDate? { get { store.contents.documentDate } _modify { yield &contents.documentDate } }
  package var publishedOn: Moment? { get { store.contents.publishedOn } _modify { yield &contents.publishedOn } }
  package var effectiveOn: CalendarDate? { get { store.contents.effectiveOn } _modify { yield &contents.effectiveOn } }
  /// Provisions that come into force later than the rest.
  package var commencements: [Commencement] { get { store.contents.commencements } _modify { yield &contents.commencements } }
  /// Inclusive; as written, or computed from 有效期.
  package var expiresOn: CalendarDate? { get { store.contents.expiresOn } _modify { yield &contents.expiresOn } }
  package var declaredValidity: DeclaredValidity? { get { store.contents.declaredValidity } _modify { yield &contents.declaredValidity } }
  package var disclosure: Disclosure { get { store.contents.disclosure } _modify { yield &contents.disclosure } }
  package var disclosureGround: String? { get { store.contents.disclosureGround } _modify { yield &contents.disclosureGround } }
  package var form: String? { get { store.contents.form } _modify { yield &contents.form } }
  package var topics: [String] { get { store.contents.topics } _modify { yield &contents.topics } }
  package var themes: [String] { get { store.contents.themes } _modify { yield &contents.themes } }
  package var audience: [String] { get { store.contents.audience } _modify { yield &contents.audience } }
  /// The names of the places that it is for; empty: it is for all.
  package var localities: [String] { get { store.contents.localities } _modify { yield &contents.localities } }
  package var keywords: [String] { get { store.contents.keywords } _modify { yield &contents.keywords } }
  package var summary: String? { get { store.contents.summary } _modify { yield &contents.summary } }
  package var origin: String? { get { store.contents.origin } _modify { yield &contents.origin } }
  package var attachments: [Attachment] { get { store.contents.attachments } _modify { yield &contents.attachments } }
  /// What it gives, and to whom.
  package var benefits: [Benefit] { get { store.contents.benefits } _modify { yield &contents.benefits } }
  /// Changes of its text that are told to readers, as written.
  package var updates: [TextUpdate] { get { store.contents.updates } _modify { yield &contents.updates } }
  package var relations: [RelationKind: [Reference]] { get { store.contents.relations } _modify { yield &contents.relations } }
  /// Acts of documents outside the library on it (被废止 …), by what they do; each target is the acting document.
  package var outsideActs: [RelationKind: [Reference]] { get { store.contents.outsideActs } _modify { yield &contents.outsideActs } }
  package var opensOn: CalendarDate? { get { store.contents.opensOn } _modify { yield &contents.opensOn } }
  package var closesOn: CalendarDate? { get { store.contents.closesOn } _modify { yield &contents.closesOn } }
  package var doneOn: CalendarDate? { get { store.contents.doneOn } _modify { yield &contents.doneOn } }
  /// Computed tables that its page shows below its text.
  package var overviews: [Overview] { get { store.contents.overviews } _modify { yield &contents.overviews } }
  package var isDraft: Bool { get { store.contents.isDraft } _modify { yield &contents.isDraft } }
  /// Whether this is its last published text, because the present one has an error (`--keep-going`).
  package var isHeld: Bool { get { store.contents.isHeld } _modify { yield &contents.isHeld } }
  /// Whether a mistake in its front matter leaves open that it is not to be public; only of documents with errors.
  package var mayBeHidden: Bool { get { store.contents.mayBeHidden } _modify { yield &contents.mayBeHidden } }
  /// 旧网址: addresses under which it was published before, absolute or from the root of this site.
  package var aliases: [String] { get { store.contents.aliases } _modify { yield &contents.aliases } }
  /// Since when, or from when on, its text is no longer public.
  package var withdrawn: Retraction? { get { store.contents.withdrawn } _modify { yield &contents.withdrawn } }
  /// 公开期限: the last day on which its text is public; then it is taken down.
  package var publicUntil: CalendarDate? { get { store.contents.publicUntil } _modify { yield &contents.publicUntil } }
  /// 分村公示: the table that makes one notice for each place, and its column with their names.
  package var perPlace: PlaceColumn? { get { store.contents.perPlace } _modify { yield &contents.perPlace } }
  /// The file in Content/ of the list that was divided into notices for places: as a whole it is not published.
  package var dividedList: String? { get { store.contents.dividedList } _modify { yield &contents.dividedList } }
  /// 归集: what it lists besides the documents it names in `contains`.
  package var collects: Query? { get { store.contents.collects } _modify { yield &contents.collects } }
  /// 已核对: warnings about it that an editor has looked at. Never published.
  package var checked: [Checked] { get { store.contents.checked } _modify { yield &contents.checked } }
  /// Values of the kind's own fields by key.
  package var fields: [String: FieldValue] { get { store.contents.fields } _modify { yield &contents.fields } }
  /// The part below its front matter; on a day, the text of that day.
  package var body: Body { get { store.contents.body } _modify { yield &contents.body } }
  /// All its texts in the order of their days, if it has had more than one; the first is that of its own file.
  package var texts: [DatedText] { get { store.contents.texts } _modify { yield &contents.texts } }
  /// Where it is published, if it is of another site's library.
  package var provenance: Provenance? { get { store.contents.provenance } _modify { yield &contents.provenance } }

  /// The file up to the end of its front matter: enough to locate every value in it.
  package var frontMatter: SourceText { store.contents.frontMatter }
  /// Byte range of each value, by key (``CommonField`` or the kind's own).
  package var places: [String: Range<Int>] { get { store.contents.places } _modify { yield &contents.places } }

  /// A document without values; Loading fills it.
  package init(id: DocumentID, column: String, kind: String, slug: String, frontMatter: SourceText) {
    store = DocumentStore(DocumentContents(id: id, column: column, kind: kind, slug: slug, frontMatter: frontMatter))
  }

  /// When changed, its own from then on.
  private var contents: DocumentContents {
    get { store.contents }
    _modify {
      if !isKnownUniquelyReferenced(&store) { store = DocumentStore(store.contents) }
      yield &store.contents
    }
  }
}

extension Document {
  /// Path of its page below the site's root, without a leading slash: `zhengce/2023-3/`.
  package var url: String { column.isEmpty ? slug + "/" : column + "/" + slug + "/" }

  /// Its tables, by the keys of their fields.
  package var tables: [(key: String, table: DataTable)] {
    fields.keys.sorted().flatMap { key in (fields[key]?.tables ?? []).map { (key, $0) } }
  }

  /// The day of a field of its kind.
  package func date(in key: String) -> CalendarDate? { if case .date(let day) = fields[key] { day } else { nil } }

  /// The text, number or choice of a field of its kind.
  package func text(in key: String) -> String? {
    switch fields[key] {
    case .text(let text), .number(let text): text
    default: nil
    }
  }

  /// The day of a field that the program knows.
  package func date(in field: KnownField) -> CalendarDate? { date(in: field.rawValue) }

  /// The text, number or choice of a field that the program knows.
  package func text(in field: KnownField) -> String? { text(in: field.rawValue) }

  /// The number in a field of its kind, with its decimals.
  package func exactNumber(in key: String) -> ExactNumber? { text(in: key).flatMap(ExactNumber.init) }

  /// The whole number in a field of its kind, whether it is a number or a text.
  package func number(in key: String) -> Int? { exactNumber(in: key)?.count }

  /// The number in a field that the program knows, with its decimals.
  package func exactNumber(in field: KnownField) -> ExactNumber? { exactNumber(in: field.rawValue) }

  /// The whole number in a field that the program knows.
  package func number(in field: KnownField) -> Int? { number(in: field.rawValue) }

  /// 举行日期 of a hearing or an event.
  package var heldOn: CalendarDate? { date(in: .heldOn) }

  /// How often it must be updated, by its own 更新周期.
  package var updateEvery: Period? { text(in: .updateEvery).flatMap(Period.init) }

  /// The day of its newest content: the later of 更新日期 and its publication (its signing, if it has no 发布日期).
  package var lastUpdate: CalendarDate? {
    [date(in: .updatedOn), publishedOn?.day, publishedOn == nil ? documentDate : nil].compactMap(\.self).max()
  }

  /// The location of a value, or the start of the file when it has none.
  package func location(of key: String) -> Diagnostic.Location {
    if let provenance { return provenance.location }
    return places[key].map(frontMatter.location(of:)) ?? frontMatter.whole
  }

  /// The location of a common field.
  package func location(of field: CommonField) -> Diagnostic.Location { location(of: field.rawValue) }

  /// The location of a field that the program knows.
  package func location(of field: KnownField) -> Diagnostic.Location { location(of: field.rawValue) }
}
