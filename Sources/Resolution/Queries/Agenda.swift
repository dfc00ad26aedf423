package import Base
package import Documents

/// A day of a consultation, a hearing, an event or a publicity period that people may want in their calendar.
package struct Appointment: Sendable {
  package let day: CalendarDate
  package let occasion: Occasion
  /// What happens, for readers: 报名截止.
  package let label: String
  package let entry: CorpusEntry

  /// What happens on the day; the raw value is part of the identifier in calendar programs.
  package enum Occasion: String, Sendable, Hashable {
    case opens, closes, held
  }
}

/// 日历: what is coming, soonest first, and what is over, latest first.
package struct Agenda: Sendable {
  /// From the corpus's day on.
  package let coming: [Appointment]
  /// The days on which consultations closed and events were held, as many as a calendar program should have to read.
  package let past: [Appointment]

  package static let pastLimit = 100

  /// Gathers the days of all public documents.
  init(_ corpus: Corpus) {
    let all = corpus.entries.flatMap(corpus.appointments)
    coming = all.filter { $0.day >= corpus.asOf }.sorted(by: Self.precedes)
    let past = all.filter { appointment in
      appointment.day < corpus.asOf && corpus.hasDays(appointment.entry.document)
        && appointment.occasion == (appointment.entry.document.heldOn == nil ? .closes : .held)
    }
    self.past = Array(past.sorted { Self.precedes($1, $0) }.prefix(Self.pastLimit))
  }

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
    days(of: entry.document).map { Appointment(day: $0, occasion: $1, label: $2, entry: entry) }
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
