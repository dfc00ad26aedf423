import Documents

/// The words that a query may use: those of ``Criterion``, some common fields, and the own fields of all kinds.
struct QueryWords {
  /// Keys with their meaning, in the order in which a query is read.
  let conditions: [(key: String, criterion: Criterion)]
  let vocabulary: Vocabulary
  /// Values of `groupBy` and `sortBy`, for suggestions.
  let groupings: [String]
  private let byWord: [String: Criterion]

  init(_ kinds: KindTable) {
    let named = Criterion.named
    var taken = Set(named.flatMap { [$0.key, $0.single, $0.label] })
    // Common fields, except those that have their own name in queries.
    var fields = CommonField.all(of: .query).map { (key: $0.rawValue, label: $0.label) }
    // Kinds may share a label; a label of several keys means the first.
    for field in kinds.all.flatMap(\.ownFields) where taken.insert(field.key).inserted {
      fields.append((field.key, taken.insert(field.label).inserted ? field.label : field.key))
    }
    // A word for grouping means something else as a condition: 年度 of a budget is not the year of its publication.
    let singles = kinds.all.flatMap(\.ownFields).filter { field in
      named.contains { $0.single == field.key && $0.key != field.key } && taken.insert(field.label).inserted
    }
    let known = Dictionary(singles.map { ($0.key, $0.label) }, uniquingKeysWith: { first, _ in first })
    let words = fields + known.sorted { $0.key < $1.key }.map { (key: $0.key, label: $0.value) }
    conditions = named.map { ($0.key, $0.criterion) } + words.map { ($0.key, .field($0.key)) }
    vocabulary = Vocabulary(
      named.map { ($0.key, $0.label) } + words.map { ($0.key, $0.label) } + [("groupBy", "分组"), ("sortBy", "排序")])
    groupings = named.map(\.single) + fields.map(\.key)
    byWord = Dictionary(
      named.flatMap { name in [name.key, name.single, name.label].map { ($0, name.criterion) } }
        + (fields + singles.map { ($0.key, $0.label) }).flatMap { field in
          [field.key, field.label].map { ($0, .field(field.key)) }
        },
      uniquingKeysWith: { first, _ in first })
  }

  func grouping(_ word: String) -> Criterion? { byWord[word] }
}
