import Base
import Documents
import Resolution

/// What the 到期清单 says is due, as findings; most are warnings. What a deadline of a kind or a quota asks for and was not done
/// in time (`duty-overdue`; `revoked-public`, error, if its text should not be there any more), was done too late (`duty-late`), or is due in a few days (`duty-soon`). The outcome of a
/// consultation that is late by local rules (`overdue-outcome`; `outcomeDays` in site.yml). What has an update interval and
/// was not updated within it: a column by its newest public document, including those in columns below it; a document by
/// its 更新日期 (`update-overdue`). A year without the State Council's notice, of which working days had to be counted
/// (`holidays-missing`). Tasks and terms have states of their own.
struct DueDays: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let list = DueList(context.corpus, documents: context.documents, failed: context.failed)
    return list.items.compactMap { finding($0, on: context.corpus.asOf) } + list.yearsWithoutNotice.map(Self.missing)
  }

  private func finding(_ item: DueItem, on today: CalendarDate) -> Diagnostic? {
    switch (item.source, item.state) {
    case (.deadline, let state), (.quota, let state): duty(item, state, on: today)
    case (.outcome, .overdue):
      Diagnostic(
        "overdue-outcome", .warning, at: item.location, "应于 \(item.due.iso) 前反馈结果，已经逾期", cures: [item.cure])
    case (.update, .overdue):
      Diagnostic(
        "update-overdue", .warning, at: item.location,
        "\(item.subject)应于 \(item.due.iso) 前更新，已经逾期" + (item.detail.map { "，\($0)" } ?? ""), cures: [item.cure])
    case (.outcome, _), (.update, _), (.task, _), (.term, _): nil
    }
  }

  private func duty(_ item: DueItem, _ state: DueItem.State, on today: CalendarDate) -> Diagnostic? {
    let name =
      item.source == .quota ? "\(item.what)\(item.subject)" : "“\(item.subject)”应于 \(item.due.iso) 前\(item.what)"
    let detail = item.detail.map { "，\($0)" } ?? ""
    let days = item.due.daysSince1970 - today.daysSince1970
    let cures = [item.cure, "依据：\(item.basis)"]
    switch state {
    case .overdue where item.withdraws:
      return Diagnostic("revoked-public", at: item.location, "\(name)，现在还在网站上", cures: cures)
    case .overdue:
      return Diagnostic("duty-overdue", .warning, at: item.location, "\(name)\(detail)，已经逾期", cures: cures)
    case .soon:
      let left = days == 0 ? "今天是最后一天" : "还有 \(days) 日"
      return Diagnostic("duty-soon", .warning, at: item.location, "\(name)\(detail)，\(left)", cures: cures)
    case .late:
      guard let done = item.doneOn else { return nil }
      let late = done.daysSince1970 - item.due.daysSince1970
      return Diagnostic(
        "duty-late", .warning, at: item.location, "\(name)，实际是 \(done.iso)，晚了 \(late) 日",
        cures: ["日期写错的，改正；有原因的（补录历史文件等），写在 checked（已核对）里", "依据：\(item.basis)"])
    case .ahead: return nil
    }
  }

  private static func missing(_ year: Int) -> Diagnostic {
    Diagnostic(
      "holidays-missing", .warning, at: Diagnostic.Location(path: "Content/_holidays/\(year).yml"),
      "\(year)年的节假日安排没有，工作日按星期一至星期五计算",
      cures: ["国务院办公厅的通知公布以后，照 Templates/holidays 里的样子写 Content/_holidays/\(year).yml，或者升级程序"])
  }
}
