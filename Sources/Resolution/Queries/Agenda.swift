package import Base
package import Documents

/// A day of a consultation, a hearing, an event or a publicity period, or one on which a document comes into force or ends,
/// that people may want in their calendar.
package struct Appointment: Sendable {
  package let day: CalendarDate
  package let occasion: Occasion
  /// What happens, for readers: 报名截止.
  package let label: String
  package let entry: CorpusEntry

  /// What happens on the day; the raw value is part of the identifier in calendar programs.
  package enum Occasion: String, Sendable, Hashable {
    case opens, closes, held
    /// A document comes into force; its last day; the first day after an act has ended it.
    case begins, expires, ends

    /// Whether it is a day of a document's validity, which is told with the other changes as well.
    package var isOfValidity: Bool { [.begins, .expires, .ends].contains(self) }
  }
}

/// 日历: what is coming, soonest first, and what is over, latest first.
package struct Agenda: Sendable {
  /// From the corpus's day on.
  package let coming: [Appointment]
  /// The days on which consultations closed and events were held, as many as a calendar program should have to read.
  package let past: [Appointment]

  package static let pastLimit = 100

  /// Gathers the days of public documents.
  package init(_ corpus: Corpus, of entries: [CorpusEntry]) {
    let all = entries.flatMap(corpus.appointments)
    coming = all.filter { $0.day >= corpus.asOf }.sorted(by: Self.precedes)
    let past = all.filter { appointment in
      appointment.day < corpus.asOf && corpus.hasDays(appointment.entry.document)
        && appointment.occasion == (appointment.entry.document.heldOn == nil ? .closes : .held)
    }
    self.past = Array(past.sorted { Self.precedes($1, $0) }.prefix(Self.pastLimit))
  }

  /// Gathers the days of all public documents.
  init(_ corpus: Corpus) { self.init(corpus, of: corpus.entries) }

  /// Whether there has never been such a day.
  package var isEmpty: Bool { coming.isEmpty && past.isEmpty }

  private static func precedes(_ a: Appointment, _ b: Appointment) -> Bool {
    (a.day, a.entry.document.id) < (b.day, b.entry.document.id)
  }
}

extension Corpus {
  /// Whether a document announces days on which people take part: they are asked for opinions, or may attend.
  package func hasDays(_ document: Document) -> Bool {
    let isForPeople = [.consultation, .event].contains(lifecycle(of: document)) || document.heldOn != nil
    return isForPeople && !days(of: document).isEmpty
  }

  /// Whether one of those days is still to come.
  package func isComing(_ entry: CorpusEntry) -> Bool {
    hasDays(entry.document) && days(of: entry.document).contains { $0.0 >= asOf }
  }

  /// The days of a public document, in order; empty for one that has none.
  package func appointments(of entry: CorpusEntry) -> [Appointment] {
    (days(of: entry.document) + daysOfValidity(entry)).map {
      Appointment(day: $0, occasion: $1, label: $2, entry: entry)
    }
  }

  /// Whether it makes its lists have a calendar: people take part in it, or something is still to come.
  func isInCalendars(_ entry: CorpusEntry) -> Bool {
    hasDays(entry.document) || appointments(of: entry).contains { $0.day >= asOf }
  }

  /// When a document will come into force, and when it will end.
  private func daysOfValidity(_ entry: CorpusEntry) -> [(CalendarDate, Appointment.Occasion, String)] {
    guard lifecycle(of: entry.document) == .validity, let status = entry.status else { return [] }
    let begins = status.state == .notYetInForce ? status.upcoming.first { $0.state.isInForce }?.from : nil
    var days = begins.map { [($0, Appointment.Occasion.begins, "开始施行")] } ?? []
    guard let ending = entry.ending(after: asOf) else { return days }
    if let event = ending.act?.words.event {
      days.append((ending.from, .ends, event))
    } else {
      days.append((ending.from.adding(days: -1), .expires, "有效期届满"))
    }
    return days
  }

  private func days(of document: Document) -> [(CalendarDate, Appointment.Occasion, String)] {
    let (opens, closes): (String, String)
    switch lifecycle(of: document) {
    case .consultation: (opens, closes) = ("开始征求意见", "征求意见截止")
    case .event: (opens, closes) = ("开始报名", "报名截止")
    case .publicNotice: (opens, closes) = ("开始公示", "公示期满")
    case .validity, .task, .none: return document.heldOn.map { [($0, .held, "举行")] } ?? []
    }
    let days: [(CalendarDate?, Appointment.Occasion, String)] = [
      (document.opensOn, .opens, opens), (document.closesOn, .closes, closes), (document.heldOn, .held, "举行"),
    ]
    return days.compactMap { day, occasion, label in day.map { ($0, occasion, label) } }
  }
}
