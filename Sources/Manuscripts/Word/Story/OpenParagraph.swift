import Base
import OfficeFiles

/// A paragraph that is being read.
struct OpenParagraph {
  /// Its own properties, those of its style, those of its mark.
  var properties = ParagraphProperties()
  var styled = ParagraphProperties()
  var mark = RunProperties()
  /// What its mark is gone with: the paragraph goes on in the next.
  var isMarkDeleted = false
  /// The pieces before the last if that is text, and its text.
  private var closed: [Span] = []
  private var (openText, openLink): (String, String?) = ("", nil)
  private(set) var evidence = LookEvidence()
  /// What text boxes in it say, and pictures that lie over or under the text.
  var floats: [ManuscriptBlock] = []
  var overlays: [PlacedPicture] = []
  /// Whether there is any text, seen or not.
  var hasText = false
  /// The number in front of what the last paragraph began.
  var label = ""
  var startsPage = false
  /// Whether a page ends in it behind what was read so far.
  private(set) var endsPage = false
  /// The section that ends with it.
  var section: WordSection?
  /// Whether former properties were recorded of it, and by whom.
  var formerBy: String??

  /// What a reader sees of its text.
  var text: String { ManuscriptParagraph(spans).text }

  /// Whether a reader sees nothing.
  var isEmpty: Bool { label.isEmpty && !isSeen }
  private var isSeen = false

  mutating func add(_ text: String, link: String?, _ properties: RunProperties, font: String?) {
    evidence.add(text, properties, font: font)
    add(text, link: link)
  }

  /// What a reader sees, in pieces.
  var spans: [Span] {
    var whole = self
    whole.close()
    return whole.closed
  }

  /// Adds a piece.
  mutating func add(_ span: Span) {
    switch span {
    case .text(let text): add(text, link: nil)
    case .link(let text, let target): add(text, link: target)
    case .lineBreak, .note, .picture:
      close()
      closed.append(span)
      if span != .lineBreak { isSeen = true }
    }
  }

  private mutating func close() {
    guard !openText.isEmpty else { return }
    closed.append(openLink.map { .link(openText, to: $0) } ?? .text(openText))
    openText = ""
  }

  /// Text goes on in the piece before, so that a million runs are no million pieces.
  private mutating func add(_ text: String, link: String?) {
    if link != openLink {
      close()
      openLink = link
    }
    openText += text
    if !isSeen { isSeen = !text.isBlank }
  }

  /// A new page begins here.
  mutating func breakPage() {
    if isEmpty {
      startsPage = true
    } else {
      endsPage = true
      add(.lineBreak)
    }
  }

  /// Goes on with another paragraph, and has its properties from now on.
  mutating func goOn(with next: OpenParagraph) {
    for span in next.spans { add(span) }
    evidence.add(next.evidence)
    floats += next.floats
    overlays += next.overlays
    label += next.label
    hasText = hasText || next.hasText
    startsPage = startsPage || next.startsPage
    endsPage = next.endsPage
    (properties, styled, mark) = (next.properties, next.styled, next.mark)
    (isMarkDeleted, section, formerBy) = (next.isMarkDeleted, next.section, next.formerBy)
  }

  /// Breaks at its beginning and end say nothing.
  var trimmedSpans: ArraySlice<Span> {
    let spans = spans
    let start = spans.firstIndex { $0 != .lineBreak } ?? spans.endIndex
    let end = spans.lastIndex { $0 != .lineBreak } ?? start - 1
    return spans[start..<(end + 1)]
  }
}

extension StringProtocol {
  /// Whether there is nothing to see in it.
  var isBlank: Bool { unicodeScalars.allSatisfy { $0 == " " || $0.properties.isWhitespace } }
}
