import Base
import Documents

/// A text annexed to a paper, below 附件1.
struct Annex {
  let anchor: String
  /// Without blanks.
  let title: String

  /// Reads the mark whose paragraph begins at an offset, with the title in it or in the next paragraph.
  init?(_ html: Bytes, at start: Int) {
    let name = html.part(start + 7..<html.count)
    guard html.has("<p id=\"", at: start), let quote = name.firstIndex(of: 0x22) else { return nil }
    anchor = name.part(0..<quote).string
    let lines = html.part(start..<html.count).split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: true)
    let own = lines.first.map { ListedAttachments.plain($0, marks: true) } ?? ""
    let next = lines.dropFirst().first.map { ListedAttachments.plain($0, marks: false) } ?? ""
    title = own.isEmpty ? next : own
  }
}

/// Links from the lines of 附件说明 to the files and annexed texts with exactly those titles.
struct ListedAttachments {
  let document: Document
  /// The link to the document's folder.
  let folder: String
  let anchorPrefix: String
  let annexes: [Annex]

  /// The links in a paragraph: one for each line whose title is known.
  func links(_ html: Bytes, inParagraphAt start: Int) -> [TextLink] {
    guard let open = html[start...].firstIndex(of: 0x3E) else { return [] }
    var links: [TextLink] = []
    var lower = open + 1
    while lower < html.count {
      let end = html[lower...].firstIndex { $0 == 0x3C || $0 == 0x0A } ?? html.count
      let range = Self.title(html, in: lower..<end)
      if !range.isEmpty, let href = href(html.part(range).string) { links.append(TextLink(range: range, href: href)) }
      // A line break leads to the next line, any other tag ends what can be read.
      guard html.has("<br />\n", at: end) || html.has("\n", at: end) && !html.has("\n<", at: end) else { break }
      lower = end + (html.has("\n", at: end) ? 1 : 7)
    }
    return links
  }

  private func href(_ title: String) -> String? {
    let name = Self.name(title)
    // The text is HTML already.
    let files = document.attachments.filter { Self.name($0.title.escapedForMarkup) == name }
    if files.count == 1 {
      return document.isRegional ? document.href(of: files[0]) : folder + document.href(of: files[0])
    }
    let texts = annexes.filter { Self.name($0.title) == name }
    return files.isEmpty && texts.count == 1 ? "#" + anchorPrefix + texts[0].anchor : nil
  }

  /// What titles are compared by: without blanks and the marks around a title.
  private static func name(_ title: String) -> String {
    title.filter { !$0.isWhitespace && $0 != "《" && $0 != "》" }
  }

  /// The title in a line: without 附件： and the number before it, and the punctuation after it.
  private static func title(_ html: Bytes, in line: Range<Int>) -> Range<Int> {
    var (lower, upper) = (line.lowerBound, line.upperBound)
    func skip(_ words: [StaticString]) {
      while lower < upper, let word = html.hasAny(of: words, at: lower) { lower += word.utf8CodeUnitCount }
    }
    skip([" ", "\u{3000}", "附件", "附"])
    let numbered = lower
    lower += html.figures(from: lower)
    let hasNumber = lower > numbered
    skip(["：", ":", " ", "\u{3000}"])
    if !hasNumber || html.figures(from: lower) > 0 {
      let figures = html.figures(from: lower)
      if 1...2 ~= figures, html.hasAny(of: [".", "．", "、"], at: lower + figures) != nil { lower += figures }
    }
    skip([".", "．", "、", " ", "\u{3000}"])
    while upper > lower, let mark = html.hasAny(of: ["。", "；", ";", "，", " "], endingAt: upper) {
      upper -= mark.utf8CodeUnitCount
    }
    return min(lower, upper)..<upper
  }

  /// The text of a line of HTML without tags and blanks; of an annex's mark, what stands after 附件1.
  static func plain(_ line: Slice<Bytes>, marks: Bool) -> String {
    var text: [UInt8] = []
    var isTag = false
    for byte in line {
      if byte == 0x3C { isTag = true }
      if !isTag { text.append(byte) }
      if byte == 0x3E { isTag = false }
    }
    return text.withUnsafeBufferPointer { text in
      let range = marks ? title(text, in: 0..<text.count) : 0..<text.count
      return text.part(range).string.filter { !$0.isWhitespace }
    }
  }
}
