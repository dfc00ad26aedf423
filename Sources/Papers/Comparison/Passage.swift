import Base

/// A paragraph, heading or table row of a text that is compared with another.
package struct Passage: Sendable, Hashable {
  /// What it is in its text.
  package enum Form: Sendable, Hashable {
    /// A heading, or a line that serves as one: 第二章　监督管理, 一、总体要求.
    case heading
    /// The first paragraph of an article: 第三条　….
    case article
    /// Any other paragraph. `isApart`: it belongs to no article above it, as a signature does.
    case paragraph(isApart: Bool)
    /// A row of a table, its cells separated by tabs.
    case row
  }

  package let form: Form
  /// UTF-8, as readers see it; a break inside a paragraph is a line feed.
  package let text: [UInt8]
  /// The `id` of its element.
  package let anchor: String?
  /// Bytes of the number that opens it (第三条, （二）, 1.); 0 if there is none.
  package let numberCount: Int

  /// Reads the number at the beginning of the text.
  package init(_ form: Form, _ text: [UInt8], anchor: String? = nil) {
    (self.form, self.text, self.anchor) = (form, text, anchor)
    numberCount = form == .row ? 0 : text.withUnsafeBufferPointer(Self.numberCount)
  }

  /// The number as written; empty if there is none.
  package var number: String { String(decoding: text[..<numberCount], as: UTF8.self) }

  /// Where the text after its number begins.
  var contentStart: Int {
    text.withUnsafeBufferPointer { text in
      var offset = numberCount
      if offset > 0 { text.skipBlanks(&offset) }
      return offset
    }
  }

  private static func numberCount(_ text: Bytes) -> Int {
    if let clause = Clause(text) { return clause.byteCount }
    var offset = text.has("（") ? 3 : text.has("(") ? 1 : 0
    let isBracketed = offset > 0
    let start = offset
    while offset < text.count, offset < start + 3, 0x30...0x39 ~= text[offset] { offset += 1 }
    guard offset > start else { return 0 }
    let ends: [StaticString] = isBracketed ? ["）", ")"] : [".", "．", "、"]
    guard let end = ends.first(where: { text.has($0, at: offset) }) else { return 0 }
    offset += end.utf8CodeUnitCount
    // 1.5 is a figure.
    return offset < text.count && 0x30...0x39 ~= text[offset] ? 0 : offset
  }
}
