import Base
import Glibc
import Papers

/// Reads what a text that is HTML already cites. Each block is read without its tags, so that a bold word does not hide a title;
/// nothing becomes a link in a heading, in a link, in code, or where a tag would stand inside.
struct CitationScanner {
  /// Characters of a block, and where they lead.
  typealias Link = (range: Range<Int>, href: String)

  private let html: Bytes
  private(set) var links: [TextLink] = []

  /// The text of the block that is being read, with the bytes of the HTML that each of its bytes comes from.
  private var text: [UInt8] = []
  private var places: [Range<Int>] = []
  /// Stretches of text between tags.
  private var pieces: [(range: Range<Int>, isOpen: Bool)] = []
  /// Whether a sign of a citation stands in the block.
  private var mayCite = false
  /// The tag with which the block begins; nil at the beginning of the text.
  private var blockTag: Int?
  /// The end of the link or code in which nothing becomes a link.
  private var closing: StaticString?

  init(_ html: Bytes) { self.html = html }

  /// - Parameter follow: The links of a mention, none overlapping with another.
  mutating func scan(_ follow: (Mention) -> [Link]) {
    var offset = 0
    // Most blocks cite nothing: they are only passed.
    var sign = html.nextCitation(from: 0)
    while offset < html.count, sign != nil || mayCite {
      let end = html.first(0x3C, from: offset)
      if end > offset {
        pieces.append((offset..<end, closing == nil))
        if let sign, (offset..<end).contains(sign) { mayCite = true }
      }
      if end < html.count { enter(tagAt: end, follow) }
      offset = html.first(0x3E, from: end) + 1
      if let passed = sign, passed < offset { sign = html.nextCitation(from: offset) }
    }
    finishBlock(follow)
  }

  private mutating func enter(tagAt start: Int, _ follow: (Mention) -> [Link]) {
    // Paragraphs are most of the tags.
    let isParagraph = html.isTag("<p", at: start) || html.isTag("</p", at: start)
    if let closing {
      if html.has(closing, at: start) { self.closing = nil }
    } else if !isParagraph, let element = Self.closed.first(where: { html.isTag($0.0, at: start) }) {
      closing = element.1
    }
    if !isParagraph, Self.inline.contains(where: { html.isTag($0, at: start) }) { return }
    finishBlock(follow)
    blockTag = start
  }

  /// Whether the block is a title, in which nothing is cited.
  private var isTitle: Bool {
    guard let blockTag else { return false }
    if html.isTag("<p", at: blockTag) {
      let tag = html.part(blockTag..<html.first(0x3E, from: blockTag))
      return Self.titleStyles.contains { tag.contains($0) }
    }
    return Self.titles.contains { html.has($0, at: blockTag) }
  }

  private static let closed: [(StaticString, StaticString)] = [
    ("<a", "</a>"), ("<code", "</code>"), ("<pre", "</pre>"), ("<svg", "</svg>"),
  ]
  private static let inline: [StaticString] = [
    "<strong", "</strong", "<em", "</em", "<span", "</span", "<a", "</a", "<code", "</code", "<sup", "</sup", "<wbr",
    "<br", "<img",
  ]
  private static let titles: [StaticString] = ["<h1", "<h2", "<h3", "<h4", "<h5", "<h6", "<th", "<caption"]
  /// Classes of paragraphs that are titles.
  private static let titleStyles: [StaticString] = [
    "class=\"title-", "class=\"paper-title", "class=\"paper-number", "class=\"letterhead", "class=\"contents-line",
    "class=\"annex-title",
  ]

  // MARK: Blocks

  private mutating func finishBlock(_ follow: (Mention) -> [Link]) {
    defer {
      pieces.removeAll(keepingCapacity: true)
      mayCite = false
    }
    guard mayCite, !isTitle else { return }
    text.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    for piece in pieces { read(piece.range) }
    text.withUnsafeBufferPointer { text in
      let line = TextLine(text)
      for mention in Mention.all(in: line) {
        for link in follow(mention) {
          let bytes = line.place(of: link.range).range
          guard let first = bytes.first, let last = bytes.last else { continue }
          let range = places[first].lowerBound..<places[last].upperBound
          guard range.lowerBound >= (links.last?.range.upperBound ?? 0),
            let piece = pieces.first(where: { $0.range.contains(range.lowerBound) }), piece.isOpen,
            range.upperBound <= piece.range.upperBound
          else { continue }
          links.append(TextLink(range: range, href: link.href))
        }
      }
    }
  }

  /// Appends a stretch of text, with its references resolved.
  private mutating func read(_ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let reference = html[offset] == 0x26 ? Self.references.first { html.has($0.0, at: offset) } : nil
      let end = offset + (reference?.0.utf8CodeUnitCount ?? 1)
      text.append(reference?.1 ?? html[offset])
      places.append(offset..<end)
      offset = end
    }
  }

  private static let references: [(StaticString, UInt8)] = [
    ("&lt;", 0x3C), ("&gt;", 0x3E), ("&amp;", 0x26), ("&quot;", 0x22), ("&#39;", 0x27),
  ]
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether a tag of this name begins at an offset.
  fileprivate func isTag(_ name: StaticString, at offset: Int) -> Bool {
    guard has(name, at: offset) else { return false }
    let end = offset + name.utf8CodeUnitCount
    return end >= count || !isAlphanumeric(self[end])
  }

  /// The offset of the next sign of something that may be cited, a title, a number or 本办法第五条; nil if there is none.
  func nextCitation(from start: Int) -> Int? {
    var offset = start
    while offset < count {
      if self[offset] < 0xE0 {
        if self[offset] == 0x5B, figures(from: offset + 1) == 4 { return offset }
        offset += 1
        continue
      }
      guard offset + 2 < count else { return nil }
      switch UInt32(self[offset]) << 16 | UInt32(self[offset + 1]) << 8 | UInt32(self[offset + 2]) {
      case 0xE3_808A, 0xE3_8094, 0xEF_BCBB: return offset  // 《, 〔 and ［
      case 0xE6_9CAC:  // 本
        if (2...9).contains(where: { has("第", at: offset + 3 * $0) }) { return offset }
      default: break
      }
      offset += 3
    }
    return nil
  }

  /// The offset of the first of a byte from `start` on; the end if there is none.
  fileprivate func first(_ byte: UInt8, from start: Int) -> Int {
    guard start < count, let base = UnsafeRawPointer(baseAddress) else { return count }
    return memchr(base + start, Int32(byte), count - start).map { UnsafeRawPointer($0) - base } ?? count
  }
}
