import Base

/// Holds a page against its source: every letter, digit and sign of the source that is not consumed syntax stands in the
/// HTML, in order, and nothing else does.
///
/// It knows nothing of how the HTML was made. Two cursors walk side by side; blanks and line ends count for nothing, and
/// each tag says which signs of the source it may have consumed: `<strong>` two stars, `<h2>` the `#`s, `<li value="4">`
/// the number 4, `<td>` a pipe, `</a>` the destination. What an error already names (a dropped tag, a cell too many) may
/// be missing.
struct TextProof {
  let source: Bytes
  let html: Bytes
  /// Ranges of the source that a finding says are not shown, in order.
  let dropped: [Range<Int>]

  /// Where the walk is in the source and in the HTML.
  var at = 0
  var shown = 0
  var nextDropped = 0
  /// How many quotations are open: each line of the source may begin with that many `>`.
  var quotations = 0
  /// The open lists: the next number, or nil for bullets.
  var lists: [Int?] = []
  /// The open links: whether written as `<https://…>`, or nil for the mark of a footnote.
  var links: [Bool?] = []
  /// Length of the grave accents of the open code span.
  var codeMarks = 0
  /// The brackets of a line, from its first image on.
  var brackets: (line: Range<Int>, pairs: Brackets)
  /// The open table.
  var table: Table?
  /// Whether a code block is open.
  var isInBlock = false
  /// Whether the open mark of a footnote is the one at its beginning.
  var isNoteMark = false

  struct Table {
    /// The line of the delimiter row.
    let delimiter: Range<Int>
    /// Whether the first row was opened.
    var isBegun = false
  }

  init(source: Bytes, html: Bytes, dropped: [Range<Int>]) {
    (self.source, self.html, self.dropped) = (source, html, dropped)
    brackets = (0..<0, Brackets(source, in: 0..<0))
  }

  /// A place where the two part: the offset in the source, and the offset in the HTML.
  struct Loss {
    let source: Int
    let html: Int
  }

  /// Where the page first lacks something of the source or has something else; nil if it never does.
  mutating func firstLoss() -> Loss? {
    _ = skipEmptyLine()
    while shown < html.count {
      skipEqual()
      guard shown < html.count else { break }
      let isRight =
        switch html[shown] {
        case 0x3C: readTag()
        case let byte where byte <= 0x20: skipShown()
        default: compareScalar()
        }
      if !isRight { return Loss(source: min(at, source.count), html: shown) }
    }
    skipNothing()
    return at < source.count ? Loss(source: at, html: shown) : nil
  }

  /// Skips bytes that are the same on both sides, eight at a time.
  private mutating func skipEqual() {
    let limit = min(source.count, nextDropped < dropped.count ? dropped[nextDropped].lowerBound : source.count)
    let start = shown
    while at + 8 <= limit, shown + 8 <= html.count {
      let word = html.word(at: shown)
      guard source.word(at: at) == word else { break }
      // A `<` of the HTML is markup, an `&` an escape, a backslash may be one.
      let found = word.zeros(0x26) | word.zeros(0x3C) | word.zeros(0x5C) | word.below(0x20)
      if found & .every(0x80) != 0 { break }
      at += 8
      shown += 8
    }
    // Back to the beginning of a scalar.
    while shown > start, shown < html.count, html[shown] & 0xC0 == 0x80 {
      at -= 1
      shown -= 1
    }
  }

  private mutating func skipShown() -> Bool {
    shown += 1
    return true
  }

  /// Compares the next scalar of the HTML with the source.
  private mutating func compareScalar() -> Bool {
    let (scalar, length) = shownScalar()
    if isNothing(scalar) {
      shown += length
      return true
    }
    skipNothing()
    guard at < source.count else { return false }
    if source[at] == 0x5C, at + 1 < source.count, UInt32(source[at + 1]) == scalar, isEscape(source[at + 1]) {
      at += 2
    } else if source[at] == 0x26, !isLiteral, let end = source.entityEnd(at: at), !isUnknownEntity(at..<end) {
      // What most names stand for is libcmark's to say.
      if let value = entityValue(at..<end), value > 0, value != scalar { return false }
      at = end
      shown += length
      if shown < html.count, Self.isSecondOfEntity(html.scalar(at: shown)) { shown += shownScalar().length }
      return true
    } else if source.scalar(at: at) == scalar {
      at += scalar.utf8Count
    } else {
      return false
    }
    shown += length
    return true
  }

  /// Whether an entity is shown as it is written, as libcmark does not know it.
  private func isUnknownEntity(_ entity: Range<Int>) -> Bool {
    let name = source.part(entity.lowerBound + 1..<entity.upperBound)
    return html.has("&amp;", at: shown) && !name.string.lowercased().elementsEqual("amp;")
      && html[(shown + 5)...].starts(with: name)
  }

  /// Whether it is the second scalar of an entity that stands for two, such as `&nvlt;`.
  private static func isSecondOfEntity(_ scalar: UInt32) -> Bool {
    [0x331, 0x333, 0x338, 0x20D2, 0x20E5, 0xFE00].contains(scalar)
  }

