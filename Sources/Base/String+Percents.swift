extension StringProtocol {
  /// The text with the characters for which `%E9%99%84` stands, in UTF-8 or, where it is none, in GB 18030; nil for bytes of neither.
  package var unescapingPercents: String? {
    guard utf8.contains(0x25) else { return String(self) }
    var (bytes, rest): ([UInt8], Substring.UTF8View.SubSequence) = ([], Substring(self).utf8[...])
    while let byte = rest.popFirst() {
      guard byte == 0x25, rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else {
        bytes.append(byte)
        continue
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self) ?? bytes.decodedGB18030
  }
}
