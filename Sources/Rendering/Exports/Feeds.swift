import Documents
import Resolution
import Base

/// The site's feeds: the newest documents of each list, and the changes of documents.
struct Feeds {
  let corpus: Corpus
  var revisions = Revisions()
  private static let length = 30

  private var base: String { corpus.site.baseURL }

  /// The feed of a list.
  func atom(_ followed: FollowedLists.Followed) -> [UInt8] {
    AtomFeed(
      title: followed.name(on: corpus.site), url: base + SiteFile.feed(followed.list).path.encodedForURLPath,
      page: base + followed.page.encodedForURLPath, author: corpus.site.organizer, emptyDay: corpus.asOf,
      entries: newest(followed.documents).map(entry)
    ).bytes
  }

  /// The newest of documents that are in the order of lists; one that was edited comes back, however old it is.
  private func newest(_ positions: [Int]) -> [CorpusEntry] {
    let edited = positions.map { corpus.entries[$0] }.filter { modified($0) != nil }
    let others = positions.lazy.map { corpus.entries[$0] }.filter { modified($0) == nil }.prefix(Self.length)
    guard !edited.isEmpty else { return Array(others) }
    func day(_ entry: CorpusEntry) -> CalendarDate? { [entry.listDate, modified(entry)].compactMap(\.self).max() }
    let sorted = (edited + others).sorted { a, b in
      guard let first = day(a), let second = day(b), first != second else { return CorpusEntry.newestFirst(a, b) }
      return first > second
    }
    return Array(sorted.prefix(Self.length))
  }

  private func entry(_ entry: CorpusEntry) -> AtomFeed.Entry {
    let document = entry.document
    let url = base + document.url.encodedForURLPath
    let topics = document.topics.map { (scheme: nil as String?, term: $0, label: nil as String?) }
    let state = entry.status?.state
    return AtomFeed.Entry(
      title: document.title + (state.map { "［\($0.label)］" } ?? ""), id: url, link: url,
      updated: updated(entry) ?? Moment(day: corpus.asOf), published: document.publishedOn, authors: document.issuers,
      categories: topics + (state.map { [("validity", $0.rawValue, $0.label)] } ?? []),
      summary: latestUpdate(entry).map { "\($0.on.chinese)\($0.sentence)。" + (document.summary ?? "") }
        ?? document.summary)
  }

  /// A document is news when it appears, when its state changes, and when its content does.
  private func updated(_ entry: CorpusEntry) -> Moment? {
    let published = entry.document.publishedOn ?? entry.document.documentDate.map { Moment(day: $0) }
    let since = entry.status?.since.flatMap { $0 <= corpus.asOf ? Moment(day: $0) : nil }
    return [published, since, modified(entry).map { Moment(day: $0) }].compactMap(\.self).max()
  }

  private func latestUpdate(_ entry: CorpusEntry) -> TextUpdate? { entry.document.updates(by: corpus.asOf).first }

  /// The day of its last edit, by the build or by its author's own words.
  private func modified(_ entry: CorpusEntry) -> CalendarDate? {
    [built(entry), latestUpdate(entry)?.on].compactMap(\.self).max()
  }

  private func built(_ entry: CorpusEntry) -> CalendarDate? { revisions.documents[entry.document.id]?.modifiedOn }

  /// The feed of changes: one entry per change, which itself never changes.
  func changes(_ changes: Changes) -> [UInt8] {
    AtomFeed(
      title: "近期变化_\(corpus.site.name)", url: base + SiteFile.changesFeed.path, page: base + SiteFile.changes.url,
      author: corpus.site.organizer,
      emptyDay: corpus.asOf, entries: changes.past.map(entry)
    ).bytes
  }

  private func entry(_ change: Changes.Change) -> AtomFeed.Entry {
    let document = change.entry.document
    let url = base + document.url.encodedForURLPath
    let states = change.states.map { "由“\($0.before.label)”变为“\($0.after.label)”。" } ?? ""
    let sources = Actor.all(of: change.acts, in: corpus, from: PageAddress("")).map(\.citation)
    let by = sources.isEmpty ? "" : "见\(sources.joined(separator: "、"))。"
    return AtomFeed.Entry(
      title: "［\(change.label)］\(document.citation)", id: url + "#" + change.name.encodedForURLPath, link: url,
      updated: Moment(day: change.day), authors: document.issuers,
      categories: change.states.map { [("validity", $0.after.rawValue, $0.after.label)] } ?? [],
      summary: "\(change.day.chinese)\(change.label)。\(states)\(by)")
  }
}

extension FollowedLists.Followed {
  /// What programs call it, which do not know the site around it.
  func name(on site: Site) -> String { list == .site ? site.name : "\(title)_\(site.name)" }
}
