extension MarkdownText {
  /// The text as one of several on a page: headings one level down, and anchors prefixed so that they are unique on the
  /// page.
  package func nested(prefix: String) -> MarkdownText {
    var out: [UInt8] = []
    out.reserveCapacity(html.count + (outline.count + numberedParagraphs.count) * prefix.utf8.count)
    let entries = (outline + numberedParagraphs).sorted { $0.htmlOffset < $1.htmlOffset }
    var slots = slots[...]
    var moved: [TargetSlot] = []
    var done = 0
    func copy(to end: Int) {
      while let slot = slots.first, slot.htmlOffset <= end {
        let offset = out.count + slot.htmlOffset - done
        moved.append(
          TargetSlot(kind: slot.kind, destination: slot.destination, htmlOffset: offset, place: slot.place))
        slots.removeFirst()
      }
      out.append(contentsOf: html[done..<end])
      done = end
    }
    let anchor = Array(" id=\"".utf8)
    let anchors = entries.compactMap { html[$0.htmlOffset...].firstRange(of: anchor)?.upperBound }
    for offset in (anchors + footnoteAnchors).sorted() {
      copy(to: offset)
      out.append(contentsOf: prefix.utf8)
    }
    copy(to: html.count)
    lowerHeadings(&out)
    return MarkdownText(
      html: out, slots: moved, outline: [], numberedParagraphs: [], plainText: plainText, issues: issues)
  }
}

extension MarkdownText {
  /// Where the names of footnotes' anchors begin, and the links to them. In text, every `"` is escaped.
  private var footnoteAnchors: [Int] {
    var offsets: [Int] = []
    for name in [" id=\"note-", " href=\"#note-"] {
      var start = html.startIndex
      while let found = html[start...].firstRange(of: Array(name.utf8)) {
        offsets.append(found.upperBound - "note-".utf8.count)
        start = found.upperBound
      }
    }
    return offsets
  }
}

/// `<h2` and `</h2>` become `<h3` and `</h3>`, and so on. Text contains no unescaped `<`, so any `<` begins markup.
func lowerHeadings(_ html: inout [UInt8]) {
  for index in html.indices.dropLast(3) where html[index] == 0x3C {
    let letter = html[index + 1] == 0x2F ? index + 2 : index + 1
    let digit = letter + 1
    guard html[letter] == 0x68, digit < html.count, (0x31...0x35).contains(html[digit]) else { continue }
    html[digit] += 1
  }
}
