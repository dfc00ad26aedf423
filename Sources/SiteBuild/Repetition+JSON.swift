import Base
import Documents
import Publishing
import Resolution

extension Repetition {
  /// Nil when the value is not one that ``json`` makes.
  init?(json: JSONValue) {
    guard let sources = json["sources"]?.text, let output = json["output"]?.text, let zone = json["timeZone"]?.text,
      let outcome = BuildOutcome(json: json)
    else { return nil }
    self.init(sources: sources, output: output, outcome: outcome, timeZone: zone)
  }

  /// An object.
  var json: JSONValue {
    .object([
      "sources": .string(sources), "output": .string(output), "timeZone": .string(timeZone),
      "asOf": .string(outcome.check.asOf.iso), "allDocuments": .integer(outcome.check.documents),
      "documents": .integer(outcome.documents), "pages": .integer(outcome.pages),
      "findings": .array(outcome.check.findings.map(\.json)), "news": outcome.news?.json ?? .null,
      "publication": outcome.publication?.json ?? .null,
    ])
  }
}

extension BuildOutcome {
  fileprivate init?(json: JSONValue) {
    guard let asOf = json["asOf"]?.day, let all = json["allDocuments"]?.number,
      let documents = json["documents"]?.number, let pages = json["pages"]?.number,
      let findings = json["findings"]?.list(Diagnostic.init), let news = json["news"],
      let publication = json["publication"].flatMap(Publication.init)
    else { return nil }
    guard let news = SiteNews(json: news, asOf: asOf) else { return nil }
    self.init(
      check: CheckOutcome(findings: findings, asOf: asOf, documents: all), documents: documents, pages: pages,
      madeFiles: 0, news: news, hasDamagedCache: false, publication: publication)
  }
}

extension Publication {
  fileprivate init?(json: JSONValue) {
    guard let treeHash = json["treeHash"]?.text, let files = json["files"]?.number, let bytes = json["bytes"]?.number
    else { return nil }
    self.init(unchanged: treeHash, fileCount: files, byteCount: bytes)
  }

  fileprivate var json: JSONValue {
    .object(["treeHash": .string(treeHash), "files": .integer(fileCount), "bytes": .integer(byteCount)])
  }
}

extension SiteNews {
  /// The news of a build that repeats another on the same day: nothing differs, and the same is due.
  fileprivate init?(json: JSONValue, asOf: CalendarDate) {
    guard let baseURL = json["baseURL"]?.text, let upcoming = json["upcoming"]?.list(Item.init),
      let due = json["dueForEvaluation"]?.list(Item.init)
    else { return nil }
    self.init(
      baseURL: baseURL, since: asOf.iso, changes: [], added: [], removed: [], updated: [], upcoming: upcoming,
      dueForEvaluation: due)
  }

  fileprivate var json: JSONValue {
    .object([
      "baseURL": .string(baseURL), "upcoming": .array(upcoming.map(\.json)),
      "dueForEvaluation": .array(dueForEvaluation.map(\.json)),
    ])
  }
}

extension SiteNews.Item {
  fileprivate init?(json: JSONValue) {
    guard let id = json["id"]?.text, let url = json["url"]?.text, let kind = json["kind"]?.text,
      let title = json["title"]?.text, let by = json["by"]?.list(\.text)
    else { return nil }
    self.init(
      id: id, url: url, kind: kind, title: title, documentNumber: json["documentNumber"]?.text, day: json["day"]?.day,
      before: json["before"]?.state, after: json["after"]?.state, by: by)
  }

  fileprivate var json: JSONValue {
    .object([
      "id": .string(id), "url": .string(url), "kind": .string(kind), "title": .string(title),
      "documentNumber": .optional(documentNumber), "day": .optional(day?.iso), "before": .optional(before?.rawValue),
      "after": .optional(after?.rawValue), "by": .strings(by),
    ])
  }
}

extension Diagnostic {
  fileprivate init?(json: JSONValue) {
    guard let rule = json["rule"]?.text, let severity = json["severity"]?.text.flatMap(Severity.init(rawValue:)),
      let location = json["at"].flatMap(Location.init), let message = json["message"]?.text,
      let cures = json["cures"]?.list(\.text), let related = json["related"]?.list(Related.init)
    else { return nil }
    self.init(rule, severity, at: location, message, cures: cures, related: related)
  }

  fileprivate var json: JSONValue {
    .object([
      "rule": .string(rule), "severity": .string(severity.rawValue), "at": location.json, "message": .string(message),
      "cures": .strings(cures), "related": .array(related.map(\.json)),
    ])
  }
}

extension Diagnostic.Related {
  fileprivate init?(json: JSONValue) {
    guard let location = json["at"].flatMap(Diagnostic.Location.init), let message = json["message"]?.text else {
      return nil
    }
    self.init(location, message)
  }

  fileprivate var json: JSONValue { .object(["at": location.json, "message": .string(message)]) }
}

extension Diagnostic.Location {
  fileprivate init?(json: JSONValue) {
    guard let path = json["path"]?.text, let line = json["line"]?.number, let column = json["column"]?.number,
      let length = json["length"]?.number, let text = json["text"]?.text
    else { return nil }
    self.init(
      path: path, start: SourcePosition(line: line, column: column), length: length, sourceLine: text)
  }

  fileprivate var json: JSONValue {
    .object([
      "path": .string(path), "line": .integer(start.line), "column": .integer(start.column),
      "length": .integer(length), "text": .string(sourceLine),
    ])
  }
}

extension JSONValue {
  fileprivate var day: CalendarDate? { text.flatMap { try? CalendarDate.parse($0).get() } }
  fileprivate var state: State? { text.flatMap(State.init(rawValue:)) }
}
