import Base

/// A file of Content/ that is published next to a page.
package struct PublishedFile: Sendable, Hashable, Comparable {
  /// Path in Content/.
  package let content: String
  /// Path below the site's root: `zhengce/2023-3/biaoge.xlsx`.
  package let output: String

  /// A file published next to the page at `url` (ends with `/`, or is empty).
  package init(content: String, beside url: String) {
    self.content = content
    output = url + content.lastSegment
  }

  /// The last part of its output path.
  package var fileName: String { output.lastSegment }

  /// By output path, then by content path.
  package static func < (a: PublishedFile, b: PublishedFile) -> Bool {
    if a.output != b.output { return a.output.utf8.lexicographicallyPrecedes(b.output.utf8) }
    return a.content.utf8.lexicographicallyPrecedes(b.content.utf8)
  }
}