  /// Whether the text is code, without escapes.
  private var isLiteral: Bool { codeMarks > 0 || isInBlock }

  /// Whether a backslash before the byte is an escape; before a pipe in a table's cell it always is.
  private func isEscape(_ byte: UInt8) -> Bool { isLiteral ? byte == 0x7C : byte.isASCIIMark }

  /// The scalar at the HTML's cursor, which may be escaped, and its length in the HTML.
  private func shownScalar() -> (UInt32, length: Int) {
    if html[shown] == 0x26 {
      if html.has("&amp;", at: shown) { return (0x26, 5) }
      if html.has("&lt;", at: shown) { return (0x3C, 4) }
      if html.has("&gt;", at: shown) { return (0x3E, 4) }
      if html.has("&quot;", at: shown) { return (0x22, 6) }
    }
    let scalar = html.scalar(at: shown)
    return (scalar, scalar.utf8Count)
  }

  /// Skips what a reader cannot see: blanks, line ends, controls, the marks of quotations, and what findings name.
  mutating func skipNothing() {
    while at < source.count {
      if skipBlank() { continue }
      let byte = source[at]
      if isLineEnd(byte) {
        beginLine()
      } else if byte == 0x5C, shownIsBreak, source.endsLine(at + 1) {
        at += 1
      } else {
        return
      }
    }
  }

  /// Moves over a line end, the marks of open quotations, and lines that have nothing but such marks.
  mutating func beginLine() {
    at += 1
    if isInBlock || !skipEmptyLine() { skipQuotationMarks() }
  }

  /// Skips one thing inside a line that a reader cannot see; false if there is none.
  mutating func skipBlank() -> Bool {
    if nextDropped < dropped.count, at >= dropped[nextDropped].lowerBound {
      at = max(at, dropped[nextDropped].upperBound)
      nextDropped += 1
      return true
    }
    guard at < source.count, !isLineEnd(source[at]) else { return false }
    let byte = source[at]
    if byte == 0x26, !isLiteral, let end = source.entityEnd(at: at), isBlankEntity(at..<end) {
      at = end
    } else if byte < 0x80 ? byte < 0x21 || byte == 0x7F : isNothing(source.scalar(at: at)) {
      at += source.scalar(at: at).utf8Count
    } else {
      return false
    }
    return true
  }

  /// Skips a line that has nothing but blanks and marks of quotations; false if there is more on it.
  private mutating func skipEmptyLine() -> Bool {
    var next = at
    while next < source.count, case let length = source[next] == 0x3E ? 1 : source.blankLength(at: next), length > 0 {
      next += length
    }
    guard next == source.count || isLineEnd(source[next]) else { return false }
    at = next
    return true
  }

  /// Whether the HTML goes on with a line break, which a backslash at the end of a line makes.
  private var shownIsBreak: Bool { html.has("<br", at: shown) }

  mutating func skipQuotationMarks() {
    for _ in 0..<quotations {
      var next = at
      while next < source.count, case let length = source.blankLength(at: next), length > 0 { next += length }
      guard next < source.count, source[next] == 0x3E else { return }
      at = next + 1
    }
  }

  /// Whether a character reference stands for a blank: `&nbsp;`, `&#12288;`.
  private func isBlankEntity(_ entity: Range<Int>) -> Bool {
    entityValue(entity).map { $0 > 0 && isNothing($0) } ?? false
  }

  /// What a character reference stands for, if it is a number or one of the most frequent names.
  private func entityValue(_ entity: Range<Int>) -> UInt32? {
    let name = source.part(entity.lowerBound + 1..<entity.upperBound - 1).string
    guard name.hasPrefix("#") else { return entityValues[name] }
    let digits = name.dropFirst()
    return digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  }

  func isNothing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x20, 0x7F...0xA0, 0x3000, 0x2000...0x200F, 0x2028...0x202F, 0x2060, 0xFEFF: true
    default: false
    }
  }

}

private let entityValues: [String: UInt32] = [
  "lt": 0x3C, "gt": 0x3E, "amp": 0x26, "quot": 0x22, "nbsp": 0xA0, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009,
  "Tab": 0x09, "NewLine": 0x0A,
]

extension UInt32 {
  /// Number of bytes in UTF-8.
  fileprivate var utf8Count: Int { self < 0x80 ? 1 : self < 0x800 ? 2 : self < 0x10000 ? 3 : 4 }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether only blanks stand between an offset and the end of its line.
  fileprivate func endsLine(_ offset: Int) -> Bool { trimmingBlanks(offset..<lineEnd(from: offset)).isEmpty }

  /// The offset after `&…;`.
  fileprivate func entityEnd(at offset: Int) -> Int? {
    guard let end = self[offset..<Swift.min(count, offset + 40)].firstIndex(of: 0x3B), end > offset + 1 else {
      return nil
    }
    let name = self[offset + 1..<end]
    return name.allSatisfy { $0 == 0x23 || $0.isASCIILetter || 0x30...0x39 ~= $0 } ? end + 1 : nil
  }
}
