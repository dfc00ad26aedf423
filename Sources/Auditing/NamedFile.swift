package import Base
package import Documents
import Resolution

/// A file that a text links to or lists, or the theme shows, and that would be published with it.
package struct NamedFile: Sendable {
  /// Path in Content/.
  package let path: String
  /// Where it is named.
  package let place: Diagnostic.Location
  let naming: Naming
  /// Nil in the introduction of a column, and in site.yml.
  package let document: Document?

  /// How a text names a file.
  enum Naming { case list, link, picture }

  /// Whether readers will ever get it: not with a document that stays closed, and tables are written anew from their cells.
  package var isPassedOn: Bool {
    guard let document else { return true }
    return document.disclosure == .proactive && !document.tables.contains { $0.table.file.path == path }
  }

  /// The day of its text, if it has one.
  package var day: CalendarDate? { document?.made?.day }

  /// All of them: of each document what it lists, then what it links to; then the pictures of the theme.
  static func all(
    in documents: [Document], _ columns: [Column], _ theme: Theme, _ resolver: LinkResolver
  ) -> [NamedFile] {
    let listed = documents.flatMap { document in
      document.listedPlaces.map {
        NamedFile(path: $0.path, place: $0.place, naming: .list, document: document)
      }
    }
    let texts =
      documents.map { ($0.sourcePath, $0.targets, Optional($0)) }
      + columns.map { ($0.sourcePath, $0.introduction.targets, nil) }
    let linked = texts.flatMap { source, targets, document in
      targets.compactMap { target -> NamedFile? in
        guard case .file(let path) = resolver.resolve(target.destination, from: source) else { return nil }
        return NamedFile(
          path: path, place: target.location, naming: target.isPicture ? .picture : .link, document: document)
      }
    }
    let shown = theme.images.map { NamedFile(path: $0.content, place: $0.place, naming: .picture, document: nil) }
    return listed + linked + shown
  }
}
