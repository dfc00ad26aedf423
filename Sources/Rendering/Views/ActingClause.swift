import Documents
import Markdown
import Papers

/// The clause of an amending document that changes an article of another: its anchor and its words.
struct ActingClause {
  let anchor: String
  /// Its paragraphs as escaped text; empty when its end cannot be told.
  let paragraphs: [[UInt8]]

  /// The clauses that name the article as changed; empty if none certainly does.
  ///
  /// - Parameters:
  ///   - article: As the act names it: 第四条第二款.
  ///   - isOnlyTarget: Whether the document acts on no other, so that it need not say which one a clause means.
  static func all(on article: String, of target: Document, in acting: Document, isOnlyTarget: Bool) -> [ActingClause] {
    let text = acting.body.text
    let blocks = Dictionary(
      (text.outline + text.numberedParagraphs).map { ($0.htmlOffset, $0) }, uniquingKeysWith: { first, _ in first })
    let paragraphs = Paragraph.all(in: text.html)
    var found: [ActingClause] = []
    var isMeant = isOnlyTarget
    var depth = 0
    for (index, paragraph) in paragraphs.enumerated() {
      defer { depth = paragraph.depth(after: depth) }
      guard depth == 0 else { continue }
      let words = paragraph.plain
      // What it quotes may cite anything.
      let own = String(words.prefix { $0 != "“" })
      if own.contains("《") { isMeant = target.isCited(in: own) }
      guard isMeant, let block = blocks[paragraph.offset], ChangeWording.changes(words, article) else { continue }
      found.append(ActingClause(anchor: block.anchor, paragraphs: quotation(paragraphs[index...])))
    }
    return found.count <= 3 ? found : []
  }

  /// The paragraphs up to the one in which the last quotation ends.
  private static func quotation(_ paragraphs: ArraySlice<Paragraph>) -> [[UInt8]] {
    var depth = 0
    var taken: [[UInt8]] = []
    for paragraph in paragraphs {
      guard paragraph.isText else { return [] }
      taken.append(paragraph.text)
      depth = paragraph.depth(after: depth)
      if depth == 0 { return taken }
    }
    return []
  }
}

/// A paragraph, heading or other block of a rendered body.
private struct Paragraph {
  let offset: Int
  /// Without tags; characters stay escaped.
  let text: [UInt8]
  /// Whether it is running text and not a table or a list.
  let isText: Bool

  /// Without tags and escapes, as far as they matter to words.
  var plain: String { String(decoding: text, as: UTF8.self) }

  /// How many quotations are open at its end. Each paragraph of a long quotation begins with a mark, which opens no other.
  func depth(after before: Int) -> Int {
    let words = plain
    let marks = before > 0 && words.hasPrefix("“") ? words.dropFirst() : words[...]
    return max(marks.reduce(before) { $0 + ($1 == "“" ? 1 : $1 == "”" ? -1 : 0) }, 0)
  }

  static func all(in html: [UInt8]) -> [Paragraph] {
    var found: [Paragraph] = []
    var start = 0
    while start < html.count {
      let isText = html[start...].starts(with: "<p".utf8) || html[start...].starts(with: "<h".utf8)
      var end = html[start...].firstIndex(of: 0x0A) ?? html.count
      // A paragraph with breaks has several lines.
      while isText, end < html.count, !closes(html[start..<end]) {
        end = html[(end + 1)...].firstIndex(of: 0x0A) ?? html.count
      }
      found.append(Paragraph(offset: start, text: withoutTags(html[start..<end]), isText: isText))
      start = end + 1
    }
    return found
  }

  private static func closes(_ block: ArraySlice<UInt8>) -> Bool {
    block.suffix(4).elementsEqual("</p>".utf8) || block.suffix(5).starts(with: "</h".utf8)
  }

  private static func withoutTags(_ html: ArraySlice<UInt8>) -> [UInt8] {
    var isTag = false
    return html.filter { byte in
      defer { if byte == 0x3E { isTag = false } }
      if byte == 0x3C { isTag = true }
      return !isTag
    }
  }
}

extension Document {
  /// Whether a text cites it, by its number or by its title in 《》.
  fileprivate func isCited(in text: String) -> Bool {
    if let number = documentNumber, text.contains(number.text) { return true }
    return citedTitles.contains { text.contains("《\($0)》") }
  }
}
