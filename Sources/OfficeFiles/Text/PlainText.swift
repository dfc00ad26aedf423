import Base

/// A file of text, line by line: CSV, TXT.
enum PlainText {
  static func read(_ bytes: [UInt8]) throws(OfficeFault) -> OfficeContent {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: body, as: UTF8.self) ?? utf16(body) ?? body.decodedGB18030 else {
      throw .damaged
    }
    var content = OfficeContent()
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      content.add(String(line), at: .line(index + 1))
    }
    return content
  }

  /// What Excel calls “Unicode 文本”.
  private static func utf16(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 2, bytes.count % 2 == 0 else { return nil }
    let isLittle = bytes[0] == 0xFF && bytes[1] == 0xFE
    guard isLittle || bytes[0] == 0xFE && bytes[1] == 0xFF else { return nil }
    let units = stride(from: 2, to: bytes.count, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? first | second << 8 : first << 8 | second
    }
    return String(validating: units, as: UTF16.self)
  }
}
