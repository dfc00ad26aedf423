import Base
import Documents
import Resolution

/// No document acts on itself (`self-reference`), no two end each other (`mutual-repeal`), and no relation leads back to
/// where it began over several documents (`relation-cycle`); all errors: one of them was there first (domain rule V6).
/// Repeals, replacements, annulments and terminations count as one kind. Each circle is reported once, at its smallest id.
struct Cycles: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let links = context.links
    let own = links.filter { $0.source.id == $0.target.id }.map { link in
      Diagnostic(
        "self-reference", at: link.location, "\(link.verb)的对象是本文件自己", cures: ["改为另一篇文件，或者删去这一项"])
    }
    let whole = links.filter { link in
      link.source.id != link.target.id && (link.relation.articles.isEmpty || !link.relation.kind.endsTarget)
    }
    let grouped = Dictionary(grouping: whole) { $0.relation.kind.endsTarget ? RelationKind.repeals : $0.relation.kind }
    return own + grouped.values.flatMap { links in Graph(links).circles.map(finding) }
  }

  private func finding(_ circle: [ActedOn]) -> Diagnostic {
    let steps = circle.map { "\($0.source.shortName)\($0.verb)\($0.target.shortName)" }.joined(separator: "，")
    let isMutual = circle.count == 2 && circle.allSatisfy(\.relation.kind.endsTarget)
    return Diagnostic(
      isMutual ? "mutual-repeal" : "relation-cycle", at: circle[0].location,
      isMutual ? "两件文件互相终止：\(steps)" : "关系绕了一圈：\(steps)",
      cures: ["核对成文先后，删去写反的一项：关系只写在起作用的那一篇上"], related: circle.dropFirst().map(\.related))
  }
}

/// Documents by relations of one kind.
///
/// - Complexity: Linear in documents and relations, but for sorting.
private struct Graph {
  /// By acting document, each target once, sorted.
  private let links: [DocumentID: [ActedOn]]

  /// One relation from one document to another.
  private struct Edge: Hashable {
    let source: DocumentID
    let target: DocumentID
  }

  init(_ all: [ActedOn]) {
    var known: Set<Edge> = []
    let distinct = all.filter { known.insert(Edge(source: $0.source.id, target: $0.target.id)).inserted }
    links = Dictionary(grouping: distinct, by: \.source.id).mapValues { $0.sorted { $0.target.id < $1.target.id } }
  }

  /// Pairs, and of what remains the shortest circle through the smallest id of each connected part.
  var circles: [[ActedOn]] {
    let all = links.values.flatMap { $0 }
    let byEdge = Dictionary(uniqueKeysWithValues: all.map { (Edge(source: $0.source.id, target: $0.target.id), $0) })
    func back(_ link: ActedOn) -> ActedOn? { byEdge[Edge(source: link.target.id, target: link.source.id)] }
    let pairs = all.filter { $0.source.id < $0.target.id }.compactMap { link in back(link).map { [link, $0] } }
    let rest = pairs.isEmpty ? self : Graph(all.filter { back($0) == nil })
    return pairs + rest.components.filter { $0.count > 1 }.map { rest.circle(in: Set($0)) }
  }

  /// The shortest way back to the smallest document of a part in which every one reaches every other.
  private func circle(in part: Set<DocumentID>) -> [ActedOn] {
    guard let start = part.min() else { return [] }
    var arrivals: [DocumentID: ActedOn] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count, arrivals[start] == nil {
      for link in links[queue[next]] ?? [] where part.contains(link.target.id) && arrivals[link.target.id] == nil {
        arrivals[link.target.id] = link
        queue.append(link.target.id)
      }
      next += 1
    }
    var circle: [ActedOn] = []
    var id = start
    repeat {
      guard let link = arrivals[id] else { break }
      circle.append(link)
      id = link.source.id
    } while id != start
    return circle.reversed()
  }

  /// Parts in which every document reaches every other, by Tarjan's algorithm without recursion.
  private var components: [[DocumentID]] {
    var search = ComponentSearch()
    for id in links.keys.sorted() { search.walk(from: id) { links[$0]?.map(\.target.id) ?? [] } }
    return search.components
  }
}
