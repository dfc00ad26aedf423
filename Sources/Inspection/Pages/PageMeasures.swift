import Base
import Documents
import Resolution

/// What the pages of the plan came to.
struct PageMeasures {
  let input: InspectionInput
  let pages: [PageVerdict]

  var readings: [Reading] {
    [
      tags(.siteTags, \.siteTags), columnTags, tags(.articleTags, \.articleTags), footer, emptyLinks, interpretations,
      outerLinks,
    ]
  }

  /// Addresses of documents that the home page shows.
  var shownAtHome: Set<String> { pages.first(where: \.isHome)?.inside ?? [] }

  /// Addresses of other sites that pages lead to, each once, in order.
  static func outside(_ pages: [PageVerdict]) -> [String] { Set(pages.flatMap(\.outside)).sorted() }

  private func tags(_ indicator: Indicator, _ faults: (PageVerdict) -> [String]) -> Reading {
    let wrong = pages.filter { !faults($0).isEmpty }
    return Reading(
      indicator, wrong.isEmpty ? .passed : .failed, "\(pages.count) 个网页，不合格的 \(wrong.count) 个", value: wrong.count,
      places: wrong.map { place($0, faults($0).joined(separator: "，")) })
  }

  private var columnTags: Reading {
    let measured = tags(.columnTags, \.columnTags)
    let remarked = pages.filter { !$0.columnRemarks.isEmpty && isFirst($0) }
    guard measured.state == .passed, !remarked.isEmpty else { return measured }
    return Reading(
      .columnTags, .near, "都有，\(remarked.count) 个栏目要核对", value: remarked.count,
      places: remarked.map { place($0, $0.columnRemarks.joined(separator: "，")) })
  }

  /// Whether it is the first page of a column: what is wrong with a column is said once.
  private func isFirst(_ page: PageVerdict) -> Bool {
    guard case .column(let path) = page.owner else { return false }
    return page.url == SiteFile.column(path, page: 1).url
  }

  private var footer: Reading {
    let lacking = pages.filter { !$0.missingInFooter.isEmpty }
    let everywhere = FooterItem.allCases.filter { item in pages.allSatisfy { $0.missingInFooter.contains(item) } }
    let missing = Set(lacking.flatMap(\.missingInFooter))
    let others = lacking.filter { !Set($0.missingInFooter).isSubset(of: everywhere) }
    let places =
      everywhere.map { Reading.Place("每个网页都没有“\($0.rawValue)”", file: "Content/site.yml") }
      + others.map { page in
        place(
          page, "没有" + page.missingInFooter.filter { !everywhere.contains($0) }.map(\.rawValue).joined(separator: "、"))
      }
    return Reading(
      .footer, lacking.isEmpty ? .passed : .failed,
      "\(pages.count) 个网页，七项都有的 \(pages.count - lacking.count) 个", value: missing.count, places: places)
  }

  private var emptyLinks: Reading {
    let found = pages.filter { $0.emptyLinks > 0 }
    let count = found.reduce(0) { $0 + $1.emptyLinks }
    return Reading(
      .emptyLinks, count == 0 ? .passed : .failed, "\(count) 处", value: count,
      places: found.map { place($0, "\($0.emptyLinks) 个") })
  }

  private var interpretations: Reading {
    let byURL = Dictionary(pages.map { ($0.url, $0.inside) }, uniquingKeysWith: { first, _ in first })
    var (pairs, places): (Int, [Reading.Place]) = (0, [])
    for entry in input.corpus.entries {
      for relation in entry.outgoing where relation.kind == .interprets {
        guard case .document(let id) = relation.target, let target = input.corpus[id], !target.document.isRegional
        else { continue }
        pairs += 1
        if byURL[entry.document.url]?.contains(target.document.url) != true {
          places.append(Reading.Place(entry.document, "解读“\(entry.document.title)”没有链接到文件", at: "interprets"))
        }
        if byURL[target.document.url]?.contains(entry.document.url) != true {
          places.append(Reading.Place(target.document, "“\(target.document.title)”没有链接到解读"))
        }
      }
    }
    let due = input.corpus.entries.filter { entry in
      input.corpus.kind(of: entry)?.duties.contains(.interpretation) ?? false && entry.status?.state.isInForce ?? false
    }
    let bare = due.filter { entry in !entry.incoming.contains { $0.kind == .interprets } }
    if pairs == 0, due.isEmpty { return Reading(.interpretations, .unmeasured, "没有应当解读的文件，也没有解读") }
    let state: Reading.State = !places.isEmpty ? .failed : bare.isEmpty ? .passed : .near
    return Reading(
      .interpretations, state, "\(pairs) 对，没有互相链接的 \(places.count) 处；应解读的 \(due.count) 件中 \(bare.count) 件没有解读",
      value: places.count, places: places + bare.map { Reading.Place($0.document, "“\($0.document.title)”没有解读") })
  }

  private var outerLinks: Reading {
    var hosts: [String: Set<String>] = [:]
    for page in pages {
      for host in page.outside.compactMap({ LinkAddress($0).host?.name }) { hosts[host, default: []].insert(page.url) }
    }
    let foreign = hosts.filter { host, _ in
      host != "gov.cn" && !host.hasSuffix(".gov.cn") && !input.settings.hosts.contains(host)
    }
    let places = foreign.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { host, pages in
      Reading.Place("\(host)：\(pages.count) 个网页", url: pages.min())
    }
    return Reading(
      .outerLinks, foreign.isEmpty ? .passed : .failed, "\(hosts.count) 个网站，没有核对过的 \(foreign.count) 个",
      value: foreign.count,
      places: places)
  }

  private func place(_ page: PageVerdict, _ text: String) -> Reading.Place {
    let file: String?
    switch page.owner {
    case .document(let id): file = input.corpus[id]?.document.frontMatter.path
    case .column(let path): file = input.corpus.columns.first { $0.path == path }?.frontMatter.path
    case .site, .facet: file = nil
    }
    return Reading.Place("/\(page.url)：\(text)", file: file, url: page.url)
  }
}
