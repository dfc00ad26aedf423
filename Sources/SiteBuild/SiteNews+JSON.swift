package import Base
import Documents
import Resolution

extension SiteNews {
  /// `since` (the day of the previous release, or null), then lists of documents by type of change.
  package var members: [JSONValue.Member] {
    let lists: KeyValuePairs = [
      "changes": changes, "added": added, "removed": removed, "updated": updated, "upcoming": upcoming,
      "lapsing": lapsing, "dueForEvaluation": dueForEvaluation,
    ]
    return [JSONValue.Member("since", .optional(since))]
      + lists.map { JSONValue.Member($0.key, .array($0.value.map(\.json))) }
  }

  /// Reads an object of ``members``; nil when it is invalid.
  init?(json: JSONValue, baseURL: String) {
    func list(_ name: String) -> [Item]? { json[name]?.list(Item.init) }
    guard let changes = list("changes"), let added = list("added"), let removed = list("removed"),
      let updated = list("updated"), let upcoming = list("upcoming"), let lapsing = list("lapsing"),
      let due = list("dueForEvaluation")
    else { return nil }
    self.init(
      baseURL: baseURL, since: json["since"]?.text, changes: changes, added: added, removed: removed, updated: updated,
      upcoming: upcoming, lapsing: lapsing, dueForEvaluation: due)
  }
}

extension SiteNews.Item {
  fileprivate init?(json: JSONValue) {
    guard let id = json["id"]?.text, let url = json["url"]?.text, let kind = json["kind"]?.text,
      let title = json["title"]?.text, let by = json["by"]?.list(\.text), let articles = json["articles"]?.list(\.text)
    else { return nil }
    self.init(
      id: id, url: url, kind: kind, title: title, documentNumber: json["documentNumber"]?.text,
      day: json["day"]?.text.flatMap { try? CalendarDate.parse($0).get() },
      before: json["before"]?.text.flatMap(State.init), after: json["after"]?.text.flatMap(State.init), by: by,
      articles: articles)
  }

  fileprivate var json: JSONValue {
    .object([
      "id": .string(id), "url": .string(url), "kind": .string(kind), "title": .string(title),
      "documentNumber": .optional(documentNumber), "day": .optional(day?.iso), "before": .optional(before?.rawValue),
      "after": .optional(after?.rawValue), "by": .strings(by), "articles": .strings(articles),
    ])
  }
}
