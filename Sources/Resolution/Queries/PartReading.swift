package import Documents

/// A part (要素) of a document, and where it was found.
package struct PartReading: Sendable {
  package let part: Part
  /// Nil: the part is missing.
  package let place: Place?

  /// Where a part was found.
  package enum Place: Sendable {
    case field(String)
    /// An anchor of the document's page.
    case heading(String)
    case attachment(Attachment)
    /// At least one.
    case documents([DocumentID])
  }
}

extension Document {
  /// The parts that a complete record of the kind has, each with its place in this document.
  ///
  /// - Parameter related: The documents at the other end of this document's own or incoming relations of a kind.
  package func parts(
    of kind: Kind, related: (_ relation: RelationKind, _ isIncoming: Bool) -> [Document]
  ) -> [PartReading] {
    kind.parts.map { part in
      PartReading(part: part, place: part.sources.compactMap { place(of: $0, related) }.first)
    }
  }

  private func place(
    of source: Part.Source, _ related: (RelationKind, Bool) -> [Document]
  ) -> PartReading.Place? {
    switch source {
    case .field(let key): return places[key] == nil ? nil : .field(key)
    case .heading(let word): return body.partAnchors[word].map(PartReading.Place.heading)
    case .attachment(let word): return attachments.first { $0.title.contains(word) }.map(PartReading.Place.attachment)
    case .relation(let wanted):
      let found = related(wanted.relation, wanted.isIncoming).filter(wanted.accepts).map(\.id)
      return found.isEmpty ? nil : .documents(found)
    }
  }
}

extension Corpus {
  /// The parts of a public document, counting only related documents that are public on the corpus's day.
  package func parts(of entry: CorpusEntry) -> [PartReading] {
    guard let kind = kind(of: entry), !kind.parts.isEmpty else { return [] }
    return entry.document.parts(of: kind) { relation, isIncoming in
      if isIncoming {
        return entry.incoming.filter { $0.kind == relation && $0.outside == nil }.compactMap {
          self[$0.source]?.document
        }
      }
      if relation == .contains { return gathered(by: entry).map(\.document) }
      return entry.outgoing.filter { $0.kind == relation }.compactMap { link in
        if case .document(let id) = link.target { self[id]?.document } else { nil }
      }
    }
  }
}
