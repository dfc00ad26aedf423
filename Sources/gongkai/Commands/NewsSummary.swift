import Base
import Documents
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
    let lines = news.sections.flatMap { section in
      ["  \(section.title) \(section.items.count) 件"]
        + list(section.items) { line($0, section.isOfStates ? $0.detail : "") }.map { "  " + $0 }
    }
    return lines.isEmpty ? ["自上次（\(since)）以来没有变化"] : ["自上次（\(since)）以来："] + lines
  }

  private var future: [String] {
    let coming = list(news.coming) { what, item in
      "\(item.day?.iso ?? "")  \(what)  \(line(item, item.articles.isEmpty ? "" : item.detail))"
    }
    let evaluation = list(news.dueForEvaluation) { "\($0.day?.iso ?? "")  \(line($0))" }
    return (coming.isEmpty ? [] : ["今后\(SiteNews.horizonDays)天："] + coming)
      + (evaluation.isEmpty ? [] : ["有效期在\(SiteNews.evaluationMonths)个月内届满，应当评估："] + evaluation)
  }

  private func list<Item>(_ items: [Item], _ line: (Item) -> String) -> [String] {
    let rest = items.count - Self.shown
    return items.prefix(Self.shown).map { "  " + line($0) } + (rest > 0 ? ["  另有 \(rest) 件，见 --report 写的文件"] : [])
  }

  /// `澜政发〔2018〕5号 安澜县…办法（原为现行有效，2026-12-01 起）  /fading/guifanxing/2018-5/`.
  private func line(_ item: SiteNews.Item, _ detail: String = "") -> String {
    (item.documentNumber.map { $0 + " " } ?? "") + item.title + detail + "  " + news.path(of: item)
  }
}
