/// Writes JSON values as bytes. Strings keep their characters, except quotation marks, backslashes, controls and lone
/// surrogates.
enum JSONText {
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 { append(escaping: byte, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// UTF-16 units, of which some may be halves of a pair.
  static func append(units: [UInt16], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var decoder = UTF16()
    var units = units[...]
    while let unit = units.first {
      var iterator = units.prefix(2).makeIterator()
      if case .scalarValue(let scalar) = decoder.decode(&iterator) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(escaping: byte, to: &bytes) }
        units = units.dropFirst(UTF16.width(scalar))
      } else {
        bytes.append(contentsOf: "\\u\(String(unit, radix: 16))".utf8)
        units = units.dropFirst()
      }
      decoder = UTF16()
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(escaping byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0..<0x20:
      bytes.append(contentsOf: "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
    default:
      bytes.append(byte)
    }
  }
}
