/// A file that scripts read, as a script that hands over its text: browsers refuse to read files from pages that are files.
enum FileScript {
  /// What its name has after that of the file.
  static let suffix = ".js"

  /// Single quotation marks, because JSON and HTML are full of the other ones.
  static func bytes(of text: ArraySlice<UInt8>) -> [UInt8] {
    var out = Array("gongkai.file('".utf8)
    out.reserveCapacity(text.count + text.count / 32 + 32)
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in text {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 0x0A: out += Array("\\n".utf8)
      case 0x0D: out += Array("\\r".utf8)
      // U+2028 and U+2029 end a line of a script written before 2019.
      case 0xA8 where previous == (0xE2, 0x80), 0xA9 where previous == (0xE2, 0x80):
        out.removeLast(2)
        out += Array(byte == 0xA8 ? "\\u2028".utf8 : "\\u2029".utf8)
      default: out.append(byte)
      }
      previous = (previous.1, byte)
    }
    return out + Array("');\n".utf8)
  }
}
