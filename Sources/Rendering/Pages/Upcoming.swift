import Base
import Documents
import Resolution

/// 今后30日: the days of consultations and events, and the documents that begin, change or end.
///
/// ``Changes`` tells the same of consultations and events one day later, when the state changes; people need the last day
/// on which they can still do something.
struct Upcoming: Sendable {
  /// One day and what happens on it.
  struct Item: Sendable {
    let day: CalendarDate
    let label: String
    let entry: CorpusEntry
  }

  /// Soonest first.
  let items: [Item]

  init(_ corpus: Corpus, _ agenda: Agenda, _ changes: Changes) {
    let last = corpus.asOf.adding(days: CorpusEntry.horizonDays)
    let days = agenda.coming.filter { $0.day <= last && !$0.occasion.isOfValidity }.map {
      Item(day: $0.day, label: $0.label, entry: $0.entry)
    }
    let validity = changes.coming.filter { corpus.lifecycle(of: $0.entry.document) == .validity }
      .map { Item(day: $0.day, label: $0.label, entry: $0.entry) }
    items = (days + validity).sorted { ($0.day, $0.entry.document.id) < ($1.day, $1.entry.document.id) }
  }

  /// The first few, as listed on the home page.
  func rows(_ count: Int, from address: PageAddress) -> View? {
    .items(
      items.prefix(count).map { item in
        .make([
          "label": .text(item.label), "title": .text(item.entry.document.title),
          "href": .text(address.href(item.entry.document.url)), "dayISO": .text(item.day.iso),
          "dayText": .text(item.day.chinese),
        ])
      })
  }
}
