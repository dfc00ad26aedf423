import Publishing

/// How many documents a site has, and how many it shows of others.
package struct DocumentCount: Sendable, Hashable {
  package let own: Int
  /// Nil for a site that names no sources.
  package let regional: Int?

  /// Memberwise.
  package init(_ own: Int, regional: Int? = nil) { (self.own, self.regional) = (own, regional) }

  /// `72 篇文件`, and of a region `本站 72 篇文件，收录 1000 篇`.
  package var text: String { regional.map { "本站 \(own) 篇文件，收录 \($0) 篇" } ?? "\(own) 篇文件" }
}

extension ReleaseInformation {
  /// The documents of a release.
  package var count: DocumentCount { DocumentCount(documents, regional: regional) }
}

extension CheckOutcome {
  /// The valid documents.
  package var documentCount: DocumentCount { DocumentCount(documents, regional: regional) }
}

extension BuildOutcome {
  /// The public documents on the site.
  package var documentCount: DocumentCount { DocumentCount(documents, regional: check.regional) }
}
