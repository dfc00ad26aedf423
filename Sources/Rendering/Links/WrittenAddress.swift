import Base

/// Addresses written out in a text: `xxgk@anlan.example`, `https://www.anlan.example/zt/`. The text is HTML, so that `&` is `&amp;`.
enum WrittenAddress {
  /// The mail address whose `@` is at `sign`.
  static func mail(_ text: Bytes, at sign: Int, from floor: Int) -> TextLink? {
    var lower = sign
    while lower > floor, isLocal(text[lower - 1]) { lower -= 1 }
    while lower < sign, text[lower] == 0x2E || text[lower] == 0x2D { lower += 1 }
    guard lower < sign, !text.part(0..<lower).ends(with: "&amp;") else { return nil }
    var upper = sign + 1
    while upper < text.count, isAlphanumeric(text[upper]) || text[upper] == 0x2D || text[upper] == 0x2E { upper += 1 }
    while upper > sign + 1, !isAlphanumeric(text[upper - 1]) { upper -= 1 }
    let labels = text[sign + 1..<upper].split(separator: 0x2E, omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), let top = labels.last, top.count > 1,
      top.allSatisfy({ !(0x30...0x39 ~= $0) })
    else { return nil }
    return TextLink(range: lower..<upper, href: "mailto:" + text.part(lower..<upper).string)
  }

  /// The web address whose `://` is at `colon`.
  ///
  /// - Parameter host: The site's own.
  static func web(_ text: Bytes, at colon: Int, from floor: Int, host: String) -> TextLink? {
    let scheme = ["https", "http"].first { scheme in
      let length = scheme.utf8.count
      return colon - length >= floor && text.part(colon - length..<colon).string.lowercased() == scheme
    }
    guard let scheme, text.has("://", at: colon) else { return nil }
    let lower = colon - scheme.utf8.count
    guard lower == floor || !isAlphanumeric(text[lower - 1]) else { return nil }
    var upper = colon + 3
    while upper < text.count, isURL(text[upper]) {
      if text[upper] == 0x26 {
        guard text.has("&amp;", at: upper) else { break }
        upper += 4
      }
      upper += 1
    }
    upper = withoutMarks(text, from: colon + 3, to: upper)
    let written = text.part(lower..<upper).string.replacing("&amp;", with: "&")
    guard let web = LinkAddress(written).host, !web.hasUser, !web.isPrivate || web.nameAndPort == host,
      web.nameAndPort.utf8.allSatisfy({ isAlphanumeric($0) || [0x2D, 0x2E, 0x3A].contains($0) })
    else { return nil }
    return TextLink(
      range: lower..<upper, href: written.encodedForURL, isExternal: web.nameAndPort != host,
      breaks: breaks(text, colon + 3..<upper))
  }

  /// After the signs between its parts.
  private static func breaks(_ text: Bytes, _ range: Range<Int>) -> [Int] {
    range.dropFirst().filter { index in
      [0x2F, 0x3F, 0x3D, 0x2D, 0x5F, 0x2E, 0x3B].contains(text[index - 1]) && text[index] != text[index - 1]
    }
  }

  /// Without the punctuation of the sentence that the address ends.
  private static func withoutMarks(_ text: Bytes, from start: Int, to end: Int) -> Int {
    var end = end
    while end > start {
      let last = text[end - 1]
      let isOpen = last == 0x29 && text[start..<end].contains(0x28)
      // The last sign of `&amp;` is the address's own.
      let isEntity = last == 0x3B && text.part(start..<end).ends(with: "&amp;")
      guard [0x21, 0x27, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x2A].contains(last), !isOpen, !isEntity else { break }
      end -= 1
    }
    return end
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || [0x25, 0x2B, 0x2D, 0x2E, 0x5F].contains(byte)
  }

  private static func isURL(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && ![0x22, 0x3C, 0x3E, 0x5B, 0x5C, 0x5D, 0x5E, 0x60, 0x7B, 0x7C, 0x7D].contains(byte)
  }
}
