import Base
import Documents
import Loading
import Resolution

/// Which document each file belongs to: its own text and its tables.
struct DocumentFiles {
  /// The document's file by each of its files, `Content/` included.
  private let owners: [String: String]
  /// All documents as far as they could be read.
  private let documents: [Document]
  /// The files of drafts.
  private let drafts: Set<String>

  init(_ library: Library) {
    var owners: [String: String] = [:]
    for path in library.failedDocuments { owners[path] = path }
    documents = library.documents + library.faulty
    for document in documents {
      for file in document.textFiles { owners[file] = document.frontMatter.path }
    }
    self.owners = owners
    drafts = Set(documents.filter(\.isDraft).map(\.frontMatter.path))
  }

  /// Whether leaving out documents would leave out every error.
  func contain(_ errors: [Diagnostic]) -> Bool { errors.allSatisfy { owners[$0.location.path] != nil } }

  /// The files of the documents that have errors, and the files that the errors are in.
  func faulty(_ errors: [Diagnostic]) -> Set<String> {
    Set(errors.flatMap { [$0.location.path, owners[$0.location.path] ?? $0.location.path] })
  }

  /// The files of the documents that have errors, without those that their authors may mean to take from the site: texts that
  /// were published do not come back by a slip of the pen.
  func holdable(_ errors: [Diagnostic], on day: CalendarDate) -> Set<String> {
    let hidden = documents.filter {
      !$0.isPublic(on: day) || $0.hasError(errors, in: CommonField.hiding)
    }
    let gone = errors.filter { $0.rule == "revoked-public" || Self.isAlmostHiding($0) }.map(\.location.path)
    return faulty(errors).subtracting(hidden.flatMap(\.textFiles)).subtracting(gone)
  }

  /// Whether it is about a word that looks like one that hides a document: `withdrwan`.
  private static func isAlmostHiding(_ finding: Diagnostic) -> Bool {
    finding.rule == "unknown-key"
      && finding.cures.contains { cure in
        CommonField.hiding.contains { cure.contains($0.rawValue) || cure.contains($0.label) }
      }
  }

  /// The files of the documents among these that are no drafts, sorted.
  func documents(in paths: Set<String>) -> [String] {
    paths.filter { owners[$0] == $0 && !drafts.contains($0) && $0.hasSuffix(".md") }.sorted()
  }

  /// The same findings with no error in a draft: nobody reads it, so it stops nobody.
  func sparingDrafts(_ findings: [Diagnostic]) -> [Diagnostic] {
    guard !drafts.isEmpty else { return findings }
    return findings.map { finding in
      guard finding.severity == .error, let owner = owners[finding.location.path], drafts.contains(owner) else {
        return finding
      }
      return Diagnostic(
        finding.rule, .warning, at: finding.location, finding.message, cures: finding.cures, related: finding.related)
    }
  }
}

extension Document {
  /// Whether one of these errors is in one of these fields.
  func hasError(_ errors: [Diagnostic], in fields: [CommonField]) -> Bool {
    let lines = Set(errors.filter { $0.location.path == frontMatter.path }.map(\.location.start.line))
    return fields.compactMap { places[$0.rawValue] }.flatMap(frontMatter.lines).contains(where: lines.contains)
  }
}
