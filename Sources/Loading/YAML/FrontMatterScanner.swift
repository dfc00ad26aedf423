/// Walks over the lines of a file's front matter and knows whether a quoted value is open.
///
/// It sees just enough of YAML for that: quotes count where a value begins, comments and block values are skipped.
struct FrontMatterScanner {
  private let bytes: [UInt8]
  /// First byte of the next line.
  private(set) var offset: Int
  /// 1-based number of the line that ``nextLine()`` gave last.
  private(set) var lineNumber = 0
  /// The quote that is open at the end of the last line.
  private var quote: UInt8?
  /// Where the line begins in which the open quote stands.
  private var quoteLine = 0
  /// Indentation of the line that opened a block value.
  private var blockIndent: Int?

  /// Begins at a byte offset.
  init(bytes: [UInt8], offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next line without its line break; nil at the end.
  mutating func nextLine() -> Range<Int>? {
    guard offset < bytes.count else { return nil }
    let start = offset
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    offset = min(end + 1, bytes.count)
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    lineNumber += 1
    return start..<end
  }

  /// Takes note of quotes that a line of front matter opens or closes.
  mutating func followQuotes(in line: Range<Int>) {
    var index = line.lowerBound
    if quote == nil {
      while index < line.upperBound, bytes[index] == 0x20 { index += 1 }
      let indent = index - line.lowerBound
      if let block = blockIndent {
        if index == line.upperBound || indent > block { return }
        blockIndent = nil
      }
      if opensBlock(line) { blockIndent = indent }
    }
    scan(from: index, in: line)
  }

  /// Whether a `---` line stands inside a quoted value: a quote is open, is closed further down at the end of a line,
  /// and no line in between looks like the next key (then its closing quote was forgotten).
  func isInsideQuotes(at line: Range<Int>) -> Bool {
    guard let quote else { return false }
    var ahead = FrontMatterScanner(bytes: bytes, offset: quoteLine)
    _ = ahead.nextLine()
    while let next = ahead.nextLine() {
      if looksLikeKey(next) { return false }
      guard next.lowerBound > line.lowerBound else { continue }
      if endsWith(quote, next) { return true }
    }
    return false
  }

  private mutating func scan(from start: Int, in line: Range<Int>) {
    var index = start
    // A value, and so a quote, may begin here.
    var fresh = true
    while index < line.upperBound {
      let byte = bytes[index]
      if let open = quote {
        if open == 0x22 && byte == 0x5C {
          index += 1
        } else if byte == open {
          let doubled = open == 0x27 && index + 1 < line.upperBound && bytes[index + 1] == open
          if doubled { index += 1 } else { quote = nil }
        }
        fresh = false
      } else if fresh && (byte == 0x22 || byte == 0x27) {
        quote = byte
        quoteLine = line.lowerBound
      } else if byte == 0x23 && (index == line.lowerBound || bytes[index - 1] == 0x20) {
        return
      } else if byte != 0x20 && byte != 0x09 {
        fresh = beginsValue(index, in: line)
      }
      index += 1
    }
  }

  /// `: `, `- `, `[`, `{`, `,`: a value may follow.
  private func beginsValue(_ index: Int, in line: Range<Int>) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): true
    case UInt8(ascii: ":"), UInt8(ascii: "-"):
      index + 1 == line.upperBound || bytes[index + 1] == 0x20 || bytes[index + 1] == 0x09
    default: false
    }
  }

  /// `key: |`, `- >-` and the like.
  private func opensBlock(_ line: Range<Int>) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] == 0x20 { end -= 1 }
    while end > line.lowerBound, "+-123456789".utf8.contains(bytes[end - 1]) { end -= 1 }
    guard end - 2 >= line.lowerBound, bytes[end - 1] == UInt8(ascii: "|") || bytes[end - 1] == UInt8(ascii: ">")
    else { return false }
    return bytes[end - 2] == 0x20
  }

  /// `word:` at column 1, as the next item of front matter begins.
  private func looksLikeKey(_ line: Range<Int>) -> Bool {
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")), colon > line.lowerBound else { return false }
    let isEnd = colon + 1 == line.upperBound || bytes[colon + 1] == 0x20
    return isEnd && bytes[line.lowerBound..<colon].allSatisfy { $0 > 0x2F }
  }

  private func endsWith(_ quote: UInt8, _ line: Range<Int>) -> Bool {
    bytes[line].last { $0 != 0x20 } == quote
  }
}
