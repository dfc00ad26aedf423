import Documents

/// The words that a query may use: those of ``Criterion``, some of those that every kind has, and the fields of all kinds.
struct QueryWords {
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
