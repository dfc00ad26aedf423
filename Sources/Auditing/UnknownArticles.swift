import Base
import Documents
import Resolution

/// The provisions that a relation names are in the text of its target (`unknown-article`, warning).
struct UnknownArticles: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.links.flatMap { link in
      link.relation.articles.compactMap { article in
        guard let known = link.target.body.numbers(lacking: article) else { return nil }
        return Diagnostic(
          "unknown-article", .warning, at: link.location(of: article), "\(link.target.shortName)的正文没有“\(article)”",
          cures: NearMiss.cure(for: article, among: known) + ["核对条款的编号"], related: [link.target.related(.title)])
      }
    }
  }
}

extension ActedOn {
  /// The place of a text inside the relation, or of the relation where it is written otherwise.
  fileprivate func location(of text: String) -> Diagnostic.Location {
    let wanted = Array(text.utf8)
    let bytes = source.frontMatter.bytes
    let place = relation.place.clamped(to: bytes.indices)
    let start = place.first { bytes[$0..<place.upperBound].starts(with: wanted) }
    return start.map { source.frontMatter.location(of: $0..<($0 + wanted.count)) } ?? location
  }
}
