package import Base
import Documents

/// What comes round or ends: updates of columns and documents, outcomes of consultations, tasks, terms.
struct CurrentDuties {
  private let corpus: Corpus
  private let failed: Set<DocumentID>
  private(set) var items: [DueItem] = []

  init(_ corpus: Corpus, failed: Set<DocumentID>) {
    self.corpus = corpus
    self.failed = failed
    items = columns
    for entry in corpus.entries {
      items += [update(entry), outcome(entry), task(entry), term(entry)].compactMap(\.self)
    }
  }

  /// The next update of each column that must be updated.
  private var columns: [DueItem] {
    let newest = corpus.newestByColumn
    return corpus.columns.compactMap { column in
      // A document that could not be read may be the newest.
      guard let period = column.updateEvery, !failed.contains(where: { $0.path.hasPrefix(column.path + "/") }),
        let last = newest[column.path], let state = state(period.end(after: last))
      else { return nil }
      return DueItem(
        source: .update, what: "更新", subject: "栏目“\(column.title)”", due: period.end(after: last), state: state,
        detail: "最近一次是 \(last.iso)", basis: "栏目的 updateEvery（更新周期）：\(period.label)", isLocal: true,
        cure: "公布新的内容，或者改正更新周期",
        location: column.updateEveryPlace.map(column.frontMatter.location(of:)) ?? column.frontMatter.whole,
        url: column.url)
    }
  }

  private func update(_ entry: CorpusEntry) -> DueItem? {
    guard let period = entry.document.updateEvery, let due = corpus.updateDue(of: entry) else { return nil }
    return item(
      .update, "更新", entry, due, at: KnownField.updateEvery.rawValue,
      detail: entry.document.lastUpdate.map { "最近一次是 \($0.iso)" },
      basis: "文件的 updateEvery（更新周期）：\(period.label)", cure: "更新内容，并改写更新日期")
  }

  private func outcome(_ entry: CorpusEntry) -> DueItem? {
    guard let due = corpus.outcomeDue(of: entry) else { return nil }
    return item(
      .outcome, "反馈结果", entry, due, at: CommonField.closesOn.rawValue,
      basis: "site.yml 的 outcomeDays（征集结束后几天内反馈）：\(corpus.site.outcomeDays)日",
      cure: "发布反馈文件，写上 outcomeOf（反馈对象）: \(entry.document.id.path)")
  }

  private func task(_ entry: CorpusEntry) -> DueItem? {
    guard let state = entry.status?.state, [.pending, .dueSoon, .overdue].contains(state),
      let due = entry.document.closesOn
    else { return nil }
    return item(
      .task, "完成任务", entry, due, at: CommonField.closesOn.rawValue, basis: "文件的截止日期", cure: "完成后写上 doneOn（完成日期）")
  }

  private func term(_ entry: CorpusEntry) -> DueItem? {
    guard let status = entry.status, status.state.isInForce, let due = status.expiresOn else { return nil }
    return item(
      .term, "评估是否继续施行", entry, due, at: CommonField.expiresOn.rawValue, basis: "文件的有效期",
      cure: "继续施行的，重新公布或者延长有效期；不再施行的，期满自动失效")
  }

  private func state(_ due: CalendarDate) -> DueItem.State? {
    corpus.dueState(due, done: nil, soonDays: corpus.site.dueSoonDays, remembers: true)
  }

  private func item(
    _ source: DueItem.Source, _ what: String, _ entry: CorpusEntry, _ due: CalendarDate, at field: String,
    detail: String? = nil, basis: String, cure: String
  ) -> DueItem? {
    let document = entry.document
    return state(due).map { state in
      DueItem(
        source: source, what: what, subject: document.title, due: due, state: state, detail: detail,
        office: document.responsibleBody ?? document.issuers.first, basis: basis, isLocal: true, cure: cure,
        location: document.location(of: field), url: document.url)
    }
  }
}

extension Corpus {
  /// The day of the newest content of each column, with what is in columns below it, by path.
  package var newestByColumn: [String: CalendarDate] {
    var newest: [String: CalendarDate] = [:]
    for entry in entries {
      guard let day = entry.document.lastUpdate else { continue }
      newest[entry.document.column] = max(newest[entry.document.column] ?? day, day)
    }
    for (path, day) in newest {
      var parent = path.parentPath
      while !parent.isEmpty {
        newest[parent] = max(newest[parent] ?? day, day)
        parent = parent.parentPath
      }
    }
    return newest
  }
}
