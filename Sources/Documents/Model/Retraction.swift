package import Base

/// 撤下: the text is no longer public. Its address stays and says why.
package struct Retraction: Sendable, Hashable {
  /// The first day on which the text is gone.
  package let on: CalendarDate
  /// For readers: 行政处罚决定已依法撤销.
  package let reason: String
  /// Who took it down, if not the organizer of the site.
  package let by: String?
  /// What readers may still read as its title; nil: nothing, for a title may name a person.
  package let title: String?

  /// Memberwise.
  package init(on: CalendarDate, reason: String, by: String? = nil, title: String? = nil) {
    self.on = on
    self.reason = reason
    self.by = by
    self.title = title
  }
}

extension Document {
  /// Why its text is not public on a day although it once was; nil if nothing took it down by then.
  package func retraction(on day: CalendarDate) -> Retraction? {
    let lapse = publicUntil.map { Retraction(on: $0.adding(days: 1), reason: "公开期限届满") }
    return [withdrawn, lapse].compactMap(\.self).filter { $0.on <= day }.min { $0.on < $1.on }
  }
}

/// All that is still said of a document that was taken down. A type of its own, so that no page can show more.
package struct Tombstone: Sendable, Hashable {
  package let id: DocumentID
  /// Of its page, as before.
  package let url: String
  /// Path of its column.
  package let column: String
  package let retraction: Retraction
  package let aliases: [String]

  /// What is left of a document.
  package init(_ document: Document, _ retraction: Retraction) {
    (id, url, column, aliases) = (document.id, document.url, document.column, document.aliases)
    self.retraction = retraction
  }
}
