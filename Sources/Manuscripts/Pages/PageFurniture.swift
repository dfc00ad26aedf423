import OfficeFiles

/// What stands on pages and is none of their text: numbers, running heads and feet.
struct PageFurniture {
  private var repeated: Set<String> = []
  private let pages: [(height: Double, lines: [PageLine])]

  init(_ pages: [(height: Double, lines: [PageLine])]) {
    self.pages = pages
    guard pages.count > 2 else { return }
    var counts: [String: Int] = [:]
    for page in pages {
      let texts = page.lines.filter { Self.isAtEdge($0, page.height) }.map { Self.pattern($0.text) }
      for text in Set(texts) { counts[text, default: 0] += 1 }
    }
    repeated = Set(counts.filter { $0.value * 2 > pages.count && $0.value > 2 }.keys)
  }

  /// What a line is, if it is none of the text.
  func kind(_ line: PageLine, page index: Int) -> Omission.Kind? {
    let height = pages[index].height
    guard Self.isAtEdge(line, height) else { return nil }
    let isBelow = line.top > height / 2
    if ManuscriptLine.isPageNumber(line.text) { return .pageNumber }
    let isOutermost =
      isBelow ? line.top >= (pages[index].lines.last?.top ?? 0) : line.top <= (pages[index].lines.first?.top ?? 0)
    if isOutermost, ManuscriptLine.isShortNumber(line.text),
      repeated.contains(Self.pattern(line.text)) || pages.count < 3
    {
      return .pageNumber
    }
    return repeated.contains(Self.pattern(line.text)) ? isBelow ? .footer : .header : nil
  }

  private static func isAtEdge(_ line: PageLine, _ height: Double) -> Bool {
    line.bottom < 0.12 * height || line.top > 0.88 * height
  }

  /// The text with every number alike.
  private static func pattern(_ text: String) -> String {
    var pattern = ""
    for character in text where !character.isWhitespace {
      if character.isNumber { if pattern.last != "0" { pattern.append("0") } } else { pattern.append(character) }
    }
    return pattern
  }
}
