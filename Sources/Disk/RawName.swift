/// Names of files as text, whatever their bytes: a byte that is no UTF-8 is written as one of the last 128 code points of Unicode, and
/// read back. A name that has such a code point itself is written byte by byte, so that every name comes back as it was.
///
/// People copy files with GBK names into folders that this program has to list, keep and remove.
package enum RawName {
  private static let base: UInt32 = 0x10FF00
  private static let stand: ClosedRange<UInt32> = 0x10FF80...0x10FFFF

  /// The text of a name.
  static func text(_ name: UnsafePointer<CChar>) -> String {
    if let text = String(validatingCString: name), !hasStandIn(text) { return text }
    var bytes: [UInt8] = []
    while name[bytes.count] != 0 { bytes.append(UInt8(bitPattern: name[bytes.count])) }
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      if let scalar = String(validating: rest.prefix(length), as: UTF8.self)?.unicodeScalars.first,
        !stand.contains(scalar.value)
      {
        text.append(scalar)
        rest = rest.dropFirst(UTF8.width(scalar))
      } else {
        if let standIn = Unicode.Scalar(base + UInt32(first)) { text.append(standIn) }
        rest = rest.dropFirst()
      }
    }
    return String(text)
  }

  /// Passes on the bytes of a path, as the disk knows it.
  static func withBytes<Value>(_ path: String, _ body: (UnsafePointer<CChar>) -> Value) -> Value {
    guard hasStandIn(path) else { return path.withCString(body) }
    var bytes: [CChar] = []
    for scalar in path.unicodeScalars {
      if stand.contains(scalar.value) {
        bytes.append(CChar(truncatingIfNeeded: scalar.value - base))
      } else {
        bytes += UTF8.encode(scalar).map { $0.map(CChar.init(bitPattern:)) } ?? []
      }
    }
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { buffer in
      // The buffer has at least its NUL.
      buffer.baseAddress.map(body) ?? path.withCString(body)
    }
  }

  /// The name for people: `\xD5` for a byte that is no UTF-8.
  package static func shown(_ path: String) -> String {
    guard hasStandIn(path) else { return path }
    return path.unicodeScalars.map { scalar in
      stand.contains(scalar.value) ? "\\x" + String(scalar.value - base, radix: 16, uppercase: true) : String(scalar)
    }.joined()
  }

  /// The stand-ins begin with F4 8F BE or F4 8F BF, and hardly any name has an F4.
  private static func hasStandIn(_ text: String) -> Bool {
    text.utf8.contains(0xF4) && text.unicodeScalars.contains { stand.contains($0.value) }
  }
}
