import Base

/// Writes a 索引号 into the front matter of a document.
enum IndexNumberLine {
  /// The file with the line before the end of its front matter, or in place of an empty one.
  ///
  /// - Parameter frontMatter: The number of bytes up to the end of its front matter.
  static func inserting(_ number: String, into bytes: [UInt8], frontMatter: Int) -> [UInt8] {
    let head = bytes[..<min(frontMatter, bytes.count)]
    let isCRLF = head.firstRange(of: [0x0D, 0x0A]) != nil
    let line = Array(("indexNumber: " + number + (isCRLF ? "\r\n" : "\n")).utf8)
    var starts = [0]
    for index in head.indices where head[index] == 0x0A { starts.append(index + 1) }
    for (start, next) in zip(starts, starts.dropFirst()) {
      let text = String(decoding: head[start..<next], as: UTF8.self).trimmed
      if ["indexNumber:", "索引号:", "索引号：", "indexNumber: \"\"", "索引号: \"\""].contains(text) {
        return Array(head[..<start]) + line + bytes[next...]
      }
    }
    let closing = starts.last { head[$0...].starts(with: Array("---".utf8)) } ?? head.endIndex
    return Array(bytes[..<closing]) + line + bytes[closing...]
  }
}
