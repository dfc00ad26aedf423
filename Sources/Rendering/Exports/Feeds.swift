import Documents
import Resolution
import TextEncoding

/// Atom feeds (RFC 4287) of the newest documents.
struct Feeds {
  let shelves: Shelves
  private static let length = 30

  private var corpus: Corpus { shelves.corpus }

  /// The feed of the site, or of a column.
  func atom(column: Column?) -> [UInt8] {
    let positions = column.map { shelves.documents(in: $0.path) } ?? shelves.newestFirst
    let entries = positions.prefix(Self.length).map { corpus.entries[$0] }
    let base = corpus.site.baseURL
    let own = base + (column.map { $0.path + "/" } ?? "").encodedForURLPath
    var out = OutputBuffer()
    out.write(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n")
    element("title", column.map { "\($0.title)_\(corpus.site.name)" } ?? corpus.site.name, into: &out)
    element("id", own, into: &out)
    out.write("<link rel=\"self\" href=\"\((own + "feed.atom").escapedForMarkup)\"/>\n")
    out.write("<link rel=\"alternate\" type=\"text/html\" href=\"\(own.escapedForMarkup)\"/>\n")
    element("updated", Self.time(entries.compactMap { updated($0) }.max() ?? Moment(day: corpus.asOf)), into: &out)
    out.write("<author><name>\(corpus.site.organizer.escapedForMarkup)</name></author>\n")
    for entry in entries { write(entry, into: &out) }
    out.write("</feed>\n")
    return out.bytes
  }

  private func write(_ entry: CorpusEntry, into out: inout OutputBuffer) {
    let document = entry.document
    let url = corpus.site.baseURL + document.url.encodedForURLPath
    out.write("<entry>\n")
    element("title", document.title + (entry.status.map { "［\($0.state.label)］" } ?? ""), into: &out)
    element("id", url, into: &out)
    out.write("<link rel=\"alternate\" type=\"text/html\" href=\"\(url.escapedForMarkup)\"/>\n")
    element("updated", Self.time(updated(entry) ?? Moment(day: corpus.asOf)), into: &out)
    if let published = document.publishedOn { element("published", Self.time(published), into: &out) }
    for issuer in document.issuers { out.write("<author><name>\(issuer.escapedForMarkup)</name></author>\n") }
    for topic in document.topics { out.write("<category term=\"\(topic.escapedForMarkup)\"/>\n") }
    if let status = entry.status {
      let label = status.state.label.escapedForMarkup
      out.write("<category scheme=\"validity\" term=\"\(status.state.rawValue)\" label=\"\(label)\"/>\n")
    }
    if let summary = document.summary { element("summary", summary, into: &out) }
    out.write("</entry>\n")
  }

  /// A document is news when it appears and again when its state changes.
  private func updated(_ entry: CorpusEntry) -> Moment? {
    let published = entry.document.publishedOn ?? entry.document.documentDate.map { Moment(day: $0) }
    guard let since = entry.status?.since, since <= corpus.asOf else { return published }
    return published.map { max($0, Moment(day: since)) } ?? Moment(day: since)
  }

  private func element(_ name: String, _ text: String, into out: inout OutputBuffer) {
    out.write("<\(name)>")
    out.writeEscaped(text)
    out.write("</\(name)>\n")
  }

  /// RFC 3339 in the zone of China, which has had no other since 1991.
  private static func time(_ moment: Moment) -> String {
    moment.isoMinute.split(separator: " ").joined(separator: "T") + ":00+08:00"
  }
}
