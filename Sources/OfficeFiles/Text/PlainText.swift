import Base

/// A file of text, line by line: CSV, TXT.
enum PlainText {
  static func read(_ bytes: [UInt8]) throws(OfficeFault) -> OfficeContent {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = ForeignEncoding.decoded(body) else { throw .damaged }
    var content = OfficeContent()
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      content.add(String(line), at: .line(index + 1))
    }
    return content
  }
}
