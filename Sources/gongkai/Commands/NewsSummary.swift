import Base
import Documents
import Resolution
import SiteBuild

/// What is new, for the terminal and the nightly log: what changed first, then what is coming.
struct NewsSummary {
  let news: SiteNews

  /// Lines shown of each list; the report has them all.
  private static let shown = 20

  /// Whole lines; empty when there is nothing to say.
  var text: String { (past + future).map { $0 + "\n" }.joined() }

  private var past: [String] {
    guard let since = news.since else { return [] }
    var labels: [String] = []
    let groups = Dictionary(grouping: news.changes, by: happened)
    for label in news.changes.map(happened) where !labels.contains(label) { labels.append(label) }
    let changes = labels.flatMap { section($0, groups[$0] ?? []) { line($0, detail($0)) } }
    let others =
      section("新公开", news.added) { line($0) } + section("撤下", news.removed) { line($0) }
      + section("内容或关系有改动", news.updated) { line($0) }
    let lines = changes + others
    return lines.isEmpty ? ["自上次（\(since)）以来没有变化"] : ["自上次（\(since)）以来："] + lines
  }

  private var future: [String] {
    let upcoming = list(news.upcoming) { item in
      "\(item.day?.iso ?? "")  \(happened(item))  \(line(item, item.articles.isEmpty ? "" : detail(item)))"
    }
    let lapsing = list(news.lapsing) { "\($0.day?.iso ?? "")  \(line($0))" }
    let evaluation = list(news.dueForEvaluation) { "\($0.day?.iso ?? "")  \(line($0))" }
    return (upcoming.isEmpty ? [] : ["今后\(SiteNews.horizonDays)天："] + upcoming)
      + (lapsing.isEmpty ? [] : ["今后\(SiteNews.horizonDays)天内撤下正文："] + lapsing)
      + (evaluation.isEmpty ? [] : ["有效期在\(SiteNews.evaluationMonths)个月内届满，应当评估："] + evaluation)
  }

  /// 开始施行, 废止 …; 公开 for a newly public document.
  private func happened(_ item: SiteNews.Item) -> String {
    if !item.articles.isEmpty { return "部分条款开始施行" }
    guard let before = item.before, let after = item.after else { return "公开" }
    return after.changeLabel(from: before)
  }

  private func section(_ title: String, _ items: [SiteNews.Item], _ line: (SiteNews.Item) -> String) -> [String] {
    items.isEmpty ? [] : ["  \(title) \(items.count) 件"] + list(items, line).map { "  " + $0 }
  }

  private func list(_ items: [SiteNews.Item], _ line: (SiteNews.Item) -> String) -> [String] {
    let rest = items.count - Self.shown
    return items.prefix(Self.shown).map { "  " + line($0) } + (rest > 0 ? ["  另有 \(rest) 件，见 --report 写的文件"] : [])
  }

  /// `澜政发〔2018〕5号 安澜县…办法（原为现行有效，2026-12-01 起）  /fading/guifanxing/2018-5/`.
  private func line(_ item: SiteNews.Item, _ detail: String = "") -> String {
    let path = item.url.hasPrefix(news.baseURL) ? "/" + item.url.dropFirst(news.baseURL.count) : item.url
    return (item.documentNumber.map { $0 + " " } ?? "") + item.title + detail + "  " + path
  }

  /// The former state, or the provisions; the day of the change, and the acts behind it.
  private func detail(_ item: SiteNews.Item) -> String {
    if !item.articles.isEmpty { return "（\(item.articles.joined(separator: "、"))）" }
    let parts = [
      item.before.map { "原为“\($0.label)”" }, item.day.map { "\($0.iso) 起" },
      item.by.isEmpty ? nil : "依据 \(item.by.joined(separator: "、"))",
    ].compactMap(\.self)
    return parts.isEmpty ? "" : "（\(parts.joined(separator: "，"))）"
  }
}
