import Base
import Documents
import Resolution

/// The report as one page that needs nothing else: for the head of the office, by mail or on paper. It is no part of the site.
package struct InspectionPage {
  private let report: InspectionReport
  private var out = OutputBuffer(capacity: 1 << 16)

  /// A page about a report.
  package init(_ report: InspectionReport) { self.report = report }

  /// The page.
  package var bytes: [UInt8] {
    var page = self
    page.write()
    return page.out.bytes
  }

  private static let style = """
    :root { color-scheme: light; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --bad: #a4161a; --near: #8a5a00; --good: #1a6b3a; }
    * { box-sizing: border-box; }
    body { margin: 0; color: var(--ink); background: #f6f7f9; font: 16px/1.7 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; }
    main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
    h1 { margin: 0; font-size: 1.6rem; line-height: 1.35; }
    h2 { margin: 2.5rem 0 .75rem; font-size: 1.15rem; }
    .about { margin: .25rem 0 1.5rem; color: var(--soft); }
    .counts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0; padding: 0; list-style: none; }
    .counts li { flex: 1 1 8rem; padding: .75rem 1rem; background: #fff; border: 1px solid var(--line); border-radius: .4rem; }
    .counts b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
    table { width: 100%; table-layout: fixed; border-collapse: collapse; background: #fff; border: 1px solid var(--line); }
    th, td { padding: .6rem .75rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
    thead th { font-size: .85rem; font-weight: 600; color: var(--soft); background: #fbfbfc; white-space: nowrap; }
    tbody th { font-weight: 600; }
    .c1 { width: 12rem; } .c2 { width: 7.5rem; } .c4 { width: 7rem; } .d1 { width: 7.5rem; } .d4 { width: 12rem; }
    td.state, td.day { white-space: nowrap; font-variant-numeric: tabular-nums; }
    .failed, .overdue { color: var(--bad); } .near, .soon, .late { color: var(--near); } .passed { color: var(--good); }
    .unmeasured, .ahead { color: var(--soft); }
    .state b::before { content: ""; display: inline-block; width: .6em; height: .6em; margin-right: .45em; border-radius: 50%; background: currentColor; }
    .unmeasured b::before, .ahead b::before { background: none; border: 1px solid currentColor; }
    .want, .basis { margin: .15rem 0 0; font-size: .85rem; color: var(--soft); }
    details { margin-top: .35rem; font-size: .9rem; } summary { cursor: pointer; color: #174a6e; }
    ul.places { margin: .35rem 0 0; padding-left: 1.2rem; } code { font-size: .85em; color: var(--soft); overflow-wrap: anywhere; }
    .note { color: var(--soft); font-size: .85rem; }
    @media (max-width: 40rem) { table, tbody, tr, th, td { display: block; width: auto; } thead { display: none; } th, td { border: 0; padding: .25rem .75rem; } tr { padding: .6rem 0; border-bottom: 1px solid var(--line); } }
    @media print { body { background: #fff; font-size: 10.5pt; } main { max-width: none; padding: 0; } details { display: block; } tr { break-inside: avoid; } }
    """

  private mutating func write() {
    out.write("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
    out.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    out.write("<meta name=\"robots\" content=\"noindex, nofollow\">\n<title>")
    out.writeEscaped("检查报告 \(report.asOf.iso) \(report.siteName)")
    out.write("</title>\n<style>\n\(Self.style)\n</style>\n</head>\n<body>\n<main>\n<h1>检查报告</h1>\n<p class=\"about\">")
    out.writeEscaped("\(report.siteName)，按 \(report.asOf.chinese) 计算。内部资料，不公开。")
    out.write("</p>\n<ul class=\"counts\">\n")
    for state in Reading.State.allCases {
      let count = report.readings(state).count
      out.write("<li class=\"\(state.code)\"><b>\(count)</b>\(state.rawValue)</li>\n")
    }
    out.write("</ul>\n")
    let failed = report.readings(.failed)
    if !failed.isEmpty {
      let links = failed.map { "<a href=\"#\($0.indicator.rawValue)\">\($0.indicator.definition.name)</a>" }
      out.write("<p class=\"failed\">不合格：\(links.joined(separator: "、"))</p>\n")
    }
    for group in Indicator.Group.allCases {
      let rows = report.readings.filter { $0.indicator.definition.group == group }
      if !rows.isEmpty { write(group, rows) }
    }
    writeDue()
    out.write("<p class=\"note\">“作提醒”的没有核对到原文，或者由各地规定；要从严的，写进 site.yml 的 inspection.strict。")
    out.write("由 gongkai inspect 生成。</p>\n</main>\n</body>\n</html>\n")
  }

  private mutating func write(_ group: Indicator.Group, _ rows: [Reading]) {
    out.write(
      "<h2>\(group.rawValue)</h2>\n<table>\n<thead><tr><th scope=\"col\" class=\"c1\">指标</th><th scope=\"col\" class=\"c2\">结果</th>"
    )
    out.write("<th scope=\"col\">测得</th><th scope=\"col\" class=\"c4\">期限</th></tr></thead>\n<tbody>\n")
    for row in rows {
      let definition = row.indicator.definition
      out.write("<tr id=\"\(row.indicator.rawValue)\"><th scope=\"row\">\(definition.name)</th>")
      out.write("<td class=\"state \(row.state.code)\"><b>\(row.state.rawValue)</b></td><td>")
      out.writeEscaped(row.measured)
      out.write("<p class=\"want\">要求：")
      out.writeEscaped(row.indicator.threshold(report.settings))
      out.write(row.isReminder ? "（作提醒）</p>" : "</p>")
      out.write("<p class=\"basis\">依据：")
      out.writeEscaped(definition.basis)
      out.write("</p>")
      write(row.places, isOpen: row.state == .failed && row.places.count <= 10)
      out.write("</td><td class=\"day\">\(row.daysLeft.map { "还有 \($0) 天" } ?? "")</td></tr>\n")
    }
    out.write("</tbody>\n</table>\n")
  }

  private mutating func write(_ places: [Reading.Place], isOpen: Bool) {
    if places.isEmpty { return }
    out.write("<details\(isOpen ? " open" : "")><summary>\(places.count) 处</summary><ul class=\"places\">")
    for place in places {
      out.write("<li>")
      write(place.text, to: place.url)
      if let file = place.file {
        out.write(" <code>")
        out.writeEscaped(file)
        out.write("</code>")
      }
      out.write("</li>")
    }
    out.write("</ul></details>")
  }

  private mutating func write(_ text: String, to url: String?) {
    guard let url else { return out.writeEscaped(text) }
    out.write("<a href=\"")
    out.writeEscaped(LinkAddress(url).host == nil ? report.baseURL + url.encodedForURLPath : url)
    out.write("\">")
    out.writeEscaped(text)
    out.write("</a>")
  }

  private mutating func writeDue() {
    out.write("<h2 id=\"due\">到期清单</h2>\n")
    let items = report.due.items
    if items.isEmpty { return out.write("<p>以后 \(DueList.horizonDays) 日没有到期的。</p>\n") }
    out.write(
      "<table>\n<thead><tr><th scope=\"col\" class=\"d1\">期限</th><th scope=\"col\" class=\"d1\">情况</th><th scope=\"col\">事项</th>"
    )
    out.write("<th scope=\"col\" class=\"d4\">责任单位</th></tr></thead>\n<tbody>\n")
    for item in DueItem.State.inOrder.flatMap({ state in items.filter { $0.state == state } }) {
      out.write("<tr><td class=\"day\">\(item.due.iso)</td>")
      out.write("<td class=\"state \(item.state.rawValue)\"><b>\(item.state.label)</b></td><td>")
      write("\(item.what)：\(item.subject)", to: item.url)
      if let detail = [item.detail, item.doneOn.map { "\($0.iso) 完成" }].compactMap(\.self).first {
        out.writeEscaped("，" + detail)
      }
      out.write("<p class=\"basis\">依据：")
      out.writeEscaped(item.basis + (item.isLocal ? "（本单位或各地规定）" : ""))
      out.write("　<code>")
      out.writeEscaped(item.location.shown)
      out.write("</code></p></td><td>")
      out.writeEscaped(item.office ?? "")
      out.write("</td></tr>\n")
    }
    out.write("</tbody>\n</table>\n")
  }
}
