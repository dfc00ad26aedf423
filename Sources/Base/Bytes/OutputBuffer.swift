/// A growing buffer of UTF-8 bytes, with the escaping that HTML, XML and JSON strings need.
package struct OutputBuffer: Sendable {
  /// The bytes written so far.
  package private(set) var bytes: [UInt8] = []

  /// An empty buffer that reserves `capacity` bytes.
  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Appends text verbatim.
  package mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Appends bytes verbatim.
  package mutating func write(bytes added: [UInt8]) { bytes.append(contentsOf: added) }

  /// Appends bytes verbatim. Not generic: across modules a generic version would not be specialized.
  package mutating func write(bytes added: ArraySlice<UInt8>) { bytes.append(contentsOf: added) }

  /// Appends ` name="value"`, escaped.
  package mutating func writeAttribute(_ name: String, _ value: String) {
    write(" \(name)=\"")
    writeEscaped(value)
    write("\"")
  }

  /// Appends text with `& < > " '` escaped, for element content and quoted attributes in HTML and XML. Characters
  /// that XML forbids become U+FFFD.
  package mutating func writeEscaped(_ text: String) {
    let isPlain = text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(\.isPlainInMarkup) }
    if isPlain == true { return write(text) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\""): write("&quot;")
      case UInt8(ascii: "'"): write("&#39;")
      case 0x09, 0x0A, 0x0D, 0x20...: bytes.append(byte)
      default: write("\u{FFFD}")
      }
    }
  }

  /// Appends a JSON string; see ``Swift/Array/appendJSON(_:)``.
  package mutating func writeJSON(_ text: String) { bytes.appendJSON(text) }

  /// Two lower-case hexadecimal digits.
  package static func hex(_ byte: UInt8) -> String {
    String(decoding: [digit(byte >> 4), digit(byte & 15)], as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}

extension [UInt8] {
  /// Appends a quoted JSON string; `<` is written `\u003c`, so that the JSON is safe inside any HTML.
  package mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    if text.utf8.withContiguousStorageIfAvailable({ $0.allSatisfy(\.isPlainInJSON) }) == true {
      append(contentsOf: text.utf8)
      append(UInt8(ascii: "\""))
      return
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): append(contentsOf: "\\\\".utf8)
      case 0x0A: append(contentsOf: "\\n".utf8)
      case 0x0D: append(contentsOf: "\\r".utf8)
      case 0x09: append(contentsOf: "\\t".utf8)
      case UInt8(ascii: "<"): append(contentsOf: "\\u003c".utf8)
      case ..<0x20: append(contentsOf: "\\u00\(OutputBuffer.hex(byte))".utf8)
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}

extension UInt8 {
  /// Whether it needs no escaping in elements and attributes.
  fileprivate var isPlainInMarkup: Bool {
    switch self {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    case 0x09, 0x0A, 0x0D, 0x20...: true
    default: false
    }
  }

  /// Whether it needs no escaping in a JSON string.
  fileprivate var isPlainInJSON: Bool {
    self >= 0x20 && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\") && self != UInt8(ascii: "<")
  }

  /// Whether it needs no encoding in the path of a URL.
  fileprivate var isPlainInURLPath: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "="),
      UInt8(ascii: "@"):
      true
    default: false
    }
  }
}

extension String {
  /// Escaped for element content and quoted attributes in HTML and XML.
  package var escapedForMarkup: String {
    var buffer = OutputBuffer(capacity: utf8.count)
    buffer.writeEscaped(self)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// Without the escapes that ``escapedForMarkup`` writes.
  package var unescapedMarkup: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    return replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  /// Encoded for the path of a URL: everything but unreserved characters, `/` and a few harmless ones becomes `%XX`.
  package var encodedForURLPath: String {
    if utf8.allSatisfy(\.isPlainInURLPath) { return self }
    var out: [UInt8] = []
    for byte in utf8 {
      if byte.isPlainInURLPath {
        out.append(byte)
      } else {
        out.append(UInt8(ascii: "%"))
        out.append(contentsOf: OutputBuffer.hex(byte).uppercased().utf8)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A whole URL with what may not stand in one percent-encoded; its escapes are kept.
  package var encodedForURL: String {
    var out: [UInt8] = []
    for byte in utf8 {
      if byte > 0x20, byte < 0x7F, ![0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D].contains(byte) {
        out.append(byte)
      } else {
        out.append(contentsOf: ("%" + OutputBuffer.hex(byte).uppercased()).utf8)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Encoded for a value in a URL's query: everything but unreserved characters becomes `%XX`.
  package var encodedForQuery: String {
    let kept = Set("!$()*+,=@/".utf8)
    var out = ""
    for byte in encodedForURLPath.utf8 {
      out += kept.contains(byte) ? "%" + OutputBuffer.hex(byte).uppercased() : String(UnicodeScalar(byte))
    }
    return out
  }

  /// Decodes `%E4%BA%8B`; nil when an escape is malformed or the result is not UTF-8.
  package var percentDecoded: String? {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var out: [UInt8] = []
    var rest = utf8.makeIterator()
    while let byte = rest.next() {
      guard byte == UInt8(ascii: "%") else {
        out.append(byte)
        continue
      }
      guard let high = rest.next(), high != UInt8(ascii: "+"), high != UInt8(ascii: "-"), let low = rest.next(),
        let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
      else { return nil }
      out.append(value)
    }
    return String(validating: out, as: UTF8.self)
  }
}
