import Base
import CCommonMark
import Papers

/// Writes libcmark's tree into a fragment, without recursion, as nesting may be arbitrarily deep.
struct TreeRenderer {
  let root: Node
  let layout: TableLayout
  var map: SourceMap
  var fragment: Fragment
  /// The paragraph, heading or cell being written.
  var leaf: Node
  /// Whether it is a cell of a table, which has no other way to begin a line than `<br>`.
  var isCell = false
  /// Its source text, set once an inline node has to be located in it.
  var leafText: LeafText?

  init(root: Node, map: SourceMap, layout: TableLayout, fragment: Fragment) {
    (self.root, self.map, self.layout, self.fragment) = (root, map, layout, fragment)
    leaf = root
  }

  /// Writes the whole document.
  mutating func render() {
    var next = root.firstChild
    while let node = next {
      if node.parent == root { openTopLevel(node) }
      let last = open(node)
      if node.isContainer || node.isList, let child = node.firstChild {
        next = child
      } else {
        if node.isContainer || node.isList { close(node) }
        next = following(last)
      }
    }
  }

  /// Begins a top-level block; paragraphs and headings begin their own.
  private mutating func openTopLevel(_ node: Node) {
    switch node.type {
    case CMARK_NODE_PARAGRAPH: break
    case CMARK_NODE_HEADING:
      // Others begin their own; the cells of a table are headings in the tree.
      guard let table = layout.table(at: node.startLine) else { return }
      fragment.openBlock(.table, source: map.place(ofLines: table.headerLine...table.lastLine))
    case CMARK_NODE_LIST: fragment.openBlock(.list, source: source(of: node))
    case CMARK_NODE_BLOCK_QUOTE: fragment.openBlock(.quotation, source: source(of: node))
    default: fragment.openBlock(.other, source: source(of: node))
    }
  }

  /// The bytes of the body that a node comes from.
  private mutating func source(of node: Node) -> Range<Int> {
    let start = map.place(map.textRange(max(node.startLine, 1) - 1)).lowerBound
    return start..<max(start, map.place(map.textRange(max(node.startLine, node.endLine) - 1)).upperBound)
  }

  /// The block after a finished one; closes the containers that end with it.
  private mutating func following(_ node: Node) -> Node? {
    var node = node
    while true {
      if node.parent == root, !node.isLeafBlock(in: layout) { fragment.closeBlock() }
      if let next = node.next { return next }
      guard let parent = node.parent, parent != root else { return nil }
      close(parent)
      node = parent
    }
  }

  /// Writes a leaf, or opens a container. Returns the last node that was written.
  private mutating func open(_ node: Node) -> Node {
    let isTopLevel = node.parent == root
    switch node.type {
    case CMARK_NODE_PARAGRAPH: isTopLevel ? renderParagraph(node) : renderNestedParagraph(node)
    case CMARK_NODE_HEADING:
      if let table = layout.table(at: node.startLine) {
        let last = render(table, from: node)
        // Its last cell looks like a heading, which would have ended its own block.
        if isTopLevel { fragment.closeBlock() }
        return last
      }
      isTopLevel ? renderHeading(node) : renderNestedHeading(node)
    default: openOther(node)
    }
    return node
  }

  private mutating func openOther(_ node: Node) {
    fragment.beginLine()
    switch node.type {
    case CMARK_NODE_BLOCK_QUOTE: fragment.write("<blockquote>\n")
    case CMARK_NODE_ITEM: openItem(node)
    case CMARK_NODE_LIST: openList(node)
    case CMARK_NODE_CODE_BLOCK: renderCodeBlock(node)
    case CMARK_NODE_HTML_BLOCK: renderHTMLBlock(node)
    case CMARK_NODE_THEMATIC_BREAK: fragment.write("<hr />\n")
    default: break
    }
  }

  private mutating func close(_ node: Node) {
    switch node.type {
    case CMARK_NODE_BLOCK_QUOTE:
      fragment.beginLine()
      fragment.write("</blockquote>\n")
    case CMARK_NODE_LIST: fragment.write(node.isOrderedList ? "</ol>\n" : "</ul>\n")
    case CMARK_NODE_ITEM: fragment.write("</li>\n")
    default: break
    }
  }

  private mutating func openList(_ node: Node) {
    guard node.isOrderedList else { return fragment.write("<ul>\n") }
    guard node.listStart != 1 else { return fragment.write("<ol>\n") }
    fragment.write("<ol start=\"")
    fragment.write(name: String(node.listStart))
    fragment.write("\">\n")
  }

