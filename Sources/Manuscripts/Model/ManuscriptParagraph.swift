package import OfficeFiles

/// A paragraph, or a line of a text file.
package struct ManuscriptParagraph: Sendable, Hashable {
  /// The number that the program that wrote the file puts in front, written out, with what follows it: `第一条　`. It is not
  /// in ``spans``. Empty if there is none.
  package var label: String = ""
  package var spans: [Span]
  package var look = Look()
  /// 1 to 9 if the file says that it is a heading of this level.
  package var headingLevel: Int?
  /// Whether a new page begins with it.
  package var startsPage = false
  /// What the file says it belongs to, when that is not the running text.
  package var frame: Frame = .text
  package var place: OfficePlace?

  package enum Frame: Sendable, Hashable { case text, textBox }

  /// Memberwise.
  package init(_ spans: [Span], at place: OfficePlace? = nil) { (self.spans, self.place) = (spans, place) }

  /// Label and text; a break is a line feed, a note its mark is not in it, a picture is nothing.
  package var text: String {
    spans.reduce(into: label) { text, span in
      switch span {
      case .text(let piece), .link(let piece, _): text += piece
      case .lineBreak: text += "\n"
      case .note, .picture: break
      }
    }
  }
}

/// A piece of a paragraph.
package enum Span: Sendable, Hashable {
  /// Text as a reader sees it; blanks and tabs as written.
  case text(String)
  case link(String, to: String)
  /// A break of the line inside the paragraph.
  case lineBreak
  /// The mark of ``Manuscript/notes`` with this index.
  case note(Int)
  /// ``Manuscript/pictures`` with this index.
  case picture(Int)
}

/// How a paragraph looks: evidence of what it is, never carried to the page.
package struct Look: Sendable, Hashable {
  package enum Alignment: Sendable, Hashable { case start, center, end }

  package var alignment: Alignment = .start
  /// Of most of its characters, in points; nil if unknown. 二号 is 22, 三号 16.
  package var size: Double?
  /// Of most of its characters: 方正小标宋简体.
  package var font: String?
  /// Whether all of it is bold.
  package var isBold = false
  /// Characters at its beginning, the label not counted, that are bold or in another font while the rest is not.
  package var lead = 0
  /// Whether its characters are red, as the head of an official document is.
  package var isRed = false
  /// Of the first line, in characters; nil if unknown.
  package var indent: Double?

  /// Nothing known.
  package init() {}
}
