import Base
import Documents

// 归集, in front matter.
extension Findings {
  /// A query: conditions, `groupBy` and `sortBy`. Whether its words mean anything, the audit says.
  mutating func query(_ value: YAMLValue?, kinds: KindTable) -> Query? {
    let label = CommonField.collects.label
    guard let value, let entries = self.entries(of: value, what: label) else { return nil }
    let words = QueryWords(kinds)
    let draft = Draft(entries, vocabulary: words.vocabulary, findings: &self)
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

/// The words that a query may use: those of ``Criterion``, some of those that every kind has, and the fields of all kinds.
private struct QueryWords {
  /// Keys with what they mean, in the order in which a query is read.
  let conditions: [(key: String, criterion: Criterion)]
  let vocabulary: Vocabulary
  /// What `groupBy` and `sortBy` may be, for suggestions.
  let groupings: [String]
  private let byWord: [String: Criterion]

  init(_ kinds: KindTable) {
    let named = Criterion.named
    var taken = Set(named.flatMap { [$0.key, $0.single, $0.label] })
    // Words of every kind, besides those with a name of their own in queries.
    var fields = CommonField.all(of: .query).map { (key: $0.rawValue, label: $0.label) }
    // Two kinds may call their fields the same; a label of several keys belongs to the first.
    for field in kinds.all.flatMap(\.ownFields) where taken.insert(field.key).inserted {
      fields.append((field.key, taken.insert(field.label).inserted ? field.label : field.key))
    }
    conditions = named.map { ($0.key, $0.criterion) } + fields.map { ($0.key, .field($0.key)) }
    vocabulary = Vocabulary(
      named.map { ($0.key, $0.label) } + fields.map { ($0.key, $0.label) } + [("groupBy", "分组"), ("sortBy", "排序")])
    groupings = named.map(\.single) + fields.map(\.key)
    byWord = Dictionary(
      named.flatMap { name in [name.key, name.single, name.label].map { ($0, name.criterion) } }
        + fields.flatMap { field in [field.key, field.label].map { ($0, .field(field.key)) } },
      uniquingKeysWith: { first, _ in first })
  }

  func grouping(_ word: String) -> Criterion? { byWord[word] }
}
