import Base

/// A provision as cited in other documents, located by an anchor of the text that contains it: 第十七条, 第十七条第二款,
/// 第三章, 三、, 三、（二）.
package struct Provision: Sendable, Hashable {
  /// The `id` of the smallest numbered block that contains it, as in ``OutlineEntry/anchor``.
  package let anchor: String
  /// Whether it is that whole block: 第十七条 is, 第十七条第二款 is not.
  package let isWhole: Bool

  /// The provisions that a name refers to, each one of 第三条至第五条 or 第三条、第五条; empty if the name does not begin with
  /// a number.
  package static func named(_ name: String) -> [Provision] {
    Array(name.utf8).withUnsafeBufferPointer(named)
  }

  private static func named(_ text: Bytes) -> [Provision] {
    guard let first = NumberPath(text) else { return [] }
    let rest = text.part(min(first.end + 3, text.count)..<text.count)
    if text.has("至", at: first.end), let last = NumberPath(rest), last.unit == first.unit, last.number > first.number,
      last.number - first.number < 1000
    {
      return (first.number...last.number).map { Provision(anchor: first.anchorPrefix + String($0), isWhole: true) }
    }
    let joins: [StaticString] = ["、第", "和第", "及第", "，第"]
    let isList = joins.contains { text.has($0, at: first.end) }
    return [first.provision] + (isList ? named(rest) : [])
  }

  /// Consecutive numbers from the outermost to the innermost: 第三章第十二条 is an article.
  private struct NumberPath {
    let unit: Clause.Unit
    let number: Int
    /// Offset at which the last number ends.
    let end: Int
    let provision: Provision

    init?(_ text: Bytes) {
      var end = 0
      var isItem = false
      var found: (clause: Clause, anchor: String)?
      while !isItem, let clause = Clause(text.part(end..<text.count)) {
        switch (clause.unit, found) {
        case (.second, let outer?) where outer.clause.unit == .first:
          found = (clause, outer.anchor + "-" + clause.anchorName)
        // Items of an article have no anchors of their own.
        case (.second, _): isItem = true
        default: found = (clause, clause.anchorName)
        }
        end += isItem ? 0 : clause.byteCount
      }
      guard let found else { return nil }
      (unit, number, self.end) = (found.clause.unit, found.clause.number, end)
      provision = Provision(anchor: found.anchor, isWhole: !isItem && Self.isWhole(unit, text, end: end))
    }

    /// Text after a heading's number is its title (第三章 罚则); text after an article's number is a part of the article.
    private static func isWhole(_ unit: Clause.Unit, _ text: Bytes, end: Int) -> Bool {
      let joins: [StaticString] = ["至", "、", "和", "及", "，"]
      if end == text.count || joins.contains(where: { text.has($0, at: end) }) { return true }
      return unit != .article && !text.has("第", at: end) && !text.has("中", at: end)
    }

    /// The anchor without the number.
    var anchorPrefix: String { String(provision.anchor.dropLast(String(number).utf8.count)) }
  }
}
