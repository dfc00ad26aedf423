import Base
import Documents
import Resolution

/// No document may act on itself (`self-reference`), no two may end each other (`mutual-repeal`), and relations of one
/// kind must not form a cycle (`relation-cycle`); all are errors, because one of the documents must have been made
/// first. Repeals, replacements, annulments and terminations count as one kind. Each cycle is reported once.
struct Cycles: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let pairs = context.pairs
    let own = pairs.filter { $0.source.id == $0.target.id }.map { pair in
      Diagnostic(
        "self-reference", at: pair.location, "\(pair.verb)的对象是本文件自己", cures: ["改为另一篇文件，或者删去这一项"])
    }
    let whole = pairs.filter { pair in
      pair.source.id != pair.target.id && (pair.relation.articles.isEmpty || !pair.relation.kind.endsTarget)
    }
    let grouped = Dictionary(grouping: whole) { $0.relation.kind.endsTarget ? RelationKind.repeals : $0.relation.kind }
    return own + grouped.values.flatMap { pairs in Graph(pairs).cycles.map(finding) }
  }

  private func finding(_ cycle: [DocumentPair]) -> Diagnostic {
    let steps = cycle.map { "\($0.source.shortName)\($0.verb)\($0.target.shortName)" }.joined(separator: "，")
    let isMutual = cycle.count == 2 && cycle.allSatisfy(\.relation.kind.endsTarget)
    return Diagnostic(
      isMutual ? "mutual-repeal" : "relation-cycle", at: cycle[0].location,
      isMutual ? "两件文件互相终止：\(steps)" : "关系绕了一圈：\(steps)",
      cures: ["核对成文先后，删去写反的一项：关系只写在起作用的那一篇上"], related: cycle.dropFirst().map(\.related))
  }
}

/// The documents and relations of one kind, as a graph.
///
/// - Complexity: Linear in documents and relations, except for sorting.
private struct Graph {
  /// By acting document, each target once, sorted by target.
  private let pairs: [DocumentID: [DocumentPair]]

  /// The ends of a relation.
  private struct Edge: Hashable {
    let source: DocumentID
    let target: DocumentID
  }

  init(_ all: [DocumentPair]) {
    var known: Set<Edge> = []
    let distinct = all.filter { known.insert(Edge(source: $0.source.id, target: $0.target.id)).inserted }
    pairs = Dictionary(grouping: distinct, by: \.source.id).mapValues { $0.sorted { $0.target.id < $1.target.id } }
  }

  /// Mutual relations, and in each strongly connected component of the rest the shortest cycle through its smallest id.
  var cycles: [[DocumentPair]] {
    let all = pairs.values.flatMap { $0 }
    let byEdge = Dictionary(
      all.map { (Edge(source: $0.source.id, target: $0.target.id), $0) }, uniquingKeysWith: { first, _ in first })
    func back(_ pair: DocumentPair) -> DocumentPair? { byEdge[Edge(source: pair.target.id, target: pair.source.id)] }
    let mutual = all.filter { $0.source.id < $0.target.id }.compactMap { pair in back(pair).map { [pair, $0] } }
    let rest = mutual.isEmpty ? self : Graph(all.filter { back($0) == nil })
    return mutual + rest.components.filter { $0.count > 1 }.map { rest.cycle(in: Set($0)) }
  }

  /// The shortest cycle through the smallest id of a strongly connected component.
  private func cycle(in part: Set<DocumentID>) -> [DocumentPair] {
    guard let start = part.min() else { return [] }
    var arrivals: [DocumentID: DocumentPair] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count, arrivals[start] == nil {
      for pair in pairs[queue[next]] ?? [] where part.contains(pair.target.id) && arrivals[pair.target.id] == nil {
        arrivals[pair.target.id] = pair
        queue.append(pair.target.id)
      }
      next += 1
    }
    var cycle: [DocumentPair] = []
    var id = start
    repeat {
      guard let pair = arrivals[id] else { break }
      cycle.append(pair)
      id = pair.source.id
    } while id != start
    return cycle.reversed()
  }

  /// The strongly connected components.
  private var components: [[DocumentID]] {
    var search = ComponentSearch()
    for id in pairs.keys.sorted() { search.walk(from: id) { pairs[$0]?.map(\.target.id) ?? [] } }
    return search.components
  }
}
