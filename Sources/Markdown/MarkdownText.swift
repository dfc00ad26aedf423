/// A rendered Markdown body: the HTML fragment, its links and images, its outline and its plain text.
package struct MarkdownText: Sendable, Equatable {
  /// UTF-8 fragment, without the targets of links and images: see ``slots``.
  package let html: [UInt8]
  /// The offsets in ``html`` at which the caller writes the attributes of links and images, in ascending order.
  package let slots: [TargetSlot]
  /// Headings, title lines (一、 （一） 第X章) and articles (第X条), in text order.
  package let outline: [OutlineEntry]
  /// Paragraphs that begin with 一、 or （一） but are too long to be titles: they have an anchor but no entry in the table
  /// of contents.
  package let numberedParagraphs: [OutlineEntry]
  /// The whole text as a reader sees it, without markup; blocks are separated by one line feed.
  package let plainText: [UInt8]
  /// Mistakes in the source, in source order.
  package let issues: [MarkdownIssue]

  /// The rendering of an empty text.
  package static let empty = MarkdownText(
    html: [], slots: [], outline: [], numberedParagraphs: [], plainText: [], issues: [])
}

extension MarkdownText {
  /// ``plainText`` split at the entries of ``outline``; the texts are slices, nothing is copied.
  package var sections: [TextSection] {
    var sections: [TextSection] = []
    sections.reserveCapacity(outline.count + 1)
    let first = 0..<(outline.first?.textOffset ?? plainText.count)
    if !first.isEmpty { sections.append(TextSection(anchor: nil, heading: "", text: plainText.trimmed(first))) }
    for (index, entry) in outline.enumerated() {
      let end = index + 1 < outline.count ? outline[index + 1].textOffset : plainText.count
      let text = plainText.trimmed(min(entry.sectionOffset, end)..<end)
      sections.append(TextSection(anchor: entry.anchor, heading: entry.text, text: text))
    }
    return sections
  }
}

extension [UInt8] {
  /// A range without the line feeds that separate it from its neighbours.
  fileprivate func trimmed(_ range: Range<Int>) -> ArraySlice<UInt8> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start] == 0x0A { start += 1 }
    while end > start, self[end - 1] == 0x0A { end -= 1 }
    return self[start..<end]
  }
}

/// A link or image whose target the caller resolves.
///
/// `html[..<htmlOffset]` ends with `<a` or `<img`, and the rest begins with ` title=`, ` alt=` or `>`. The caller
/// writes the attributes at the offset, each preceded by a space, for instance
/// ` href="…" rel="noopener external" class="external"` or ` src="…" width="640" height="480"`.
package struct TargetSlot: Sendable, Equatable {
  /// The element that the target belongs to.
  package enum Kind: Sendable, Hashable {
    /// `<a`: the caller writes `href`.
    case link
    /// `<img`: the caller writes `src`.
    case image
  }

  /// Whether it is a link or an image.
  package let kind: Kind
  /// The destination with Markdown escapes and entities resolved, neither percent-decoded nor HTML-escaped.
  package let destination: String
  /// Byte offset in ``MarkdownText/html``.
  package let htmlOffset: Int
  /// Its bytes in the body, from `[`, `!` or `<` to at most the end of that line.
  package let place: Range<Int>
}

/// A heading or numbered block that can be linked to. Small, because there are as many as articles in all laws.
package struct OutlineEntry: Sendable, Equatable {
  /// The kind of entry.
  package enum Kind: Sendable, Hashable {
    /// A Markdown heading.
    case heading
    /// A paragraph that serves as a heading: 一、总体要求
    case title
    /// A paragraph or heading that opens an article: 第三条
    case article
    /// A longer numbered paragraph: 三、各单位应当……
    case paragraph
  }

  /// Heading, title line, article or numbered paragraph.
  package let kind: Kind
  /// The heading's text; for an article or numbered paragraph only its number.
  package let text: String
  /// The `id` of the element, unique in the fragment.
  package let anchor: String
  private let storedLevel: UInt8
  private let offsets: Offsets

  private struct Offsets: Sendable, Equatable {
    let html, text, section: UInt32
  }

  /// - Parameters:
  ///   - html: Where its element begins in the HTML.
  ///   - plain: Where its block begins in the plain text.
  ///   - section: Where the text of its section begins there.
  init(kind: Kind, level: Int, text: String, anchor: String, html: Int, plain: Int, section: Int) {
    (self.kind, self.text, self.anchor, storedLevel) = (kind, text, anchor, UInt8(level))
    offsets = Offsets(html: UInt32(html), text: UInt32(plain), section: UInt32(section))
  }

  /// 1 to 6 for headings, as rendered; for other entries relative to the heading above them.
  package var level: Int { Int(storedLevel) }

  /// Byte offset of the element in ``MarkdownText/html``. The element is never nested in another, so the blocks from
  /// here to a later entry can be wrapped.
  package var htmlOffset: Int { Int(offsets.html) }

  /// Byte offset of the block in ``MarkdownText/plainText``.
  var textOffset: Int { Int(offsets.text) }

  /// Byte offset of the text of its section there: behind a heading, but before the number of an article.
  var sectionOffset: Int { Int(offsets.section) }
}

/// The text between two entries of the outline.
package struct TextSection: Sendable, Equatable {
  /// The `id` at which the section begins; nil before the first entry.
  package let anchor: String?
  /// The entry's text; empty before the first entry.
  package let heading: String
  /// UTF-8, a slice of ``MarkdownText/plainText``: without the heading, but including an article's number.
  package let text: ArraySlice<UInt8>
}
