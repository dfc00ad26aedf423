import Base
import Documents
import Resolution

/// Makes links of what can be followed in the texts of a page: telephone numbers, mail and web addresses, documents
/// that are cited and their provisions, and the lines of 附件说明.
struct TextLinks {
  let corpus: Corpus
  let address: PageAddress
  /// The document whose text it is; it is not linked to itself.
  var document: Document?
  /// Prefix of the text's anchors, when the page shows several texts.
  var anchorPrefix = ""

  /// HTML to be inserted into a text, in ascending order.
  func insertions(into html: [UInt8]) -> [BodyInsertion] {
    html.withUnsafeBufferPointer { html in
      var scanner = TextLinkScanner(html, host: corpus.site.domain)
      scanner.scan()
      var links = citations(in: html, beside: scanner.links)
      if let document, !scanner.notes.isEmpty {
        let listed = ListedAttachments(
          document: document, folder: address.href(document.url), anchorPrefix: anchorPrefix,
          annexes: scanner.annexes.compactMap { Annex(html, at: $0) })
        links = Self.merged(scanner.notes.flatMap { listed.links(html, inParagraphAt: $0) }, over: links)
      }
      return links.flatMap(\.insertions)
    }
  }

  /// The HTML of a plain text; nil if there is nothing to follow in it.
  ///
  /// - Parameter label: The name of the field or column whose value it is, which says what figures are: 索引号, 电话.
  func html(_ text: String, of label: String = "") -> [UInt8]? {
    // The last is the first byte of 《.
    let mayLink = text.utf8.contains { 0x30...0x3A ~= $0 || $0 == 0x40 || $0 == 0xE3 }
    guard mayLink else { return nil }
    let escaped = Array(text.escapedForMarkup.utf8)
    let links = escaped.withUnsafeBufferPointer { html in
      var scanner = TextLinkScanner(html, host: corpus.site.domain, label: label)
      scanner.scan()
      return citations(in: html, beside: scanner.links)
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

  // MARK: Citations

  /// The links to what a text cites, and those of other things that do not overlap with them.
  private func citations(in html: Bytes, beside others: [TextLink]) -> [TextLink] {
    guard html.nextCitation(from: 0) != nil else { return others }
    var cited = CitationLinks(corpus, address, document, anchorPrefix: anchorPrefix)
    var scanner = CitationScanner(html)
    scanner.scan { cited.links(of: $0) }
    return Self.merged(scanner.links, over: others)
  }

  /// Links with those of others that do not overlap with them, in ascending order.
  private static func merged(_ links: [TextLink], over others: [TextLink]) -> [TextLink] {
    if links.isEmpty { return others }
    let rest = others.filter { other in !links.contains { $0.range.overlaps(other.range) } }
    return (links + rest).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension OutputBuffer {
  /// Appends bytes with others inserted into them.
  mutating func write(_ bytes: [UInt8], with insertions: [BodyInsertion]) {
    var done = 0
    for insertion in insertions {
      write(bytes: bytes[done..<insertion.offset])
      write(bytes: insertion.html)
      done = insertion.offset
    }
    write(bytes: bytes[done...])
  }
}
