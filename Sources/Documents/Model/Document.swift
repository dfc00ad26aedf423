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

/// 公开属性.
package enum Disclosure: String, Sendable, Hashable, CaseIterable {
  case proactive, onRequest, withheld

  /// 主动公开, 依申请公开, 不予公开.
  package var label: String {
    switch self {
    case .proactive: "主动公开"
    case .onRequest: "依申请公开"
    case .withheld: "不予公开"
    }
  }
}

/// What an author may declare about 有效性. States are computed; a declaration only adds what no date or relation says.
package enum DeclaredValidity: String, Sendable, Hashable, CaseIterable {
  case inForce, notYetInForce, amended, partiallyRepealed, repealed, expired, annulled

  /// The words for it in front matter; the first is the preferred one.
  package var words: [String] {
    switch self {
    case .inForce: ["有效", "现行有效", "继续有效"]
    case .notYetInForce: ["尚未施行", "尚未生效"]
    case .amended: ["已修改", "已被修改"]
    case .partiallyRepealed: ["部分废止", "部分失效"]
    case .repealed: ["废止", "已废止"]
    case .expired: ["失效", "已失效", "宣布失效"]
    case .annulled: ["已撤销", "撤销", "自始无效", "无效"]
    }
  }

  /// The validity that a Chinese word or the code itself stands for.
  package init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue == word || $0.words.contains(word) }) else { return nil }
    self = found
  }
}

/// A file that belongs to a document.
package struct Attachment: Sendable, Hashable {
  /// What readers call it.
  package let title: String
  /// Relative to Content/: `zhengce/2023-3/biaoge.xlsx`.
  package let path: String
  package let byteCount: Int

  /// Memberwise.
  package init(title: String, path: String, byteCount: Int) {
    self.title = title
    self.path = path
    self.byteCount = byteCount
  }

  /// The last part of its path.
  package var fileName: String { path.lastSegment }
}

/// The target of a relation or a reference field, as its author wrote it.
package enum ReferenceTarget: Sendable, Hashable {
  /// A document number; with the issuer only where the author had to disambiguate.
  case number(DocumentNumber, issuer: String?)
  case path(DocumentID)
  /// A text outside this library, declared as such.
  case external(title: String, documentNumber: String?, url: String?)
}

/// A reference with its details and its place in the file.
package struct Reference: Sendable, Hashable {
  package let target: ReferenceTarget
  /// The day it takes effect, if that is not the acting document's own.
  package let on: CalendarDate?
  /// Only for extensions: the new last day of the target, inclusive.
  package let until: CalendarDate?
  /// The provisions it concerns, as written: 第三条; empty: the whole document.
  package let articles: [String]
  package let note: String?
  /// Byte range in the document's source.
  package let place: Range<Int>

  /// Memberwise.
  package init(
    target: ReferenceTarget, on: CalendarDate? = nil, until: CalendarDate? = nil, articles: [String] = [],
    note: String? = nil, place: Range<Int> = 0..<0
  ) {
    self.target = target
    self.on = on
    self.until = until
    self.articles = articles
    self.note = note
    self.place = place
  }
}

/// The value of a field that a kind defines.
package indirect enum FieldValue: Sendable, Hashable {
  /// Types text, markdown, choice, period, organization and person.
  case text(String)
  case date(CalendarDate)
  /// As written, checked to be a number.
  case number(String)
  case boolean(Bool)
  case link(title: String, url: String)
  case file(Attachment)
  case table(DataTable)
  case reference(Reference)
  case list([FieldValue])

  /// Its values as texts, dates as `2026-11-30`; empty for files, tables and references.
  package var words: [String] {
    switch self {
    case .text(let text), .number(let text): [text]
    case .date(let day): [day.iso]
    case .boolean(let flag): [flag ? "是" : "否"]
    case .link(let title, _): [title]
    case .file, .table, .reference: []
    case .list(let values): values.flatMap(\.words)
    }
  }

  /// The table, or the tables of a list.
  package var tables: [DataTable] {
    switch self {
    case .table(let table): [table]
    case .list(let values): values.flatMap(\.tables)
    case .text, .date, .number, .boolean, .link, .file, .reference: []
    }
  }
}

