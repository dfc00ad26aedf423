import Base

/// Reads the text of one line, decides which of its signs are markup, and notes what libcmark has to be told.
///
/// libcmark sees every `*`, `_`, `[`, `<` and grave accent that is no markup behind a backslash, and marks of emphasis
/// between sentinels (see ``Transcription``), so that its reading cannot differ from this one.
struct InlineScanner {
  let source: Bytes
  let text: Range<Int>
  let footnotes: Footnotes
  var edits: [Edit] = []
  var issues: [MarkdownIssue] = []
  /// The links around the offset: where the text ends, and where the whole link ends.
  var links: [LinkSyntax] = []
  lazy var brackets = Brackets(source, in: text)
  private var stars: [StarRun] = []
  private var underscores: [Range<Int>] = []
  private var tildes: [Range<Int>] = []

  init(_ source: Bytes, _ text: Range<Int>, _ footnotes: Footnotes) {
    (self.source, self.text, self.footnotes) = (source, text, footnotes)
  }

  /// Where the text ends in which the scanner is.
  var end: Int { links.last?.textEnd ?? text.upperBound }

  /// Reads the whole text.
  mutating func scan() {
    var offset = text.lowerBound
    while offset < text.upperBound {
      if let link = links.last, offset >= link.textEnd {
        links.removeLast()
        offset = link.end
      } else {
        offset = step(at: offset)
      }
    }
    writeEmphasis()
    reportLookalikes()
    edits.sort()
  }

  /// Reads what stands at an offset; returns the offset after it.
  private mutating func step(at offset: Int) -> Int {
    switch source[offset] {
    case 0x2A:
      let length = source.run(of: 0x2A, in: offset..<end)
      stars.append(StarRun(offset: offset, count: length, within: end))
      return offset + length
    case 0x5F:
      let length = source.run(of: 0x5F, in: offset..<end)
      underscores.append(offset..<offset + length)
      for mark in offset..<offset + length { edits.append(.escape(mark)) }
      return offset + length
    case 0x7E:
      let length = source.run(of: 0x7E, in: offset..<end)
      tildes.append(offset..<offset + length)
      return offset + length
    case 0x5C: return offset + 1 < end && source[offset + 1].isASCIIMark ? offset + 2 : offset + 1
    case 0x60: return code(at: offset)
    case 0x3C: return angle(at: offset)
    case 0x26: return entity(at: offset)
    case 0x21 where offset + 1 < end && source[offset + 1] == 0x5B: return bracket(at: offset + 1, isImage: true)
    case 0x5B: return bracket(at: offset, isImage: false)
    default: return offset + 1
    }
  }

  /// A code span, or grave accents that are text.
  private mutating func code(at offset: Int) -> Int {
    let code = source.codeEnd(at: offset, before: end)
    if !code.isCode { for mark in offset..<code.end { edits.append(.escape(mark)) } }
    return code.end
  }

  private mutating func writeEmphasis() {
    guard !stars.isEmpty else { return }
    let emphasis = Emphasis(source, text: text, runs: stars)
    for run in emphasis.runs {
      switch run.role {
      case .text: for mark in run.offset..<run.end { edits.append(.escape(mark)) }
      case .opening:
        if run.offset > text.lowerBound { edits.append(Edit(offset: run.offset, inserted: [Transcription.outer])) }
        edits.append(Edit(offset: run.end, inserted: [Transcription.inner]))
      case .closing:
        edits.append(Edit(offset: run.offset, inserted: [Transcription.inner]))
        if run.end < text.upperBound { edits.append(Edit(offset: run.end, inserted: [Transcription.outer])) }
      }
    }
    for place in emphasis.leftovers { issues.append(MarkdownIssue(kind: .strayMark("**"), place: place)) }
  }

  /// `~~x~~` and `__x__` are other tools' marks.
  private mutating func reportLookalikes() {
    let crossed = tildes.filter { $0.count == 2 }
    for pair in stride(from: 0, to: crossed.count - 1, by: 2) {
      let place = crossed[pair].lowerBound..<crossed[pair + 1].upperBound
      issues.append(MarkdownIssue(kind: .strayMark("~~"), place: place))
    }
    let lines = underscores.filter { $0.count == 2 }
    guard lines.count == 2, !underscores.contains(where: { $0.count > 2 }) else { return }
    let content = lines[0].upperBound..<lines[1].lowerBound
    guard source.part(content).scalarCount > 1 || source.part(content).allSatisfy({ $0 < 0x80 }) else { return }
    if isTight(lines[0], facing: source.neighbour(before: lines[0].lowerBound, in: text), content)
      || isTight(lines[1], facing: source.neighbour(at: lines[1].upperBound, in: text), content)
    {
      issues.append(MarkdownIssue(kind: .strayMark("__"), place: lines[0].lowerBound..<lines[1].upperBound))
    }
  }

  /// Whether underscores enclose their content rather than being a line to write on.
  private func isTight(_ line: Range<Int>, facing outside: Neighbour, _ content: Range<Int>) -> Bool {
    let inside =
      line.upperBound == content.lowerBound
      ? source.neighbour(at: content.lowerBound, in: content)
      : source.neighbour(before: content.upperBound, in: content)
    return inside.isText && (outside == .blank || outside == .mark) || inside == .opening || inside == .closing
  }
}

extension UInt8 {
  /// Whether a backslash before it is an escape.
  var isASCIIMark: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
