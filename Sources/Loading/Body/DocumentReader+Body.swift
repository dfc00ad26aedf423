import Base
import Documents
import Markdown
import Papers

// Reads the body, and holds the paper in it against the front matter.
extension DocumentReader {
  /// Renders the body and, if the front matter was readable, compares the two.
  mutating func readBody(_ document: Document, _ frontMatter: FrontMatter, isDated: Bool) -> Body {
    let known = KnownFacts(
      title: document.title, documentNumber: document.documentNumber?.text ?? "", issuers: document.issuers)
    let (reading, targets) = file.readBody(frontMatter, known: known)
    var (acts, mentions): ([ActStatement], [MentionStatement]) = ([], [])
    if isDated {
      var check = PaperCheck(document, reading, file.source, bodyStart: frontMatter.bodyStart, kind?.lifecycle)
      check.check()
      for finding in check.findings { file.add(finding) }
      (acts, mentions) = (check.acts, check.mentions)
    }
    watchBody(reading, from: frontMatter.bodyStart, of: document)
    return Body(
      text: reading.text, targets: targets, acts: acts, mentions: mentions,
      partAnchors: partAnchors(reading.text, of: document),
      fingerprint: file.fingerprint(from: frontMatter.bodyStart))
  }

  /// The headings of a text that are parts of the record; below some stand tables of the document.
  func partAnchors(_ text: MarkdownText, of document: Document) -> [String: String] {
    guard let kind else { return [:] }
    let tables = kind.ownFields.filter { document.fields[$0.key] != nil }.compactMap(\.table.heading)
    return text.partAnchors(kind, tables: tables)
  }
}
