import Base

/// What an inspector's program reads in the source of a page: tags, heading, links, the foot. A pass over the bytes of one of
/// our own pages, which are well-formed; no reader of HTML in general.
struct PageReading {
  /// The tags in the head, the first of each name.
  private(set) var metas: [String: String] = [:]
  private(set) var heading: String?
  /// The targets of all links.
  private(set) var links: [String] = []
  /// How many links say nothing: no text, no picture, no label.
  private(set) var emptyLinks = 0
  /// Text and links of the last `footer`.
  private(set) var footerText = ""
  private(set) var footerLinks: [String] = []

  private let bytes: [UInt8]
  private var text: [UInt8] = []
  private var link: (isNamed: Bool, start: Int)?
  private var (isInHeading, isInFooter) = (false, false)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var place = 0
    while place < bytes.count {
      guard let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) else { break }
      keep(place..<open)
      guard let close = end(of: open) else { break }
      read(Tag(bytes[(open + 1)..<close]), at: open)
      place = close + 1
    }
    footerText = footerText.unescapedMarkup
  }

  /// The end of the tag that begins at a place: quotation marks may hold a `>`.
  private func end(of open: Int) -> Int? {
    var quote: UInt8?
    var place = open + 1
    while place < bytes.count {
      let byte = bytes[place]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place
      }
      place += 1
    }
    return nil
  }

  /// Text is kept only where somebody asks for it.
  private mutating func keep(_ range: Range<Int>) {
    guard isInHeading || isInFooter || link != nil, !range.isEmpty else { return }
    text += bytes[range]
  }

  private mutating func read(_ tag: Tag, at place: Int) {
    switch tag.name {
    case "meta":
      if let name = tag["name"], metas[name] == nil { metas[name] = tag["content"] ?? "" }
    case "h1":
      if heading == nil { (isInHeading, text) = (true, []) }
    case "/h1":
      if isInHeading { heading = words() }
      isInHeading = false
    case "a":
      guard let target = tag["href"] else { return }
      links.append(target)
      if isInFooter { footerLinks.append(target) }
      link = (tag["aria-label"].map { !$0.isEmpty } ?? false, text.count)
    case "img", "svg":
      link?.isNamed = true
    case "/a":
      guard let open = link else { return }
      let isBlank = text[min(open.start, text.count)...].allSatisfy { $0 == 0x20 || $0 == 0x0A }
      if isBlank, !open.isNamed { emptyLinks += 1 }
      link = nil
      if !isInFooter, !isInHeading { text = [] }
    case "footer": (isInFooter, text) = (true, [])
    case "/footer":
      if isInFooter { footerText = String(decoding: text, as: UTF8.self) }
      (isInFooter, text) = (false, [])
    default: break
    }
  }

  private mutating func words() -> String {
    let words = String(decoding: text, as: UTF8.self).unescapedMarkup.trimmed
    text = []
    return words
  }
}

/// A tag between `<` and `>`.
private struct Tag {
  let name: String
  private let rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    let word = bytes.prefix { $0 != 0x20 && $0 != 0x0A }
    name = word.count <= 8 ? String(decoding: word, as: UTF8.self) : ""
    rest = bytes.dropFirst(word.count)
  }

  /// The value of an attribute, which stands in double quotation marks.
  subscript(key: String) -> String? {
    let wanted = Array((" " + key + "=\"").utf8)
    guard let start = rest.firstRange(of: wanted)?.upperBound else { return nil }
    let value = rest[start...].prefix { $0 != UInt8(ascii: "\"") }
    return String(decoding: value, as: UTF8.self).unescapedMarkup
  }
}
