import Base
import Markdown

/// A paragraph, a heading or a cell as Markdown: with a backslash before each sign that would be read as markup, here or by
/// any program that keeps to CommonMark, and before no other.
///
/// No rule of Markdown is written down here: whether a sign is markup is asked of the readers.
struct MarkdownLine {
  /// What stands in a line, one after the other.
  enum Piece: Hashable {
    case text(String)
    case link(String, to: String)
    case picture(String, alternative: String)
    case lineBreak
  }

  /// Where it stands.
  enum Place { case paragraph, heading(Int), cell }

  private let pieces: [Piece]
  private let place: Place

  init(_ pieces: [Piece], in place: Place = .paragraph) { (self.pieces, self.place) = (Self.trimmed(pieces), place) }

  /// Whether nothing would be written.
  var isEmpty: Bool { pieces.isEmpty }

  /// The line as it is written; a cell without the pipes around it.
  var markdown: String {
    let signs = Sign.allCases.filter(occurs)
    if signs.isEmpty || isPlain(escaping: []) { return written(escaping: []) }
    var needed = Set(signs)
    // A pipe in a cell ends it, whatever the readers say of it alone.
    for sign in signs where !(sign == .pipe && isCell) {
      if isPlain(escaping: needed.subtracting([sign])) { needed.remove(sign) }
    }
    return written(escaping: needed)
  }

  private var isCell: Bool { if case .cell = place { true } else { false } }
}

// MARK: - Signs

extension MarkdownLine {
  /// Signs that may be markup. All of a sort have a backslash, or none: one star without the other would look like a mistake.
  private enum Sign: CaseIterable {
    /// What opens a block at the beginning of a line: `1.`, `-`, `#`, `>`.
    case opening
    case backslash, grave, star, underscore, bracket, angle, ampersand, tilde, pipe, hash

    /// The byte; that of an opening is one of several.
    var byte: UInt8? {
      switch self {
      case .opening: nil
      case .backslash: 0x5C
      case .grave: 0x60
      case .star: 0x2A
      case .underscore: 0x5F
      case .bracket: 0x5B
      case .angle: 0x3C
      case .ampersand: 0x26
      case .tilde: 0x7E
      case .pipe: 0x7C
      case .hash: 0x23
      }
    }
  }

  private func occurs(_ sign: Sign) -> Bool {
    var isStart = true
    for piece in pieces {
      switch piece {
      case .text(let text), .link(let text, _):
        if let byte = sign.byte {
          if text.utf8.contains(byte) { return true }
        } else if isStart, !isCell, Self.opening(of: text.utf8) != nil {
          return true
        }
        isStart = false
      case .picture: isStart = false
      case .lineBreak: isStart = true
      }
    }
    return false
  }

  /// How many bytes stand before the sign that a backslash would take its meaning from; nil if the text begins with none.
  private static func opening(of text: String.UTF8View) -> Int? {
    switch text.first {
    case 0x23, 0x2B, 0x2D, 0x3D, 0x3E: return 0
    default:
      let figures = text.prefix { (0x30...0x39).contains($0) }.count
      guard (1...9).contains(figures), let sign = text.dropFirst(figures).first, sign == 0x2E || sign == 0x29 else {
        return nil
      }
      return figures
    }
  }

  private func written(escaping signs: Set<Sign>) -> String {
    let escaped = Set(signs.compactMap(\.byte))
    var (line, isStart) = ("", true)
    for piece in pieces {
      switch piece {
      case .text(let text):
        line += Self.escaped(text, escaped, opening: isStart && signs.contains(.opening))
      case .link(let text, let target):
        line += "[" + Self.escaped(text, escaped.union([0x5B, 0x5D]), opening: false) + "](\(target))"
      case .picture(let file, let alternative):
        line += "![" + Self.escaped(alternative, Set("\\[]*_`<&".utf8), opening: false) + "](\(file))"
      case .lineBreak: line += isCell ? "<br>" : "\\\n"
      }
      isStart = piece == .lineBreak
    }
    if case .heading(let level) = place { return String(repeating: "#", count: level) + " " + line }
    return line
  }

