package import Base

/// Where a document stands in Content/, without `.md` (or without `/index.md`): `zhengce/2023-3`.
package struct DocumentID: Sendable, Hashable, Comparable {
  package let path: String

  /// Takes a content path.
  package init(_ path: String) { self.path = path }

  /// By bytes, so that no locale decides an order.
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

/// What an author may declare about 有效性. The state shown is computed; a declaration only adds what no date says.
package enum DeclaredValidity: String, Sendable, Hashable, CaseIterable {
  case inForce, notYetInForce, amended, partiallyRepealed, repealed, expired, annulled

  /// Words that mean it in front matter; the first is the one to suggest.
  package var words: [String] {
    switch self {
    case .inForce: ["有效", "现行有效", "继续有效"]
    case .notYetInForce: ["尚未施行", "尚未生效"]
    case .amended: ["已修改", "已被修改"]
    case .partiallyRepealed: ["部分废止", "部分失效"]
    case .repealed: ["废止", "已废止"]
    case .expired: ["失效", "已失效", "宣布失效"]
    case .annulled: ["自始无效", "无效", "撤销", "已撤销"]
    }
  }

  /// The state a word means: a Chinese word or the code itself.
  package init?(word: String) {
    guard let found = Self.allCases.first(where: { $0.rawValue == word || $0.words.contains(word) }) else { return nil }
    self = found
  }
}

/// A file that belongs to a document.
package struct Attachment: Sendable, Hashable {
  /// What readers see.
  package let title: String
  /// Relative to Content/: `zhengce/2023-3/biaoge.xlsx`.
  package let path: String
  package let byteCount: Int

  /// Makes an attachment.
  package init(title: String, path: String, byteCount: Int) {
    self.title = title
    self.path = path
    self.byteCount = byteCount
  }

  /// The file's own name.
  package var fileName: String { path.lastSegment }
}

/// What a relation or a reference field points at, as its author wrote it.
package enum ReferenceTarget: Sendable, Hashable {
  /// A number; the issuer only where the author had to tell two apart.
  case number(DocumentNumber, issuer: String?)
  case path(DocumentID)
  /// Outside this library, declared so.
  case external(title: String, documentNumber: String?, url: String?)
}

/// A reference with what belongs to it and its place.
package struct Reference: Sendable, Hashable {
  package let target: ReferenceTarget
  /// The day it takes effect when that is not the acting document's.
  package let on: CalendarDate?
  /// The last day, inclusive, to which an extension moves the end of its target.
  package let until: CalendarDate?
  /// The provisions meant, as written: 第三条; empty: the whole document.
  package let articles: [String]
  package let note: String?
  /// Byte range in the document's source.
  package let place: Range<Int>

  /// Makes a reference.
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
  /// text, markdown, choice, organization, person.
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

  /// Its values as single texts, dates as ISO; nothing for files, tables and references.
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

/// A valid document: every value has its type, every reference is still as written, and no state is known.
package struct Document: Sendable, Identifiable {
  package let id: DocumentID
  /// The column it stands in: the folder's path in Content/, `fagui/zhengce`.
  package let column: String
  /// Id of its kind.
  package let kind: String
  /// The last part of its URL.
  package let slug: String

  package var title = ""
  package var documentNumber: DocumentNumber?
  package var indexNumber: String?
  package var registrationNumber: String?
  /// The first leads.
  package var issuers: [String] = []
  package var responsibleBody: String?
  package var documentDate: CalendarDate?
  package var publishedOn: Moment?
  package var effectiveOn: CalendarDate?
  /// Inclusive; written, or reckoned from 有效期.
  package var expiresOn: CalendarDate?
  package var declaredValidity: DeclaredValidity?
  package var disclosure = Disclosure.proactive
  package var disclosureGround: String?
  package var form: String?
  package var topics: [String] = []
  package var themes: [String] = []
  package var audience: [String] = []
  package var keywords: [String] = []
  package var summary: String?
  package var origin: String?
  package var attachments: [Attachment] = []
  package var relations: [RelationKind: [Reference]] = [:]
  package var opensOn: CalendarDate?
  package var closesOn: CalendarDate?
  package var doneOn: CalendarDate?
  /// Tables that its page shows below its text.
  package var overviews: [Overview] = []
  package var isDraft = false
  /// What it gathers besides what it contains by name.
  package var collects: Query?
  /// Values of the kind's own fields by key.
  package var fields: [String: FieldValue] = [:]
  /// What stands below its front matter.
  package var body = Body.empty

  /// The file up to the end of its front matter: enough for every position in it.
  package let frontMatter: SourceText
  /// Byte range of each value, by key (``CommonField`` or the kind's own).
  package var places: [String: Range<Int>] = [:]

  /// Makes an empty document at its place; Loading fills it.
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

  /// 举行日期 of a hearing or an event.
  package var heldOn: CalendarDate? { date(in: .heldOn) }

  /// How often it must be brought up to date, by its own 更新周期.
  package var updateEvery: Period? { text(in: .updateEvery).flatMap(Period.init) }

  /// The day of its newest content: as it says, else of its publication.
  package var lastUpdate: CalendarDate? {
    [date(in: .updatedOn), publishedOn?.day, publishedOn == nil ? documentDate : nil].compactMap(\.self).max()
  }

  /// The place of a value, or of the front matter's start where there is none.
  package func location(of key: String) -> Diagnostic.Location {
    places[key].map(frontMatter.location(of:)) ?? frontMatter.whole
  }

  /// The place of a value of a word that every kind has.
  package func location(of field: CommonField) -> Diagnostic.Location { location(of: field.rawValue) }

  /// The place of a field that the program knows.
  package func location(of field: KnownField) -> Diagnostic.Location { location(of: field.rawValue) }
}
