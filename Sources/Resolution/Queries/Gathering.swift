package import Documents

/// 归集: the documents that a query finds on the corpus's day.
package struct Gathering: Sendable {
  /// The documents of one group.
  package struct Group: Sendable {
    /// Nil when the query does not group.
    package let name: String?
    package let entries: [CorpusEntry]
  }

  /// In the order of ``Classification/ordered(_:)``, then a group 其他 of the documents that have no term.
  package let groups: [Group]
  /// Each document once, in the order of the query.
  package let entries: [CorpusEntry]
}

extension Corpus {
  /// The results of a query, without the document `asking`.
  ///
  /// - Complexity: O(n) in the documents, and O(m log m) in those found.
  package func gather(_ query: Query, for asking: DocumentID? = nil) -> Gathering {
    let conditions = query.conditions.map { (Classification($0.criterion, in: self), $0.words) }
    let order = query.sortBy.map { Classification($0, in: self) }
    let found = entries.filter { entry in
      entry.document.id != asking
        && conditions.allSatisfy { condition, words in words.contains { condition.matches($0.text, entry) } }
    }
    .sorted { order?.precedes($0, $1) ?? CorpusEntry.newestFirst($0, $1) }
    guard let criterion = query.groupBy else {
      return Gathering(groups: found.isEmpty ? [] : [Gathering.Group(name: nil, entries: found)], entries: found)
    }
    let grouping = Classification(criterion, in: self)
    var members: [String: [CorpusEntry]] = [:]
    var others: [CorpusEntry] = []
    for entry in found {
      let names = Set(grouping.groups(of: entry))
      if names.isEmpty { others.append(entry) }
      for name in names { members[name, default: []].append(entry) }
    }
    let groups = grouping.ordered(Set(members.keys)).map { Gathering.Group(name: $0, entries: members[$0] ?? []) }
    return Gathering(
      groups: groups + (others.isEmpty ? [] : [Gathering.Group(name: "其他", entries: others)]), entries: found)
  }

  /// Everything a document gathers: what it contains, in its order, then the other results of its query.
  package func gathered(by entry: CorpusEntry) -> [CorpusEntry] {
    let contained = entry.outgoing.filter { $0.kind == .contains }.compactMap { relation -> CorpusEntry? in
      guard case .document(let id) = relation.target else { return nil }
      return self[id]
    }
    let ids = Set(contained.map(\.document.id))
    let found = entry.document.collects.map { gather($0, for: entry.document.id).entries } ?? []
    return contained + found.filter { !ids.contains($0.document.id) }
  }
}
