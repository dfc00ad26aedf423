/// Writes JSON values as bytes. Strings keep their characters, except quotation marks, backslashes and controls.
enum JSONText {
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 { append(escaping: byte, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Folded units, none of which is a surrogate.
  static func append(units: [UInt16], to bytes: inout [UInt8]) {
    append(String(decoding: units, as: UTF16.self), to: &bytes)
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
