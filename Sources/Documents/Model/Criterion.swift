/// What documents are classified by: in a query (归集), on the pages of a facet, in the filters of the search.
package enum Criterion: Sendable, Hashable {
  case kind, topic, theme, issuer, keyword, audience, column, year, state, form, level, place
  /// A common field, or a field of a kind, by its key.
  case field(String)

  /// The criteria with their own keys in queries: the key of a condition, the key for grouping, and what editors and
  /// readers call it.
  package static let named: [(criterion: Criterion, key: String, single: String, label: String)] = [
    (.kind, "kinds", "kind", "类型"), (.topic, "topics", "topic", "主题分类"), (.theme, "themes", "theme", "特色主题"),
    (.issuer, "issuers", "issuer", "发文机关"), (.keyword, "keywords", "keyword", "关键词"),
    (.audience, "audience", "audience", "服务对象"), (.column, "columns", "column", "栏目"),
    (.year, "years", "year", "年份"), (.state, "states", "state", "状态"), (.form, "form", "form", "文种"),
    (.level, "levels", "level", "机关层级"), (.place, "places", "places", "面向地区"),
  ]

  /// The criterion with this key in a query, or else the field with this key.
  package init(key: String) {
    self = Self.named.first { $0.key == key || $0.single == key }?.criterion ?? .field(key)
  }

  /// What readers call it; for a field, its key.
  package var label: String {
    if case .field(let key) = self { return key }
    return Self.named.first { $0.criterion == self }?.label ?? ""
  }
}
