import Base
import OfficeFiles

/// Puts the lines of pages together to paragraphs: a line goes on in the next one if it had no room for more, and the
/// next begins at the margin.
struct PageParagraphs {
  private(set) var manuscript = Manuscript()
  private var text = ""
  private var first: (line: PageLine, page: Int, startsPage: Bool)?
  private var last: (line: PageLine, page: Int)?
  private let margins: Margins

  /// Reads pages in their order.
  ///
  /// - Returns: nil if no page has text.
  static func read(_ pages: [PageText]) -> Manuscript? {
    let lined = pages.map { (height: $0.height, lines: $0.lines) }
    guard lined.contains(where: { !$0.lines.isEmpty }) else { return nil }
    let furniture = PageFurniture(lined)
    var reader = PageParagraphs(margins: Margins(lined.flatMap(\.lines)))
    for (index, page) in lined.enumerated() { reader.read(page.lines, index, furniture) }
    reader.end()
    reader.manuscript.doubts.insert(Doubt(.joinedLines, text: "", at: nil), at: 0)
    return reader.manuscript
  }

  private init(margins: Margins) { self.margins = margins }

  private mutating func read(_ lines: [PageLine], _ index: Int, _ furniture: PageFurniture) {
    let place = OfficePlace.page(index + 1)
    if lines.isEmpty { manuscript.doubts.append(Doubt(.pageWithoutText, text: "", at: place)) }
    var isFirst = true
    var own: [PageLine] = []
    for line in lines {
      if let kind = furniture.kind(line, page: index) {
        manuscript.omissions.append(Omission(kind, text: line.text, at: place))
      } else {
        own.append(line)
      }
    }
    let tables = Self.tableRuns(own)
    for run in tables { manuscript.doubts.append(Doubt(.flatTable, text: own[run.lowerBound].text, at: place)) }
    for (number, line) in own.enumerated() {
      let isTable = tables.contains { $0.contains(number) }
      let breaksPage = isFirst && last.map { $0.line.bottom < margins.bottom - 3 * $0.line.em * 1.5 } ?? false
      if !isTable, let last, goesOn(last.line, line, samePage: last.page == index),
        !(number > 0 && tables.contains { $0.contains(number - 1) })
      {
        add(line)
      } else {
        end()
        (text, first) = (line.text, (line, index, breaksPage))
      }
      last = (line, index)
      isFirst = false
    }
    let unknown = own.filter { $0.text.unicodeScalars.contains(where: Doubt.isPrivate) }
    for line in unknown { manuscript.doubts.append(Doubt(.privateCharacters, text: line.text, at: place)) }
  }

  /// Lines one after the other with wide gaps in them.
  private static func tableRuns(_ lines: [PageLine]) -> [Range<Int>] {
    var (runs, start): ([Range<Int>], Int?) = ([], nil)
    for index in 0...lines.count {
      if index < lines.count, lines[index].hasGaps {
        start = start ?? index
      } else if let begin = start {
        if index - begin > 1 { runs.append(begin..<index) }
        start = nil
      }
    }
    return runs
  }

  private func goesOn(_ line: PageLine, _ next: PageLine, samePage: Bool) -> Bool {
    // Lines that are set to both margins are stretched.
    guard abs(line.em - next.em) < 0.22 * line.em else { return false }
    // A wider gap than between lines sets paragraphs apart.
    if samePage, next.top - line.bottom > margins.gap + 0.5 * line.em { return false }
    let isFull = line.right + next.firstUnit > margins.right - 0.35 * line.em
    guard isFull else { return false }
    if margins.isCentred(line), margins.isCentred(next) || next.left <= margins.left + 0.6 * next.em { return true }
    return next.left <= margins.left + 0.6 * next.em
  }

  private mutating func add(_ line: PageLine) {
    let isWide =
      text.unicodeScalars.last.map(PageWord.isWide) == true
      || line.text.unicodeScalars.first.map(PageWord.isWide) == true
    text += (isWide ? "" : " ") + line.text
  }

  private mutating func end() {
    guard let first else { return }
    var paragraph = ManuscriptParagraph([.text(text.trimmed)], at: .page(first.page + 1))
    paragraph.startsPage = first.startsPage
    paragraph.look.size = (first.line.em * 2).rounded() / 2
    paragraph.look.alignment = margins.alignment(of: first.line)
    if paragraph.look.alignment == .start {
      paragraph.look.indent = max(((first.line.left - margins.left) / first.line.em * 2).rounded() / 2, 0)
    }
    manuscript.blocks.append(.paragraph(paragraph))
    self.first = nil
  }
}

/// Between what the text of a file stands.
private struct Margins {
  private(set) var left = 0.0
  private(set) var right = 0.0
  private(set) var bottom = 0.0
  /// Between two lines.
  private(set) var gap = 0.0
  private var em = 0.0

  init(_ lines: [PageLine]) {
    em = Self.most(lines.map { (($0.em * 2).rounded() / 2, $0.text.count) }) ?? 0
    let body = lines.filter { abs($0.em - em) < 0.1 * em }
    // What only one line reaches is no margin, unless there are few.
    let least = body.count > 8 ? 2 : 1
    left = Self.edge(body.map(\.left), least, em, by: <) ?? 0
    right = Self.edge(body.map(\.right), least, em, by: >) ?? 0
    bottom = lines.map(\.bottom).max() ?? 0
    let gaps = zip(body, body.dropFirst()).compactMap { above, below -> (Double, Int)? in
      let gap = below.top - above.bottom
      return gap > -above.em && gap < 3 * above.em ? ((gap * 2).rounded() / 2, 1) : nil
    }
    gap = Self.most(gaps) ?? 0
  }

  /// The value with the greatest sum of weights.
  private static func most(_ values: [(Double, Int)]) -> Double? {
    var sums: [Double: Int] = [:]
    for (value, weight) in values { sums[value, default: 0] += weight }
    return sums.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The outermost value that so many have, within half a character.
  private static func edge(_ values: [Double], _ least: Int, _ em: Double, by isFurther: (Double, Double) -> Bool)
    -> Double?
  {
    let sorted = values.sorted(by: isFurther)
    return sorted.first { edge in sorted.count { abs($0 - edge) < 0.5 * em } >= least }
  }

  func isCentred(_ line: PageLine) -> Bool {
    let (before, after) = (line.left - left, right - line.right)
    // Titles are larger than the text, and may be as wide.
    if line.em > 1.15 * em { return abs(before - after) < 1.2 * line.em }
    let isIndent = abs(before - 2 * line.em) < 0.2 * line.em
    return before > 0.8 * line.em && abs(before - after) < 1.2 * line.em && !isIndent
  }

  func alignment(of line: PageLine) -> Look.Alignment {
    if isCentred(line) { return .center }
    return line.left - left > 0.4 * (right - left) ? .end : .start
  }
}