  /// Opens an item; it keeps its number if that does not follow from the one before.
  private mutating func openItem(_ node: Node) {
    guard fragment.options.officialLines, let previous = node.previous, let number = number(of: node),
      number != self.number(of: previous).map({ $0 + 1 })
    else { return fragment.write("<li>") }
    fragment.write("<li value=\"")
    fragment.write(name: String(number))
    fragment.write("\">")
  }

  /// The number with which an item is written; nil for a bullet.
  private mutating func number(of item: Node) -> Int? {
    var offset = map.lineRange(item.startLine - 1).lowerBound + item.startColumn - 1
    var number: Int?
    while offset < map.parsed.count, 0x30...0x39 ~= map.parsed[offset], number ?? 0 < 1_000_000_000 {
      number = (number ?? 0) * 10 + Int(map.parsed[offset] - 0x30)
      offset += 1
    }
    return number
  }

  private mutating func renderParagraph(_ node: Node) {
    fragment.openParagraph(first: node.firstText, source: source(of: node))
    renderInlines(of: node)
    fragment.closeParagraph()
  }

  private mutating func renderNestedParagraph(_ node: Node) {
    fragment.separateText()
    if let list = node.parent?.parent, list.isList, list.isTightList { return renderInlines(of: node) }
    fragment.beginLine()
    fragment.write("<p>")
    renderInlines(of: node)
    fragment.write("</p>\n")
  }

  private mutating func renderHeading(_ node: Node) {
    fragment.openHeading(level: node.headingLevel, source: source(of: node))
    renderInlines(of: node)
    fragment.closeHeading(level: node.headingLevel)
  }

  private mutating func renderNestedHeading(_ node: Node) {
    fragment.openNestedHeading(level: node.headingLevel)
    renderInlines(of: node)
    fragment.writeHeadingEnd(node.headingLevel)
  }

  private mutating func renderCodeBlock(_ node: Node) {
    let info = node.fenceInfo
    if info.isEmpty {
      fragment.write("<pre><code>")
    } else {
      fragment.write("<pre><code class=\"language-")
      fragment.writeEscaped(info.part(0..<(info.firstIndex { isBlank($0) || isLineEnd($0) } ?? info.count)))
      fragment.write("\">")
    }
    fragment.writeEscaped(node.literal)
    fragment.write("</code></pre>\n")
    fragment.separateText()
    fragment.text.append(contentsOf: node.literal)
  }

  private mutating func renderHTMLBlock(_ node: Node) {
    if fragment.options.marksOmittedHTML { fragment.write("<!-- raw HTML omitted -->\n") }
    var line = map.lineRange(node.startLine - 1)
    line = min(line.lowerBound + node.startColumn - 1, line.upperBound)..<line.upperBound
    while line.count > 1, isBlank(map.parsed[line.lowerBound]) { line = line.lowerBound + 1..<line.upperBound }
    let place = map.place(line)
    fragment.report(html: node.literal, at: place)
  }
}

extension Fragment {
  /// Reports raw HTML or a comment.
  mutating func report(html: Bytes, at place: Range<Int>) {
    let start = html.firstIndex { !isBlank($0) } ?? 0
    let text = html.part(start..<html.count)
    if text.has("<!--") {
      issues.append(MarkdownIssue(kind: .htmlComment, place: place))
    } else {
      let end = text.firstIndex(where: isLineEnd) ?? text.count
      issues.append(MarkdownIssue(kind: .rawHTML(text.part(0..<end).string), place: place))
    }
  }
}

extension Node {
  var isItem: Bool { type == CMARK_NODE_ITEM }
  var isList: Bool { type == CMARK_NODE_LIST }
  /// Whether it is a list item or a quotation.
  var isContainer: Bool { isItem || type == CMARK_NODE_BLOCK_QUOTE }

  /// Whether it is a paragraph or a heading of the text, not the cell of a table.
  fileprivate func isLeafBlock(in layout: TableLayout) -> Bool {
    type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING && layout.table(at: startLine) == nil
  }

  /// The first text of a paragraph, which may be inside emphasis.
  fileprivate var firstText: Bytes {
    var node = firstChild
    while let current = node, current.type == CMARK_NODE_STRONG || current.type == CMARK_NODE_EMPH {
      node = current.firstChild
    }
    guard let node, node.type == CMARK_NODE_TEXT else { return Bytes(start: nil, count: 0) }
    return node.literal
  }
}
