package import Base
import Documents
package import Resolution

/// What an inspection came to: a measurement of every indicator, and what is due.
package struct InspectionReport: Sendable {
  package let siteName: String
  package let baseURL: String
  package let asOf: CalendarDate
  /// In the order of the indicators.
  package let readings: [Reading]
  package let due: DueList
  let settings: InspectionSettings

  /// The part that is known without making a page or an index: what a nightly build says in one line.
  package init(_ input: InspectionInput) {
    self.init(input, Self.quick(input) + [SiteMeasures(input: input).home(showing: nil)])
  }

  /// All of it.
  ///
  /// - Parameters:
  ///   - pages: Every page of the plan.
  ///   - sample: Nil when the index could not be made.
  package init(_ input: InspectionInput, pages: [PageVerdict], sample: SearchSample?, links: LinkAnswers) {
    let measures = PageMeasures(input: input, pages: pages)
    self.init(
      input,
      Self.quick(input) + measures.readings + [
        SiteMeasures(input: input).home(showing: measures.shownAtHome), Self.search(sample),
        Self.deadLinks(links, pages),
      ])
  }

  private init(_ input: InspectionInput, _ readings: [Reading]) {
    siteName = input.site.name
    baseURL = input.site.baseURL
    asOf = input.today
    due = input.due
    settings = input.settings
    let found = Dictionary(readings.map { ($0.indicator, $0) }, uniquingKeysWith: { first, _ in first })
    let strict = input.settings.strict
    self.readings = Indicator.allCases.compactMap { indicator in
      let isFirm = indicator.definition.isCertain || strict.contains(indicator.rawValue)
      return found[indicator].map { isFirm ? $0 : $0.asReminder }
    }
  }

  private static func quick(_ input: InspectionInput) -> [Reading] {
    ColumnUpdates(input).readings + ColumnMeasures(input: input).readings
      + ExchangeMeasures(input: input).readings + SiteMeasures(input: input).readings
  }

  private static func search(_ sample: SearchSample?) -> Reading {
    guard let sample, sample.count > 0 else { return Reading(.search, .unmeasured, "没有公开的文件可以抽查") }
    func place(_ found: SearchSample.Found, _ text: String) -> Reading.Place {
      Reading.Place("“\(found.title)”\(text)", url: found.url)
    }
    return Reading(
      .search, !sample.lost.isEmpty ? .failed : sample.crowded.isEmpty ? .passed : .near,
      "抽查 \(sample.count) 个标题，找不到的 \(sample.lost.count) 个，可能不在首页的 \(sample.crowded.count) 个",
      value: sample.lost.count,
      places: sample.lost.map { place($0, "搜索不到") } + sample.crowded.map { place($0, "同样标题的文件多，可能不在第一页") })
  }

  private static func deadLinks(_ answers: LinkAnswers, _ pages: [PageVerdict]) -> Reading {
    switch answers {
    case .notAsked: return Reading(.deadLinks, .unmeasured, "没有检查；加上 --links 检查")
    case .impossible(let reason): return Reading(.deadLinks, .unmeasured, reason)
    case .asked(let count, let dead):
      let places = dead.sorted { $0.key < $1.key }.map { link, answer in
        let from = pages.first { $0.outside.contains(link) }?.url
        return Reading.Place("\(link)（\(answer)）" + (from.map { "，见 /\($0)" } ?? ""), url: link)
      }
      return Reading(
        .deadLinks, dead.isEmpty ? .passed : .failed, "\(count) 个链接，打不开的 \(dead.count) 个", value: dead.count,
        places: places)
    }
  }

  /// The readings in one of these states.
  package func readings(_ states: Reading.State...) -> [Reading] {
    readings.filter { states.contains($0.state) }
  }

  /// Addresses of other sites that pages lead to, each once, in order.
  package static func outside(_ pages: [PageVerdict]) -> [String] { PageMeasures.outside(pages) }

  /// `检查指标：不合格 2 项（首页更新、空白栏目），临近 1 项；到期清单：已逾期 1 件，临近 3 件`.
  package var line: String {
    let failed = readings(.failed).map(\.indicator.definition.name)
    let near = readings(.near).count
    let indicators =
      failed.isEmpty
      ? near == 0 ? "没有不合格的" : "没有不合格的，临近 \(near) 项"
      : "不合格 \(failed.count) 项（\(failed.joined(separator: "、"))）" + (near == 0 ? "" : "，临近 \(near) 项")
    let (overdue, soon) = (due.items(.overdue).count, due.items(.soon).count)
    return "检查指标：\(indicators)；到期清单：已逾期 \(overdue) 件，临近 \(soon) 件"
  }
}