  private static func escaped(_ text: String, _ signs: Set<UInt8>, opening isOpening: Bool) -> String {
    let opening = isOpening ? opening(of: text.utf8) : nil
    if opening == nil, !text.utf8.contains(where: signs.contains) { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 8)
    for (offset, byte) in text.utf8.enumerated() {
      if offset == opening || signs.contains(byte) { bytes.append(0x5C) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

// MARK: - Asking the readers

extension MarkdownLine {
  /// Whether the line says to readers what it is meant to say, and nothing is found in it that backslashes would mend.
  private func isPlain(escaping signs: Set<Sign>) -> Bool {
    // A picture is what it is; its alternative text has its backslashes already.
    let line = MarkdownLine(
      pieces.filter { if case .picture = $0 { false } else { true } }, in: place)
    let text = line.pieces.reduce(into: [UInt8]()) { text, piece in
      switch piece {
      case .text(let piece), .link(let piece, _): text += piece.utf8
      case .picture, .lineBreak: break
      }
    }
    let source = line.written(escaping: signs)
    guard isCell else {
      let ours = Self.reading(source, .document)
      return ours.says(text) && ours.text.issues.count <= line.fewestIssues(ours.text.issues.count)
        && Self.reading(source, .commonMark).says(text)
    }
    // In a cell, breaks are tags that only our reader takes for breaks.
    let table = "| " + source.replacing("<br>", with: " ") + " |\n| --- |\n"
    let ours = Self.reading(table, .document)
    return ours.says(text) && ours.text.issues.count <= line.fewestIssues(ours.text.issues.count)
      && Self.reading(table, .commonMark).says(Array("|".utf8) + text + Array("||---|".utf8))
  }

  /// How many issues there are with every backslash; asked only if there are any without.
  private func fewestIssues(_ count: Int) -> Int {
    if count == 0 { return 0 }
    let source = written(escaping: Set(Sign.allCases))
    return Self.reading(isCell ? "| \(source.replacing("<br>", with: " ")) |\n| --- |\n" : source, .document)
      .text.issues.count
  }

  private static func reading(_ source: String, _ options: MarkdownOptions) -> MarkdownReading {
    readMarkdown(Array(source.utf8)[...], options: options)
  }

  /// Without blanks and breaks around, and without breaks that follow each other.
  private static func trimmed(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces {
      switch piece {
      case .text(let text):
        var text = text.withSingleBlanks
        if result.last == nil || result.last == .lineBreak { text = text.trimmedAtStart }
        if text.isEmpty { continue }
        if case .text(let before)? = result.last {
          result[result.count - 1] = .text(before + text)
        } else {
          result.append(.text(text))
        }
      case .lineBreak:
        Self.trimEnd(of: &result)
        if result.last != nil, result.last != .lineBreak { result.append(.lineBreak) }
      case .link, .picture: result.append(piece)
      }
    }
    if result.last == .lineBreak { result.removeLast() }
    Self.trimEnd(of: &result)
    return result
  }

  private static func trimEnd(of pieces: inout [Piece]) {
    guard case .text(let text)? = pieces.last else { return }
    let rest = text.trimmedAtEnd
    if rest.isEmpty { pieces.removeLast() } else { pieces[pieces.count - 1] = .text(rest) }
  }
}

extension MarkdownReading {
  /// Whether it is one block with this text, blanks aside.
  fileprivate func says(_ text: [UInt8]) -> Bool {
    blockTexts.count == 1
      && String(decoding: plainText, as: UTF8.self).withoutBlanks == String(decoding: text, as: UTF8.self).withoutBlanks
  }
}

extension String {
  /// The text without any white space.
  var withoutBlanks: String { contains(where: \.isWhitespace) ? String(filter { !$0.isWhitespace }) : self }

  /// With one blank for several, and for tabs, which would look like the cells of a table. Wide blanks stay: they part names.
  fileprivate var withSingleBlanks: String {
    let blanks: Set<Unicode.Scalar> = [" ", "\t", "\u{A0}"]
    guard unicodeScalars.contains(where: { $0 == "\t" || $0 == "\u{A0}" }) || contains("  ") else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars where !blanks.contains(scalar) || text.last != " " {
      text.append(blanks.contains(scalar) ? " " : scalar)
    }
    return String(text)
  }

  fileprivate var trimmedAtStart: String { String(drop(while: \.isWhitespace)) }

  fileprivate var trimmedAtEnd: String {
    var rest = self[...]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
