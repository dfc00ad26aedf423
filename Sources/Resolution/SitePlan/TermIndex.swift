package import Documents

/// The documents under each term of each facet: 卫生健康, 2026, 现行有效.
package struct TermIndex: Sendable {
  /// One term with its documents.
  package struct Shelf: Sendable {
    package let facet: Facet
    /// Name of its folder below that of the facet.
    package let id: String
    package let name: String
    /// Positions in the corpus's entries, newest first.
    package let documents: [Int]
    /// Whether the site or a kind lists it, rather than documents alone.
    package let isListed: Bool

    /// Whether it has a feed: of a name that one document has brought along, another is not to be expected.
    package var isFollowed: Bool { isListed || documents.count > 1 }

    /// Address of its page.
    package var url: String { SiteFile.term(facet, id: id, page: 1).url }
  }

  /// In the order of ``Classification/ordered(_:)``, without empty ones.
  private let shelves: [Facet: [Shelf]]
  private let urls: [Facet: [String: String]]

  /// Classifies every document under each facet.
  ///
  /// - Parameter newestFirst: Positions of all entries in the corpus.
  init(_ corpus: Corpus, newestFirst: [Int]) {
    shelves = Dictionary(uniqueKeysWithValues: Facet.allCases.map { ($0, Self.shelves($0, corpus, newestFirst)) })
    urls = shelves.mapValues { Dictionary($0.map { ($0.name, $0.url) }, uniquingKeysWith: { first, _ in first }) }
  }

  /// The terms of a facet that have documents.
  package subscript(facet: Facet) -> [Shelf] { shelves[facet] ?? [] }

  /// The facets that have a page: the permanent ones, and others that have documents.
  package var facets: [Facet] { Facet.allCases.filter { $0.isPermanent || !self[$0].isEmpty } }

  /// Address of the page of a term by its name; nil if it has none.
  package func url(_ facet: Facet, name: String) -> String? { urls[facet]?[name] }

  private static func shelves(_ facet: Facet, _ corpus: Corpus, _ newestFirst: [Int]) -> [Shelf] {
    let classification = Classification(facet.criterion, in: corpus)
    var members: [String: [Int]] = [:]
    // A village also has what is for the town around it, and an address for its board before its first notice.
    let below = facet == .places ? corpus.site.places.below : [:]
    for place in below.keys { members[place] = [] }
    for position in newestFirst {
      let entry = corpus.entries[position]
      // The states of consultations and tasks are not 有效性.
      if facet == .validity, !(entry.status.map { State.validity.contains($0.state) } ?? false) { continue }
      for name in Set(classification.names(of: entry).flatMap { below[$0] ?? [$0] }) {
        members[name, default: []].append(position)
      }
    }
    let ids = Dictionary(classification.listed.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    var taken = Set(ids.values)
    return classification.ordered(Set(members.keys)).map { name in
      let id = ids[name] ?? folder(for: name, avoiding: taken)
      taken.insert(id)
      return Shelf(facet: facet, id: id, name: name, documents: members[name] ?? [], isListed: ids[name] != nil)
    }
  }

  /// The id of a term that site.yml does not list: its name without characters that paths cannot contain, or with a
  /// hash if that is taken or too long for the name of a folder.
  private static func folder(for name: String, avoiding taken: Set<String>) -> String {
    let forbidden: Set<Unicode.Scalar> = ["/", "\\", "."]
    let scalars = name.unicodeScalars.map { scalar in
      forbidden.contains(scalar) || scalar.properties.isWhitespace || scalar.value < 0x20 ? "-" : scalar
    }
    let plain = String(String.UnicodeScalarView(scalars))
    if plain.utf8.count <= 120, !taken.contains(plain) { return plain }
    // FNV-1a: unlike `Hasher`, the same in every process.
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(String.UnicodeScalarView(scalars.prefix(24))) + "-" + String(hash, radix: 16)
  }
}

extension [Place] {
  /// Each with all that lie in it, by name.
  fileprivate var below: [String: [String]] {
    var below: [String: [String]] = [:]
    for place in self {
      for name in [place.name] + place.above { below[name, default: []].append(place.name) }
    }
    return below
  }
}
