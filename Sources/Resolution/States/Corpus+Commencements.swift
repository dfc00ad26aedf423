package import Base
package import Documents

extension CorpusEntry {
  /// Provisions that come into force on a day of their own, unless the document has ended by then; soonest first.
  package var commencements: [Commencement] {
    document.commencements.filter { !(history?.state(on: $0.on).isEnded ?? true) }.sorted { $0.on < $1.on }
  }

  /// Those that are still to come into force after a day.
  package func commencements(after day: CalendarDate) -> [Commencement] { commencements.filter { $0.on > day } }
}

extension Corpus {
  /// The provisions that come into force within the days, by day and id.
  package func commencements(in days: ClosedRange<CalendarDate>) -> [(entry: CorpusEntry, commencement: Commencement)] {
    entries.flatMap { entry in
      entry.commencements.filter { days.contains($0.on) }.map { (entry, $0) }
    }
    .sorted { ($0.commencement.on, $0.entry.document.id) < ($1.commencement.on, $1.entry.document.id) }
  }
}
