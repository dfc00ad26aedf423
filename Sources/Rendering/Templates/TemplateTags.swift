/// One Mustache tag with its position.
struct TemplateTag: Hashable {
  enum Kind: Hashable { case variable, unescaped, section, inverted, end, partial, comment }
  let kind: Kind
  /// The name as written, including dots.
  let name: String
  /// Byte range from the first brace to the last.
  let range: Range<Int>
}

/// A tag outside the supported dialect, or without an end.
struct TemplateTagError: Error {
  let message: String
  let range: Range<Int>
}

/// Finds the tags of a template: only the core of the Mustache specification.
struct TemplateScanner {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag; nil at the end.
  mutating func next() throws(TemplateTagError) -> TemplateTag? {
    guard let start = find([0x7B, 0x7B], from: offset) else { return nil }
    let isTriple = start + 2 < bytes.count && bytes[start + 2] == 0x7B
    let inner = start + (isTriple ? 3 : 2)
    guard let close = find(isTriple ? [0x7D, 0x7D, 0x7D] : [0x7D, 0x7D], from: inner) else {
      throw TemplateTagError(message: "标签没有结束，缺少“}}”", range: start..<min(start + 20, bytes.count))
    }
    offset = close + (isTriple ? 3 : 2)
    return try tag(inner..<close, range: start..<offset, isTriple: isTriple)
  }

  private func tag(
    _ inner: Range<Int>, range: Range<Int>, isTriple: Bool
  ) throws(TemplateTagError) -> TemplateTag {
    let text = String(decoding: bytes[inner], as: UTF8.self)
    let sigil = isTriple ? nil : text.first
    let kinds: [Character: TemplateTag.Kind] = [
      "#": .section, "^": .inverted, "/": .end, ">": .partial, "&": .unescaped,
    ]
    if sigil == "!" { return TemplateTag(kind: .comment, name: "", range: range) }
    if let sigil, "=<$%*".contains(sigil) {
      throw TemplateTagError(message: "不支持“{{\(sigil)”这种标签", range: range)
    }
    let kind = sigil.flatMap { kinds[$0] }
    let name = (kind == nil ? text[...] : text.dropFirst()).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty, !name.contains(" "), !name.contains("(") else {
      throw TemplateTagError(message: "标签里应当只有一个名字：“\(text)”", range: range)
    }
    return TemplateTag(kind: kind ?? (isTriple ? .unescaped : .variable), name: name, range: range)
  }

  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    guard start + pattern.count <= bytes.count else { return nil }
    return (start...(bytes.count - pattern.count)).first { bytes[$0..<($0 + pattern.count)].elementsEqual(pattern) }
  }
}
