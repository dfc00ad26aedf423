package import Base
import Documents
import Papers
import Rendering
package import Resolution

/// What is new in a release, for editors and the nightly log: differences from the previous release, known upcoming
/// changes, and what has to be reviewed in time.
package struct SiteNews: Sendable, Hashable {
  /// One document in the news.
  package struct Item: Sendable, Hashable {
    package let id: String
    package let url: String
    /// Id of its kind.
    package let kind: String
    package let title: String
    package let documentNumber: String?
    /// The first day of the new state, or the last day of a term; nil when no date is known.
    package let day: CalendarDate?
    /// Nil for a document that was not public before, or has no lifecycle.
    package let before: State?
    /// Nil for a document that is no longer public, or has no lifecycle.
    package let after: State?
    /// Ids of the documents that caused it.
    package let by: [String]
    /// The provisions that come into force on `day`, if only they do; the state of the document stays.
    package let articles: [String]
  }

  /// The site's base URL; every URL of this release begins with it.
  package let baseURL: String
  /// The day of the previous release; nil when there is none, or none that can be read.
  package let since: String?
  /// Documents whose state changed, by state and id.
  package let changes: [Item]
  /// Newly public documents, by id.
  package let added: [Item]
  /// Documents that are no longer public, by id.
  package let removed: [Item]
  /// Documents whose content or whose row in `data/documents.jsonl` differs otherwise, by id; then columns whose
  /// introduction does.
  package let updated: [Item]
  /// What will change state or become public in the next ``horizonDays`` days, soonest first.
  package let upcoming: [Item]
  /// Documents whose text will be taken down in those days, soonest first; `day` is the first one without it.
  package let lapsing: [Item]
  /// Documents in force that lapse within ``evaluationMonths`` months, soonest first; `day` is the last one.
  package let dueForEvaluation: [Item]

  package static let horizonDays = CorpusEntry.horizonDays
  /// 山东省行政程序规定 art. 53: evaluated within the six months before the term ends.
  package static let evaluationMonths = 6
}

extension SiteNews {
  /// - Parameters:
  ///   - rows: `data/documents.jsonl` of this release.
  ///   - previous: Nil when there is none.
  init(corpus: Corpus, rows: [UInt8], revisions: Revisions, previous: PreviousRelease?) {
    baseURL = corpus.site.baseURL
    since = previous?.asOf
    let difference = RowDifference(old: previous?.rows ?? rows, new: rows)
    changes =
      difference.changed.compactMap { old, new in
        old.state == new.state ? nil : Self.item(new.id, before: old.state, in: corpus)
      }
      .sorted { Self.order($0.after) < Self.order($1.after) } + Self.begun(since: since, in: corpus)
    let documents = difference.changed.compactMap { old, new in
      old.state == new.state || old.fingerprint != new.fingerprint
        ? Self.item(new.id, before: old.state, in: corpus) : nil
    }
    updated = documents + Self.columns(in: corpus, revisions, previous?.revisions)
    added = difference.added.compactMap { Self.item($0.id, before: nil, in: corpus) }
    removed = difference.removed.map { row in
      Item(
        id: row.id, url: row.url, kind: row.kind, title: row.title, documentNumber: row.documentNumber, day: nil,
        before: row.state, after: nil, by: [], articles: [])
    }
    // An act that is embargoed today takes effect on its day.
    let future = corpus.on(corpus.asOf.adding(days: Self.horizonDays))
    upcoming = Self.upcoming(after: corpus, until: future)
    lapsing = future.tombstones.compactMap { tombstone in
      corpus[tombstone.id].map { entry in
        Item(
          entry, in: corpus, day: tombstone.retraction.on, before: entry.status?.state, after: nil, by: [])
      }
    }
    .sorted { ($0.day ?? future.asOf, $0.id) < ($1.day ?? future.asOf, $1.id) }
    dueForEvaluation = Self.dueForEvaluation(corpus)
  }

  private static func item(_ id: String, before: State?, in corpus: Corpus) -> Item? {
    guard let entry = corpus[DocumentID(id)] else { return nil }
    return Item(
      entry, in: corpus, day: entry.status?.since, before: before, after: entry.status?.state,
      by: entry.status?.by ?? [])
  }

  /// The provisions that have come into force since the previous release.
  private static func begun(since: String?, in corpus: Corpus) -> [Item] {
    guard let last = since.flatMap({ try? CalendarDate.parse($0).get() }), last < corpus.asOf else { return [] }
    return commencements(in: last.adding(days: 1)...corpus.asOf, corpus)
  }

  private static func commencements(in days: ClosedRange<CalendarDate>, _ corpus: Corpus) -> [Item] {
    corpus.commencements(in: days).compactMap { entry, commencement in
      guard let state = entry.history?.state(on: commencement.on) else { return nil }
      return Item(
        entry, in: corpus, day: commencement.on, before: state, after: state, by: [], articles: commencement.articles)
    }
  }

  /// The columns that say something else than before.
  private static func columns(in corpus: Corpus, _ new: Revisions, _ old: Revisions?) -> [Item] {
    corpus.columns.filter { column in
      guard let before = old?.columns[column.path] else { return false }
      return before.fingerprint != new.columns[column.path]?.fingerprint
    }
    .map { column in
      Item(
        id: column.path, url: corpus.site.baseURL + column.url, kind: "column", title: column.title,
        documentNumber: nil, day: nil, before: nil, after: nil, by: [], articles: [])
    }
  }

  private static func upcoming(after corpus: Corpus, until future: Corpus) -> [Item] {
    let changes = future.changes(in: corpus.asOf.adding(days: 1)...future.asOf).compactMap { change -> Item? in
      guard let entry = future[change.id], entry.document.publishedOn.map({ $0.day < change.day }) ?? true else {
        return nil
      }
      let by = Set(change.acts.filter { $0.outside == nil }.map(\.source)).sorted()
      return Item(entry, in: future, day: change.day, before: change.before, after: change.after, by: by)
    }
    let published = future.entries.filter { corpus[$0.document.id] == nil }.map { entry in
      let day = entry.document.publishedOn?.day ?? future.asOf
      return Item(entry, in: future, day: day, before: nil, after: entry.history?.state(on: day), by: [])
    }
    let begun = commencements(in: corpus.asOf.adding(days: 1)...future.asOf, future)
    return (changes + begun + published).sorted { ($0.day ?? corpus.asOf, $0.id) < ($1.day ?? corpus.asOf, $1.id) }
  }

  private static func dueForEvaluation(_ corpus: Corpus) -> [Item] {
    let limit = corpus.asOf.adding(months: evaluationMonths)
    return corpus.entries.compactMap { entry -> Item? in
      guard let status = entry.status, status.state.isInForce, let lastDay = status.expiresOn, lastDay <= limit else {
        return nil
      }
      return Item(entry, in: corpus, day: lastDay, before: status.state, after: .expired, by: [])
    }
    .sorted { ($0.day ?? limit, $0.id) < ($1.day ?? limit, $1.id) }
  }

  private static func order(_ state: State?) -> Int { state.flatMap(State.allCases.firstIndex) ?? State.allCases.count }
}

extension SiteNews.Item {
  fileprivate init(
    _ entry: CorpusEntry, in corpus: Corpus, day: CalendarDate?, before: State?, after: State?, by: [DocumentID],
    articles: [String] = []
  ) {
    let document = entry.document
    id = document.id.path
    url = corpus.site.baseURL + document.url
    kind = document.kind
    title = document.title
    documentNumber = document.documentNumber?.text
    self.day = day
    self.before = before
    self.after = after
    self.by = by.map(\.path)
    self.articles = articles
  }
}
