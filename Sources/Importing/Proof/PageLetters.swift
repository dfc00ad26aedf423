import Base
import OfficeFiles

/// The letters of a web page between its tags, by a reader that knows no more of HTML than that.
enum PageLetters {
  static func pieces(of bytes: [UInt8]) -> [OfficePiece] {
    let stated = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    let encoding: DecodedText.Encoding? =
      stated.contains("charset=gb") || stated.contains("charset=\"gb") ? .gb18030 : nil
    return pieces(in: DecodedText(bytes, stated: encoding).text)
  }

  static func pieces(in page: String) -> [OfficePiece] {
    lines(in: Array(page.utf8)).enumerated().map { OfficePiece(place: .line($0.offset + 1), text: $0.element) }
  }

  /// The texts between tags, each of the words in it on its own: other readers close up or part what stands between tags.
  private static func lines(in page: [UInt8]) -> [String] {
    var (texts, text, index) = ([String](), [UInt8](), 0)
    func end() {
      texts += String(decoding: text, as: UTF8.self).split { $0.isWhitespace }.map(String.init)
      text.removeAll(keepingCapacity: true)
    }
    while index < page.count {
      switch page[index] {
      case 0x3C where index + 1 < page.count && isTag(page[index + 1]):
        end()
        index = afterTag(page, at: index)
      case 0x26:
        let name = page[(index + 1)...].prefix(12).prefix { isName($0) }
        let after = index + 1 + name.count
        guard after < page.count, page[after] == 0x3B, !name.isEmpty else {
          text.append(page[index])
          index += 1
          continue
        }
        if let letter = letter(String(decoding: name, as: UTF8.self)) { text += letter.utf8 } else { end() }
        index = after + 1
      default:
        text.append(page[index])
        index += 1
      }
    }
    end()
    return texts
  }

  private static func isTag(_ byte: UInt8) -> Bool {
    byte == 0x21 || byte == 0x2F || byte == 0x3F || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte == 0x23 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// The first byte after a tag, and after what readers never see: comments, scripts, styles, the head's title.
  private static func afterTag(_ page: [UInt8], at start: Int) -> Int {
    func after(_ word: String, from index: Int) -> Int {
      page[index...].firstRange(of: Array(word.utf8))?.upperBound ?? page.count
    }
    if page[start...].starts(with: "<!--".utf8) { return after("-->", from: start) }
    let name = String(decoding: page[(start + 1)...].prefix(10).prefix(while: isName), as: UTF8.self).lowercased()
    let end = after(">", from: start)
    guard ["script", "style", "title", "noscript", "textarea", "select", "iframe"].contains(name) else { return end }
    var index = end
    while index < page.count {
      guard let close = page[index...].firstRange(of: [0x3C, 0x2F])?.upperBound else { return page.count }
      let closing = String(decoding: page[close...].prefix(name.utf8.count), as: UTF8.self).lowercased()
      if closing == name { return after(">", from: close) }
      index = close
    }
    return page.count
  }

  /// What a reference stands for; nil for one that is not known here, which parts the words.
  private static func letter(_ name: String) -> String? {
    if let known = known[name] { return known }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).flatMap { (0x80...0x9F).contains($0.value) ? nil : String($0) }
  }

  private static let known = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "nbsp": " ", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’",
    "mdash": "—", "ndash": "–", "hellip": "…", "middot": "·", "times": "×", "emsp": " ", "ensp": " ", "apos": "'",
  ]
}
