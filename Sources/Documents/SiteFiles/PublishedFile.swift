import Base

/// A file of Content/ that is published beside a page.
package struct PublishedFile: Sendable, Hashable, Comparable {
  /// Path in Content/.
  package let content: String
  /// Path below the site's root: `zhengce/2023-3/biaoge.xlsx`.
  package let output: String

  /// A file beside the page at `url` (ends with `/`, or is empty).
  package init(content: String, beside url: String) {
    self.content = content
    output = url + content.lastSegment
  }

  /// Its name.
  package var fileName: String { output.lastSegment }

  /// By output path.
  package static func < (a: PublishedFile, b: PublishedFile) -> Bool {
    if a.output != b.output { return a.output.utf8.lexicographicallyPrecedes(b.output.utf8) }
    return a.content.utf8.lexicographicallyPrecedes(b.content.utf8)
  }
}
