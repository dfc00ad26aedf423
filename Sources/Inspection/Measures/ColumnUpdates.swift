import Base
import Documents
import Resolution

/// When each column was last updated, and by when it has to be.
struct ColumnUpdates {
  /// A column with a limit.
  struct Entry {
    let column: Column
    let sort: Sort
    /// The first level of the site, or of one of its base columns.
    let isFirstLevel: Bool
    /// Nil: nothing in it has a day.
    let last: CalendarDate?
    /// Nil: see ``last``.
    let due: CalendarDate?
    let limit: String
  }

  /// What a column is for inspectors.
  enum Sort {
    case news, notice, policy, plan
    /// Only what it says of itself.
    case own
  }

  let entries: [Entry]
  private let input: InspectionInput

  init(_ input: InspectionInput) {
    self.input = input
    let newest = input.corpus.newestByColumn
    let titles = Dictionary(input.corpus.columns.map { ($0.path, $0.title) }, uniquingKeysWith: { first, _ in first })
    let empty = Set(input.corpus.emptyColumns().map(\.path))
    entries = input.corpus.columns.compactMap { column in
      guard !column.path.isEmpty, column.notApplicable == nil, !empty.contains(column.path) else { return nil }
      let parent = column.parent.map { titles[$0] ?? "" }
      let isFirstLevel = parent.map(input.settings.baseColumns.contains) ?? true
      let sort = Self.sort(of: column, input)
      let usual = Self.period(of: sort, input.settings)
      // What inspectors count by their own limits cannot give itself a longer one.
      let isFixed = sort == .news || (isFirstLevel && (sort == .notice || sort == .policy))
      let periods = (isFixed ? [usual, column.updateEvery] : [column.updateEvery ?? usual]).compactMap(\.self)
      guard !periods.isEmpty else { return nil }
      let gathered = column.collects.map { input.corpus.gather($0).entries.compactMap(\.document.lastUpdate) } ?? []
      let last = ([newest[column.path]].compactMap(\.self) + gathered).max()
      let ends = last.map { day in periods.map { (period: $0, end: $0.end(after: day)) }.min { $0.end < $1.end } }
      return Entry(
        column: column, sort: sort, isFirstLevel: isFirstLevel, last: last, due: ends??.end,
        limit: (ends??.period ?? periods[0]).label)
    }
  }

  /// By what the column says of itself: the items of the regulation that it covers, its 栏目类别, its kind. The base columns of
  /// the platform are no columns of news or policies.
  private static func sort(of column: Column, _ input: InspectionInput) -> Sort {
    if column.parent == nil, input.settings.baseColumns.contains(column.title) { return .own }
    if column.statutory.contains(where: { ["20-3", "20-14"].contains($0.text) }) { return .plan }
    let layout = column.kind.flatMap { input.corpus.kinds[$0]?.layout }
    switch column.columnType {
    case "工作动态": return layout == nil || layout == .page ? .news : .notice
    case "通知公告": return .notice
    case "政策文件": return .policy
    case "负责人信息": return .plan
    default: return .own
    }
  }

  private static func period(of sort: Sort, _ settings: InspectionSettings) -> Period? {
    switch sort {
    case .news: .days(settings[limit: .newsDays])
    case .notice, .policy: .months(settings[limit: .noticeMonths])
    case .plan: .months(settings[limit: .planMonths])
    case .own: nil
    }
  }

  /// The indicators about updates of columns.
  var readings: [Reading] {
    let counted = entries.filter { $0.sort == .news || (($0.sort == .notice || $0.sort == .policy) && $0.isFirstLevel) }
    let paths = Set(counted.map(\.column.path))
    let others = entries.filter { !paths.contains($0.column.path) }
    let policies = entries.filter { $0.sort == .policy && $0.isFirstLevel }
    return [
      count(.staleColumns, counted, limit: input.settings[limit: .staleColumns]),
      count(.neglectedColumns, others, limit: input.settings[limit: .neglectedColumns]),
      policies.isEmpty
        ? Reading(.policies, .unmeasured, "没有栏目类别（columnType）是政策文件的一级栏目")
        : count(.policies, policies, limit: 1),
    ]
  }

  /// So many stale columns; near as soon as there is one, or one is about to be.
  private func count(_ indicator: Indicator, _ entries: [Entry], limit: Int) -> Reading {
    let stale = entries.filter(isStale)
    let fresh = entries.filter { !isStale($0) }.sorted { ($0.due ?? input.today) < ($1.due ?? input.today) }
    let soon = fresh.filter { isNear($0) }
    let next = fresh.first?.due.map(input.days)
    let state: Reading.State = stale.count >= limit ? .failed : stale.isEmpty && soon.isEmpty ? .passed : .near
    // One stale column is enough: then the days of the next are those of the indicator.
    let daysLeft = limit == 1 && stale.isEmpty ? next : nil
    let measured =
      "\(entries.count) 个栏目，未更新 \(stale.count) 个"
      + (daysLeft == nil ? next.map { "，下一个还有 \($0) 天" } ?? "" : "")
    let shown =
      stale.sorted { ($0.last?.daysSince1970 ?? 0, $0.column.path) < ($1.last?.daysSince1970 ?? 0, $1.column.path) }
      + soon
    return Reading(
      indicator, state, measured, value: stale.count, daysLeft: daysLeft,
      places: shown.map { Reading.Place($0.column, wording($0)) })
  }

  private func isStale(_ entry: Entry) -> Bool { entry.due.map { $0 < input.today } ?? true }

  /// Within a third of the limit, and within what site.yml calls soon.
  private func isNear(_ entry: Entry) -> Bool {
    guard let due = entry.due, let last = entry.last else { return true }
    let whole = due.daysSince1970 - last.daysSince1970
    return input.days(to: due) <= min(input.site.dueSoonDays, max(whole / 3, 1))
  }

  private func wording(_ entry: Entry) -> String {
    guard let last = entry.last, let due = entry.due else { return "“\(entry.column.title)”的内容没有发布日期，算作没有更新" }
    let days = input.days(to: due)
    let state = days < 0 ? "超过 \(-days) 天" : "还有 \(days) 天"
    return "“\(entry.column.title)”\(entry.limit)应有更新，最近一次是 \(last.iso)，\(state)"
  }
}
