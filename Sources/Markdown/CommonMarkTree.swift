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

  /// Replaces characters that no text has by U+FFFD: `&#1;` and `&#xFFFF;` bring what no file may contain, and libcmark writes
  /// noncharacters as bytes that are no UTF-8.
  func mendReferences() {
    var next = root.firstChild
    while let node = next {
      next = node.following(within: root)
      switch node.type {
      case CMARK_NODE_TEXT:
        node.literal.mended.map { _ = cmark_node_set_literal(node.pointer, $0) }
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        // Addresses are written in ASCII, and what is before a scheme tells what it hides.
        node.title.mended.map { _ = cmark_node_set_title(node.pointer, $0) }
      default: break
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

extension Bytes {
  /// The text without characters that no text has; nil if it has none.
  fileprivate var mended: String? {
    if allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return nil }
    let scalars = String(decoding: self, as: UTF8.self).unicodeScalars
    let isValid = scalars.reduce(0) { $0 + UTF8.width($1) } == count && !scalars.contains(where: Self.isForbidden)
    return isValid ? nil : String(String.UnicodeScalarView(scalars.map { Self.isForbidden($0) ? "\u{FFFD}" : $0 }))
  }

  /// Controls, noncharacters, and what turns the direction of a text.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xE0000...0xE007F: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
