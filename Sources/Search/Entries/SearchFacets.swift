import Documents
import Resolution

/// The search facets, which classify documents exactly as term pages and editors' queries do.
struct SearchFacets {
  let facets: [SearchFacet]
  /// For each facet, what it says of a document, and the positions of its values by name.
  private let readings: [(names: (CorpusEntry) -> [String], positions: [String: Int])]

  /// The common facets, with their parameters in the search page's address.
  private static let common: [(id: String, label: String, criterion: Criterion)] = [
    ("kind", "类型", .kind), ("topic", "主题分类", .topic), ("theme", "特色主题", .theme), ("issuer", "发文机关", .issuer),
    ("year", "年份", .year), ("validity", "有效性", .state),
  ]

  init(_ corpus: Corpus) {
    let all = Self.common + Self.chosen(corpus)
    let read: [Reading] =
      all.map { id, label, criterion -> Reading in
        let classification = Classification(criterion, in: corpus)
        let names = classification.ordered(Set(corpus.shown.flatMap(classification.names)))
        let ids = Dictionary(classification.listed.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
        // A name that is not listed in the vocabulary is its own id.
        let values = names.map { SearchFacet.Value(id: ids[$0] ?? $0, label: classification.label($0)) }
        let positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return (facet: SearchFacet(id: id, label: label, values: values), reading: (classification.names, positions))
      } + Self.sources(corpus)
    facets = read.map(\.facet)
    readings = read.map(\.reading)
  }

  private typealias Reading = (
    facet: SearchFacet, reading: (names: (CorpusEntry) -> [String], positions: [String: Int])
  )

  /// This site's own documents, and those of each other site that it shows.
  private static func sources(_ corpus: Corpus) -> [Reading] {
    let sources = corpus.region.sources
    guard !sources.isEmpty else { return [] }
    // A Chinese name, which no source has as its id.
    let own = SearchFacet.Value(id: "本站", label: "本站")
    let values = [own] + sources.map { SearchFacet.Value(id: $0.id, label: $0.name) }
    let positions = Dictionary(values.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return [
      (
        SearchFacet(id: sourceID, label: "来源", values: values),
        ({ [$0.document.provenance?.source ?? own.id] }, positions)
      )
    ]
  }

  /// Its parameter in the search page's address.
  private static let sourceID = "source"

  /// The positions of a document's values, facet by facet.
  func positions(of entry: CorpusEntry) -> [[Int]] {
    readings.map { names, positions in names(entry).compactMap { positions[$0] } }
  }

  /// Facets from fields of kinds, without duplicates, in the order of the kinds.
  private static func chosen(_ corpus: Corpus) -> [(id: String, label: String, criterion: Criterion)] {
    var seen = Set(common.map(\.criterion))
    var ids = Set(common.map(\.id) + (corpus.region.sources.isEmpty ? [] : [sourceID]))
    return corpus.kinds.values.sorted { $0.id < $1.id }.flatMap(\.fields)
      .filter { $0.isFacet && !$0.isInternal && seen.insert(Criterion(key: $0.key)).inserted }
      // A field named like a common facet does not add a second one: 公报年份 beside 年份.
      .filter { ids.insert($0.key).inserted }
      .map { ($0.key, $0.label, Criterion(key: $0.key)) }
  }
}
