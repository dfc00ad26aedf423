import Base
package import Documents

/// 到期清单: everything that has a last day, whatever says so: the deadlines of kinds, the quotas of site.yml, cycles of
/// updates, consultations, tasks, terms. What findings, the report, the inspection and a clerk's calendar know of days, they
/// know from here.
package struct DueList: Sendable {
  /// In order.
  package let items: [DueItem]
  /// Years of which working days were counted without the State Council's notice, because it is not in the calendar; in order.
  package let yearsWithoutNotice: [Int]

  /// What is due later than this many days from now is not listed.
  package static let horizonDays = 92
  /// A deadline of every year is near from so many days before it.
  static let yearlySoonDays = 31
  /// What should have been done, or was done too late, before so many months is history: nobody can mend it.
  static let memoryMonths = 12

  /// - Parameters:
  ///   - documents: All valid documents, public or not: what is not published yet may have to be.
  ///   - failed: Documents that could not be read, which may be what is missing.
  package init(_ corpus: Corpus, documents: [Document], failed: Set<DocumentID> = []) {
    var records = RecordDuties(corpus, failed: failed)
    for document in documents { records.add(document) }
    let yearly = YearlyDuties(corpus, failed: failed).items
    items = (records.items + yearly + CurrentDuties(corpus, failed: failed).items).sorted()
    yearsWithoutNotice = records.years.subtracting(corpus.site.workCalendar.years).sorted()
  }

  /// The items in one of these states.
  package func items(_ states: DueItem.State...) -> [DueItem] { items.filter { states.contains($0.state) } }
}

extension Corpus {
  /// How something that must be done by a day stands; nil when it is done in time, far away, or history.
  ///
  /// - Parameters:
  ///   - done: When it was done, or will be.
  ///   - soonDays: From how many days before the day on somebody should act.
  ///   - remembers: Whether it is of interest however long ago it was due.
  func dueState(
    _ due: CalendarDate, done: CalendarDate?, soonDays: Int, remembers: Bool = false
  ) -> DueItem.State? {
    if let done, done <= due { return nil }
    let isHistory = !remembers && due < asOf.adding(months: -DueList.memoryMonths)
    if let done, done <= asOf { return isHistory ? nil : .late }
    if due < asOf { return isHistory ? nil : .overdue }
    if due <= asOf.adding(days: soonDays) { return .soon }
    return due <= asOf.adding(days: DueList.horizonDays) ? .ahead : nil
  }
}
