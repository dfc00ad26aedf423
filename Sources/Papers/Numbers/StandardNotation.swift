extension DocumentNumber {
  /// Reads 代字〔年份〕序号 exactly as GB/T 9704-2012 7.2.5 has it. Nearly all numbers of a library are written so, and the other
  /// forms take a hundred times as long to tell apart.
  init?(standard text: String) {
    guard let parts = text.utf8.withContiguousStorageIfAvailable(Self.standardParts) ?? nil else { return nil }
    self.init(
      text: text, agencyCode: String(decoding: text.utf8.prefix(parts.codeLength), as: UTF8.self), year: parts.year,
      serial: parts.serial)
  }

  private static func standardParts(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (codeLength: Int, year: Int, serial: Int)? {
    var end = bytes.count - 3
    guard end > 13, isHao(bytes, end) else { return nil }
    let digitsEnd = end
    while end > 0, isDigit(bytes[end - 1]) { end -= 1 }
    guard (1...6).contains(digitsEnd - end), bytes[end] != 0x30 else { return nil }
    let serial = value(bytes[end..<digitsEnd])
    // 〕, four figures, 〔
    let open = end - 10
    guard open > 0, bytes[end - 3] == 0xE3, bytes[end - 2] == 0x80, bytes[end - 1] == 0x95, bytes[open] == 0xE3,
      bytes[open + 1] == 0x80, bytes[open + 2] == 0x94, bytes[(open + 3)..<(open + 7)].allSatisfy(isDigit)
    else { return nil }
    let year = value(bytes[(open + 3)..<(open + 7)])
    guard (1900...2099).contains(year), open.isMultiple(of: 3), isPlainCode(bytes, open) else { return nil }
    return (open, year, serial)
  }

  /// Whether the words are Han characters that mean nothing else: no second 号, no urgency mark, not the name of the state.
  private static func isPlainCode(_ bytes: UnsafeBufferPointer<UInt8>, _ length: Int) -> Bool {
    for start in stride(from: 0, to: length, by: 3)
    where !(0xE4...0xE9).contains(bytes[start]) || isHao(bytes, start) { return false }
    let first = UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
    // 特, 加, 平, 急, 中
    return ![0xE7_89B9, 0xE5_8AA0, 0xE5_B9B3, 0xE6_80A5, 0xE4_B8AD].contains(first)
  }

  private static func isHao(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    bytes[start] == 0xE5 && bytes[start + 1] == 0x8F && bytes[start + 2] == 0xB7
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func value(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }
}
