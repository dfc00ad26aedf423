package import Base

/// 期限: by when something must have been done, for each record of a kind or once a year; declared in the kind's file, never
/// in Swift. What no law fixes is `local`, and site.yml may change it.
package struct Deadline: Sendable, Hashable {
  /// What must be done, for editors: 公布解读. A word of `deadlines` in site.yml.
  package let what: String
  package let form: Form
  /// What says so: 政府信息公开条例第二十六条.
  package let basis: String
  /// Whether it is a local rule.
  package let isLocal: Bool

  /// Memberwise.
  package init(what: String, form: Form, basis: String, isLocal: Bool = false) {
    self.what = what
    self.form = form
    self.basis = basis
    self.isLocal = isLocal
  }

  /// How the last day is found.
  package enum Form: Sendable, Hashable {
    /// Within a time after a day of the record, or at least so long before it.
    case record(done: Fulfilment, within: Length, of: Anchor)
    /// Every year, for the year before, by a day that depends on the level of the office.
    case yearly(YearDays)
  }

  /// What shows that it was done, and when.
  package enum Fulfilment: Sendable, Hashable {
    /// A day in the record, by its key: publishedOn, repliedOn.
    case day(String)
    /// A public document that interprets it.
    case interpretation
    /// A public document with its outcome.
    case outcome
    /// Its text is taken down. What is still there afterwards is an error.
    case withdrawal
  }

  /// The day from which the time is counted.
  package enum Anchor: Sendable, Hashable {
    case after(String)
    case before(String)
    /// The publication of the decision that a consultation led to: of the document with a validity that the same record
    /// gathers.
    case decision

    /// The key of its day.
    package var key: String? {
      switch self {
      case .after(let key), .before(let key): key
      case .decision: nil
      }
    }
  }

  /// A length of time.
  package enum Length: Sendable, Hashable {
    case workdays(Int)
    case period(Period)

    /// Reads `20个工作日`, or what ``Period`` reads; nil for anything else.
    package init?(_ text: String) {
      for unit in ["个工作日", "工作日"] where text.hasSuffix(unit) {
        guard let count = Int(written: text.dropLast(unit.count).trimmed), (1...250).contains(count) else { return nil }
        self = .workdays(count)
        return
      }
      guard let period = Period(text) else { return nil }
      self = .period(period)
    }

    /// `20个工作日`, `7天`.
    package var label: String {
      switch self {
      case .workdays(let count): "\(count)个工作日"
      case .period(let period): period.label
      }
    }

    /// The last day of the time that begins on the day after `day`.
    package func end(after day: CalendarDate, _ calendar: WorkCalendar) -> CalendarDate {
      switch self {
      case .workdays(let count): calendar.day(count, after: day)
      case .period(let period): period.end(after: day)
      }
    }

    /// The last day on which so much time is left before `day`. Only for days and months.
    package func start(before day: CalendarDate) -> CalendarDate {
      switch self {
      case .workdays(let count), .period(.days(let count)): day.adding(days: -count)
      case .period(.months(let count)): day.adding(months: -count)
      }
    }
  }

  /// A day of every year, by the level of the office.
  package struct YearDays: Sendable, Hashable {
    private let usual: YearDay
    private let byLevel: [String: YearDay]

    /// - Parameter byLevel: The days of the offices of some levels.
    package init(_ usual: YearDay, byLevel: [String: YearDay] = [:]) {
      self.usual = usual
      self.byLevel = byLevel
    }

    /// The day for an office.
    package func day(level: String?, in year: Int) -> CalendarDate? {
      (level.flatMap { byLevel[$0] } ?? usual).day(in: year)
    }
  }
}

/// A day of the calendar without a year: 03-31.
package struct YearDay: Sendable, Hashable {
  package let month: Int
  package let day: Int

  /// 12-31.
  package static let last = YearDay(month: 12, day: 31)

  private init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }

  /// Reads `03-31`, `3-31` or `3月31日`; nil for anything else, and for 29 February.
  package init?(_ text: String) {
    var parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count != 2, text.hasSuffix("日") { parts = text.dropLast().split(separator: "月") }
    guard parts.count == 2, let month = Int(written: parts[0]), let day = Int(written: parts[1]),
      CalendarDate(year: 2023, month: month, day: day) != nil
    else { return nil }
    self.init(month: month, day: day)
  }

  /// The day in a year.
  package func day(in year: Int) -> CalendarDate? { CalendarDate(year: year, month: month, day: day) }
}
