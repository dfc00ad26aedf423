import Base

/// The YAML part of a file with its corrections; maps the parser's marks to byte offsets in it, and those to the file.
struct YAMLText {
  /// The bytes up to the end of the YAML.
  let bytes: [UInt8]
  /// Those that are YAML.
  let range: Range<Int>
  private let corrected: CorrectedText
  /// Byte offsets at which the parser's lines begin.
  private let lineStarts: [Int]

  /// Takes a range of a file that is valid UTF-8.
  init(source: SourceText, range: Range<Int>, corrections: [Correction] = []) {
    corrected = CorrectedText(source.bytes, upTo: range.upperBound, corrections)
    bytes = corrected.bytes
    self.range = corrected.offset(of: range.lowerBound)..<bytes.count
    lineStarts = Self.lineStarts(in: bytes, self.range)
  }

  /// The bytes of the file from which bytes of this text come.
  func inFile(_ place: Range<Int>) -> Range<Int> { corrected.place(place) }

  /// A value with the places in the file.
  func inFile(_ value: YAMLValue) -> YAMLValue {
    if corrected.isUnchanged { return value }
    let content: YAMLValue.Content =
      switch value.content {
      case .empty, .text: value.content
      case .list(let values): .list(values.map(inFile))
      case .mapping(let entries):
        .mapping(entries.map { YAMLEntry(key: $0.key, place: inFile($0.place), value: inFile($0.value)) })
      }
    return YAMLValue(place: inFile(value.place), content: content, lines: value.lines)
  }

  /// The text to parse.
  var text: String { String(decoding: bytes[range], as: UTF8.self) }

  /// The byte offset of the parser's 1-based line and column (in Unicode scalars).
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return range.upperBound }
    var offset = lineStarts[line - 1]
    var left = column - 1
    while left > 0, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// Line starts as libyaml counts them: a lone CR, U+0085, U+2028 and U+2029 also end a line.
  private static func lineStarts(in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var starts = [range.lowerBound]
    var index = range.lowerBound
    while index < range.upperBound {
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
      switch bytes[index] {
      case 0x0A: starts.append(index + 1)
      case 0x0D where next != 0x0A: starts.append(index + 1)
      case 0xC2 where next == 0x85: starts.append(index + 2)
      case 0xE2 where next == 0x80 && index + 2 < range.upperBound && bytes[index + 2] & 0xFE == 0xA8:
        starts.append(index + 3)
      default: break
      }
      index += 1
    }
    return starts
  }
}

// Finds keys by searching the text, without the parser.
extension YAMLText {
  /// Finds duplicates of the key at byte `first` in the same mapping: at the same indentation in a block, up to the
  /// next closing brace in `{…}`.
  ///
  /// - Returns: The bytes of the keys, quotation marks included.
  func repeats(of key: String, from first: Int) -> [Range<Int>] {
    let indent = indentation(before: first)
    var found: [Range<Int>] = []
    for offset in first + 1..<range.upperBound {
      if let indent {
        if endsBlock(indentedBy: indent, at: offset) { break }
      } else if bytes[offset] == UInt8(ascii: "}") {
        break
      }
      if let place = place(of: key, at: offset), indentation(before: offset) == indent { found.append(place) }
    }
    return found
  }

  /// The bytes of a key at an offset, quotation marks included; nil if it is not there as a key.
  func place(of key: String, at start: Int) -> Range<Int>? {
    let rest = bytes[start..<range.upperBound]
    let quote = rest.first == UInt8(ascii: "\"") || rest.first == UInt8(ascii: "'") ? 1 : 0
    guard start == range.lowerBound || " \t\n{,".utf8.contains(bytes[start - 1]),
      rest.dropFirst(quote).starts(with: key.utf8)
    else { return nil }
    let end = start + key.utf8.count + 2 * quote
    let isKey = rest.dropFirst(end - start).first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: ":")
    return isKey ? start..<end : nil
  }

  /// Where `*name` stands as a word of its own.
  func places(ofAlias alias: String) -> [Range<Int>] {
    let length = alias.utf8.count
    return range.dropLast(length - 1).filter { offset in
      bytes[offset] == UInt8(ascii: "*") && bytes[offset..<offset + length].elementsEqual(alias.utf8)
        && " \t[,".utf8.contains(offset > range.lowerBound ? bytes[offset - 1] : 0x20)
        && (offset + length == range.upperBound || " \t\r\n,]}:".utf8.contains(bytes[offset + length]))
    }.map { $0..<$0 + length }
  }

  /// The number of bytes before a key on its line, if only spaces and list markers; nil inside `{…}`.
  private func indentation(before offset: Int) -> Int? {
    let lead = bytes[range.lowerBound..<offset].reversed().prefix { $0 != 0x0A }
    return lead.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "-") } ? lead.count : nil
  }

  /// Whether a line begins at the offset and is indented less than the block.
  private func endsBlock(indentedBy indent: Int, at offset: Int) -> Bool {
    guard bytes[offset - 1] == 0x0A,
      let text = bytes[offset..<range.upperBound].firstIndex(where: { $0 != 0x20 })
    else { return false }
    return text - offset < indent && ![0x0A, 0x0D, UInt8(ascii: "#")].contains(bytes[text])
  }
}
