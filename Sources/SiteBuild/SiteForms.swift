package import Base
import Disk
package import Documents
import Loading

/// What a document of a site is written by.
package struct SiteForms: Sendable {
  package let site: Site
  /// One for each kind, sorted by id.
  package let forms: [FrontMatterForm]
  /// The folders of columns with the kinds of their documents; nil where each document says it.
  package let columns: [String: String?]
  /// The day on which it is asked; nil if the site's time zone is not known.
  package let today: CalendarDate?

  /// The form of the kind with this id or label.
  package func form(_ word: String) -> FrontMatterForm? {
    forms.first { $0.kind.id == word } ?? forms.first { $0.kind.label == word }
  }

  /// Ids and labels, for suggestions.
  package var words: [String] { forms.map(\.kind.id) + forms.map(\.kind.label) }
}

/// Reads site.yml, kinds and columns; mistakes in them are for `check` to say.
///
/// A folder without Content is a site without settings: the kinds are the program's.
///
/// - Throws: ``FileError``.
package func siteForms(_ request: BuildRequest) async throws -> SiteForms {
  let tree = try DiskTree(root: request.root)
  let library = try await loadSettings(tree: tree, templates: request.layeredTemplates(), jobs: request.jobs)
  return SiteForms(
    site: library.site,
    forms: library.kinds.map { FrontMatterForm($0, site: library.site) },
    columns: Dictionary(library.columns.map { ($0.path, $0.kind) }, uniquingKeysWith: { first, _ in first }),
    today: request.asOf ?? request.today(library.site.timeZone))
}
