package import Base
package import Papers

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
