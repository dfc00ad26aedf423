/// A tag of a page, by the places of its parts.
struct MarkupTag {
  /// An attribute of a tag, without the blank before it.
  struct Attribute {
    let name: String
    let range: Range<Int>
    /// Without quotation marks; empty for an attribute that has none.
    let value: Range<Int>
  }

  /// In lower case.
  let name: String
  let isEnd: Bool
  /// From `<` to behind `>`.
  let range: Range<Int>
  let attributes: [Attribute]

  subscript(name: String) -> Attribute? { attributes.first { $0.name == name } }
}

/// The tags of a page in their order, as a tokenizer of HTML finds them: comments, doctypes, and what stands in scripts, styles and
/// titles is passed over.
struct MarkupReader: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var place = 0
  /// Elements whose content is text, whatever is in it.
  private static let raw: Set<String> = ["script", "style", "textarea", "title"]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> MarkupTag? {
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")), open + 1 < bytes.count {
      place = open + 1
      switch bytes[place] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): passDeclaration()
      case UInt8(ascii: "/"):
        place += 1
        if let tag = tag(from: open, isEnd: true) { return tag }
      default:
        guard let tag = tag(from: open, isEnd: false) else { continue }
        if Self.raw.contains(tag.name) { passText(of: tag.name) }
        return tag
      }
    }
    return nil
  }

  /// At the `!` of `<!-- … -->` or `<!DOCTYPE html>`.
  private mutating func passDeclaration() {
    let mark = Array((bytes[place...].starts(with: "!--".utf8) ? "-->" : ">").utf8)
    place = bytes[place...].firstRange(of: mark)?.upperBound ?? bytes.count
  }

  /// To the end tag of a raw element.
  private mutating func passText(of name: String) {
    let mark = Array(("</" + name).utf8)
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      let found = bytes[open...].prefix(mark.count)
      if found.count == mark.count, zip(found, mark).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) {
        place = open
        return
      }
      place = open + 1
    }
    place = bytes.count
  }

  /// At the name of a tag; nil where there is none.
  private mutating func tag(from open: Int, isEnd: Bool) -> MarkupTag? {
    let name = word { Self.isBlank($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }
    guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return nil }
    var attributes: [MarkupTag.Attribute] = []
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if Self.isBlank(bytes[place]) || bytes[place] == UInt8(ascii: "/") {
        place += 1
      } else {
        attributes.append(attribute())
      }
    }
    place = Swift.min(place + 1, bytes.count)
    return MarkupTag(name: name, isEnd: isEnd, range: open..<place, attributes: attributes)
  }

  private mutating func attribute() -> MarkupTag.Attribute {
    let start = place
    let name = word { Self.isBlank($0) || [UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")].contains($0) }
    let end = place
    passBlanks()
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
      place = Swift.max(end, start + 1)
      return MarkupTag.Attribute(name: name, range: start..<place, value: place..<place)
    }
    place += 1
    passBlanks()
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
      let from = place
      _ = word { Self.isBlank($0) || $0 == UInt8(ascii: ">") }
      return MarkupTag.Attribute(name: name, range: start..<place, value: from..<place)
    }
    let from = place + 1
    let to = bytes[from...].firstIndex(of: bytes[place]) ?? bytes.count
    place = Swift.min(to + 1, bytes.count)
    return MarkupTag.Attribute(name: name, range: start..<place, value: from..<to)
  }

  private mutating func word(until ends: (UInt8) -> Bool) -> String {
    let start = place
    while place < bytes.count, !ends(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
  }

  private mutating func passBlanks() {
    while place < bytes.count, Self.isBlank(bytes[place]) { place += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) }
}
