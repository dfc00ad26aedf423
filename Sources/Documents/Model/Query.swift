/// 归集: a question to the public documents, as its author wrote it: any word of a condition, all conditions.
package struct Query: Sendable, Hashable {
  package let conditions: [Condition]
  /// What the found documents are grouped by.
  package let groupBy: Criterion?
  /// What they are sorted by, ascending; nil: newest first.
  package let sortBy: Criterion?
  /// Byte range in the front matter.
  package let place: Range<Int>

  /// One line of a query.
  package struct Condition: Sendable, Hashable {
    package let criterion: Criterion
    package let words: [Word]

    /// Makes a condition.
    package init(criterion: Criterion, words: [Word]) {
      self.criterion = criterion
      self.words = words
    }
  }

  /// A word with its place.
  package struct Word: Sendable, Hashable {
    package let text: String
    package let place: Range<Int>

    /// Makes a word.
    package init(text: String, place: Range<Int> = 0..<0) {
      self.text = text
      self.place = place
    }
  }

  /// What documents are told apart by.
  package enum Criterion: Sendable, Hashable {
    case kind, topic, theme, issuer, keyword, audience, column, year, state
    /// A word of every kind that has a value of its own, or a field of a kind.
    case field(String)

    /// The key of a condition, the key of a grouping, and what editors and readers call it.
    package static let named: [(criterion: Criterion, key: String, single: String, label: String)] = [
      (.kind, "kinds", "kind", "类型"), (.topic, "topics", "topic", "主题分类"), (.theme, "themes", "theme", "特色主题"),
      (.issuer, "issuers", "issuer", "发文机关"), (.keyword, "keywords", "keyword", "关键词"),
      (.audience, "audience", "audience", "服务对象"), (.column, "columns", "column", "栏目"),
      (.year, "years", "year", "年份"), (.state, "states", "state", "状态"),
    ]
  }

  /// Makes a query.
  package init(conditions: [Condition], groupBy: Criterion? = nil, sortBy: Criterion? = nil, place: Range<Int> = 0..<0)
  {
    self.conditions = conditions
    self.groupBy = groupBy
    self.sortBy = sortBy
    self.place = place
  }
}
