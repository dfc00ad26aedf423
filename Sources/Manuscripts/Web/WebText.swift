import Base
import OfficeFiles

/// The text of a line of a page while it is put together: blanks as browsers show them.
struct WebText {
  struct Piece {
    var text: String
    var style: WebStyle
    /// Something else than text.
    var span: Span?
  }

  private var pieces: [Piece] = []

  var isEmpty: Bool { pieces.isEmpty }

  mutating func add(_ text: String, _ style: WebStyle) { pieces.append(Piece(text: text, style: style)) }
  mutating func add(_ span: Span, _ style: WebStyle) { pieces.append(Piece(text: "", style: style, span: span)) }

  /// The lines, without those that are blank.
  var lines: [ManuscriptParagraph] {
    pieces.split { $0.span == .lineBreak }.compactMap { Self.line(Array($0)) }
  }

  private static func line(_ pieces: [Piece]) -> ManuscriptParagraph? {
    var setter = BlankSetter()
    var (spans, parts): ([Span], [(style: WebStyle, count: Int)]) = ([], [])
    for piece in pieces {
      if let span = piece.span {
        spans.append(span)
        setter.pass()
        continue
      }
      let text = setter.set(piece.text, isKept: piece.style.isKept)
      if text.isEmpty { continue }
      parts.append((piece.style, text.count { !$0.isWhitespace }))
      add(text, piece.style.link, to: &spans)
    }
    guard let last = spans.last else { return nil }
    switch last {
    case .text(let text): spans[spans.count - 1] = .text(text.trimmedEnd)
    case .link(let text, let target): spans[spans.count - 1] = .link(text.trimmedEnd, to: target)
    default: break
    }
    var paragraph = ManuscriptParagraph(spans)
    guard !paragraph.text.isEmpty || spans.contains(where: { if case .picture = $0 { true } else { false } }) else {
      return nil
    }
    paragraph.look = look(parts, indent: setter.indent)
    paragraph.headingLevel = parts.first?.style.headingLevel
    return paragraph
  }

  private static func add(_ text: String, _ link: String?, to spans: inout [Span]) {
    // A blank in front of a link is none of it.
    if link != nil, let first = text.first, first.isWhitespace {
      add(String(first), nil, to: &spans)
      return add(String(text.dropFirst()), link, to: &spans)
    }
    switch (spans.last, link) {
    case (.text(let before), nil): spans[spans.count - 1] = .text(before + text)
    case (.link(let before, let target), let link?) where target == link:
      spans[spans.count - 1] = .link(before + text, to: target)
    case (_, let link?): spans.append(.link(text, to: link))
    case (_, nil): spans.append(.text(text))
    }
  }

  /// The look of most of its characters.
  private static func look(_ parts: [(style: WebStyle, count: Int)], indent: Double) -> Look {
    guard let most = parts.max(by: { $0.count < $1.count })?.style.look, let first = parts.first else { return Look() }
    var look = most
    let all = parts.filter { $0.count > 0 }
    look.isBold = all.allSatisfy(\.style.look.isBold)
    look.isRed = all.allSatisfy(\.style.look.isRed)
    look.alignment = first.style.look.alignment
    look.indent = indent > 0 ? indent : first.style.look.indent
    if !look.isBold {
      look.lead = all.prefix { $0.style.look.isBold }.reduce(0) { $0 + $1.count }
    }
    return look
  }
}

/// Sets the blanks of a line: those of the source are one or none, those that were written (&nbsp;, 　) stand.
private struct BlankSetter {
  /// Of the line, in characters.
  private(set) var indent = 0.0
  private var last: Unicode.Scalar?
  private var blank: (space: Bool, newline: Bool, hard: Int) = (false, false, 0)

  /// Something that is no text.
  mutating func pass() {
    last = "\u{FFFC}"
    blank = (false, false, 0)
  }

  mutating func set(_ text: String, isKept: Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\u{C}": blank.newline = true
      case "\t" where isKept: blank.hard += 4
      case " " where isKept: blank.hard += 1
      case " ", "\t": blank.space = true
      case "\u{A0}": blank.hard += 1
      case "\u{3000}", "\u{2003}": blank.hard += 2
      case "\u{200B}", "\u{FEFF}", "\u{AD}": break
      default:
        result.append(contentsOf: blanks(before: scalar).unicodeScalars)
        result.append(scalar)
        last = scalar
        blank = (false, false, 0)
      }
    }
    return String(result)
  }

  private mutating func blanks(before next: Unicode.Scalar) -> String {
    guard let last else {
      indent = Double(blank.hard) / 2
      return ""
    }
    if blank.hard > 1 { return "\u{3000}" }
    if blank.hard == 1 || blank.space { return Self.isWide(last) && Self.isWide(next) && blank.newline ? "" : " " }
    // A line of the source may end between any two Chinese characters.
    return blank.newline && !(Self.isWide(last) && Self.isWide(next)) ? " " : ""
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x2E80 || "“”‘’…—".unicodeScalars.contains(scalar)
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var rest = self[...]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
