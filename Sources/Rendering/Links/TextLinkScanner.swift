import Base

/// Finds what can be followed in a text that is HTML already. What stands in a link or in code is left alone.
struct TextLinkScanner {
  private let html: Bytes
  private let host: String
  private let label: PhoneLabel
  private(set) var links: [TextLink] = []
  /// The paragraphs of 附件说明, and the marks above annexed texts, by the offsets of their tags.
  private(set) var notes: [Int] = []
  private(set) var annexes: [Int] = []

  /// Before it, nothing belongs to what is read next.
  private var floor = 0
  private var previous: PhoneNumber?

  /// - Parameters:
  ///   - host: The site's own.
  ///   - label: The name of the field that the text is the value of.
  init(_ html: Bytes, host: String, label: String = "") {
    (self.html, self.host) = (html, host)
    var label = label
    self.label = label.withUTF8 { PhoneLabel(endOf: $0) }
  }

  mutating func scan() {
    var offset = 0
    while let next = html.nextSign(from: offset) {
      switch html[next] {
      case 0x3C: offset = skipTag(at: next)
      case 0x40: offset = take(WrittenAddress.mail(html, at: next, from: floor)) ?? next + 1
      case 0x3A: offset = take(WrittenAddress.web(html, at: next, from: floor, host: host)) ?? next + 1
      case 0x30...0x39: offset = readFigures(at: next)
      default: offset = next + 1
      }
    }
  }

  private mutating func take(_ link: TextLink?) -> Int? {
    guard let link else { return nil }
    links.append(link)
    floor = link.range.upperBound
    return floor
  }

  private mutating func readFigures(at start: Int) -> Int {
    if let mail = mailSign(after: start) { return take(WrittenAddress.mail(html, at: mail, from: floor)) ?? mail + 1 }
    let last = previous.flatMap { isList(from: $0.range.upperBound, to: start) ? $0 : nil }
    if let phone = PhoneNumber(html, at: start, from: floor, after: last, label: { self.label(before: $0) }) {
      previous = phone
      return take(TextLink(range: phone.range, href: "tel:" + phone.dialled)) ?? start
    }
    var end = start
    while end < html.count, isAlphanumeric(html[end]) || html[end] == 0x2D { end += 1 }
    return end
  }

  /// The `@` of an address whose name has figures in it: zhujian2@….
  private func mailSign(after start: Int) -> Int? {
    var end = start
    while end < html.count, isAlphanumeric(html[end]) || [0x2B, 0x2D, 0x2E, 0x5F].contains(html[end]) { end += 1 }
    return end < html.count && html[end] == 0x40 ? end : nil
  }

  // MARK: Tags

  /// The offset after a tag, or after the whole element if nothing in it may become a link.
  private mutating func skipTag(at start: Int) -> Int {
    let end = html.next(0x3E, from: start)
    floor = end
    if html.has("<p class=\"attachment-note\"", at: start) { notes.append(start) }
    if html.has("<p id=\"fujian", at: start) { annexes.append(start) }
    if html.has("</p", at: start) || html.has("</td", at: start) || html.has("</li", at: start) { previous = nil }
    for (opening, closing) in Self.closed where html.has(opening, at: start) {
      guard start + opening.utf8CodeUnitCount < html.count, !isAlphanumeric(html[start + opening.utf8CodeUnitCount])
      else { continue }
      var offset = end
      while offset < html.count, !html.has(closing, at: offset) {
        offset = html[(offset + 1)...].firstIndex(of: 0x3C) ?? html.count
      }
      floor = min(offset + closing.utf8CodeUnitCount, html.count)
      return floor
    }
    return end
  }

  private static let closed: [(StaticString, StaticString)] = [
    ("<a", "</a>"), ("<code", "</code>"), ("<pre", "</pre>"), ("<svg", "</svg>"),
  ]

  // MARK: What stands before

  /// What the words of the sentence before an offset say.
  private func label(before offset: Int) -> PhoneLabel {
    var text: [UInt8] = []
    var index = offset
    while index > 0, text.count < 54 {
      index -= 1
      if html[index] == 0x3E {
        guard let tag = html[..<index].lastIndex(of: 0x3C), !isBlock(at: tag) else { break }
        index = tag
        continue
      }
      if html[index] == 0x0A || ["。", "；", "！", "？"].contains(where: { html.has($0, at: index) }) { break }
      text.append(html[index])
    }
    let words = Array(text.reversed()).withUnsafeBufferPointer { PhoneLabel(endOf: $0) }
    return words == .nothing ? label : words
  }

  private func isBlock(at tag: Int) -> Bool {
    !["<strong", "</strong", "<em", "</em", "<span", "</span", "<a", "</a", "<wbr"].contains { html.has($0, at: tag) }
  }

  /// Whether only what separates the numbers of a list stands between two offsets.
  private func isList(from start: Int, to end: Int) -> Bool {
    guard start < end, end - start <= 9 else { return false }
    var offset = start
    while offset < end {
      let found = html.hasAny(of: ["、", "，", ",", "/", "；", ";", " ", "和", "或者", "或", "及", "（", "("], at: offset)
      guard let found else { return false }
      offset += found.utf8CodeUnitCount
    }
    return true
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The offset of the next byte that may begin or mark something: a figure, `:`, `<` or `@`.
  fileprivate func nextSign(from start: Int) -> Int? {
    var offset = start
    while offset < count {
      // Eight bytes at once: nearly all are Han, whose bytes are above 0x7F.
      while offset + 8 <= count {
        let word = UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if (word &- 0x4141_4141_4141_4141) & ~word & 0x8080_8080_8080_8080 != 0 { break }
        offset += 8
      }
      let end = Swift.min(offset + 8, count)
      while offset < end {
        if 0x30...0x3A ~= self[offset] || self[offset] == 0x3C || self[offset] == 0x40 { return offset }
        offset += 1
      }
    }
    return nil
  }

  /// The offset after the next of a byte; the end if there is none.
  func next(_ byte: UInt8, from start: Int) -> Int {
    var offset = start
    while offset < count, self[offset] != byte { offset += 1 }
    return Swift.min(offset + 1, count)
  }
}
