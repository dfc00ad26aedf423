package import Base

/// One line of the 到期清单: what must be done by when, and how it stands on the corpus's day.
package struct DueItem: Sendable, Hashable {
  /// What says that it is due; for editors and for the ids of findings.
  package enum Source: String, Sendable, Hashable, CaseIterable {
    /// A deadline of a kind.
    case deadline
    /// A number per year in site.yml.
    case quota
    /// The outcome of a consultation, by `outcomeDays` in site.yml.
    case outcome
    /// A cycle of updates.
    case update
    /// A task.
    case task
    /// The end of a document's term, before which it is to be evaluated.
    case term
  }

  /// How it stands.
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// The day has passed.
    case overdue
    /// The day is so near that somebody should act.
    case soon
    /// The day is some weeks away.
    case ahead
    /// It was done after the day.
    case late

    /// For people.
    package var label: String {
      switch self {
      case .overdue: "已逾期"
      case .soon: "临近"
      case .ahead: "以后"
      case .late: "超期完成"
      }
    }
  }

  package let source: Source
  /// What must be done: 公布解读.
  package let what: String
  /// For which document, column or office.
  package let subject: String
  /// The last day for it.
  package let due: CalendarDate
  package let state: State
  /// The day on which it was done, if that was too late.
  package var doneOn: CalendarDate?
  /// More about it, for people: 现有2次，还差3次.
  package var detail: String?
  /// The office that has to do it, if known.
  package var office: String?
  /// What says so.
  package let basis: String
  /// Whether no law fixes it.
  package let isLocal: Bool
  /// How to do it.
  package let cure: String
  /// Where it is written.
  package let location: Diagnostic.Location
  /// Whether what was to be done is to take the text down: after that day it must not be there.
  package var withdraws = false
  /// Address of its page below the site's root; nil for what is not public.
  package var url: String?
}

extension DueItem: Comparable {
  /// By day, then by place and what is to be done: a total order.
  package static func < (a: DueItem, b: DueItem) -> Bool {
    if a.due != b.due { return a.due < b.due }
    if a.location.path != b.location.path {
      return a.location.path.utf8.lexicographicallyPrecedes(b.location.path.utf8)
    }
    if a.location.start != b.location.start { return a.location.start < b.location.start }
    return (a.what, a.subject) < (b.what, b.subject)
  }
}
