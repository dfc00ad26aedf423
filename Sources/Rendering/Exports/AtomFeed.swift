import Documents
import Base

/// An Atom feed (RFC 4287).
struct AtomFeed {
  struct Entry {
    let title: String
    /// The same in every build.
    let id: String
    let link: String
    let updated: Moment
    var published: Moment?
    var authors: [String] = []
    var categories: [(scheme: String?, term: String, label: String?)] = []
    var summary: String?
  }

  let title: String
  /// The feed's own address.
  let url: String
  /// The page it belongs to, which is its id.
  let page: String
  let author: String
  /// The date of an empty feed.
  let emptyDay: CalendarDate
  let entries: [Entry]

  /// The file's bytes.
  var bytes: [UInt8] {
    var out = OutputBuffer()
    out.write(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n")
    Self.element("title", title, into: &out)
    Self.element("id", page, into: &out)
    out.write("<link rel=\"self\" href=\"\(url.escapedForMarkup)\"/>\n")
    out.write("<link rel=\"alternate\" type=\"text/html\" href=\"\(page.escapedForMarkup)\"/>\n")
    Self.element("updated", Self.time(entries.map(\.updated).max() ?? Moment(day: emptyDay)), into: &out)
    out.write("<author><name>\(author.escapedForMarkup)</name></author>\n")
    for entry in entries { Self.write(entry, into: &out) }
    out.write("</feed>\n")
    return out.bytes
  }

  private static func write(_ entry: Entry, into out: inout OutputBuffer) {
    out.write("<entry>\n")
    element("title", entry.title, into: &out)
    element("id", entry.id, into: &out)
    out.write("<link rel=\"alternate\" type=\"text/html\" href=\"\(entry.link.escapedForMarkup)\"/>\n")
    element("updated", time(entry.updated), into: &out)
    if let published = entry.published { element("published", time(published), into: &out) }
    for author in entry.authors { out.write("<author><name>\(author.escapedForMarkup)</name></author>\n") }
    for (scheme, term, label) in entry.categories {
      let names = [("scheme", scheme), ("term", term), ("label", label)]
      let attributes = names.compactMap { name, value in value.map { " \(name)=\"\($0.escapedForMarkup)\"" } }
      out.write("<category\(attributes.joined())/>\n")
    }
    if let summary = entry.summary { element("summary", summary, into: &out) }
    out.write("</entry>\n")
  }

  private static func element(_ name: String, _ text: String, into out: inout OutputBuffer) {
    out.write("<\(name)>")
    out.writeEscaped(text)
    out.write("</\(name)>\n")
  }

  /// RFC 3339 in China's time zone, which has been the same since 1991.
  private static func time(_ moment: Moment) -> String {
    moment.isoMinute.split(separator: " ").joined(separator: "T") + ":00+08:00"
  }
}
