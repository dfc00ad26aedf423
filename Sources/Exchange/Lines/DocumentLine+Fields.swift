import Base
import Documents
import Papers
import Resolution

// The fields of its kind. What is internal, and what leads to a document that is not public, is left out.
extension DocumentLine {
  var ownFields: [JSONValue.Member] {
    (corpus.kind(of: entry)?.ownFields ?? []).filter { !$0.isInternal }.compactMap { field in
      document.fields[field.key].map { .init(field.key, value($0)) }
    }
  }

  private func value(_ value: FieldValue) -> JSONValue {
    switch value {
    case .text(let text), .number(let text): .string(text)
    case .date(let date): .string(date.iso)
    case .boolean(let flag): .boolean(flag)
    case .link(let title, let url): .object(["title": .string(title), "url": .string(url)])
    case .file(let file): attachment(file)
    case .table(let table): self.table(table)
    case .reference(let reference): self.reference(reference)
    case .list(let values): .array(values.map(self.value))
    }
  }

  /// The document that a reference leads to, if it is public.
  func reference(_ reference: Reference) -> JSONValue {
    if case .external(let title, let number, let url) = reference.target {
      return target(.external(title: title, documentNumber: number, url: url))
    }
    return corpus.target(of: reference, in: document).map { target(.document($0.document.id)) } ?? .null
  }

  /// Columns, rows as readers see them, and the state of each row.
  private func table(_ table: DataTable) -> JSONValue {
    let states = corpus.statuses(of: table)
    var members = attachmentMembers(table.file)
    members.append(
      .init(
        "columns",
        .array(
          table.columns.map {
            .object([
              "key": .string($0.key), "label": .string($0.label), "groups": .strings($0.groups),
              "type": .string($0.type.rawValue),
            ])
          })))
    members.append(
      .init(
        "rows",
        .array(
          table.rows.map { row in
            .array(zip(row.shown, table.columns).map { .string(cell($0, $1)) })
          })))
    members.append(.init("states", .strings(states.map(\.state.rawValue))))
    return .object(members)
  }

  /// A cell; of links, their titles with addresses.
  private func cell(_ text: String, _ column: TableColumn) -> String {
    guard column.type == .link || column.type == .reference else { return text }
    return CellTarget.read(text).compactMap(link).joined(separator: "；")
  }

  private func link(_ target: CellTarget) -> String? {
    let found: (title: String, address: String)? =
      switch corpus.link(target, in: document) {
      case .document(let id): corpus[id].map { ($0.document.title, input.address($0.document.url)) }
      case .column(let path):
        (corpus.columns.first { $0.path == path }?.title ?? path, input.address(SiteFile.column(path, page: 1).url))
      case .external(let url): (url, url)
      case .notPublic, .missing: nil
      }
    guard let found else { return target.title }
    return "[\(target.title ?? found.title)](\(found.address))"
  }
}

// Its files.
extension DocumentLine {
  /// An attachment with its address, size and checksum.
  func attachment(_ file: Attachment) -> JSONValue { .object(attachmentMembers(file)) }

  private func attachmentMembers(_ file: Attachment) -> [JSONValue.Member] {
    [.init("title", .string(file.title))] + facts(PublishedFile(content: file.path, beside: document.url))
  }

  /// Published files that no field names: pictures and files that the text links to.
  var otherFiles: [JSONValue] {
    let listed = Set(document.attachments.map(\.path) + document.listedPlaces.map(\.path))
    return document.files(resolver: input.resolver).filter { !listed.contains($0.content) }.map { .object(facts($0)) }
  }

  private func facts(_ file: PublishedFile) -> [JSONValue.Member] {
    let known = input.files[file.content]
    return [
      .init("name", .string(file.fileName)), .init("url", .string(input.address(file.output))),
      .init("bytes", known.map { .integer($0.byteCount) } ?? .null), .init("sha256", .optional(known?.sha256)),
      .init("file", .string(file.content)),
    ]
  }
}
