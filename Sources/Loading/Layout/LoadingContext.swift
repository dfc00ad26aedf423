import Documents
import Disk
import Guard
import Papers

/// What reading a document needs to know about the rest of the site.
struct LoadingContext: Sendable {
  let kinds: KindTable
  /// The kind of each column by path; columns without a kind are absent.
  let columnKinds: [String: String]
  /// Columns whose kind is missing for a reason that was reported.
  let columnsWithFindings: Set<String>
  let topics: TermTable
  let themes: TermTable
  let audiences: TermTable
  let places: TermTable
  /// The answers by which readers find policies.
  let answers: TermTable
  let organizations: TermTable
  let agencyCodes: AgencyCodes
  /// Content path → size in bytes.
  let files: [String: Int]
  /// Files that may not be read, with `Content/`.
  let unreadable: Set<String>
  /// Where tables are read from.
  let tree: any SourceTree
  let textGuard: TextGuard
  let reviews: ReviewDuty
}

/// The kinds, with lookup tables that are computed once.
struct KindTable: Sendable {
  let all: [Kind]
  private let byWord: [String: Kind]
  private let vocabularies: [String: Vocabulary]
  /// The words of all kinds, for a document of unknown kind.
  let anyVocabulary: Vocabulary
  /// Ids of kind files that could not be read: documents that name them are not reported.
  let unreadable: Set<String>

  /// Takes the kinds sorted by id; of two with the same label the first counts.
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
    var owners: [String: [String]] = [:]
    for kind in kinds {
      for field in kind.ownFields {
        for word in [field.key, field.label] { owners[word, default: []].append(kind.label) }
      }
    }
    let withKind = kinds.map { kind in
      var words = vocabulary([kind])
      words.kind = Vocabulary.KindWords(label: kind.label, idle: kind.idleFields, elsewhere: owners)
      return (kind.id, words)
    }
    vocabularies = Dictionary(withKind, uniquingKeysWith: { first, _ in first })
    anyVocabulary = vocabulary(kinds)
  }

  /// The kind with this id or label.
  func kind(_ word: String) -> Kind? { byWord[word] }

  /// The words that a document of this kind may use.
  func vocabulary(of kind: Kind?) -> Vocabulary { kind.flatMap { vocabularies[$0.id] } ?? anyVocabulary }

  /// Whether a missing kind may be due to something already reported.
  var isIncomplete: Bool { all.isEmpty || !unreadable.isEmpty }

  /// All ids and labels, for suggestions.
  var words: [String] { all.map(\.id) + all.map(\.label) }
}

/// The terms listed in site.yml, by name or id; nothing is checked against an empty table.
struct TermTable: Sendable {
  private let names: [String: String]
  /// The names as readers see them.
  let words: [String]

  /// Takes ids and names; an ambiguous word means the first.
  init(_ terms: [(id: String, name: String)]) {
    names = Dictionary(
      terms.flatMap { [($0.name, $0.name), ($0.id, $0.name)] }, uniquingKeysWith: { first, _ in first })
    words = terms.map(\.name)
  }

  /// Takes places, which are also known by the names of their town and their own: 清溪镇西河村.
  init(places: [Place]) {
    let whole = places.compactMap { place in
      place.above.first.map { (id: $0 + place.shortName, name: place.name) }
    }
    var names = TermTable(places.map { ($0.id, $0.name) } + whole).names
    // A short name that two villages have means neither; a town is called by it alone.
    for (name, bearers) in Dictionary(grouping: places, by: \.shortName)
    where bearers.count > 1 && !bearers.contains(where: { $0.name == name }) { names[name] = nil }
    self.names = names
    words = places.map(\.name)
  }

  /// Whether site.yml lists none.
  var isEmpty: Bool { words.isEmpty }

  /// The term's name, given its name or id.
  func name(_ word: String) -> String? { names[word] }

  /// Whether it is the name itself.
  func isName(_ word: String) -> Bool { names[word] == word }
}
