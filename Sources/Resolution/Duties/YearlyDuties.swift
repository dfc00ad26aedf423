import Base
import Documents

/// What must be done every year: reports of the year before, by the kind's file, and the numbers that site.yml asks for.
struct YearlyDuties {
  private let corpus: Corpus
  private let failed: Set<DocumentID>
  private(set) var items: [DueItem] = []

  init(_ corpus: Corpus, failed: Set<DocumentID>) {
    self.corpus = corpus
    self.failed = failed
    for kind in corpus.kinds.values.sorted(by: { $0.id < $1.id }) {
      for deadline in kind.deadlines {
        if case .yearly(let days) = deadline.form { items += reports(kind, deadline, days) }
      }
    }
    items += corpus.site.quotas.flatMap(quota)
  }

  /// The reports of the last year, and of this one if they are due soon, of the site's organizer and of the offices that
  /// have published one here before.
  private func reports(_ kind: Kind, _ deadline: Deadline, _ days: Deadline.YearDays) -> [DueItem] {
    let columns = corpus.columns.filter { $0.kind == kind.id }
    let reports = corpus.entries.map(\.document).filter { $0.kind == kind.id }
    // A report that could not be read may be the one that is missing.
    guard !columns.isEmpty || !reports.isEmpty, failed.isEmpty else { return [] }
    let organizer = corpus.site.organizer
    let others = Set(reports.flatMap(\.issuers)).subtracting([organizer]).sorted()
    return ([organizer] + others).flatMap { office in
      let own = reports.filter { $0.issuers.contains(office) }
      let first = own.compactMap { $0.number(in: .year) }.min()
      return [corpus.asOf.year - 1, corpus.asOf.year].compactMap { year -> DueItem? in
        guard office == organizer || first.map({ $0 < year }) ?? false else { return nil }
        return report(of: office, for: year, deadline, days, own.first { $0.number(in: .year) == year }, columns.first)
      }
    }
  }

  private func report(
    of office: String, for year: Int, _ deadline: Deadline, _ days: Deadline.YearDays, _ report: Document?,
    _ column: Column?
  ) -> DueItem? {
    // A report without a day is there.
    guard report == nil || report?.publishedOn != nil,
      let due = days.day(level: corpus.site.level(of: office), in: year + 1),
      let state = corpus.dueState(due, done: report?.publishedOn?.day, soonDays: DueList.yearlySoonDays)
    else { return nil }
    return DueItem(
      source: .deadline, what: deadline.what, subject: "\(office)\(year)年度", due: due, state: state,
      doneOn: report?.publishedOn?.day, office: office, basis: deadline.basis, isLocal: deadline.isLocal,
      cure: "发布\(year)年度的报告，写上 year（报告年度）: \(year)",
      location: report?.location(of: .publishedOn) ?? column?.frontMatter.whole
        ?? Diagnostic.Location(path: "Content/site.yml"),
      url: report?.url ?? column?.url)
  }

  /// A number of records in this year; and in the last one, if the library goes back so far.
  private func quota(_ quota: Site.Quota) -> [DueItem] {
    let tally = QuotaTally(quota, in: corpus.entries, of: corpus)
    let isOld = tally.begins(before: corpus.asOf.year)
    return [corpus.asOf.year - 1, corpus.asOf.year].compactMap { year -> DueItem? in
      guard !tally.isReached(in: year), year == corpus.asOf.year || isOld, let due = quota.by.day(in: year),
        let state = corpus.dueState(due, done: nil, soonDays: DueList.yearlySoonDays)
      else { return nil }
      return DueItem(
        source: .quota, what: quota.label,
        subject: "\(year)年\(quota.each == nil ? "" : "各")应不少于\(quota.perYear)次", due: due, state: state,
        detail: Self.detail(quota, tally, year), basis: "site.yml 的 quotas（年度次数）", isLocal: true,
        cure: "补上并公布；次数不对的，改正 quotas", location: quota.location)
    }
  }

  private static func detail(_ quota: Site.Quota, _ tally: QuotaTally, _ year: Int) -> String {
    guard quota.each != nil else {
      return "现有\(tally.count(in: year))次，还差\(quota.perYear - tally.count(in: year))次"
    }
    let lacking = tally.lacking(in: year)
    return "还差\(lacking.count)个：" + lacking.joined(separator: "、")
  }
}
