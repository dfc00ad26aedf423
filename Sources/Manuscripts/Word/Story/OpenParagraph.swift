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
  private(set) var spans: [Span] = []
  private(set) var evidence = LookEvidence()
  /// What text boxes in it say, and pictures that lie over or under the text.
  var floats: [ManuscriptBlock] = []
  var overlays: [ManuscriptPicture] = []
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
  var isEmpty: Bool {
    label.isEmpty
      && spans.allSatisfy { span in
        switch span {
        case .text(let text), .link(let text, _): text.allSatisfy(\.isWhitespace)
        case .lineBreak: true
        case .note, .picture: false
        }
      }
  }

  mutating func add(_ text: String, link: String?, _ properties: RunProperties, font: String?) {
    evidence.add(text, properties, font: font)
    switch (spans.last, link) {
    case (.text(let before)?, nil): spans[spans.count - 1] = .text(before + text)
    case (.link(let before, let target)?, let link?) where target == link:
      spans[spans.count - 1] = .link(before + text, to: link)
    default: spans.append(link.map { .link(text, to: $0) } ?? .text(text))
    }
  }

  mutating func add(_ span: Span) { spans.append(span) }

  /// A new page begins here.
  mutating func breakPage() {
    if isEmpty {
      startsPage = true
    } else {
      endsPage = true
      spans.append(.lineBreak)
    }
  }

  /// Puts in front what the last paragraph began.
  mutating func goOn(from before: OpenParagraph) {
    spans = before.spans + spans
    if case .text(let first)? = before.spans.last, before.spans.count < spans.count,
      case .text(let second) = spans[before.spans.count]
    {
      spans.replaceSubrange((before.spans.count - 1)...before.spans.count, with: [.text(first + second)])
    }
    evidence.prepend(before.evidence)
    floats = before.floats + floats
    overlays = before.overlays + overlays
    label = before.label + label
    startsPage = before.startsPage || startsPage
  }

  /// Breaks at its beginning and end say nothing.
  var trimmedSpans: ArraySlice<Span> {
    let start = spans.firstIndex { $0 != .lineBreak } ?? spans.endIndex
    let end = spans.lastIndex { $0 != .lineBreak } ?? start - 1
    return spans[start..<(end + 1)]
  }
}
