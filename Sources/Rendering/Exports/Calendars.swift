import Base
import Documents
import Resolution

/// The calendar files of lists and of single announcements.
struct Calendars {
  let corpus: Corpus
  var revisions = Revisions()

  /// `calendar.ics`: everything that is coming in a list and what was last.
  func list(_ followed: FollowedLists.Followed) -> [UInt8] {
    let agenda = Agenda(corpus, of: followed.documents.sorted().map { corpus.entries[$0] })
    return CalendarFile(
      name: "日历_" + followed.name(on: corpus.site), events: (agenda.past.reversed() + agenda.coming).map(event)
    ).bytes
  }

  /// The days of one document.
  func document(_ entry: CorpusEntry) -> [UInt8] {
    CalendarFile(name: entry.document.title, events: corpus.appointments(of: entry).map(event)).bytes
  }

  private func event(_ appointment: Appointment) -> CalendarFile.Event {
    let document = appointment.entry.document
    let url = corpus.site.baseURL + document.url.encodedForURLPath
    let changed = [document.publishedOn?.day, revisions.documents[document.id]?.modifiedOn].compactMap(\.self).max()
    return CalendarFile.Event(
      uid: "\(appointment.occasion.rawValue)/\(document.url.encodedForURLPath)@\(corpus.site.domain)",
      day: appointment.day, stamp: changed ?? document.documentDate ?? corpus.asOf,
      summary: "\(appointment.label)：\(document.title)", url: url,
      location: appointment.occasion == .held ? document.text(in: .place) : nil,
      description: [document.summary, url].compactMap(\.self).joined(separator: "\n"),
      category: corpus.kind(of: document)?.readersLabel)
  }
}
