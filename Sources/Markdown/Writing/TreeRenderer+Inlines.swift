import Base
import CCommonMark

extension TreeRenderer {
  /// Writes the contents of a paragraph, heading or cell.
  mutating func renderInlines(of leaf: Node, isCell: Bool = false) {
    self.leaf = leaf
    self.isCell = isCell
    leafText = nil
    var next = leaf.firstChild
    while let node = next {
      let isOpen = openInline(node)
      if isOpen, let child = node.firstChild {
        next = child
      } else {
        if isOpen { closeInline(node) }
        next = followingInline(node)
      }
    }
  }

  /// The inline node after a finished one; closes the parents that end with it.
  private mutating func followingInline(_ node: Node) -> Node? {
    var node = node
    while true {
      if let next = node.next { return next }
      guard let parent = node.parent, parent != leaf else { return nil }
      closeInline(parent)
      node = parent
    }
  }

  /// Writes a node; true if it stays open for its children.
  private mutating func openInline(_ node: Node) -> Bool {
    switch node.type {
    case CMARK_NODE_TEXT: fragment.writeText(node.literal)
    case CMARK_NODE_SOFTBREAK: fragment.writeSoftBreak(before: node.textAfter(within: leaf))
    case CMARK_NODE_LINEBREAK:
      fragment.write("<br />\n")
      fragment.separateText()
    case CMARK_NODE_CODE:
      fragment.write("<code>")
      fragment.writeText(node.literal)
      fragment.write("</code>")
    case CMARK_NODE_HTML_INLINE where isCell && node.literal.isLineBreak:
      fragment.write("<br />\n")
      fragment.separateText()
    case CMARK_NODE_HTML_INLINE:
      fragment.report(html: node.literal, at: place(ofLiteral: node))
      if fragment.options.marksOmittedHTML { fragment.write("<!-- raw HTML omitted -->") }
    case CMARK_NODE_IMAGE: renderImage(node)
    default:
      openSpan(node)
      return true
    }
    return false
  }

  private mutating func openSpan(_ node: Node) {
    switch node.type {
    case CMARK_NODE_EMPH: fragment.write("<em>")
    case CMARK_NODE_STRONG: fragment.write("<strong>")
    case CMARK_NODE_LINK where node.url.first == Transcription.note: openNoteMark(node.url)
    case CMARK_NODE_LINK:
      fragment.write("<a")
      writeTarget(of: node, kind: .link, blank: " href=\"\"")
      writeTitle(of: node)
      fragment.write(">")
    default: break
    }
  }

  private mutating func closeInline(_ node: Node) {
    switch node.type {
    case CMARK_NODE_EMPH:
      fragment.write("</em>")
      fragment.endEmphasis()
    case CMARK_NODE_STRONG:
      fragment.write("</strong>")
      fragment.endEmphasis()
    case CMARK_NODE_LINK where node.url.first == Transcription.note: closeNoteMark(node.url)
    case CMARK_NODE_LINK: fragment.write("</a>")
    default: break
    }
  }

  private mutating func renderImage(_ node: Node) {
    fragment.write("<img")
    writeTarget(of: node, kind: .image, blank: " src=\"\"")
    let alternative = node.plainText
    if alternative.allSatisfy({ isBlank($0) || isLineEnd($0) }) {
      fragment.issues.append(MarkdownIssue(kind: .imageWithoutText(node.url.string), place: place(ofLink: node)))
    }
    reportHTML(inside: node)
    fragment.write(" alt=\"")
    alternative.withUnsafeBufferPointer { fragment.writeEscaped($0) }
    fragment.write("\"")
    writeTitle(of: node)
    fragment.write(" />")
    fragment.text.append(contentsOf: alternative)
  }

  private mutating func reportHTML(inside image: Node) {
    var next = image.firstChild
    while let node = next {
      if node.type == CMARK_NODE_HTML_INLINE { fragment.report(html: node.literal, at: place(ofLiteral: node)) }
      next = node.following(within: image)
    }
  }

  private mutating func writeTitle(of node: Node) {
    let title = node.title
    guard !title.isEmpty else { return }
    fragment.write(" title=\"")
    fragment.writeEscaped(title)
    fragment.write("\"")
  }

  /// The schemes that libcmark's safe mode drops, and `data:` even for images.
  private static let running: Set<String> = ["javascript", "vbscript", "file", "data"]

  /// Leaves a slot for the caller, or writes an empty target if the address may not be published.
  private mutating func writeTarget(of node: Node, kind: TargetSlot.Kind, blank: StaticString) {
    let (url, place) = (node.url.string, place(ofLink: node))
    let fault: MarkdownIssue.Kind? =
      switch LinkAddress(url) {
      case .refused(let scheme) where fragment.options.checksAddresses || Self.running.contains(scheme):
        .unsafeScheme(scheme)
      case .incomplete where fragment.options.checksAddresses: .incompleteAddress(url)
      case .refused, .incomplete, .web, .mail, .telephone, .local: nil
      }
    if let fault {
      fragment.issues.append(MarkdownIssue(kind: fault, place: place))
      fragment.write(blank)
    } else {
      fragment.slots.append(
        TargetSlot(kind: kind, destination: url, htmlOffset: fragment.html.count, place: place))
    }
  }
}

extension Node {
  /// The text of all descendants, line breaks as spaces: for an `alt`, or a heading's text.
  var plainText: [UInt8] {
    var text: [UInt8] = []
    var next = firstChild
    while let node = next {
      switch node.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: text.append(contentsOf: node.literal)
      case CMARK_NODE_HTML_INLINE where type == CMARK_NODE_IMAGE: text.append(contentsOf: node.literal)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(0x20)
      default: break
      }
      next = node.following(within: self)
    }
    return text
  }

  /// The text that follows, whatever its markup; empty if there is none.
  fileprivate func textAfter(within leaf: Node) -> Bytes {
    var next = following(within: leaf)
    while let node = next {
      let literal = node.literal
      if !literal.isEmpty { return literal }
      next = node.following(within: leaf)
    }
    return Bytes(start: nil, count: 0)
  }
}
