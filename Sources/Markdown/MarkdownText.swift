/// What a Markdown body became: the HTML fragment, what links out of it, its outline and its plain text.
package struct MarkdownText: Sendable, Equatable {
  /// UTF-8 fragment. Where a link or an image points is not in it: see ``slots``.
  package let html: [UInt8]
  /// The places in ``html`` where the caller writes the attributes of a link or an image, in ascending order.
  package let slots: [TargetSlot]
  /// Headings, title lines (一、 （一） 第X章) and articles (第X条), in the order of the text.
  package let outline: [OutlineEntry]
  /// Paragraphs that begin with 一、 or （一） and are too long to be titles: they have an anchor, but no line in the
  /// contents.
  package let numberedParagraphs: [OutlineEntry]
  /// The whole text as a reader sees it, without markup; a block boundary is one line feed.
  package let plainText: [UInt8]
  /// ``plainText`` cut at the entries of ``outline``; each text is a slice of it, nothing is copied.
  package let sections: [TextSection]
  /// What is wrong with the source, in its order.
  package let issues: [MarkdownIssue]

  /// What no text becomes.
  package static let empty = MarkdownText(
    html: [], slots: [], outline: [], numberedParagraphs: [], plainText: [], sections: [], issues: [])
}

/// A link or an image whose target the caller resolves.
///
/// `html[..<htmlOffset]` ends with `<a` or `<img`, and what follows begins with ` title=`, ` alt=` or `>`. The caller
/// writes the attributes at the offset, each with a space before it, for instance
/// ` href="…" rel="noopener external" class="external"` or ` src="…" width="640" height="480"`.
package struct TargetSlot: Sendable, Equatable {
  /// What the target is for.
  package enum Kind: Sendable, Hashable {
    /// `<a`: the caller writes `href`.
    case link
    /// `<img`: the caller writes `src`.
    case image
  }

  /// Link or image.
  package let kind: Kind
  /// The destination with Markdown's escapes and entities resolved, neither percent-decoded nor HTML-escaped.
  package let destination: String
  /// Byte offset in ``MarkdownText/html``.
  package let htmlOffset: Int
  /// The bytes of the body that it is written with, from `[`, `!` or `<` on, as far as they stand on one line.
  package let place: Range<Int>
}

/// One line of the contents.
package struct OutlineEntry: Sendable, Equatable {
  /// What kind of line it is.
  package enum Kind: Sendable, Hashable {
    /// A Markdown heading.
    case heading
    /// A paragraph that serves as a heading: 一、总体要求
    case title
    /// A paragraph or heading that opens an article: 第三条
    case article
    /// A longer paragraph with a number: 三、各单位应当……
    case paragraph
  }

  /// Heading, title line, article or numbered paragraph.
  package let kind: Kind
  /// 1 to 6 for headings as rendered; title lines and articles count from the heading they stand under.
  package let level: Int
  /// The heading's text; of an article or a numbered paragraph its number only.
  package let text: String
  /// The `id` of the element, unique in the fragment.
  package let anchor: String
  /// Byte offset in ``MarkdownText/html`` of the element's first byte. The element is one of the fragment's own, never
  /// inside another: a range of blocks from here to a later entry can be wrapped.
  package let htmlOffset: Int
}

/// The text between two entries of the outline.
package struct TextSection: Sendable, Equatable {
  /// The `id` that the section begins at; nil before the first entry.
  package let anchor: String?
  /// The entry's text; empty before the first entry.
  package let heading: String
  /// UTF-8, a slice of ``MarkdownText/plainText``: without the heading, but with the number of an article.
  package let text: ArraySlice<UInt8>
}
