package import Base
package import Documents
package import Papers

/// Short ways to write days, documents and references. The tests of each target have a type that adopts this and adds
/// what they need.
package protocol DocumentFixture {}

extension DocumentFixture {
  /// A day, written `2026-11-21`.
  package static func day(_ iso: String) -> CalendarDate {
    guard case .success(let day) = CalendarDate.parse(iso) else { preconditionFailure("\(iso) is no date") }
    return day
  }

  /// A document number, written `澜政发〔2024〕5号`.
  package static func number(_ text: String) -> DocumentNumber {
    let number = DocumentNumber(text)
    precondition(number.isRead, "\(text) is no number")
    return number
  }

  /// A document at a path; its title is the last part of the path unless `edit` sets another.
  package static func document(
    at path: String, kind: String, frontMatter: String? = nil, _ edit: (inout Document) -> Void
  ) -> Document {
    let parts = path.split(separator: "/").map(String.init)
    let name = parts.last ?? ""
    let text = frontMatter ?? "---\ntitle: \(name)\n---\n"
    var document = Document(
      id: DocumentID(path), column: parts.dropLast().joined(separator: "/"), kind: kind, slug: name,
      frontMatter: SourceText(path: "Content/\(path).md", bytes: Array(text.utf8)))
    document.title = name
    edit(&document)
    return document
  }

  /// A reference by path.
  package static func reference(
    to path: String, on: String? = nil, until: String? = nil, articles: [String] = [], note: String? = nil,
    place: Range<Int> = 0..<0
  ) -> Reference {
    Reference(
      target: .path(DocumentID(path)), on: on.map(day), until: until.map(day), articles: articles, note: note,
      place: place)
  }

  /// What a text names, each at the beginning of `Content/a/d.md`.
  package static func mentions(_ text: String) -> [MentionStatement] {
    var text = text
    return text.withUTF8 { Mention.all(in: TextLine($0)) }.map {
      MentionStatement($0, at: Diagnostic.Location(path: "Content/a/d.md"))
    }
  }

  /// A column with a title.
  package static func column(_ path: String, title: String) -> Column {
    var column = Column(path: path, frontMatter: SourceText(path: "Content/\(path)/_column.md", bytes: []))
    column.title = title
    return column
  }
}
