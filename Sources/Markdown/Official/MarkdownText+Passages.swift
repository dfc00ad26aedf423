import Base
package import Papers

extension MarkdownText {
  /// The paragraphs, headings and table rows of the text as readers see it, to be compared with those of another. Read from
  /// the HTML when they are asked for, so that a text that is not compared keeps nothing for it.
  package var passages: [Passage] {
    var reader = PassageReader(self)
    return reader.read()
  }
}

/// Reads a fragment's HTML, which is our own: tags in lower case, every `<` and `>` of the text escaped.
private struct PassageReader {
  private let html: [UInt8]
  /// Where articles and lines that serve as headings begin.
  private let articles: Set<Int>
  private let titles: Set<Int>
  private var passages: [Passage] = []
  private var form = Passage.Form.paragraph(isApart: false)
  private var anchor: String?
  private var text: [UInt8] = []
  /// Whether a cell was read in the row that is open.
  private var cells: Int?
  private var isPreformatted = false

  init(_ text: MarkdownText) {
    html = text.html
    articles = Set(text.outline.filter { $0.kind == .article }.map(\.htmlOffset))
    titles = Set(text.outline.filter { $0.kind == .title }.map(\.htmlOffset))
  }

  mutating func read() -> [Passage] {
    var offset = 0
    while offset < html.count {
      switch html[offset] {
      case 0x3C:
        let start = offset
        while offset < html.count, html[offset] != 0x3E { offset += 1 }
        offset = min(offset + 1, html.count)
        read(tag: start..<offset)
        // Between tags a line feed is only layout.
        if !isPreformatted, offset < html.count, html[offset] == 0x0A { offset += 1 }
      case 0x26: offset = readReference(at: offset)
      default:
        let start = offset
        while offset < html.count, html[offset] != 0x3C, html[offset] != 0x26 { offset += 1 }
        text += html[start..<offset]
      }
    }
    end()
    return passages
  }

  private mutating func read(tag range: Range<Int>) {
    let tag = html[range]
    let isEnd = tag.dropFirst().first == 0x2F
    let name = tag.dropFirst(isEnd ? 2 : 1).prefix { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }
    switch String(decoding: name, as: UTF8.self) {
    case "tr":
      end()
      cells = isEnd ? nil : 0
      form = isEnd ? .paragraph(isApart: false) : .row
    case "td", "th":
      guard !isEnd, let count = cells else { return }
      if count > 0 { text.append(0x09) }
      cells = count + 1
    case "br": text.append(0x0A)
    case "img": if let alternative = attribute(" alt=\"", of: range) { text += "［图：".utf8 + alternative + "］".utf8 }
    case "p", "h1", "h2", "h3", "h4", "h5", "h6":
      if isEnd { end() } else { begin(range, isHeading: name.first == 0x68) }
    case "li", "ul", "ol", "blockquote", "table": end()
    case "pre":
      end()
      isPreformatted = !isEnd
    default: break
    }
  }

  private mutating func begin(_ tag: Range<Int>, isHeading: Bool) {
    end()
    let role = attribute(" class=\"", of: tag).map { String(decoding: $0, as: UTF8.self) }
    anchor = attribute(" id=\"", of: tag).map { String(decoding: $0, as: UTF8.self) }
    form =
      articles.contains(tag.lowerBound)
      ? .article
      : isHeading || titles.contains(tag.lowerBound)
        ? .heading : .paragraph(isApart: role.map(Self.standsApart) ?? false)
  }

  /// Ends the passage that is open.
  private mutating func end() {
    defer { (text, anchor, form) = ([], nil, .paragraph(isApart: false)) }
    while let last = text.last, last == 0x0A || last == 0x20 { text.removeLast() }
    if !text.isEmpty { passages.append(Passage(form, text, anchor: anchor)) }
  }

  /// Classes of paragraphs below the articles (``Role``).
  private static func standsApart(_ role: String) -> Bool {
    ["signature", "signature-date", "note", "attachment-note", "annex-mark", "annex-title", "copies", "imprint"]
      .contains(role)
  }

  /// The value of an attribute, given by what stands before it.
  private func attribute(_ opening: StaticString, of tag: Range<Int>) -> [UInt8]? {
    html.withUnsafeBufferPointer { html in
      let tag = html.part(tag)
      guard let start = tag.indices.first(where: { tag[$0] == 0x20 && tag.has(opening, at: $0) }) else { return nil }
      return Self.unescaped(Array(tag[(start + opening.utf8CodeUnitCount)...].prefix { $0 != 0x22 }))
    }
  }

  private mutating func readReference(at offset: Int) -> Int {
    guard let (name, byte) = Self.references.first(where: { html[offset...].starts(with: $0.name) }) else {
      text.append(html[offset])
      return offset + 1
    }
    text.append(byte)
    return offset + name.count
  }

  private static func unescaped(_ value: [UInt8]) -> [UInt8] {
    guard value.contains(0x26) else { return value }
    var (text, offset) = ([UInt8](), 0)
    while offset < value.endIndex {
      let found = references.first { value[offset...].starts(with: $0.name) }
      text.append(found?.byte ?? value[offset])
      offset += found?.name.count ?? 1
    }
    return text
  }

  private static let references: [(name: [UInt8], byte: UInt8)] = [
    (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E), (Array("&amp;".utf8), 0x26), (Array("&quot;".utf8), 0x22),
  ]
}
