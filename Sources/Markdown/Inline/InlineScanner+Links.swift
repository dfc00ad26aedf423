import Base

extension InlineScanner {
  /// A link, an image, a footnote's mark, or brackets that are text.
  mutating func bracket(at offset: Int, isImage: Bool) -> Int {
    if !isImage, let mark = footnotes.mark(at: offset, in: text, before: end) { return write(mark) }
    guard let close = brackets[offset], close < end else {
      edits.append(.escape(offset))
      return offset + 1
    }
    guard let link = LinkSyntax(source, textEnd: close, before: end) else {
      reportBrokenLink(from: isImage ? offset - 1 : offset, close: close)
      return bracketText(offset, close)
    }
    let destination = source.part(link.destination)
    switch LinkMeaning(destination) {
    case .target where isImage || !containsLink(offset + 1..<link.textEnd):
      links.append(link)
      return offset + 1
    case .localPath:
      let place = (isImage ? offset - 1 : offset)..<link.end
      issues.append(MarkdownIssue(kind: .localPath(destination.string), place: place))
      return bracketText(offset, close)
    default:
      if !isImage, !destination.isMeantAsTarget, isChineseName(destination) {
        issues.append(MarkdownIssue(kind: .link(.notATarget(destination.string)), place: offset..<link.end))
      }
      return bracketText(offset, close)
    }
  }

  /// Whether the words could be the title of a page: no punctuation, more than a number or a single word.
  private func isChineseName(_ words: Bytes) -> Bool {
    words.scalarCount >= 6 && words.indices.allSatisfy { words.neighbour(at: $0, in: 0..<words.count) != .mark }
  }

  /// Whether a range contains a link: libcmark does not nest them.
  private mutating func containsLink(_ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if source[offset] == 0x5B, offset == range.lowerBound || source[offset - 1] != 0x21,
        let close = brackets[offset], close < range.upperBound,
        let link = LinkSyntax(source, textEnd: close, before: range.upperBound),
        case .target = LinkMeaning(source.part(link.destination))
      {
        return true
      }
      if source.has("[^", at: offset) { return true }
      if source[offset] == 0x3C, source.autolink(in: offset..<range.upperBound) != nil { return true }
      offset += source[offset] == 0x5C ? 2 : 1
    }
    return false
  }

  /// Brackets that are text. The second must not close a bracket around the first.
  private mutating func bracketText(_ open: Int, _ close: Int) -> Int {
    edits += [.escape(open), .escape(close)]
    return open + 1
  }

  /// `[附件](附件 1.docx)` and `[网站]（https://…）` are no links.
  private mutating func reportBrokenLink(from open: Int, close: Int) {
    if source.has("（", at: close + 1) { return reportWideLink(from: open, close: close) }
    guard close + 1 < end, source[close + 1] == 0x28,
      let last = source[close + 2..<min(end, close + 400)].firstIndex(of: 0x29)
    else { return }
    let destination = source.part(withoutTitle(source.trimmingBlanks(close + 2..<last)))
    guard destination.isMeantAsTarget else { return }
    let place = open..<last + 1
    if destination.isLocalPath {
      issues.append(MarkdownIssue(kind: .localPath(destination.string), place: place))
    } else {
      issues.append(MarkdownIssue(kind: .link(.blankInTarget(destination.string)), place: place))
    }
  }

  /// What stands in front of a title: `附件 1.docx "说明"`.
  private func withoutTitle(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 2, source[range.upperBound - 1] == 0x22,
      let quote = source[range.lowerBound + 1..<range.upperBound - 1].lastIndex(of: 0x22), source[quote - 1] == 0x20
    else { return range }
    return source.trimmingBlanks(range.lowerBound..<quote)
  }

  /// `[网站]（https://…）`
  private mutating func reportWideLink(from open: Int, close: Int) {
    let start = close + 4
    let rest = source.part(min(start, end)..<min(end, start + 400))
    guard let length = rest.indices.first(where: { rest[$0] == 0x29 || rest.has("）", at: $0) }) else { return }
    let destination = source.part(source.trimmingBlanks(start..<start + length))
    guard destination.isMeantAsTarget else { return }
    let place = open..<start + length + (rest[length] == 0x29 ? 1 : 3)
    issues.append(MarkdownIssue(kind: .link(.wideBrackets(destination.string)), place: place))
  }

  /// Writes a footnote's mark as a link that the renderer knows.
  private mutating func write(_ mark: Footnotes.Mark) -> Int {
    let place = mark.place
    edits.append(Edit(offset: place.lowerBound + 1, removed: 1, inserted: []))
    // The label is text: `[^*]`.
    for label in place.lowerBound + 2..<place.upperBound - 1 where source[label].isASCIIMark {
      edits.append(.escape(label))
    }
    let target = [0x28, 0x3C, Transcription.note] + Array(mark.target.utf8) + [0x3E, 0x29]
    let next = place.upperBound + mark.colon
    let needsBlank = mark.colon > 0 && next < end && source.blankLength(at: next) == 0
    edits.append(Edit(offset: place.upperBound, removed: mark.colon, inserted: target + (needsBlank ? [0x20] : [])))
    return next
  }
}
