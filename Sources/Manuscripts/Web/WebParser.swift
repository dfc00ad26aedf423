import Base
import CGumbo

/// Reads a web page with gumbo, as browsers do, whatever is wrong with it.
enum WebParser {
  /// The element `html`; nil for a page that would take more time or memory than its length allows.
  static func read(_ text: String) -> WebElement? {
    let bytes = Array(text.utf8)
    guard WebMeasure(bytes).isBounded else { return nil }
    var options = kGumboDefaultOptions
    // Errors are not asked for.
    options.max_errors = 0
    return bytes.withUnsafeBytes { raw -> WebElement? in
      guard let base = raw.bindMemory(to: CChar.self).baseAddress else { return WebElement("html", [:], []) }
      return withUnsafePointer(to: options) { options -> WebElement? in
        guard let output = gumbo_parse_with_options(options, base, raw.count) else { return nil }
        defer { gumbo_destroy_output(options, output) }
        guard let root = output.pointee.root, case .element(let element)? = node(root, depth: 0) else { return nil }
        return element
      }
    }
  }

  private static func node(_ node: UnsafePointer<GumboNode>, depth: Int) -> WebNode? {
    switch node.pointee.type {
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      return .text(String(cString: node.pointee.v.text.text))
    case GUMBO_NODE_ELEMENT:
      guard depth < 4 * WebMeasure.mostDepth else { return nil }
      let element = node.pointee.v.element
      let children = pointers(element.children, of: GumboNode.self).compactMap { Self.node($0, depth: depth + 1) }
      var attributes: [String: String] = [:]
      for attribute in pointers(element.attributes, of: GumboAttribute.self) {
        attributes[String(cString: attribute.pointee.name)] = String(cString: attribute.pointee.value)
      }
      return .element(WebElement(name(element), attributes, children))
    default: return nil
    }
  }

  private static func name(_ element: GumboElement) -> String {
    if element.tag != GUMBO_TAG_UNKNOWN { return String(cString: gumbo_normalized_tagname(element.tag)) }
    var piece = element.original_tag
    gumbo_tag_from_original_text(&piece)
    let bytes = UnsafeRawBufferPointer(start: piece.data, count: piece.length)
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }

  private static func pointers<Pointee>(_ vector: GumboVector, of: Pointee.Type) -> [UnsafePointer<Pointee>] {
    (0..<Int(vector.length)).compactMap { index in
      vector.data[index].map { UnsafePointer($0.assumingMemoryBound(to: Pointee.self)) }
    }
  }
}

/// What a page would cost, counted before it is read: gumbo looks through all open elements at every tag, writes
/// formatting that is not closed again in every paragraph, and compares each attribute of a tag with the others.
struct WebMeasure {
  static let mostDepth = 256
  private static let (mostAttributes, mostNodes) = (256, 4_000_000)

  private(set) var isBounded = true
  private var (tags, depth, deepestFormatting): (Int, Int, Int) = (0, 0, 0)
  private var open: [String: Int] = [:]
  private var formatting = 0

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while isBounded, let start = bytes[index...].firstIndex(of: 0x3C) { index = read(bytes, start + 1) }
    }
    // Every tag may repeat all the formatting that is open.
    if tags * (1 + deepestFormatting) > Self.mostNodes { isBounded = false }
  }

  /// Reads a tag; returns where it ends.
  private mutating func read(_ bytes: Bytes, _ start: Int) -> Int {
    if bytes.has("!--", at: start) { return end(of: "-->", bytes, start + 3) }
    let isEnd = bytes.has("/", at: start)
    let nameStart = start + (isEnd ? 1 : 0)
    guard nameStart < bytes.count, Self.isLetter(bytes[nameStart]) else { return start }
    let name = String(decoding: bytes[nameStart...].prefix(16) { Self.isNamePart($0) }, as: UTF8.self).lowercased()
    var (index, attributes, quote): (Int, Int, UInt8?) = (nameStart, 0, nil)
    var wasBlank = false
    while index < bytes.count {
      let byte = bytes[index]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == 0x3E {
        break
      } else if byte == 0x22 || byte == 0x27 {
        // Only behind an equals sign; elsewhere it is a part of a name.
        if bytes[..<index].last(where: { $0 > 0x20 }) == 0x3D { quote = byte } else { attributes += 1 }
      } else if byte > 0x20, byte != 0x2F, wasBlank || bytes[index - 1] == 0x22 || bytes[index - 1] == 0x27 {
        attributes += 1
      }
      wasBlank = quote == nil && (byte <= 0x20 || byte == 0x2F)
      index += 1
    }
    count(name, isEnd: isEnd)
    if attributes > Self.mostAttributes { isBounded = false }
    if !isEnd, Self.raw.contains(name) { return endOfRaw(name, bytes, index) }
    return min(index + 1, bytes.count)
  }

  private mutating func count(_ name: String, isEnd: Bool) {
    tags += 1
    if Self.alone.contains(name) { return }
    let isFormatting = Self.formatting.contains(name)
    if isEnd {
      guard let count = open[name], count > 0 else { return }
      open[name] = count - 1
      depth -= 1
      if isFormatting { formatting -= 1 }
    } else {
      open[name, default: 0] += 1
      depth += 1
      if isFormatting { formatting += 1 }
    }
    deepestFormatting = max(deepestFormatting, formatting)
    if depth > Self.mostDepth { isBounded = false }
  }

  private func end(of mark: StaticString, _ bytes: Bytes, _ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      guard let place = bytes[index...].firstIndex(of: mark.utf8Start.pointee) else { return bytes.count }
      if bytes.has(mark, at: place) { return place + mark.utf8CodeUnitCount }
      index = place + 1
    }
    return bytes.count
  }

  /// Where a script or the like ends: in it, signs are no tags.
  private func endOfRaw(_ name: String, _ bytes: Bytes, _ start: Int) -> Int {
    var index = start
    while let place = bytes[min(index, bytes.count)...].firstIndex(of: 0x3C) {
      let rest = bytes[(place + 1)...].prefix(name.utf8.count + 1)
      if rest.first == 0x2F, String(decoding: rest.dropFirst(), as: UTF8.self).lowercased() == name { return place }
      index = place + 1
    }
    return bytes.count
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isNamePart(_ byte: UInt8) -> Bool { byte > 0x20 && byte != 0x3E && byte != 0x2F }

  /// Elements that have no end, or are ended by the next of their kind.
  private static let alone: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "html", "head", "body",
  ]
  private static let formatting: Set<String> = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
  ]
  private static let raw: Set<String> = ["script", "style", "title", "textarea", "xmp", "noframes", "iframe"]
}

extension Slice<Bytes> {
  fileprivate func prefix(_ count: Int, while holds: (UInt8) -> Bool) -> Slice<Bytes> {
    prefix(count).prefix(while: holds)
  }
}
