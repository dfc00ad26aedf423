import Base

/// A piece of text where it stands on a page, from its upper left corner, in any unit.
struct PageWord {
  let text: String
  let left: Double
  let right: Double
  /// The middle of its line.
  let middle: Double
  /// The size of its characters.
  let em: Double

  var top: Double { middle - 0.6 * em }
  var bottom: Double { middle + 0.6 * em }

  /// Whether a character takes the room of a Chinese one.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x2E80 && scalar.value < 0xFF61 || scalar.value > 0xFFFF || "“”‘’…—".unicodeScalars.contains(scalar)
  }
}

/// A page with its words in any order.
struct PageText {
  var width: Double
  var height: Double
  var words: [PageWord] = []
}

/// A line of a page.
struct PageLine {
  /// From left to right; a wide gap is a tab.
  let text: String
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  /// The size of most of its characters.
  let em: Double
  /// The room that its first character or word takes, which a line above did not have.
  let firstUnit: Double
  var hasGaps: Bool { text.contains("\t") }

  /// - Parameter words: Of one line, from left to right, at least one.
  init(_ words: [PageWord]) {
    let main = words.max { $0.text.count < $1.text.count } ?? words[0]
    let em = max(main.em, 0.1)
    var text = ""
    var end: Double?
    for word in words {
      if let end { text += Self.blank(word.left - end, em, text.unicodeScalars.last, word.text.unicodeScalars.first) }
      text += word.text
      end = max(end ?? word.right, word.right)
    }
    (self.text, self.em) = (text, em)
    (left, right) = (words[0].left, end ?? words[0].right)
    (top, bottom) = (words.map(\.top).min() ?? 0, words.map(\.bottom).max() ?? 0)
    firstUnit = Self.firstUnit(text, em)
  }

  /// What stands between two words: Word and LibreOffice leave a quarter between Chinese and other text, which is no
  /// blank.
  private static func blank(_ gap: Double, _ em: Double, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> String
  {
    if gap >= 1.8 * em { return "\t" }
    if gap >= 0.85 * em { return "\u{3000}" }
    let wide = [before, after].count { $0.map(PageWord.isWide) == true }
    return wide == 0 && gap >= 0.1 * em || wide == 2 && gap >= 0.5 * em ? " " : ""
  }

  /// A Chinese character with the signs that may not begin a line; a word of letters and figures as a whole.
  private static func firstUnit(_ text: String, _ em: Double) -> Double {
    var (width, isWord) = (0.0, false)
    for (index, scalar) in text.unicodeScalars.prefix(40).enumerated() {
      let isWide = PageWord.isWide(scalar)
      let goesOn =
        isWide ? "，。、；：？！）》」』〕】”’".unicodeScalars.contains(scalar) : isWord && scalar != " " && scalar != "\t"
      // A bracket that opens takes the next character with it.
      if index > 0, !goesOn,
        width > em || !"（《「『〔【“‘".unicodeScalars.contains(text.unicodeScalars[text.unicodeScalars.startIndex])
      {
        break
      }
      width += isWide ? em : em / 2
      isWord = !isWide
    }
    return width
  }
}

extension PageText {
  /// Its lines from top to bottom.
  var lines: [PageLine] {
    var groups: [[PageWord]] = []
    for word in words.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      guard let last = groups.last?.last, word.middle - last.middle < 0.4 * min(word.em, last.em) else {
        groups.append([word])
        continue
      }
      groups[groups.count - 1].append(word)
    }
    return groups.map { PageLine($0.sorted { $0.left < $1.left }) }
  }
}
