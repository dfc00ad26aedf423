import Base
import Documents
import Papers
import Resolution

/// Makes links of what can be followed in the texts of a page: telephone numbers, mail and web addresses, the numbers of public
/// documents, and the lines of 附件说明.
struct TextLinks {
  let corpus: Corpus
  let address: PageAddress
  /// The document whose text it is; its own number is no link.
  var document: Document?
  /// Prefix of the text's anchors, when the page shows several texts.
  var anchorPrefix = ""

  /// HTML to be inserted into a text, in ascending order.
  func insertions(into html: [UInt8]) -> [ArticleMarks.Insertion] {
    html.withUnsafeBufferPointer { html in
      var scanner = scanner(of: html)
      scanner.scan()
      var links = scanner.links
      if let document, !scanner.notes.isEmpty {
        let listed = ListedAttachments(
          document: document, folder: address.href(document.url), anchorPrefix: anchorPrefix,
          annexes: scanner.annexes.compactMap { Annex(html, at: $0) })
        let lines = scanner.notes.flatMap { listed.links(html, inParagraphAt: $0) }
        links = links.filter { link in !lines.contains { $0.range.overlaps(link.range) } } + lines
        links.sort { $0.range.lowerBound < $1.range.lowerBound }
      }
      return links.flatMap(\.insertions)
    }
  }

  /// The HTML of a plain text; nil if there is nothing to follow in it.
  ///
  /// - Parameter label: The name of the field or column whose value it is, which says what figures are: 索引号, 电话.
  func html(_ text: String, of label: String = "") -> [UInt8]? {
    let mayLink = text.utf8.contains { 0x30...0x3A ~= $0 || $0 == 0x40 }
    guard mayLink else { return nil }
    let escaped = Array(text.escapedForMarkup.utf8)
    let links = escaped.withUnsafeBufferPointer { html in
      var scanner = scanner(of: html, label)
      scanner.scan()
      return scanner.links
    }
    guard !links.isEmpty else { return nil }
    var out = OutputBuffer(capacity: escaped.count + links.count * 64)
    out.write(escaped, with: links.flatMap(\.insertions))
    return out.bytes
  }

  /// Writes a plain text.
  func write(_ text: String, of label: String, into out: inout OutputBuffer) {
    if let html = html(text, of: label) { out.write(bytes: html) } else { out.writeEscaped(text) }
  }

  private func scanner(of html: Bytes, _ label: String = "") -> TextLinkScanner {
    TextLinkScanner(html, host: corpus.site.domain, label: label) { number in
      guard let entry = corpus.publicDocument(numbered: number), entry.document.id != document?.id else { return nil }
      return address.href(entry.document.url)
    }
  }
}

extension OutputBuffer {
  /// Appends bytes with others inserted into them.
  mutating func write(_ bytes: [UInt8], with insertions: [ArticleMarks.Insertion]) {
    var done = 0
    for insertion in insertions {
      write(bytes: bytes[done..<insertion.offset])
      write(bytes: insertion.html)
      done = insertion.offset
    }
    write(bytes: bytes[done...])
  }
}
