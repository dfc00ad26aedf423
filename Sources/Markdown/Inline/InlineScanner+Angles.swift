import Base

extension InlineScanner {
  /// `<https://…>`, raw HTML, or a sign that is text: `<联系人>`, `5% <2026>`.
  mutating func angle(at offset: Int) -> Int {
    let rest = offset..<end
    if let link = source.autolink(in: rest) { return link }
    if let tag = source.tag(in: rest) {
      // At the beginning of a line, libcmark would take it for a block of HTML and leave out the text after it.
      if offset == text.lowerBound { edits.append(Edit(offset: offset, inserted: [Transcription.inner])) }
      return tag
    }
    edits.append(.escape(offset))
    if let place = source.leftoverTag(in: rest) {
      issues.append(MarkdownIssue(kind: .leftoverHTML(source.part(place).string), place: place))
    }
    return offset + 1
  }

  /// `&nbsp;` and the like, which libcmark resolves.
  mutating func entity(at offset: Int) -> Int {
    guard let entity = source.entity(in: offset..<end) else { return offset + 1 }
    if !["&amp;", "&lt;", "&gt;", "&quot;"].contains(source.part(entity).string) {
      issues.append(MarkdownIssue(kind: .entity(source.part(entity).string), place: entity))
    }
    return entity.upperBound
  }
}

/// Syntax of HTML, as CommonMark 0.30 defines it, on one line.
extension UnsafeBufferPointer where Element == UInt8 {
  /// The end of an autolink that begins a range.
  func autolink(in range: Range<Int>) -> Int? {
    var offset = range.lowerBound + 1
    guard offset < range.upperBound, self[offset].isASCIILetter else { return nil }
    while offset < range.upperBound, self[offset].isASCIILetter || 0x30...0x39 ~= self[offset] || isSchemeMark(offset) {
      offset += 1
    }
    guard 2...32 ~= offset - range.lowerBound - 1, offset < range.upperBound, self[offset] == 0x3A else { return nil }
    while offset < range.upperBound, self[offset] > 0x20, self[offset] != 0x3C, self[offset] != 0x3E { offset += 1 }
    return offset < range.upperBound && self[offset] == 0x3E ? offset + 1 : nil
  }

  private func isSchemeMark(_ offset: Int) -> Bool {
    self[offset] == 0x2B || self[offset] == 0x2D || self[offset] == 0x2E
  }

  /// The end of a tag, comment or declaration that begins a range.
  func tag(in range: Range<Int>) -> Int? {
    if has("<!--", at: range.lowerBound) { return commentEnd(from: range.lowerBound, in: range) }
    var offset = range.lowerBound + 1
    guard offset < range.upperBound else { return nil }
    let isClosing = self[offset] == 0x2F
    if isClosing { offset += 1 }
    guard offset < range.upperBound, self[offset].isASCIILetter else { return nil }
    while offset < range.upperBound, self[offset].isASCIILetter || 0x30...0x39 ~= self[offset] || self[offset] == 0x2D {
      offset += 1
    }
    while !isClosing, let attribute = attributeEnd(from: offset, in: range) { offset = attribute }
    while offset < range.upperBound, isBlank(self[offset]) { offset += 1 }
    if !isClosing, offset < range.upperBound, self[offset] == 0x2F { offset += 1 }
    return offset < range.upperBound && self[offset] == 0x3E ? offset + 1 : nil
  }

  private func commentEnd(from start: Int, in range: Range<Int>) -> Int? {
    var offset = start + 4
    guard !has(">", at: offset), !has("->", at: offset) else { return nil }
    while offset + 2 < range.upperBound {
      if has("--", at: offset) { return self[offset + 2] == 0x3E ? offset + 3 : nil }
      offset += 1
    }
    return nil
  }

  /// The end of ` name`, ` name=value` or ` name="value"`.
  private func attributeEnd(from start: Int, in range: Range<Int>) -> Int? {
    var offset = start
    func skip(_ isWanted: (UInt8) -> Bool) { while offset < range.upperBound, isWanted(self[offset]) { offset += 1 } }
    skip(isBlank)
    guard offset > start, offset < range.upperBound,
      self[offset].isASCIILetter || self[offset] == 0x5F || self[offset] == 0x3A
    else { return nil }
    skip { $0.isASCIILetter || 0x30...0x39 ~= $0 || $0 == 0x5F || $0 == 0x2E || $0 == 0x3A || $0 == 0x2D }
    let nameEnd = offset
    skip(isBlank)
    guard offset < range.upperBound, self[offset] == 0x3D else { return nameEnd }
    offset += 1
    skip(isBlank)
    guard offset < range.upperBound else { return nil }
    let quote = self[offset]
    if quote == 0x22 || quote == 0x27 {
      offset += 1
      skip { $0 != quote }
      return offset < range.upperBound ? offset + 1 : nil
    }
    let value = offset
    skip { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3C && $0 != 0x3D && $0 != 0x3E && $0 != 0x60 }
    return offset > value ? offset : nil
  }

  /// What looks like a tag that another program left behind, but is none by the rules: `<o:p>`, `<!-- ` without
  /// an end.
  fileprivate func leftoverTag(in range: Range<Int>) -> Range<Int>? {
    if has("<!--", at: range.lowerBound) { return range }
    var offset = range.lowerBound + 1
    if offset < range.upperBound, self[offset] == 0x2F || self[offset] == 0x3F || self[offset] == 0x21 { offset += 1 }
    let name = offset
    while offset < range.upperBound, self[offset].isASCIILetter || self[offset] == 0x3A || self[offset] == 0x2D {
      offset += 1
    }
    guard offset > name else { return nil }
    guard let close = self[offset..<range.upperBound].firstIndex(of: 0x3E) else {
      // A tag that goes on in the next line.
      let rest = part(offset..<range.upperBound)
      return rest.contains("=\"") || rest.isEmpty && tagNames.contains(part(name..<offset).string.lowercased())
        ? range : nil
    }
    let isTag = part(name..<offset).contains(0x3A) || part(offset..<close).contains(0x3D)
    return isTag ? range.lowerBound..<close + 1 : nil
  }

  /// A character reference that begins a range, known or not: `&nbsp;`, `&#160;`, `&sp;`.
  fileprivate func entity(in range: Range<Int>) -> Range<Int>? {
    var offset = range.lowerBound + 1
    if offset < range.upperBound, self[offset] == 0x23 { offset += 1 }
    let name = offset
    while offset < range.upperBound, offset - name < 32, self[offset].isASCIILetter || 0x30...0x39 ~= self[offset] {
      offset += 1
    }
    guard offset > name, offset < range.upperBound, self[offset] == 0x3B else { return nil }
    return range.lowerBound..<offset + 1
  }
}

extension UInt8 {
  var isASCIILetter: Bool { 0x41...0x5A ~= self || 0x61...0x7A ~= self }
}

/// Tags that other programs break over two lines.
private let tagNames: Set<String> = ["a", "div", "span", "table", "td", "tr", "font", "img", "script", "style"]
