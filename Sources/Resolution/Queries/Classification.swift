package import Base
package import Documents

/// The terms of documents under one criterion on the corpus's day: shared by the conditions, groups and order of
/// queries, the pages of facets, and the filters of the search.
package struct Classification: Sendable {
  private let corpus: Corpus
  private let criterion: Criterion
  /// The terms that the site or a kind lists, in its order; their ids are used in addresses and in the search.
  package let listed: [Term]
  /// Only for levels: the level of each office by its name.
  private let levels: [String: String]

  /// Classifies by one criterion.
  package init(_ criterion: Criterion, in corpus: Corpus) {
    self.criterion = criterion
    self.corpus = corpus
    listed = Self.listed(criterion, in: corpus)
    levels =
      criterion == .level
      ? Dictionary(
        corpus.site.organizations.compactMap { office in office.level.map { (office.name, $0) } },
        uniquingKeysWith: { first, _ in first }) : [:]
  }

  /// The terms of a document, by the names that readers know.
  package func names(of entry: CorpusEntry) -> [String] {
    let document = entry.document
    return switch criterion {
    case .kind: [corpus.kind(of: document)?.readersLabel ?? document.kind]
    case .topic: document.topics
    case .theme: document.themes
    case .issuer: document.issuers
    case .keyword: document.keywords
    case .audience: document.audience
    case .place: document.localities
    case .column: corpus.columns.first { $0.path == document.column }.map { [$0.title] } ?? []
    case .year: document.year.map { [String($0)] } ?? []
    case .state: entry.status.map { [$0.state.label] } ?? []
    case .form: document.form.map { [$0] } ?? []
    case .level: document.issuers.compactMap { levels[$0] }
    case .field(let key): document.words(in: key)
    }
  }

  /// What readers see for a name: 2026年 for 2026.
  package func label(_ name: String) -> String { criterion == .year ? name + "年" : name }

  /// Whether a word of a condition applies to a document. A column includes those below it, a year or month its days.
  package func matches(_ word: String, _ entry: CorpusEntry) -> Bool {
    let document = entry.document
    switch criterion {
    case .kind:
      let kind = corpus.kind(of: document)
      return document.kind == word || kind?.label == word || kind?.shownAs == word
    case .column:
      let path = corpus.columns.first { $0.title == word }?.path ?? word
      return document.column == path || document.column.hasPrefix(path + "/")
    case .state: return entry.status.map { $0.state.words.contains(word) } ?? false
    case .topic: return document.topics.contains(Self.name(word, in: corpus.site.topics))
    case .theme: return document.themes.contains(Self.name(word, in: corpus.site.themes))
    case .audience: return document.audience.contains(Self.name(word, in: corpus.site.audiences))
    case .place: return document.localities.contains(corpus.site.places.first { $0.id == word }?.name ?? word)
    case .issuer: return document.issuers.contains(corpus.site.organizations.first { $0.id == word }?.name ?? word)
    case .field(let key) where document.date(under: key) != nil:
      return document.words(in: key).contains { $0 == word || $0.hasPrefix(word + "-") }
    case .keyword, .year, .form, .level, .field: return names(of: entry).contains(word)
    }
  }

  private static func name(_ word: String, in terms: [Term]) -> String { terms.first { $0.id == word }?.name ?? word }

  /// The words allowed in a condition, for checks and suggestions; nil: any.
  package var vocabulary: [String]? {
    let site = corpus.site
    switch criterion {
    case .kind: return corpus.kinds.values.flatMap { [$0.id, $0.label, $0.readersLabel] }.sorted()
    case .topic: return Self.words(site.topics)
    case .theme: return Self.words(site.themes)
    case .audience: return Self.words(site.audiences)
    case .place: return Self.words(listed)
    case .issuer:
      return site.organizations.isEmpty ? nil : site.organizations.flatMap { [$0.id, $0.name] }
    case .column: return corpus.columns.filter { !$0.path.isEmpty }.flatMap { [$0.path, $0.title] }
    case .state: return State.allCases.flatMap(\.words)
    case .level: return listed.map(\.name)
    case .field(let key): return choices(key)
    case .keyword, .year, .form: return nil
    }
  }

  private static func words(_ terms: [Term]) -> [String]? { terms.isEmpty ? nil : terms.flatMap { [$0.id, $0.name] } }

  /// The choices of a field, if it is a choice in every kind that has it.
  private func choices(_ key: String) -> [String]? {
    let fields = corpus.kinds.values.flatMap(\.ownFields).filter { $0.key == key }
    guard !fields.isEmpty, fields.allSatisfy({ $0.type == .choice }) else { return nil }
    return fields.flatMap(\.choices).sorted()
  }

  /// Names in the order that readers expect: as the site or the kind lists them, then the unlisted ones by bytes; years
  /// and months newest first.
  package func ordered(_ names: Set<String>) -> [String] {
    // Kinds are files in a folder and have no order of their own.
    let known = criterion == .kind ? [] : listed.map(\.name).filter(names.contains)
    let others = names.subtracting(known).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return known + (isTime ? others.reversed() : others)
  }

  private var isTime: Bool {
    if case .field(let key) = criterion { isDate(key) } else { criterion == .year }
  }

  private func isDate(_ key: String) -> Bool {
    corpus.kinds.values.contains { $0.ownFields.contains { $0.key == key && $0.type == .date } }
      || CommonField(rawValue: key)?.definition.value.isDay ?? false
  }

  private static func listed(_ criterion: Criterion, in corpus: Corpus) -> [Term] {
    let site = corpus.site
    let kinds = corpus.kinds.values.sorted { $0.id < $1.id }
    return switch criterion {
    case .kind: kinds.map { Term(id: $0.id, name: $0.readersLabel) }
    case .topic: site.topics
    case .theme: site.themes
    case .audience: site.audiences
    case .place: site.places.map { Term(id: $0.id, name: $0.name) }
    case .issuer: site.organizations.map { Term(id: $0.id, name: $0.name) }
    case .column: corpus.columns.map { Term(id: $0.path, name: $0.title) }
    case .state: State.allCases.map { Term(id: $0.rawValue, name: $0.label) }
    case .level: unique(site.organizations.compactMap(\.level))
    case .field(let key): unique(kinds.flatMap(\.ownFields).filter { $0.key == key }.flatMap(\.choices))
    case .keyword, .year, .form: []
    }
  }

  /// Distinct words as terms; each is its own id.
  private static func unique(_ words: [String]) -> [Term] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }.map { Term(id: $0, name: $0) }
  }

  /// The groups a document belongs to: its terms; for a date, its month.
  func groups(of entry: CorpusEntry) -> [String] {
    guard case .field(let key) = criterion, let day = entry.document.date(under: key) else { return names(of: entry) }
    return [String(day.iso.prefix(7))]
  }

  /// By the first term of each: by the first number in it if both have one, else by bytes; without terms last.
  func precedes(_ a: CorpusEntry, _ b: CorpusEntry) -> Bool {
    let (first, second) = (names(of: a).first, names(of: b).first)
    guard let first, let second, first != second else {
      return first == second ? CorpusEntry.newestFirst(a, b) : first != nil
    }
    if let one = Self.number(first), let other = Self.number(second), one != other { return one < other }
    return first.utf8.lexicographicallyPrecedes(second.utf8)
  }

  /// The first number in a text: 12 of 第12号.
  private static func number(_ text: String) -> Int? {
    let digits = text.utf8.drop { !(0x30...0x39).contains($0) }.prefix { (0x30...0x39).contains($0) }
    return Int(written: String(digits) ?? "")
  }
}

extension Document {
  /// The year it is filed under: of signing, or else of publication.
  package var year: Int? { documentDate?.year ?? publishedOn?.day.year }

  /// The day of a common field or a field of its kind, by key.
  package func date(under key: String) -> CalendarDate? {
    guard let common = CommonField(rawValue: key) else { return date(in: key) }
    return common.definition.value.day(of: self)
  }

  /// The values of a common field or a field of its kind, by key, as texts; dates as `2026-11-30`.
  func words(in key: String) -> [String] {
    guard let common = CommonField(rawValue: key) else { return fields[key].map(\.words) ?? [] }
    return common.definition.value.texts(of: self)
  }
}
