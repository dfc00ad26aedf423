import Base
import OfficeFiles

/// A line of text as people set it: the blanks in front of it are its indent.
struct ManuscriptLine {
  /// In Chinese characters.
  let indent: Double
  /// Without blanks at either end.
  let text: String

  init(_ line: some StringProtocol) {
    indent = line.unicodeScalars.prefix(while: \.properties.isWhitespace).reduce(0) { $0 + Self.width(of: $1) }
    text = line.trimmed
  }

  private static func width(of blank: Unicode.Scalar) -> Double {
    switch blank {
    case "\u{3000}", "\u{2003}": 1
    case "\t": 2
    default: 0.5
    }
  }

  /// The line as a paragraph.
  func paragraph(at place: OfficePlace) -> ManuscriptParagraph {
    var paragraph = ManuscriptParagraph([.text(text)], at: place)
    if indent > 0 { paragraph.look.indent = indent }
    return paragraph
  }

  /// Whether it is the number of a page and nothing else: — 1 —, －12－, 第3页, 第 3 页 共 8 页, 3/8 with dashes.
  static func isPageNumber(_ text: String) -> Bool {
    let plain = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    let dashes: Set<Unicode.Scalar> = ["-", "－", "—", "–", "―", "─", "‐", "‑", "−", "~", "·"]
    let inner = plain.drop(while: dashes.contains).reversed().drop(while: dashes.contains).reversed()
    let hasDashes = plain.first.map(dashes.contains) == true && plain.last.map(dashes.contains) == true
    let words = String(String.UnicodeScalarView(inner))
    if hasDashes { return isShortNumber(words) }
    guard words.hasPrefix("第"), let end = words.firstIndex(of: "页") else { return false }
    guard isShortNumber(words[words.index(after: words.startIndex)..<end]) else { return false }
    let rest = words[words.index(after: end)...].drop { "，,、/（(".contains($0) }
    guard !rest.isEmpty else { return true }
    return ["共", "总"].contains(rest.first) && rest.contains("页")
      && isShortNumber(rest.dropFirst().prefix { $0 != "页" })
  }

  /// One to four figures, of any width.
  static func isShortNumber(_ text: some StringProtocol) -> Bool {
    (1...4).contains(text.count) && text.allSatisfy { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
  }
}
