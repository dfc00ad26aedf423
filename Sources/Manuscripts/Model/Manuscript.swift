package import OfficeFiles

/// 原稿: what stands in a file that somebody hands in, in the order in which a person reads it, whatever program wrote
/// the file. Nothing is decided here about what a paragraph means, and no letter is dropped that is not in
/// ``omissions``.
package struct Manuscript: Sendable, Hashable {
  package var blocks: [ManuscriptBlock] = []
  /// Footnotes and endnotes in the order of their marks; ``Span/note(_:)`` counts them from 0.
  package var notes: [ManuscriptNote] = []
  /// ``Span/picture(_:)`` counts them from 0.
  package var pictures: [ManuscriptPicture] = []
  /// What a page of the site has no place for: headers, footers, page numbers, seals.
  package var omissions: [Omission] = []
  /// What nobody may publish without having seen it: changes not yet accepted, comments, hidden text.
  package var obstacles: [Obstacle] = []
  /// What a person should compare with the original.
  package var doubts: [Doubt] = []
  /// What the file says of itself, by the names it uses: the meta tags of a web page.
  package var statements: [FileStatement] = []

  /// An empty file.
  package init() {}
}

/// A paragraph or a table.
package indirect enum ManuscriptBlock: Sendable, Hashable {
  case paragraph(ManuscriptParagraph)
  case table(ManuscriptTable)
}

/// A footnote or an endnote.
package struct ManuscriptNote: Sendable, Hashable {
  /// The mark as the program that wrote the file shows it: 1, ①, *.
  package var mark: String
  package var blocks: [ManuscriptBlock]

  /// Memberwise.
  package init(mark: String, blocks: [ManuscriptBlock]) { (self.mark, self.blocks) = (mark, blocks) }
}

/// A picture that stands in the text.
package struct ManuscriptPicture: Sendable, Hashable {
  /// Its name in the file, without folders: `image1.png`.
  package var name: String
  package var bytes: [UInt8]
  /// What it shows, if the file says it.
  package var description: String

  /// Memberwise.
  package init(name: String, bytes: [UInt8], description: String) {
    (self.name, self.bytes, self.description) = (name, bytes, description)
  }
}

/// Text that is left out.
package struct Omission: Sendable, Hashable {
  package enum Kind: Sendable, Hashable, CaseIterable {
    case header, footer, pageNumber, seal, deletedText, hiddenText, comment, navigation
    /// The mark of a note or of an item in a form that is written in another: [1], a letter of Wingdings.
    case mark
    /// A column of a sheet for which the table of a kind has no place: serial numbers.
    case column
  }

  package var kind: Kind
  /// Empty for a drawing.
  package var text: String
  package var place: OfficePlace?

  /// Memberwise.
  package init(_ kind: Kind, text: String, at place: OfficePlace?) {
    (self.kind, self.text, self.place) = (kind, text, place)
  }
}

/// What stops an import until a person has said what to do about it.
package struct Obstacle: Sendable, Hashable {
  package enum Kind: Sendable, Hashable, CaseIterable { case revision, comment, hiddenText }

  package var kind: Kind
  /// The text concerned, or the comment.
  package var text: String
  package var author: String?
  package var place: OfficePlace?

  /// Memberwise.
  package init(_ kind: Kind, text: String, author: String? = nil, at place: OfficePlace?) {
    (self.kind, self.text, self.author, self.place) = (kind, text, author, place)
  }
}

/// What could not be taken over as it is.
package struct Doubt: Sendable, Hashable {
  package enum Kind: Sendable, Hashable, CaseIterable {
    /// Text that is struck through, which looks deleted but is not.
    case struckText
    /// Characters that only the fonts of one machine have (U+E000–F8FF).
    case privateCharacters
    /// A formula, a chart, an embedded file, SmartArt: what is not text.
    case object
    /// A field whose result may be old, or has none.
    case field
    /// A text box, whose place in the text is uncertain.
    case textBox
    /// A picture whose link leads to another file, or whose form no browser shows.
    case picture
    /// Numbering that is not known.
    case numbering
    /// Raised or lowered text for which there are no characters.
    case raisedText
    /// A table whose cells do not fit its grid.
    case tableGrid
    /// Paragraphs that were put together from lines: of the whole file (PDF, OFD).
    case joinedLines
    /// Lines that look like a table, which the file does not say (PDF, OFD).
    case flatTable
    /// A page that is a picture, or blank.
    case pageWithoutText
    /// A formula that failed, or has no result (sheets).
    case formula
    /// Bytes that do not belong to the file's encoding.
    case encoding
    /// A number with more figures than the program keeps, which has zeros in place of the last: an ID that was typed
    /// as a number.
    case lostDigits
  }

  package var kind: Kind
  package var text: String
  package var place: OfficePlace?

  /// Memberwise.
  package init(_ kind: Kind, text: String, at place: OfficePlace?) {
    (self.kind, self.text, self.place) = (kind, text, place)
  }
}

/// What a file says of itself.
package struct FileStatement: Sendable, Hashable {
  package var name: String
  package var value: String

  /// Memberwise.
  package init(name: String, value: String) { (self.name, self.value) = (name, value) }
}
