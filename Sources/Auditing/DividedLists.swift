import Base
import Documents
import Resolution

/// A list that was divided into notices for places (分村公示) is not published as a whole by an attachment or a link: each village sees its
/// own rows (`per-place`, error).
struct DividedLists: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let lists = Dictionary(
      context.documents.compactMap { document in document.dividedList.map { ($0, document) } },
      uniquingKeysWith: { first, _ in first })
    guard !lists.isEmpty else { return [] }
    let linking =
      context.documents.map { ($0.sourcePath, $0.targets) }
      + context.columns.map { ($0.sourcePath, $0.introduction.targets) }
    let linked = linking.flatMap { source, targets in
      targets.compactMap { target -> Diagnostic? in
        guard case .file(let path) = context.resolver.resolve(target.destination, from: source) else { return nil }
        return lists[path].map { finding(path, target.location, $0) }
      }
    }
    // The notices themselves have its rows by their own table.
    let listed = context.documents.flatMap { document in
      document.listedPlaces.compactMap { path, place -> Diagnostic? in
        guard let owner = lists[path], !document.id.path.hasPrefix(owner.id.path + "/") else { return nil }
        return finding(path, place, owner)
      }
    }
    return linked + listed
  }

  private func finding(_ path: String, _ place: Diagnostic.Location, _ owner: Document) -> Diagnostic {
    Diagnostic(
      "per-place", at: place, "“\(path.lastSegment)”已经分村公示，不能在这里整个公开",
      cures: ["删去这里；各村的表格在各村的网页上。确实要整个公开的，删去 perPlace（分村公示）"],
      related: [Diagnostic.Related(owner.location(of: .perPlace), "分村公示写在这里")])
  }
}
