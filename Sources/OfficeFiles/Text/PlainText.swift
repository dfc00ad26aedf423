import Base

/// A file of text, line by line: CSV, TXT.
enum PlainText {
  static func read(_ bytes: [UInt8]) throws(OfficeFault) -> OfficeContent {
    let decoded = DecodedText(bytes)
    guard decoded.faults == 0 else { throw .damaged }
    var content = OfficeContent()
    for (index, line) in decoded.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    {
      content.add(String(line), at: .line(index + 1))
    }
    return content
  }
}
