import Base
import Documents
import Papers
import Rendering
import Resolution

extension Revisions {
  /// The revisions of a release: whoever says something else than in the release before was modified on its day.
  ///
  /// - Parameters:
  ///   - fileHashes: SHA-256 of the published files by content path.
  ///   - previous: Those of the release before; nil for the first release, which knows of no edit.
  init(
    of corpus: Corpus, _ plan: SitePlan, _ fileHashes: [String: String], since previous: Revisions?, jobs: Int
  ) async {
    let files = Self.files(plan)
    let documents = await boundedMap(corpus.entries.map(\.document), jobs: jobs, chunk: 64) { document in
      Revision(
        document.fingerprint(files[document.id] ?? [], fileHashes), after: previous?.documents[document.id],
        on: corpus.asOf)
    }
    self.init(
      documents: Dictionary(
        zip(corpus.entries.map(\.document.id), documents), uniquingKeysWith: { first, _ in first }),
      columns: Dictionary(
        corpus.columns.map { column in
          (column.path, Revision(column.fingerprint, after: previous?.columns[column.path], on: corpus.asOf))
        }, uniquingKeysWith: { first, _ in first }))
  }

  /// The content paths of the files that are copied beside each document.
  private static func files(_ plan: SitePlan) -> [DocumentID: [String]] {
    var files: [DocumentID: [String]] = [:]
    for entry in plan.entries {
      if case .document(let id) = entry.owner, case .copy(let file) = entry.file {
        files[id, default: []].append(file.content)
      }
    }
    return files
  }
}

extension Revision {
  fileprivate init(_ fingerprint: Fingerprint, after old: Revision?, on day: CalendarDate) {
    let text = fingerprint.text
    let isEdited = old.map { $0.fingerprint != text } ?? false
    self.init(fingerprint: text, modifiedOn: isEdited ? day : old?.modifiedOn)
  }
}

extension Document {
  /// What its author wrote for readers: title, text, the fields of its kind, tables and files. Not what files it, nor the
  /// dates and relations from which its state follows: those have members of their own in its row.
  fileprivate func fingerprint(_ files: [String], _ hashes: [String: String]) -> Fingerprint {
    var all = Fingerprint()
    all.add(title)
    all.add(body.fingerprint)
    for key in fields.keys.sorted() {
      all.add(key)
      fields[key]?.add(to: &all)
    }
    for attachment in attachments { all.add(attachment.title) }
    for path in files.sorted() {
      all.add(path.lastSegment)
      all.add(hashes[path] ?? "")
    }
    return all
  }
}

extension FieldValue {
  fileprivate func add(to all: inout Fingerprint) {
    switch self {
    case .text, .date, .number, .boolean: for word in words { all.add(word) }
    case .link(let title, let url): for text in [title, url] { all.add(text) }
    case .file(let file): all.add(file.title)
    case .table(let table): table.add(to: &all)
    case .reference(let reference): reference.add(to: &all)
    case .list(let values): for value in values { value.add(to: &all) }
    }
  }
}

extension DataTable {
  fileprivate func add(to all: inout Fingerprint) {
    for column in columns { all.add(column.label) }
    for row in rows {
      for cell in row.shown { all.add(cell) }
    }
  }
}

extension Reference {
  fileprivate func add(to all: inout Fingerprint) {
    switch target {
    case .number(let number, _): all.add(number.text)
    case .path(let id): all.add(id.path)
    case .external(let title, let number, let url): for text in [title, number ?? "", url ?? ""] { all.add(text) }
    }
    for article in articles { all.add(article) }
    all.add(note ?? "")
  }
}

extension Column {
  fileprivate var fingerprint: Fingerprint {
    var all = Fingerprint()
    for text in [title, description] { all.add(text) }
    all.add(introduction.fingerprint)
    return all
  }
}
