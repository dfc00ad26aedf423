import Documents
import Resolution

extension Shape {
  static let termsPage: Shape = Frame.shape.merging([
    "terms": .object([
      "jump": .object(["items": .list(.object(["title": .text, "href": .text, "current": .truth]))]),
      "groups": .list(
        .object([
          "id": .text, "name": .text, "explanation": .text, "allHref": .text, "total": .text,
          "chart": .html,
          "items": .list(.object(["title": .text, "href": .text, "total": .text, "tone": .text])),
        ])),
    ])
  ])
}

/// 分类查找: one page with the terms of every facet, and a page for each of them.
struct BrowsePages: Sendable {
  let frame: Frame
  let shelves: Shelves

  /// Terms of a facet that the common page shows; the facet's own page has the rest.
  private static let shown = 12

  /// The terms of all facets.
  func all() -> View {
    let address = PageAddress(SiteFile.browse.url)
    let heading = Frame.Heading(heading: "分类查找", description: "按主题、机关、年份、有效性等查找全部公开文件。")
    let groups = shelves.waysToBrowse.map { facet in
      let terms = shelves.terms[facet]
      let isCut = terms.count > Self.shown
      return View.make([
        "id": .text(facet.rawValue), "name": .text("按\(facet.label)"), "explanation": .text(facet.explanation),
        "items": .list(terms.prefix(Self.shown).map { item($0, from: address) }),
        "allHref": isCut ? .text(address.href(SiteFile.facet(facet).url)) : nil,
        "total": isCut ? .text(String(terms.count)) : nil,
      ])
    }
    let jump = shelves.waysToBrowse.map { View.make(["title": .text($0.label), "href": .text("#" + $0.rawValue)]) }
    return page(heading, groups, jump, at: address)
  }

  /// The terms of one facet, with the ways to the others.
  func terms(_ facet: Facet) -> View {
    let address = PageAddress(SiteFile.facet(facet).url)
    var heading = Frame.Heading(heading: "按" + facet.label + "查找", description: facet.explanation)
    heading.ancestors = [("分类查找", SiteFile.browse.url)]
    let items = View.items(shelves.terms[facet].map { item($0, from: address) })
    let group = items.map {
      View.make([
        "id": .text(facet.rawValue), "explanation": .text(facet.explanation), "items": $0,
        "chart": facet == .years ? yearsChart : nil,
      ])
    }
    let jump = shelves.waysToBrowse.map { other in
      View.make([
        "title": .text(other.label), "href": .text(address.href(SiteFile.facet(other).url)),
        "current": .flag(other == facet),
      ])
    }
    return page(heading, [group].compactMap(\.self), jump, at: address)
  }

  /// How many documents there are of each year, and how many of them are still in force.
  private var yearsChart: View? {
    let years = shelves.terms[.years].prefix(15).reversed()
    guard years.count > 1 else { return nil }
    let states = years.map { year in
      year.documents.compactMap { shelves.corpus.entries[$0].status?.state }.filter(State.validity.contains)
    }
    guard states.contains(where: { !$0.isEmpty }) else { return nil }
    let data = ChartData(
      title: "各年的文件，以及其中现行有效的（只计有施行日期和有效期的各类文件）", labels: years.map { $0.name + "年" },
      series: [
        .init(name: "全部", points: states.map { ChartData.Point($0.count) }),
        .init(name: "现行有效", points: states.map { ChartData.Point($0.count(where: \.isInForce)) }),
      ], hasOneScale: true)
    return .html(ChartFigure(data: data, shape: .line, id: "years-chart").html)
  }

  private func page(_ heading: Frame.Heading, _ groups: [View], _ jump: [View], at address: PageAddress) -> View {
    let jump: View? = jump.count > 1 ? .make(["items": .list(jump)]) : nil
    return frame.view(heading, at: address).adding(["terms": .make(["jump": jump, "groups": .items(groups)])])
  }

  private func item(_ term: TermIndex.Shelf, from address: PageAddress) -> View {
    let tone = term.facet == .validity ? State(rawValue: term.id)?.tone.rawValue : nil
    return .make([
      "title": .text(term.heading), "href": .text(address.href(term.url)),
      "total": .text(String(term.documents.count)), "tone": .optional(tone),
    ])
  }
}

extension Shelves {
  /// The facets that have something to browse.
  var waysToBrowse: [Facet] { Facet.allCases.filter { !terms[$0].isEmpty } }
}

extension TermIndex.Shelf {
  /// What readers see: 2026年 for 2026.
  var heading: String { facet == .years ? name + "年" : name }
}
