import Base
package import Documents

/// The figures of the first table of the annual report for one kind and year (国办公开办函〔2021〕30号, 第二十条第（一）项), computed
/// from the library: 本年制发件数, 本年废止件数, 现行有效件数.
package struct AnnualCounts: Sendable {
  package let kind: Kind
  package let year: Int
  /// Signed during the year.
  package let made: [CorpusEntry]
  /// Repealed, expired or annulled during the year.
  package let ended: [CorpusEntry]
  /// In force on the last day of the year, or on the corpus's day if that is earlier.
  package let inForce: [CorpusEntry]
  /// Number in force on the last day of the previous year.
  package let inForceBefore: Int

  /// Counts the public documents of a kind; nil for kinds without 有效性.
  package init?(_ corpus: Corpus, kind: Kind, year: Int) {
    guard kind.lifecycle == .validity else { return nil }
    self.kind = kind
    self.year = year
    let (first, last) = (
      CalendarDate.first(of: year), min(CalendarDate.first(of: year + 1).adding(days: -1), corpus.asOf)
    )
    let entries = corpus.entries.filter { $0.document.kind == kind.id }
    let own = entries.filter { ($0.document.documentDate ?? .distantFuture) <= last }
    made = own.filter { $0.document.documentDate?.year == year }
    ended =
      first > last
      ? []
      : own.filter { entry in
        entry.history?.changes(in: first...last).contains { !$0.before.isEnded && $0.step.state.isEnded } ?? false
      }
    inForce = first > last ? [] : own.filter { $0.isInForce(on: last) }
    inForceBefore = own.count { $0.isInForce(on: first.adding(days: -1)) }
  }

  /// 现行有效 minus (上年现行有效 + 制发 − 废止); not 0 if, for example, documents took effect in a later year than that of signing.
  package var difference: Int { inForce.count - (inForceBefore + made.count - ended.count) }

  /// The years in which documents of a kind were signed, newest first.
  package static func years(_ corpus: Corpus, kind: Kind) -> [Int] {
    Set(corpus.entries.filter { $0.document.kind == kind.id }.compactMap(\.document.documentDate?.year))
      .filter { $0 <= corpus.asOf.year }.sorted(by: >)
  }
}

extension CorpusEntry {
  fileprivate func isInForce(on day: CalendarDate) -> Bool {
    guard let made = document.documentDate, made <= day else { return false }
    return history?.state(on: day).isInForce ?? false
  }
}

extension CalendarDate {
  fileprivate static func first(of year: Int) -> CalendarDate {
    CalendarDate(year: year, month: 1, day: 1) ?? .distantFuture
  }
  fileprivate static let distantFuture = CalendarDate(daysSince1970: 2_900_000)
}
