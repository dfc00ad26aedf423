import Base
package import Documents
package import Resolution

/// What the rules look at: the whole library and its corpus on a day.
package struct AuditContext: Sendable {
  package let corpus: Corpus
  /// Every valid document, public or not, by id.
  package let documents: [Document]
  package let columns: [Column]
  package let resolver: LinkResolver
  /// Plain files by content path.
  package let files: [String: Int]
  /// Paths in Content/ of the files of documents that could not be read: they have findings of their own, and nothing
  /// that follows from their absence is one.
  package let failedFiles: Set<String>
  /// The numbers of these documents, as far as known.
  package let failedNumbers: Set<DocumentNumber>
  /// Gathers what the rules need.
  package init(
    corpus: Corpus, documents: [Document], files: [String: Int], failedFiles: Set<String> = [],
    failedNumbers: Set<DocumentNumber> = []
  ) {
    self.corpus = corpus
    self.documents = documents
    self.columns = corpus.columns
    self.files = files
    self.failedFiles = failedFiles
    self.failedNumbers = failedNumbers
    byID = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let failed = Set(failedFiles.map(DocumentID.init(sourcePath:)))
    self.failed = failed
    self.resolver = LinkResolver(corpus: corpus, documents: documents, files: files, failed: failed)
  }

  /// The documents of ``failedFiles``.
  let failed: Set<DocumentID>
  private let byID: [DocumentID: Document]

  /// A valid document of the library, public or not.
  subscript(id: DocumentID) -> Document? { byID[id] }

  /// The relations whose both ends are in the library, with these ends.
  var links: [ActedOn] {
    corpus.relations.compactMap { relation in
      guard case .document(let id) = relation.target, let target = byID[id], let source = byID[relation.source] else {
        return nil
      }
      return ActedOn(relation: relation, source: source, target: target)
    }
  }

  /// What happens to a document as days pass.
  func lifecycle(of document: Document) -> Lifecycle { corpus.lifecycle(of: document) }

  /// Whether `path` is in `folder` or below it.
  static func contains(_ folder: String, _ path: String) -> Bool { folder.isEmpty || path.hasPrefix(folder + "/") }

}

/// A relation with the documents at its ends.
struct ActedOn {
  let relation: Relation
  let source: Document
  let target: Document

  /// Where the acting document says so.
  var location: Diagnostic.Location { source.frontMatter.location(of: relation.place) }

  /// 废止, 修改 …
  var verb: String { relation.kind.field.label }

  /// As a second place of a finding: 废止（澜政发〔2024〕20号）.
  var related: Diagnostic.Related { Diagnostic.Related(location, "\(verb)（\(source.shortName)）") }
}

extension Document {
  /// How a message names it: by number, else by title.
  var shortName: String { documentNumber?.text ?? "“\(title)”" }

  /// A second place of a finding: a value of this document.
  func related(_ field: CommonField) -> Diagnostic.Related {
    Diagnostic.Related(location(of: field), "\(field.label)（\(shortName)）")
  }

  /// The day it was made, or first seen, and where that stands.
  var made: (day: CalendarDate, field: CommonField)? {
    documentDate.map { ($0, .documentDate) } ?? publishedOn.map { ($0.day, .publishedOn) }
  }
}
