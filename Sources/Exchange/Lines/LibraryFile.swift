import Base
import Documents
import Resolution

/// `library.json`: what documents are filed under, and what the words of their kinds mean.
struct LibraryFile {
  let corpus: Corpus

  var file: ExportFile { ExportFile("library.json", json.pretty) }

  private var json: JSONValue {
    let site = corpus.site
    return .object([
      "columns": .array(corpus.columns.map(column)), "kinds": .array(kinds),
      "organizations": .array(
        site.organizations.map {
          .object([
            "id": .string($0.id), "name": .string($0.name), "agencyCodes": .strings($0.agencyCodes),
            "level": .optional($0.level),
          ])
        }),
      "topics": terms(site.topics), "themes": terms(site.themes), "audiences": terms(site.audiences),
      "places": .array(
        site.places.map { .object(["id": .string($0.id), "name": .string($0.name), "above": .strings($0.above)]) }),
      "matcher": .array(
        site.matcher.map { .object(["question": .string($0.label), "answers": terms($0.answers)]) }),
      "synonyms": .array(site.synonyms.map(JSONValue.strings)),
    ])
  }

  private func column(_ column: Column) -> JSONValue {
    .object([
      "path": .string(column.path), "url": .string(corpus.site.baseURL + column.url.encodedForURLPath),
      "title": .string(column.title), "kind": .optional(column.kind), "order": .integer(column.order),
      "description": .string(column.description), "keywords": .strings(column.keywords),
    ])
  }

  /// The kinds of its documents; a kind that has none, or a field that is internal, is nobody's business.
  private var kinds: [JSONValue] {
    let used = Set(corpus.entries.map(\.document.kind))
    return corpus.kinds.values.filter { used.contains($0.id) }.sorted { $0.id < $1.id }.map { kind in
      .object([
        "id": .string(kind.id), "label": .string(kind.readersLabel), "lifecycle": .string(kind.lifecycle.rawValue),
        "layout": .string(kind.layout.rawValue), "fields": .array(kind.ownFields.filter { !$0.isInternal }.map(field)),
      ])
    }
  }

  private func field(_ field: Field) -> JSONValue {
    .object([
      "key": .string(field.key), "label": .string(field.label), "type": .string(field.type.rawValue),
      "many": .boolean(field.isMany), "choices": .strings(field.choices), "facet": .boolean(field.isFacet),
      "list": .boolean(field.isListed),
    ])
  }

  private func terms(_ terms: [Term]) -> JSONValue {
    .array(terms.map { .object(["id": .string($0.id), "name": .string($0.name)]) })
  }
}
