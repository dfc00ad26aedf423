/// Reads the JSON that this program writes: all of it but numbers with a fraction or an exponent.
struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  /// The value of the bytes; nil when they are not JSON or contain a number that is not whole.
  static func read(_ bytes: [UInt8]) -> JSONValue? {
    var reader = JSONReader(bytes: bytes)
    guard let value = reader.value(), reader.next() == nil else { return nil }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The next byte that is not white space, without consuming it.
  private mutating func next() -> UInt8? {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    return index < bytes.count ? bytes[index] : nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next() == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func value() -> JSONValue? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 64, let first = next() else { return nil }
    switch first {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return array()
    case UInt8(ascii: "\""): return text().map(JSONValue.string)
    case UInt8(ascii: "t"): return word("true", .boolean(true))
    case UInt8(ascii: "f"): return word("false", .boolean(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) -> JSONValue? {
    guard bytes[index...].starts(with: word.utf8) else { return nil }
    index += word.utf8.count
    return value
  }

  private mutating func number() -> JSONValue? {
    let digits = bytes[index...].prefix { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
    index += digits.count
    return Int(String(decoding: digits, as: UTF8.self)).map(JSONValue.integer)
  }

  private mutating func array() -> JSONValue? {
    index += 1
    var elements: [JSONValue] = []
    if take("]") { return .array([]) }
    repeat {
      guard let element = value() else { return nil }
      elements.append(element)
    } while take(",")
    return take("]") ? .array(elements) : nil
  }

  private mutating func object() -> JSONValue? {
    index += 1
    var members: [JSONValue.Member] = []
    if take("}") { return .object([JSONValue.Member]()) }
    repeat {
      guard next() == UInt8(ascii: "\""), let name = text(), take(":"), let value = value() else { return nil }
      members.append(JSONValue.Member(name, value))
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func text() -> String? {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") { index += 1 }
    var content = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return String(validating: content, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        content.append(byte)
        continue
      }
      guard let scalar = escape() else { return nil }
      content.append(contentsOf: String(Character(scalar)).utf8)
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "u"): break
    default: return nil
    }
    guard let high = unit() else { return nil }
    guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) }
    guard bytes[index...].starts(with: "\\u".utf8) else { return nil }
    index += 2
    guard let low = unit(), (0xDC00..<0xE000).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  /// A UTF-16 code unit from four hexadecimal digits.
  private mutating func unit() -> UInt32? {
    let digits = bytes[index...].prefix(4)
    index += digits.count
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

extension JSONValue {
  /// Reads JSON with whole numbers only; nil when the bytes are not JSON or contain a number that is not whole.
  package init?(json bytes: [UInt8]) {
    guard let value = JSONReader.read(bytes) else { return nil }
    self = value
  }

  /// The value of a string; nil for anything else.
  package var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The value of a number; nil for anything else.
  package var number: Int? { if case .integer(let number) = self { number } else { nil } }

  /// The elements, each read by `read`; nil when this is not an array or `read` fails for any of them.
  package func list<Element>(_ read: (JSONValue) -> Element?) -> [Element]? {
    guard case .array(let values) = self else { return nil }
    let elements = values.compactMap(read)
    return elements.count == values.count ? elements : nil
  }

  /// The first member of that name; nil when there is none or this is not an object.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}
