import Documents
import Papers
import Resolution

/// Where the mentions of a text lead, asked in reading order. It keeps no `Document` but that of the resolver, because closures copy what
/// they capture.
struct CitationLinks {
  private let corpus: Corpus
  private let address: PageAddress
  private let url: String?
  private let body: Body
  private let anchorPrefix: String
  private var resolver: CitationResolver

  /// - Parameter document: The text's own; nil for texts that belong to none.
  init(_ corpus: Corpus, _ address: PageAddress, _ document: Document?, anchorPrefix: String) {
    (self.corpus, self.address, self.anchorPrefix) = (corpus, address, anchorPrefix)
    (url, body) = (document?.url, document?.body ?? .empty)
    resolver = CitationResolver(corpus, document)
  }

  /// The links of a mention, none overlapping with another.
  mutating func links(of mention: Mention) -> [CitationScanner.Link] {
    switch resolver.meaning(of: mention) {
    case .own: return ownLinks(of: mention)
    case .document(let entry):
      let whole = corpus.address(of: entry, nil, on: resolver.days)
      var links = [(mention.range, address.href(whole.url))]
      for clause in mention.clauses {
        let place = corpus.address(of: entry, clause, on: resolver.days)
        guard let fragment = place.fragment else { continue }
        let href = address.href(place.url, fragment: fragment)
        // 《…》第三条 is one link, because nobody sees where one ends and the next begins.
        if links.count == 1, clause.range.lowerBound == mention.range.upperBound {
          links = [(mention.range.lowerBound..<clause.range.upperBound, href)]
        } else {
          links.append((clause.range, href))
        }
      }
      return links
    case .contradiction, .ambiguous, .unknown: return []
    }
  }

  /// The text is not linked to itself, but 本办法第五条 is to its article.
  private func ownLinks(of mention: Mention) -> [CitationScanner.Link] {
    guard let url else { return [] }
    let isHere = address.url == url || !anchorPrefix.isEmpty
    return mention.clauses.enumerated().compactMap { index, clause in
      guard let anchor = clause.anchors.first(where: body.hasOnly(anchor:)) else { return nil }
      var range = clause.range
      if case .own = mention.name, index == 0 { range = mention.range.lowerBound..<range.upperBound }
      return (range, isHere ? "#" + anchorPrefix + anchor : address.href(url, fragment: anchor))
    }
  }
}
