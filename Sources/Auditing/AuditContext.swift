import Base
package import Documents
package import Papers
package import Resolution

/// What rules check: the whole library, and its corpus on a day.
package struct AuditContext: Sendable {
  package let corpus: Corpus
  /// All valid documents, public or not.
  package let documents: [Document]
  package let columns: [Column]
  package let resolver: LinkResolver
  /// Sizes of plain files in bytes, by content path.
  package let files: [String: Int]
  /// What speaks against publishing some of them, by content path.
  let fileFaults: [String: FileFault]
  /// What was found in those that are passed on to readers, by content path; whoever can read them fills it in.
  package var attachments: [String: AttachmentReading] = [:]
  /// Every file that a text names.
  package let namedFiles: [NamedFile]
  /// Documents that are left out because of an error, as far as they could be read.
  package let faulty: [Document]
  /// Paths in Content/ of the documents that could not be read. They have findings already, so that rules must not
  /// report what merely follows from their absence.
  package let failedFiles: Set<String>
  /// The document numbers of those, as far as known.
  package let failedNumbers: Set<DocumentNumber>
  /// Memberwise, with indexes for the rules.
  package init(
    corpus: Corpus, documents: [Document], files: [String: Int], fileFaults: [String: FileFault] = [:],
    faulty: [Document] = [],
    failedFiles: Set<String> = [], failedNumbers: Set<DocumentNumber> = []
  ) {
    self.faulty = faulty
    self.corpus = corpus
    self.documents = documents
    self.columns = corpus.columns
    self.files = files
    self.fileFaults = fileFaults
    self.failedFiles = failedFiles
    self.failedNumbers = failedNumbers
    byID = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let failed = Set(failedFiles.map(DocumentID.init(sourcePath:)))
    self.failed = failed
    let resolver = LinkResolver(
      corpus: corpus, documents: documents, files: files, failed: failed, faulty: faulty)
    self.resolver = resolver
    namedFiles = NamedFile.all(in: documents + faulty, corpus.columns, corpus.site.theme, resolver)
    nearFiles = NearMiss { files.keys.sorted() }
    nearPages = NearMiss { resolver.knownPaths }
  }

  /// The ids of ``failedFiles``.
  package let failed: Set<DocumentID>
  private let byID: [DocumentID: Document]
  /// What a link that leads nowhere was meant to lead to.
  let (nearFiles, nearPages): (NearMiss, NearMiss)

  /// A valid document of the library, public or not.
  subscript(id: DocumentID) -> Document? { byID[id] }

  /// The relations between documents of the library.
  var pairs: [DocumentPair] {
    corpus.relations.compactMap { relation in
      guard relation.outside == nil, case .document(let id) = relation.target, let target = byID[id],
        let source = byID[relation.source]
      else {
        return nil
      }
      return DocumentPair(relation: relation, source: source, target: target)
    }
  }

  /// The lifecycle of a document's kind.
  func lifecycle(of document: Document) -> Lifecycle { corpus.lifecycle(of: document) }

  /// Whether `path` is in `folder` or below it.
  static func contains(_ folder: String, _ path: String) -> Bool { folder.isEmpty || path.hasPrefix(folder + "/") }

}

/// Two documents and a relation from one to the other.
struct DocumentPair {
  let relation: Relation
  let source: Document
  let target: Document

  /// Where the relation is declared.
  var location: Diagnostic.Location { source.frontMatter.location(of: relation.place) }

  /// 废止, 修改 …
  var verb: String { relation.kind.field.label }

  /// The relation as a related location of a finding: 废止（澜政发〔2024〕20号）.
  var related: Diagnostic.Related { Diagnostic.Related(location, "\(verb)（\(source.shortName)）") }
}

extension Document {
  /// Its name in messages: its number, or else its title.
  var shortName: String { documentNumber?.text ?? "“\(title)”" }

  /// A value of this document as a related location of a finding.
  func related(_ field: CommonField) -> Diagnostic.Related {
    Diagnostic.Related(location(of: field), "\(field.label)（\(shortName)）")
  }

  /// The day it was made, or else published, and the field that says so.
  var made: (day: CalendarDate, field: CommonField)? {
    documentDate.map { ($0, .documentDate) } ?? publishedOn.map { ($0.day, .publishedOn) }
  }
}
