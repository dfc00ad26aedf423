import Base
import CCommonMark

/// A document parsed by libcmark. Owns all its nodes and frees them.
struct CommonMarkTree: ~Copyable {
  /// The document node.
  let root: Node

  /// Parses a text. Never fails: every text is valid Markdown.
  init(_ text: Bytes) {
    let parsed = text.withMemoryRebound(to: CChar.self) { characters in
      cmark_parse_document(characters.baseAddress, characters.count, CMARK_OPT_SOURCEPOS)
    }
    guard let parsed else { preconditionFailure("libcmark returns a document for every text") }
    root = Node(pointer: parsed)
  }

  /// Removes the sentinels that helped to parse a ``Transcription`` from all texts.
  func removeSentinels() {
    var next = root.firstChild
    while let node = next {
      next = node.following(within: root)
      guard node.type == CMARK_NODE_TEXT, node.literal.contains(where: Transcription.isSentinel) else { continue }
      let text = node.literal.filter { !Transcription.isSentinel($0) }
      if text.isEmpty {
        cmark_node_free(node.pointer)
      } else {
        cmark_node_set_literal(node.pointer, String(decoding: text, as: UTF8.self))
      }
    }
  }

  deinit { cmark_node_free(root.pointer) }
}

/// A node of a ``CommonMarkTree``, valid for the lifetime of the tree.
struct Node: Equatable {
  let pointer: OpaquePointer

  init(pointer: OpaquePointer) { self.pointer = pointer }

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var parent: Node? { Node(cmark_node_parent(pointer)) }
  var firstChild: Node? { Node(cmark_node_first_child(pointer)) }
  var previous: Node? { Node(cmark_node_previous(pointer)) }
  var next: Node? { Node(cmark_node_next(pointer)) }

  /// The text of a literal node; empty for other nodes.
  var literal: Bytes { bytes(cmark_node_get_literal(pointer)) }
  /// The target of a link or an image.
  var url: Bytes { bytes(cmark_node_get_url(pointer)) }
  /// The title of a link or an image.
  var title: Bytes { bytes(cmark_node_get_title(pointer)) }
  /// The info string after the opening fence of a code block.
  var fenceInfo: Bytes { bytes(cmark_node_get_fence_info(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// 1-based line and byte column in the parsed text.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  private func bytes(_ literal: UnsafePointer<CChar>?) -> Bytes {
    guard let literal else { return Bytes(start: nil, count: 0) }
    let count = cmark_literal_length(literal)
    return literal.withMemoryRebound(to: UInt8.self, capacity: count) { Bytes(start: $0, count: count) }
  }

  /// The next node in document order below `top`, optionally skipping this node's children.
  func following(within top: Node, skippingChildren: Bool = false) -> Node? {
    if !skippingChildren, let child = firstChild { return child }
    var node = self
    while node != top {
      if let next = node.next { return next }
      guard let parent = node.parent else { return nil }
      node = parent
    }
    return nil
  }
}