/// A valid document: every value has its type, but references are unresolved and no state is computed.
package struct Document: Sendable, Identifiable {
  package let id: DocumentID
  /// Path of its column: the folder in Content/, `fagui/zhengce`.
  package let column: String
  /// Id of its kind.
  package let kind: String
  /// The last part of its URL.
  package let slug: String

  package var title = ""
  package var documentNumber: DocumentNumber?
  package var indexNumber: String?
  package var registrationNumber: String?
  /// The lead issuer first (主办机关).
  package var issuers: [String] = []
  package var responsibleBody: String?
  package var documentDate: CalendarDate?
  package var publishedOn: Moment?
  package var effectiveOn: CalendarDate?
  /// Provisions that come into force later than the rest.
  package var commencements: [Commencement] = []
  /// Inclusive; as written, or computed from 有效期.
  package var expiresOn: CalendarDate?
  package var declaredValidity: DeclaredValidity?
  package var disclosure = Disclosure.proactive
  package var disclosureGround: String?
  package var form: String?
  package var topics: [String] = []
  package var themes: [String] = []
  package var audience: [String] = []
  /// The names of the places that it is for; empty: it is for all.
  package var localities: [String] = []
  package var keywords: [String] = []
  package var summary: String?
  package var origin: String?
  package var attachments: [Attachment] = []
  /// What it gives, and to whom.
  package var benefits: [Benefit] = []
  /// Changes of its text that are told to readers, as written.
  package var updates: [TextUpdate] = []
  package var relations: [RelationKind: [Reference]] = [:]
  /// Acts of documents outside the library on it (被废止 …), by what they do; each target is the acting document.
  package var outsideActs: [RelationKind: [Reference]] = [:]
  package var opensOn: CalendarDate?
  package var closesOn: CalendarDate?
  package var doneOn: CalendarDate?
  /// Computed tables that its page shows below its text.
  package var overviews: [Overview] = []
  package var isDraft = false
  /// Whether this is its last published text, because the present one has an error (`--keep-going`).
  package var isHeld = false
  /// Whether a mistake in its front matter leaves open that it is not to be public; only of documents with errors.
  package var mayBeHidden = false
  /// 旧网址: addresses under which it was published before, absolute or from the root of this site.
  package var aliases: [String] = []
  /// Since when, or from when on, its text is no longer public.
  package var withdrawn: Retraction?
  /// 公开期限: the last day on which its text is public; then it is taken down.
  package var publicUntil: CalendarDate?
  /// 分村公示: the table that makes one notice for each place, and its column with their names.
  package var perPlace: PlaceColumn?
  /// The file in Content/ of the list that was divided into notices for places: as a whole it is not published.
  package var dividedList: String?
  /// 归集: what it lists besides the documents it names in `contains`.
  package var collects: Query?
  /// 已核对: warnings about it that an editor has looked at. Never published.
  package var checked: [Checked] = []
  /// Values of the kind's own fields by key.
  package var fields: [String: FieldValue] = [:]
  /// The part below its front matter; on a day, the text of that day.
  package var body = Body.empty
  /// All its texts in the order of their days, if it has had more than one; the first is that of its own file.
  package var texts: [DatedText] = []
  /// Where it is published, if it is of another site's library.
  package var provenance: Provenance?

  /// The file up to the end of its front matter: enough to locate every value in it.
  package let frontMatter: SourceText
  /// Byte range of each value, by key (``CommonField`` or the kind's own).
  package var places: [String: Range<Int>] = [:]

  /// A document without values; Loading fills it.
  package init(id: DocumentID, column: String, kind: String, slug: String, frontMatter: SourceText) {
    self.id = id
    self.column = column
    self.kind = kind
    self.slug = slug
    self.frontMatter = frontMatter
  }

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

  /// The whole number in a field of its kind, whether it is a number or a text.
  package func number(in key: String) -> Int? { text(in: key).flatMap { Int(written: $0) } }

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
