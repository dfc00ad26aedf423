import Base
import Documents
import Resolution

/// What people say and what they are told: messages, consultations, guides, statistics.
struct ExchangeMeasures {
  let input: InspectionInput

  var readings: [Reading] { [consulting, replies, guides, statistics, answers, consultations] }

  // MARK: Messages

  private var messages: [(document: Document, received: CalendarDate, replied: CalendarDate?)] {
    input.corpus.entries.compactMap { entry in
      entry.document.date(in: .receivedOn).map { received in
        let replied = entry.document.date(in: .repliedOn)
        return (entry.document, received, replied.flatMap { $0 <= input.today ? $0 : nil })
      }
    }
  }

  private var replies: Reading {
    let limit = input.settings[limit: .replyMonths]
    let since = input.today.adding(months: -12)
    let recent = messages.filter { $0.received > since }
    if messages.isEmpty { return Reading(.replies, .unmeasured, "本站没有公开的留言；留言在别的平台的，在那里核对") }
    let open = recent.filter { $0.replied == nil }.map { ($0.document, due: $0.received.adding(months: limit)) }
    let overdue = open.filter { $0.due < input.today }
    let late = recent.filter { message in message.replied.map { $0 > message.received.adding(months: limit) } ?? false }
    let next = open.filter { $0.due >= input.today }.map { input.days(to: $0.due) }.min()
    let isNear = !late.isEmpty || (next.map { $0 <= input.site.dueSoonDays } ?? false)
    let places =
      overdue.map { Reading.Place($0.0, "“\($0.0.title)”应于 \($0.due.iso) 前回应", at: "receivedOn") }
      + late.map { Reading.Place($0.document, "“\($0.document.title)”超过 \(limit) 个月才答复", at: "repliedOn") }
    return Reading(
      .replies, !overdue.isEmpty ? .failed : isNear ? .near : .passed,
      "一年内 \(recent.count) 条，未回应 \(open.count) 条，其中超期 \(overdue.count) 条", value: overdue.count, daysLeft: next,
      places: places)
  }

  private var answers: Reading {
    guard let last = messages.compactMap(\.replied).max() else {
      return Reading(.answers, .unmeasured, "本站没有公开的留言答复")
    }
    return freshness(.answers, last, months: input.settings[limit: .answerMonths])
  }

  /// Somewhere to ask: a link that site.yml names, or the way online of a document in a column for exchange.
  private var consulting: Reading {
    if let url = input.settings.consultURL {
      return Reading(.consulting, .passed, "site.yml 写了网上咨询的链接", places: [Reading.Place(url, url: url)])
    }
    let types = ["咨询投诉", "依申请公开", "在线访谈", "征集调查", "回应关切"]
    let columns = Set(
      input.corpus.columns.filter { column in column.columnType.map(types.contains) ?? false }.map(\.path))
    let ways = input.corpus.entries.filter { columns.contains($0.document.column) && hasOnlineChannel($0) }
    return ways.isEmpty
      ? Reading(
        .consulting, .failed, "没有找到网上的咨询渠道",
        places: [Reading.Place("在 site.yml 写 inspection: {consultURL: 咨询栏目的网址}", file: "Content/site.yml")])
      : Reading(.consulting, .passed, "\(ways.count) 处", value: ways.count)
  }

  private func hasOnlineChannel(_ entry: CorpusEntry) -> Bool {
    (input.corpus.kind(of: entry)?.channels ?? []).contains { field in
      entry.document.fields[field.key].map(Self.hasLink) ?? false
    }
  }

  private static func hasLink(_ value: FieldValue) -> Bool {
    switch value {
    case .link(_, let url): LinkAddress(url).host != nil
    case .list(let values): values.contains(where: hasLink)
    case .text, .date, .number, .boolean, .file, .table, .reference: false
    }
  }

  // MARK: Consultations, guides, statistics

  private var consultations: Reading {
    let since = input.today.adding(months: -12)
    let opened = input.corpus.entries.filter { entry in
      input.corpus.lifecycle(of: entry.document) == .consultation
        && entry.document.opensOn.map { $0 > since && $0 <= input.today } ?? false
    }
    let online = opened.filter(hasOnlineChannel)
    let limit = input.settings[limit: .consultations]
    let offline = opened.filter { !hasOnlineChannel($0) }
    let state: Reading.State = online.count >= limit ? offline.isEmpty ? .passed : .near : .failed
    return Reading(
      .consultations, state, "一年内 \(opened.count) 次，可以在网上提意见的 \(online.count) 次", value: online.count,
      places: offline.map { Reading.Place($0.document, "“\($0.document.title)”不能在网上提意见", at: "opensOn") })
  }

  private var guides: Reading {
    let kinds = input.corpus.kinds.filter { $0.value.duties.contains(.serviceGuide) }
    let all = input.documents.filter { document in
      kinds[document.kind] != nil && !document.isDraft && document.disclosure == .proactive
    }
    if all.isEmpty {
      guard let url = input.settings.serviceURL else {
        return Reading(.guides, .unmeasured, "本站没有办事指南；办事服务在别的网站的，写 site.yml 的 inspection.serviceURL")
      }
      return Reading(.guides, .passed, "办事服务在别的网站", places: [Reading.Place(url, url: url)])
    }
    let lacking = all.compactMap { document -> (Document, [String])? in
      let parts = kinds[document.kind].map { document.parts(of: $0) { _, _ in [] } } ?? []
      let missing = parts.filter { $0.place == nil && $0.part.demand == .required }.map(\.part.label)
      return missing.isEmpty ? nil : (document, missing)
    }
    let failing = lacking.filter { $0.1.count >= input.settings[limit: .guideElements] }
    return Reading(
      .guides, failing.count >= input.settings[limit: .guides] ? .failed : lacking.isEmpty ? .passed : .near,
      "\(all.count) 份，缺要素的 \(lacking.count) 份，严重的 \(failing.count) 份", value: failing.count,
      places: lacking.map { Reading.Place($0.0, "“\($0.0.title)”缺\($0.1.joined(separator: "、"))") })
  }

  private var statistics: Reading {
    guard let path = input.settings.statistics else {
      return Reading(.statistics, .unmeasured, "site.yml 没有写办事统计数据在哪个栏目（inspection.statistics）")
    }
    guard let column = input.corpus.columns.first(where: { $0.path == path }) else {
      return Reading(
        .statistics, .failed, "没有栏目 \(path)",
        places: [Reading.Place("改正 inspection.statistics", file: "Content/site.yml")])
    }
    guard let last = input.corpus.newestByColumn[path] else {
      return Reading(.statistics, .failed, "“\(column.title)”没有内容", places: [Reading.Place(column, column.title)])
    }
    return freshness(.statistics, last, months: input.settings[limit: .statisticsMonths])
  }

  private func freshness(_ indicator: Indicator, _ last: CalendarDate, months: Int) -> Reading {
    let left = input.days(to: last.adding(months: months))
    return Reading(
      indicator, left < 0 ? .failed : left <= input.site.dueSoonDays ? .near : .passed, "最近一次是 \(last.iso)",
      value: -input.days(to: last), daysLeft: left < 0 ? nil : left)
  }
}
