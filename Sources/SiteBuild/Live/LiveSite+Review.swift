import Base
package import Documents
package import Disk
import Loading
import Publishing

extension LiveSite {
  /// Whether the site asks for a review before this document may be public, whatever it is now.
  package func asksForReview(of document: Document) -> Bool {
    site.reviews.asks(on: document.publishedOn?.day) && document.disclosure == .proactive
  }

  /// The fingerprint of what a review of a document looks at: facts, text, tables, and every file that is published with it.
  ///
  /// - Parameter text: The bytes of its file.
  package func reviewedFingerprint(of document: Document, _ text: [UInt8]) throws(FileError) -> String {
    var all = ReviewRecord.fingerprint(of: SourceText(path: document.frontMatter.path, bytes: text))
    let tables = document.textFiles.dropFirst()
    for path in Set(tables + openedView().copies(of: document.id)).sorted() {
      all.add(path)
      all.add(try checksum(of: tree.open(path)))
    }
    return all.text
  }
}
