import Base
import Documents

/// Where a title may break, so that no word is cut in two (GB/T 9704-2012, 7.3.1: 回行时要做到词意完整).
///
/// A title is made of parts: who issues it, and what it is about, from 关于 on. A part begins a new line if it does not fit on the
/// one before it, and its own lines are of equal length; so neither 关于 nor a single character ever stands alone. Within a part a line
/// ends only between words; signs stay with the words that they belong to, figures and letters are whole.
struct TitleBreaks: Sendable {
  private let names: [[UInt8]]
  /// The places in those names, which are words too: 安澜县.
  private let places: [[UInt8]]

  init(_ site: Site) {
    names = site.organizations.map { Array($0.name.utf8) }
    let places = site.organizations.compactMap { office in
      office.name.firstIndex { "省市区县旗乡镇".contains($0) }.map { Array(office.name[...$0].utf8) }
    }
    self.places = Set(places).filter { 6...15 ~= $0.count }.sorted {
      $0.count > $1.count || $0.count == $1.count && $0.lexicographicallyPrecedes($1)
    }
  }

  /// The title as HTML: each part a `<span>`, if there are several, with `<wbr>` between its words.
  func html(_ title: String, issuers: [String]) -> [UInt8] {
    let bytes = Array(title.utf8)
    let parts = parts(of: bytes, issuers: issuers.map { Array($0.utf8) })
    var out = OutputBuffer(capacity: bytes.count * 2 + 64)
    for part in parts {
      if parts.count > 1 { out.write("<span>") }
      var start = part.lowerBound
      for place in ends(in: bytes[part]) {
        out.writeEscaped(String(decoding: bytes[start..<place], as: UTF8.self))
        out.write("<wbr>")
        start = place
      }
      out.writeEscaped(String(decoding: bytes[start..<part.upperBound], as: UTF8.self))
      if parts.count > 1 { out.write("</span>") }
    }
    return out.bytes
  }

  // MARK: Parts

  /// Before 关于, before 转发 and 印发 after an office, and before the second of two titles.
  private func parts(of title: [UInt8], issuers: [[UInt8]]) -> [Range<Int>] {
    var starts = [0]
    func split(_ place: Int) {
      // Neither part may be so short that it looks lost: 再次 | 关于….
      if place - (starts.last ?? 0) >= 9, title.count - place >= 9 { starts.append(place) }
    }
    var depth = 0
    var last: UInt32 = 0
    var offset = 0
    while offset + 2 < title.count {
      guard title[offset] >= 0xE0 else {
        offset += 1
        continue
      }
      let sign = Self.sign(title[...], offset)
      switch sign {
      case Self.title.open:
        if depth == 0, last == Self.title.close { split(offset) }
        depth += 1
      case Self.bracket.open: depth += 1
      case Self.title.close, Self.bracket.close: depth -= 1
      case Self.about where depth == 0 && Self.has(Self.aboutWord, title[...], offset): split(offset)
      case let sign where depth == 0 && Self.passing.contains(sign):
        let office = (issuers + names).contains { title[..<offset].suffix($0.count) == $0[...] }
        if office, Self.passingWords.contains(where: { Self.has($0, title[...], offset) }) { split(offset) }
      default: break
      }
      last = sign
      offset += 3
    }
    return starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : title.count) }
  }

  // MARK: Words

  /// The ends of the words at which a line of the part may end, ascending.
  private func ends(in part: ArraySlice<UInt8>) -> [Int] {
    var ends: [Int] = []
    var offset = part.startIndex
    var glues = true
    while offset < part.endIndex {
      let length = wordLength(part, offset)
      let sign = length <= 3 ? Self.sign(part, offset) : 0
      // What closes stays with what it closes, what opens with what follows.
      if !glues, length > 3 || !Self.closings.contains(sign) { ends.append(offset) }
      glues = length <= 3 ? Self.openings.contains(sign) : length == 6 && Self.has(Self.aboutWord, part, offset)
      offset += length
    }
    // No line of one character: the first and the last word of a part have two at least.
    return ends.filter { $0 - part.startIndex >= 6 && part.endIndex - $0 >= 6 }
  }

  /// A word, the figures of a number with what counts them, a Latin word, or one character.
  private func wordLength(_ part: ArraySlice<UInt8>, _ offset: Int) -> Int {
    if Self.isLatin(part[offset]) { return Self.latinLength(part, offset) }
    let width = part[offset] < 0xE0 ? (part[offset] < 0x80 ? 1 : 2) : part[offset] < 0xF0 ? 3 : 4
    let sign = Self.sign(part, offset)
    if sign == Self.ordinal, offset + width < part.endIndex, Self.isLatin(part[offset + width]) {
      return width + Self.latinLength(part, offset + width)
    }
    for place in places where Self.has(place, part, offset) { return place.count }
    for word in TitleWords.byFirst[sign] ?? [] where Self.has(word, part, offset) { return word.count }
    return min(width, part.endIndex - offset)
  }

  /// Figures and letters with the signs and dashes between them, and the word that counts them: 2026—2028年.
  private static func latinLength(_ part: ArraySlice<UInt8>, _ offset: Int) -> Int {
    var end = offset
    while end < part.endIndex {
      if isLatin(part[end]) {
        end += 1
      } else if dashes.contains(sign(part, end)), end + 3 < part.endIndex, 0x30...0x39 ~= part[end + 3] {
        end += 3
      } else {
        break
      }
    }
    return end - offset + (units.contains(sign(part, end)) ? 3 : 0)
  }

  private static func isLatin(_ byte: UInt8) -> Bool { 0x21...0x7E ~= byte && byte != 0x28 && byte != 0x29 }

  // MARK: Characters

  /// The character at an offset as one number: of ASCII the byte, else three bytes; 0 at the end.
  private static func sign(_ text: ArraySlice<UInt8>, _ offset: Int) -> UInt32 {
    guard offset < text.endIndex else { return 0 }
    if text[offset] < 0x80 { return UInt32(text[offset]) }
    guard offset + 2 < text.endIndex else { return 0 }
    return UInt32(text[offset]) << 16 | UInt32(text[offset + 1]) << 8 | UInt32(text[offset + 2])
  }

  private static func has(_ word: [UInt8], _ text: ArraySlice<UInt8>, _ offset: Int) -> Bool {
    guard offset + word.count <= text.endIndex else { return false }
    for index in word.indices where text[offset + index] != word[index] { return false }
    return true
  }

  /// The characters of a text as numbers.
  static func signs(_ text: String) -> [UInt32] { text.map { sign(Array(String($0).utf8)[...], 0) } }

  private static let aboutWord = Array("关于".utf8)
  private static let passingWords = ["转发", "批转", "印发"].map { Array($0.utf8) }
  private static let about = signs("关")[0]
  private static let passing = signs("转批印")
  private static let title = (open: signs("《")[0], close: signs("》")[0])
  private static let bracket = (open: signs("（")[0], close: signs("）")[0])
  private static let ordinal = signs("第")[0]
  private static let dashes = signs("—－–～")
  private static let units = signs("年月日号次届期个件项条批")
  private static let closings = signs("、》）〉〕”’，。：；！？…—·)的等局厅")
  /// Signs, and words that a line does not end with.
  private static let openings = signs("《（〈〔“‘(·和与及第")
}
