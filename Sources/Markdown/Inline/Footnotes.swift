import Base

/// The footnotes of a body: lines that begin with `[^1]:`. Each stays where it is written, as a paragraph, and its mark
/// leads back to the first place that refers to it.
struct Footnotes {
  /// A footnote's mark in a text.
  struct Mark {
    /// From `[` to `]`.
    let place: Range<Int>
    /// Bytes of the colon after the mark of the footnote itself; 0 where the text refers to it.
    let colon: Int
    /// What the renderer is told: `d1` for the first footnote itself, `f1` for the first reference to it, `r1` for
    /// others.
    let target: String
  }

  private let source: Bytes
  /// Footnotes by label, numbered from 1.
  private var numbers: [String: Int] = [:]
  /// Where each footnote's line begins.
  private var definitions: Set<Int> = []
  /// The first reference to each footnote, by number.
  private var references: [Int: Int] = [:]
  /// References without footnote, footnotes without reference, and labels that are given twice.
  private(set) var issues: [MarkdownIssue] = []

  /// Finds the footnotes of a body.
  init(of source: Bytes) {
    self.source = source
    guard source.contains(0x5E) else { return }
    findDefinitions()
    findReferences()
  }

  /// The mark at an offset; nil if it is text.
  func mark(at offset: Int, in text: Range<Int>, before end: Int) -> Mark? {
    guard let place = label(at: offset, before: end), let number = number(place) else { return nil }
    let colon = colon(after: place, before: end)
    if definitions.contains(offset) {
      guard offset == text.lowerBound, colon > 0 else { return nil }
      return Mark(place: place, colon: colon, target: references[number] == nil ? "u\(number)" : "d\(number)")
    }
    return Mark(place: place, colon: 0, target: (references[number] == offset ? "f" : "r") + String(number))
  }

  private mutating func findDefinitions() {
    var lines = Lines(source, from: 0)
    while let line = lines.current {
      let content = source.trimmingBlanks(line)
      if let place = label(at: content.lowerBound, before: content.upperBound),
        case let colon = colon(after: place, before: content.upperBound), colon > 0,
        place.upperBound + colon < content.upperBound
      {
        let name = source.part(place).string
        if numbers[name] == nil {
          numbers[name] = numbers.count + 1
          definitions.insert(content.lowerBound)
        } else {
          issues.append(MarkdownIssue(kind: .footnote(.repeated(name)), place: place))
        }
      }
      lines.advance()
    }
  }

  private mutating func findReferences() {
    var offset = 0
    while offset + 1 < source.count {
      if source[offset] == 0x5B, source[offset + 1] == 0x5E, !definitions.contains(offset),
        offset == 0 || source[offset - 1] != 0x5C, let place = label(at: offset, before: source.lineEnd(from: offset))
      {
        if let number = number(place) {
          if references[number] == nil { references[number] = offset }
        } else {
          issues.append(MarkdownIssue(kind: .footnote(.missing(source.part(place).string)), place: place))
        }
      }
      offset += 1
    }
    for start in definitions.sorted() {
      if let place = label(at: start, before: source.count), let number = number(place), references[number] == nil {
        issues.append(MarkdownIssue(kind: .footnote(.unused(source.part(place).string)), place: place))
      }
    }
  }

  private func number(_ place: Range<Int>) -> Int? { numbers[source.part(place).string] }

  /// `[^1]` at an offset: a short label without blanks and brackets.
  private func label(at offset: Int, before end: Int) -> Range<Int>? {
    guard source.has("[^", at: offset), offset + 3 < end else { return nil }
    var close = offset + 2
    while close < end, close - offset < 60, source[close] > 0x20, source[close] != 0x5B, source[close] != 0x5D {
      close += 1
    }
    guard close < end, source[close] == 0x5D, close > offset + 2 else { return nil }
    return offset..<close + 1
  }

  private func colon(after place: Range<Int>, before end: Int) -> Int {
    guard place.upperBound < end else { return 0 }
    if source[place.upperBound] == 0x3A { return 1 }
    return source.has("：", at: place.upperBound) ? 3 : 0
  }
}
