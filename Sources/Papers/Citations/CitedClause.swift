import Base

/// A provision named after a document: 第二条第一款第（三）项.
package struct CitedClause: Sendable, Hashable {
  /// Characters of the line.
  package let range: Range<Int>
  /// As written.
  package let name: String
  /// The anchors at which a text may have it, the deepest first: those of its section, chapter and book. Paragraphs and items of an
  /// article have none of their own.
  package let anchors: [String]
  /// Whether it is an article, or a part of one.
  package let isArticle: Bool

  /// The provisions named from an index of a line on: 第三条、第五条第二款, 第三条至第六条, 第二章.
  static func all(in line: TextLine, from start: Int) -> [CitedClause] {
    var start = start
    guard start < line.characters.count, "中的第".unicodeScalars.contains(line.characters[start]) else { return [] }
    if let word = ["中的第", "的第", "中第"].first(where: { line.has($0, at: start) }) { start += word.count - 1 }
    guard line.has("第", at: start) else { return [] }
    let end = line.characters[start...].prefix(longest).firstIndex { "，。；".unicodeScalars.contains($0) }
    let bytes = Array(line.text(start..<(end ?? min(line.characters.count, start + longest))).utf8)
    return bytes.withUnsafeBufferPointer { text in
      all(in: text).map { path in
        let lower = start + text.part(0..<path.range.lowerBound).scalarCount
        let name = text.part(path.range)
        return CitedClause(
          range: lower..<lower + name.scalarCount, name: name.string, anchors: path.anchors, isArticle: path.isArticle)
      }
    }
  }

  /// No list of provisions is longer.
  private static let longest = 240

  private static func all(in text: Bytes) -> [ClausePath] {
    var found: [ClausePath] = []
    var offset = 0
    while true {
      if let path = ClausePath(text, at: offset) {
        found.append(path)
        offset = path.range.upperBound
      } else if !found.isEmpty, let end = ClausePath.partEnd(text, at: offset) {
        // 第三条第一款、第二款: a further part of the same article.
        offset = end
      } else {
        return found
      }
      guard
        let joint = joints.first(where: { text.has($0, at: offset) && text.has("第", at: offset + $0.utf8CodeUnitCount) }
        )
      else { return found }
      offset += joint.utf8CodeUnitCount
    }
  }

  private static let joints: [StaticString] = ["、", "和", "及", "以及", "与", "或", "或者", "至", "到"]
}

/// Consecutive numbers from the outermost to the innermost: 第三章第十二条第二款.
private struct ClausePath {
  let range: Range<Int>
  private(set) var anchors: [String] = []
  private(set) var isArticle = false

  init?(_ text: Bytes, at start: Int) {
    var end = start
    while let clause = Clause(text.part(end..<text.count)), text.has("第", at: end) {
      let next = end + clause.byteCount
      // 第三条款, 第三条例 are other words.
      if clause.unit == .article, Self.otherWords.contains(where: { text.has($0, at: next) }) { return nil }
      anchors.insert(clause.anchorName, at: 0)
      isArticle = clause.unit == .article
      end = next
      if isArticle { break }
    }
    guard !anchors.isEmpty else { return nil }
    while isArticle, let part = Self.partEnd(text, at: end) { end = part }
    range = start..<end
  }

  private static let otherWords: [StaticString] = ["款", "例", "约", "件", "线"]

  /// The end of 第一款, 第（三）项 or 第二目 at an offset.
  static func partEnd(_ text: Bytes, at start: Int) -> Int? {
    guard text.has("第", at: start) else { return nil }
    var offset = start + 3
    let opening: StaticString? = ["（", "("].first { text.has($0, at: offset) }
    offset += opening?.utf8CodeUnitCount ?? 0
    guard let numeral = ChineseNumeral(text, at: offset) else { return nil }
    offset += numeral.byteCount
    if opening != nil {
      guard let closing = (["）", ")"] as [StaticString]).first(where: { text.has($0, at: offset) }) else { return nil }
      offset += closing.utf8CodeUnitCount
    }
    let unit = (["款", "项", "目"] as [StaticString]).first { text.has($0, at: offset) }
    return unit.map { offset + $0.utf8CodeUnitCount }
  }
}
