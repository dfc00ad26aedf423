import Base
import Documents

// Queries (归集) in front matter.
extension FileReader {
  /// Reads a query: conditions, `groupBy` and `sortBy`. The audit checks whether its words match anything.
  mutating func query(_ value: YAMLValue?, kinds: KindTable) -> Query? {
    let label = CommonField.collects.label
    guard let value, let entries = self.entries(of: value, what: label) else { return nil }
    let words = QueryWords(kinds)
    let draft = Draft(entries, vocabulary: words.vocabulary, file: &self)
    let conditions = words.conditions.compactMap { key, criterion -> Query.Condition? in
      let words = texts(draft[key], "\(label)的\(key)").map { Query.Word(text: $0.text, place: $0.place) }
      return words.isEmpty ? nil : Query.Condition(criterion: criterion, words: words)
    }
    if entries.allSatisfy({ ["groupBy", "分组", "sortBy", "排序"].contains($0.key) }) {
      add("missing-field", at: value.place, "归集没有写条件", cures: ["例如 collects: {topics: [科技、教育], years: [2026]}"])
    }
    return Query(
      conditions: conditions, groupBy: criterion(draft["groupBy"], "分组", words),
      sortBy: criterion(draft["sortBy"], "排序", words), place: value.place)
  }

  private mutating func criterion(_ value: YAMLValue?, _ label: String, _ words: QueryWords) -> Criterion? {
    guard let value, let word = text(value, label) else { return nil }
    if let criterion = words.grouping(word) { return criterion }
    let near = NearMiss.cure(for: word, among: words.groupings)
    let named = Criterion.named.map(\.single).joined(separator: "、")
    add("wrong-choice", at: value.place, "\(label)不能是“\(word)”", cures: near.isEmpty ? ["可以写 \(named)，或者一个字段"] : near)
    return nil
  }
}
