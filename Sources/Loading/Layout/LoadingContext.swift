import Documents
import Disk

/// What reading a document needs to know of the rest of the site.
struct LoadingContext: Sendable {
  let kinds: KindTable
  /// Kind of each column by path; a column without one is absent.
  let columnKinds: [String: String]
  /// Columns whose kind is missing for a reason that has its own finding.
  let columnsWithFindings: Set<String>
  let topics: TermTable
  let themes: TermTable
  let audiences: TermTable
  let organizations: TermTable
  /// Content path → bytes.
  let files: [String: Int]
  /// Where tables are read from.
  let tree: any SourceTree
}

/// The kinds with what reading needs of them, worked out once.
struct KindTable: Sendable {
  let all: [Kind]
  private let byWord: [String: Kind]
  private let vocabularies: [String: Vocabulary]
  /// The words of all kinds, for a document whose kind is not known.
  let anyVocabulary: Vocabulary
  /// Ids whose file could not be read at all: documents that name them are not to blame.
  let unreadable: Set<String>

  /// Takes the kinds by id.
  init(_ kinds: [Kind], unreadable: Set<String> = []) {
    all = kinds
    self.unreadable = unreadable
    byWord = Dictionary(kinds.flatMap { [($0.id, $0), ($0.label, $0)] }, uniquingKeysWith: { first, _ in first })
    let common = CommonField.allCases.map { (key: $0.rawValue, label: Optional($0.label)) }
    func vocabulary(_ kinds: [Kind]) -> Vocabulary {
      Vocabulary(
        common + kinds.flatMap(\.ownFields).map { ($0.key, $0.label) },
        required: Set(kinds.flatMap(\.fields).filter(\.isRequired).map(\.key) + ["title"]))
    }
    vocabularies = Dictionary(uniqueKeysWithValues: kinds.map { ($0.id, vocabulary([$0])) })
    anyVocabulary = vocabulary(kinds)
  }

  /// The kind with this id or label.
  func kind(_ word: String) -> Kind? { byWord[word] }

  /// The words that a document of a kind may use.
  func vocabulary(of kind: Kind?) -> Vocabulary { kind.flatMap { vocabularies[$0.id] } ?? anyVocabulary }

  /// Whether a kind that is not here may be missing because of something that has its own finding.
  var isIncomplete: Bool { all.isEmpty || !unreadable.isEmpty }

  /// Ids and labels, for suggestions.
  var words: [String] { all.map(\.id) + all.map(\.label) }
}

/// The terms that site.yml lists, found by name or id; nothing is checked against an empty table.
struct TermTable: Sendable {
  private let names: [String: String]
  /// As readers see them.
  let words: [String]

  /// Takes ids with names.
  init(_ terms: [(id: String, name: String)]) {
    names = Dictionary(
      terms.flatMap { [($0.name, $0.name), ($0.id, $0.name)] }, uniquingKeysWith: { first, _ in first })
    words = terms.map(\.name)
  }

  /// Whether site.yml lists any.
  var isEmpty: Bool { words.isEmpty }

  /// The name of a term by its name or id.
  func name(_ word: String) -> String? { names[word] }
}
