import Base

extension MarkdownReading {
  /// Adds an error at the first place where the page and its source part.
  mutating func prove(against source: Bytes) {
    guard let loss = text.html.withUnsafeBufferPointer({ firstLoss(source, $0) }) else { return }
    let place = loss..<source.excerptEnd(from: loss)
    let issue = MarkdownIssue(kind: .lostText(source.part(place).string), place: place)
    text = text.with(issues: (text.issues + [issue]).sorted { $0.place.lowerBound < $1.place.lowerBound })
  }

  /// Makes one issue of all the tags of a table in HTML. After the proof, which has to know every tag.
  mutating func joinPastedTables(in source: Bytes) {
    guard text.issues.count > 1 else { return }
    text = text.with(issues: PastedTable.joined(text.issues, in: source))
  }

  private func firstLoss(_ source: Bytes, _ html: Bytes) -> Int? {
    var proof = TextProof(source: source, html: html, dropped: dropped(in: source))
    return proof.firstLoss()?.source
  }

  /// What is not shown, for a reason that the editor knows.
  private func dropped(in source: Bytes) -> [Range<Int>] {
    let places = text.issues.filter(\.isDropped).map { issue in
      guard issue.kind == .htmlComment else { return issue.place }
      // A comment may go on over several lines; its place ends with the first.
      let end = source.part(issue.place.lowerBound..<source.count).firstRange(of: Array("-->".utf8))?.upperBound
      return issue.place.lowerBound..<max(issue.place.upperBound, issue.place.lowerBound + (end ?? 0))
    }
    guard !omitted.isEmpty else { return places }
    return (places + omitted).sorted { $0.lowerBound < $1.lowerBound }
  }
}

extension MarkdownText {
  fileprivate func with(issues: [MarkdownIssue]) -> MarkdownText {
    MarkdownText(
      html: html, slots: slots, outline: outline, numberedParagraphs: numberedParagraphs, plainText: plainText,
      issues: issues)
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The end of a dozen characters from an offset, at most to the end of the line.
  fileprivate func excerptEnd(from start: Int) -> Int {
    var (end, left) = (start, 12)
    while end < count, !isLineEnd(self[end]) {
      if self[end] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      end += 1
    }
    return end
  }
}
