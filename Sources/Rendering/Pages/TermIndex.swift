import Documents
import Resolution

/// The documents under each topic, theme, issuer, year and state, newest first.
package struct TermIndex: Sendable {
  /// A way to classify; the raw value is its folder in the output.
  package enum Facet: String, Sendable, Hashable, CaseIterable {
    case themes, audience, topics, forms, levels, issuers, years, validity

    var label: String {
      switch self {
      case .themes: "特色主题"
      case .audience: "服务对象"
      case .topics: "主题分类"
      case .forms: "文种"
      case .levels: "机关层级"
      case .issuers: "发文机关"
      case .years: "年份"
      case .validity: "有效性"
      }
    }

    var explanation: String {
      switch self {
      case .themes: "按生活和办事需要归集。"
      case .audience: "按文件服务的人群和单位归集。"
      case .topics: "按国家规定的政府信息主题分类归集。"
      case .forms: "按通知、意见、公告等公文种类归集。"
      case .levels: "按制发文件的机关的层级归集。"
      case .issuers: "按制发文件的机关归集。"
      case .years: "按成文年份归集。"
      case .validity: "按文件当前的有效性归集，每日零时更新。"
      }
    }
  }

  /// One class with its documents.
  struct Term: Sendable {
    let facet: Facet
    let id: String
    let name: String
    /// Positions in the corpus's entries, newest first.
    let documents: [Int]

    /// Path below the root.
    var url: String { facet.rawValue + "/" + id + "/" }
  }

  /// In the order of site.yml (years: newest first; states: ``State/validity``), then by name; none without documents.
  let terms: [Facet: [Term]]
  private let known: [Facet: [String: String]]

  init(_ corpus: Corpus, newestFirst: [Int]) {
    var terms: [Facet: [Term]] = [:]
    let levels = Dictionary(
      corpus.site.organizations.map { ($0.name, $0.level) }, uniquingKeysWith: { first, _ in first })
    for facet in Facet.allCases {
      var order = Self.order(of: facet, in: corpus.site)
      var members: [String: [Int]] = [:]
      for position in newestFirst {
        for name in Set(Self.names(of: facet, in: corpus.entries[position], levels)) {
          members[name, default: []].append(position)
        }
      }
      let listed = Set(order.map(\.name))
      let others = members.keys.filter { !listed.contains($0) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      var taken = Set(order.map(\.id))
      for name in facet == .years ? others.reversed() : others {
        let id = Self.fallbackID(name, avoiding: taken)
        taken.insert(id)
        order.append((id, name))
      }
      terms[facet] = order.compactMap { id, name in
        members[name].map { Term(facet: facet, id: id, name: Self.label(facet, name), documents: $0) }
      }
    }
    self.terms = terms
    known = terms.mapValues { Dictionary($0.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first }) }
  }

  /// The ways to classify that have a page: those of DESIGN.md section 5 always, the others when there is something.
  var facets: [Facet] {
    Facet.allCases.filter { ![.audience, .forms, .levels].contains($0) || terms[$0]?.isEmpty == false }
  }

  /// The link to a class by its name; nil where it has no page.
  func href(_ facet: Facet, name: String, from address: PageAddress) -> String? {
    known[facet]?[name].map { address.href("\(facet.rawValue)/\($0)/") }
  }

  /// The link to a class by its id; nil where it has no page.
  func href(_ facet: Facet, _ id: String, from address: PageAddress) -> String? {
    (terms[facet] ?? []).contains { $0.id == id } ? address.href("\(facet.rawValue)/\(id)/") : nil
  }

  private static func order(of facet: Facet, in site: Site) -> [(id: String, name: String)] {
    switch facet {
    case .themes: site.themes.map { ($0.id, $0.name) }
    case .audience: site.audiences.map { ($0.id, $0.name) }
    case .forms: []
    case .levels:
      site.organizations.compactMap(\.level).reduce(into: []) { order, level in
        if !order.contains(where: { $0.name == level }) { order.append((level, level)) }
      }
    case .topics: site.topics.map { ($0.id, $0.name) }
    case .issuers: site.organizations.map { ($0.id, $0.name) }
    case .validity: State.validity.map { ($0.rawValue, $0.rawValue) }
    case .years: []
    }
  }

  private static func names(of facet: Facet, in entry: CorpusEntry, _ levels: [String: String?]) -> [String] {
    switch facet {
    case .themes: entry.document.themes
    case .audience: entry.document.audience
    case .forms: [entry.document.form].compactMap(\.self)
    case .levels: entry.document.issuers.compactMap { levels[$0] ?? nil }
    case .topics: entry.document.topics
    case .issuers: entry.document.issuers
    case .years: entry.document.year.map { [String($0)] } ?? []
    case .validity: entry.status.flatMap { State.validity.contains($0.state) ? [$0.state.rawValue] : nil } ?? []
    }
  }

  private static func label(_ facet: Facet, _ name: String) -> String {
    facet == .validity ? State(rawValue: name)?.label ?? name : name
  }

  /// A name that site.yml does not list is its own id, without what a path may not hold; with a hash where it would be
  /// that of another one, or too long for a folder's name.
  private static func fallbackID(_ name: String, avoiding taken: Set<String>) -> String {
    let forbidden: Set<Unicode.Scalar> = ["/", "\\", "."]
    let scalars = name.unicodeScalars.map { scalar in
      forbidden.contains(scalar) || scalar.properties.isWhitespace || scalar.value < 0x20 ? "-" : scalar
    }
    let plain = String(String.UnicodeScalarView(scalars))
    if plain.utf8.count <= 120, !taken.contains(plain) { return plain }
    // FNV-1a: the same on every machine, as `Hasher` is not.
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(String.UnicodeScalarView(scalars.prefix(24))) + "-" + String(hash, radix: 16)
  }
}
