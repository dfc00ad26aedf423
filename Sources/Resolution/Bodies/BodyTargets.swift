import Base
import Documents
package import Markdown

/// HTML that is put into a body at an offset of its HTML.
package struct BodyInsertion: Sendable {
  package let offset: Int
  package let html: [UInt8]
  /// What is left out of the body there.
  package let dropped: Range<Int>?

  /// Memberwise.
  package init(offset: Int, html: [UInt8], dropped: Range<Int>? = nil) {
    (self.offset, self.html, self.dropped) = (offset, html, dropped)
  }
}

/// Where the links and images of a body lead. How that is written is the caller's: relative on a page, absolute in an export.
package struct BodyTargets: Sendable {
  /// A slot of the body.
  package struct Filled: Sendable {
    package let slot: TargetSlot
    package let target: LinkTarget
    /// The address that is written; nil: none, so that what is not public leaves no trace.
    package let address: String?
  }

  package let body: MarkdownText
  package let all: [Filled]

  /// Resolves the slots of a body.
  ///
  /// - Parameters:
  ///   - source: The file it was written in, relative to Content/.
  ///   - address: How a page, a file or a place of the text is written.
  package init(
    _ body: MarkdownText, from source: String, _ resolver: LinkResolver, address: (LinkTarget) -> String?
  ) {
    self.body = body
    all = body.slots.map { slot in
      let target = resolver.resolve(slot.destination, from: source)
      let written: String? =
        switch target {
        case .external(let url): url.encodedForURL
        case .notPublic, .dead: nil
        case .page, .file, .fragment: address(target)
        }
      return Filled(slot: slot, target: target, address: written)
    }
  }

  /// The body with its addresses.
  ///
  /// - Parameters:
  ///   - insertions: What else stands in it; of those at one offset the first comes first.
  ///   - attributes: What else a link or an image says of itself, with a space in front; nil: not even its address is written.
  package func html(
    _ insertions: [BodyInsertion], attributes: (Filled) -> String? = { _ in "" }
  ) -> [UInt8] {
    guard !all.isEmpty || !insertions.isEmpty else { return body.html }
    var buffer = OutputBuffer(capacity: body.html.count + all.count * 64 + insertions.count * 128)
    var done = 0
    var rest = insertions.sorted { $0.offset < $1.offset }[...]
    func writeHTML(to end: Int) {
      while let next = rest.first, next.offset <= end {
        buffer.write(bytes: body.html[done..<next.offset])
        buffer.write(bytes: next.html)
        done = next.offset
        if let dropped = next.dropped {
          buffer.write(bytes: body.html[done..<dropped.lowerBound])
          done = dropped.upperBound
        }
        rest.removeFirst()
      }
      buffer.write(bytes: body.html[done..<end])
      done = end
    }
    for filled in all {
      writeHTML(to: filled.slot.htmlOffset)
      // Without an address it is plain text: an `a` without `href`.
      guard let address = filled.address, let attributes = attributes(filled) else { continue }
      buffer.writeAttribute(filled.slot.kind == .image ? "src" : "href", address)
      buffer.write(attributes)
    }
    writeHTML(to: body.html.count)
    return buffer.bytes
  }
}
