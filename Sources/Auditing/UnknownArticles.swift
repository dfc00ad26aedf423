import Base
import Documents
import Resolution

/// The provisions that a relation names must exist in the text of its target (`unknown-article`, warning).
struct UnknownArticles: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    inRelations(context) + context.documents.flatMap(inOutsideActs)
  }

  /// What a document outside the library changed in this one.
  private func inOutsideActs(of document: Document) -> [Diagnostic] {
    document.outsideActs.values.flatMap(\.self).flatMap { reference in
      reference.articles.compactMap { article in
        guard let known = document.numbers(lacking: article) else { return nil }
        return Diagnostic(
          "unknown-article", .warning, at: document.location(of: article, in: reference.place), "本文件的正文没有“\(article)”",
          cures: NearMiss.cure(for: article, among: known) + ["核对条款的编号"])
      }
    }
  }

  private func inRelations(_ context: AuditContext) -> [Diagnostic] {
    context.pairs.flatMap { pair in
      pair.relation.articles.compactMap { article in
        guard let known = pair.target.numbers(lacking: article) else { return nil }
        return Diagnostic(
          "unknown-article", .warning, at: pair.source.location(of: article, in: pair.relation.place),
          "\(pair.target.shortName)的正文没有“\(article)”",
          cures: NearMiss.cure(for: article, among: known) + ["核对条款的编号"], related: [pair.target.related(.title)])
      }
    }
  }
}

extension Document {
  /// The location of a text within a value, or of the whole value if the text is not written there verbatim.
  func location(of text: String, in value: Range<Int>) -> Diagnostic.Location {
    let wanted = Array(text.utf8)
    let bytes = frontMatter.bytes
    let place = value.clamped(to: bytes.indices)
    let start = place.first { bytes[$0..<place.upperBound].starts(with: wanted) }
    return frontMatter.location(of: start.map { $0..<($0 + wanted.count) } ?? value)
  }
}
