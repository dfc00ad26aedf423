package import Base
import Documents

extension Gathering {
  /// The groups of a calendar of events: what is coming, soonest first, then what is over, latest first. The month in
  /// which the day lies is in both.
  package func groupsByDay(asOf today: CalendarDate) -> [Group] {
    let parts = groups.flatMap { group -> [(group: Group, first: CalendarDate)] in
      let dated = group.entries.map { (entry: $0, day: $0.document.heldOn ?? today) }.sorted { $0.day < $1.day }
      let (coming, past) = (dated.filter { $0.day >= today }, dated.filter { $0.day < today })
      return [coming, past.reversed()].compactMap { part in
        part.first.map { (Group(name: group.name, entries: part.map(\.entry)), $0.day) }
      }
    }
    return parts.filter { $0.first >= today }.sorted { $0.first < $1.first }.map(\.group)
      + parts.filter { $0.first < today }.sorted { $0.first > $1.first }.map(\.group)
  }
}
