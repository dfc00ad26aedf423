import Base
import Disk
import Documents
import Papers
import Resolution

/// Open data, one row per public document; the schema is described in docs/open-data.md and versioned in `site.json`.
struct OpenData {
  let input: RenderInput

  /// Raised when a field is renamed or removed, not for new fields.
  static let schemaVersion = 1

  private var corpus: Corpus { input.corpus }

  /// `data/documents.jsonl`, sorted by id.
  func jsonl() -> [UInt8] {
    var out: [UInt8] = []
    for entry in corpus.entries {
      out += row(entry).compact
      out.append(0x0A)
    }
    return out
  }

  private func row(_ entry: CorpusEntry) -> JSONValue {
    let document = entry.document
    let revision = input.revisions.documents[document.id]
    return .object([
      "id": .string(document.id.path), "url": .string(corpus.site.baseURL + document.url.encodedForURLPath),
      "kind": .string(document.kind), "column": .string(document.column), "title": .string(document.title),
      "documentNumber": .optional(document.documentNumber?.text), "indexNumber": .optional(document.indexNumber),
      "issuer": .strings(document.issuers), "documentDate": .optional(document.documentDate?.iso),
      "publishedOn": .optional(document.publishedOn?.day.iso), "effectiveOn": .optional(document.effectiveOn?.iso),
      "commences": .array(
        document.commencements.map { .object(["articles": .strings($0.articles), "on": .string($0.on.iso)]) }),
      "expiresOn": .optional(entry.lastDay?.iso), "validity": validity(entry), "topics": .strings(document.topics),
      "themes": .strings(document.themes), "summary": .optional(document.summary),
      "attachments": .array(document.attachments.map { attachment($0, of: document) }),
      "tables": .array(tables(of: document)), "relations": relations(entry), "cites": cites(entry),
      "texts": .array(texts(of: document)),
      "updates": .array(
        document.updates(by: corpus.asOf).map {
          .object(["on": .string($0.on.iso), "note": .string($0.note), "isCorrection": .boolean($0.isCorrection)])
        }),
      "modifiedOn": .optional(revision?.modifiedOn?.iso), "fingerprint": .optional(revision?.fingerprint),
    ])
  }

  private func validity(_ entry: CorpusEntry) -> JSONValue {
    guard let status = entry.status else { return .null }
    return .object([
      "state": .string(status.state.rawValue), "since": .optional(status.since?.iso),
      "until": .optional(status.until?.iso), "by": .strings(status.by.filter { !corpus.isRegional($0) }.map(\.path)),
    ])
  }

  private func attachment(_ attachment: Attachment, of document: Document) -> JSONValue {
    let file = PublishedFile(content: attachment.path, beside: document.url)
    return .object([
      "title": .string(attachment.title), "url": .string(corpus.site.baseURL + file.output.encodedForURLPath),
      "bytes": .integer(attachment.byteCount), "sha256": .optional(input.fileHashes[attachment.path]),
      "mediaType": .string(MediaType.of(path: attachment.fileName)),
    ])
  }

  /// Its texts so far, if it has had more than one; the last is the one that its page shows.
  private func texts(of document: Document) -> [JSONValue] {
    document.texts.enumerated().map { index, text in
      let next = document.texts.indices.contains(index + 1) ? document.texts[index + 1].from : nil
      let url = DocumentFile.text(text.name).url(beside: document.url)
      return .object([
        "from": .optional(text.from?.iso), "until": .optional(next?.adding(days: -1).iso),
        "url": .string(corpus.site.baseURL + url.encodedForURLPath),
      ])
    }
  }

  /// Each table's address, row count, and counts by state with the days until which they hold.
  private func tables(of document: Document) -> [JSONValue] {
    corpus.tables(of: document).map { _, caption, table in
      let statuses = corpus.statuses(of: table)
      let states = State.allCases.compactMap { state in
        let count = statuses.count { $0.state == state }
        return count == 0 ? nil : JSONValue.Member(state.rawValue, .integer(count))
      }
      let file = PublishedFile(content: table.file.path, beside: document.url)
      return .object([
        "title": .string(caption), "url": .string(corpus.site.baseURL + file.output.encodedForURLPath),
        "rows": .integer(table.rows.count), "states": states.isEmpty ? .null : .object(states),
        "until": .optional(statuses.compactMap(\.until).min()?.iso),
      ])
    }
  }

  /// Both directions by name; ids for documents of this library, titles for others.
  private func relations(_ entry: CorpusEntry) -> JSONValue {
    var members: [JSONValue.Member] = []
    for kind in RelationKind.allCases {
      let targets = entry.outgoing.filter { $0.kind == kind }.map { relation in
        switch relation.target {
        case .document(let id): corpus.name(of: id)
        case .external(let title, let number, _): number ?? title
        }
      }
      if !targets.isEmpty { members.append(.init(kind.rawValue, .strings(targets))) }
      let sources = entry.incoming.filter { $0.kind == kind }.map { relation in
        relation.outside.map { $0.documentNumber ?? $0.title } ?? corpus.name(of: relation.source)
      }
      if !sources.isEmpty { members.append(.init(kind.inverseName, .strings(sources))) }
    }
    return .object(members)
  }

  /// The documents that its text cites, with the provisions.
  private func cites(_ entry: CorpusEntry) -> JSONValue {
    .array(
      (corpus.citations.cited[entry.document.id] ?? []).filter { !corpus.isRegional($0.id) }.map {
        .object(["id": .string($0.id.path), "articles": .strings($0.clauses)])
      })
  }

  /// `data/sources.json`: the other sites whose documents are shown, and which. The next build asks it whether many of them are gone.
  func sources() -> [UInt8] {
    let documents = Dictionary(grouping: corpus.regional.map(\.document)) { $0.provenance?.source }
    return JSONValue.object([
      "schemaVersion": .integer(Self.schemaVersion), "asOf": .string(corpus.asOf.iso),
      "sources": .array(
        corpus.region.sources.map { source in
          .object([
            "id": .string(source.id), "name": .string(source.name), "siteName": .string(source.siteName),
            "baseURL": .string(source.baseURL), "asOf": .string(source.asOf.iso),
            "documents": .strings((documents[source.id] ?? []).map(\.id.path)),
          ])
        }),
    ]).pretty
  }

  /// `data/site.json`.
  func site() -> [UInt8] {
    let states = Dictionary(grouping: corpus.entries.compactMap(\.status?.state), by: \.self)
    let counted = State.allCases.compactMap { state in
      states[state].map { JSONValue.Member(state.rawValue, .integer($0.count)) }
    }
    let kinds = Dictionary(grouping: corpus.entries, by: \.document.kind)
    return JSONValue.object([
      "schemaVersion": .integer(Self.schemaVersion), "name": .string(corpus.site.name),
      "baseURL": .string(corpus.site.baseURL), "siteIDCode": .string(corpus.site.siteIDCode),
      "asOf": .string(corpus.asOf.iso),
      "counts": .object([
        "documents": .integer(corpus.entries.count),
        "kinds": .object(kinds.keys.sorted().map { .init($0, .integer(kinds[$0]?.count ?? 0)) }),
        "states": .object(counted),
      ]),
      "columns": .array(
        corpus.columns.map {
          let revision = input.revisions.columns[$0.path]
          return .object([
            "path": .string($0.path), "title": .string($0.title), "kind": .optional($0.kind),
            "modifiedOn": .optional(revision?.modifiedOn?.iso), "fingerprint": .optional(revision?.fingerprint),
          ])
        }),
    ]).pretty
  }
}
