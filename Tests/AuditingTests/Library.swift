import Auditing
import Base
import Documents
import Resolution

/// A small library whose front matter is real text, so that places can be checked.
struct TestLibrary {
  private(set) var documents: [Document] = []
  /// Content path → bytes.
  var files: [String: Int] = [:]

  static let kinds = [
    Kind(id: "policy", label: "政策文件", lifecycle: .validity), Kind(id: "question", label: "政策问答", lifecycle: .none),
    Kind(id: "consultation", label: "意见征集", lifecycle: .consultation), package,
  ]

  private static var package: Kind {
    var kind = Kind(id: "package", label: "政策包", lifecycle: .none)
    kind.isBundle = true
    return kind
  }

  static func day(_ iso: String) -> CalendarDate {
    guard case .success(let day) = CalendarDate.parse(iso) else { preconditionFailure("\(iso) is no date") }
    return day
  }

  /// Adds `a/<name>` with its number 甲发〔2020〕<serial>号; every value of `fields` stands on a line of its own, from line 2.
  mutating func add(
    _ name: String, kind: String = "policy", _ fields: KeyValuePairs<CommonField, String> = [:],
    edit: (inout Document) -> Void = { _ in }
  ) {
    var text = "---\n"
    var places: [String: Range<Int>] = [:]
    for (field, value) in fields {
      text += field.rawValue + ": "
      places[field.rawValue] = text.utf8.count..<(text.utf8.count + value.utf8.count)
      text += value + "\n"
    }
    var document = Document(
      id: DocumentID("a/" + name), column: "a", kind: kind, slug: name,
      frontMatter: SourceText(path: "Content/a/\(name).md", bytes: Array((text + "---\n").utf8)))
    document.title = name
    document.places = places
    for (field, value) in fields { Self.fill(&document, field, value, places[field.rawValue] ?? 0..<0) }
    edit(&document)
    documents.append(document)
  }

  private static func fill(_ document: inout Document, _ field: CommonField, _ value: String, _ place: Range<Int>) {
    switch field {
    case .title: document.title = value
    case .documentNumber: document.documentNumber = number(value)
    case .documentDate: document.documentDate = day(value)
    case .publishedOn: document.publishedOn = Moment(day: day(value))
    case .effectiveOn: document.effectiveOn = day(value)
    case .expiresOn: document.expiresOn = day(value)
    case .opensOn: document.opensOn = day(value)
    case .closesOn: document.closesOn = day(value)
    case .validity: document.declaredValidity = DeclaredValidity(word: value)
    default:
      guard let kind = RelationKind.allCases.first(where: { $0.field == field }) else { return }
      document.relations[kind] = [reference(value, place)]
    }
  }

  /// `x`, `x 第三条`, or `x >2028-12-31` with the day of an extension.
  private static func reference(_ value: String, _ place: Range<Int>) -> Reference {
    let words = value.split(separator: " ").map(String.init)
    let until = words.first { $0.hasPrefix(">") }.map { day(String($0.dropFirst())) }
    return Reference(
      target: .path(DocumentID("a/" + words[0])), until: until,
      articles: words.dropFirst().filter { $0.hasPrefix("第") },
      place: place)
  }

  static func number(_ text: String) -> DocumentNumber {
    guard case .valid(let number) = DocumentNumber.read(text) else { preconditionFailure("\(text) is no number") }
    return number
  }

  /// What is found on a day.
  func findings(on asOf: String = "2026-01-01") -> [Diagnostic] {
    var column = Column(path: "a", frontMatter: SourceText(path: "Content/a/_column.md", bytes: []))
    column.title = "栏目"
    let corpus = Corpus(
      site: Site(), kinds: Self.kinds, columns: [column], documents: documents, asOf: Self.day(asOf))
    return Audit.findings(in: AuditContext(corpus: corpus, documents: documents, files: files))
  }

  /// `d.md:2:9 error declared-validity < d.md:3:12`: a place, and after `<` the places that belong to it.
  func short(on asOf: String = "2026-01-01") -> [String] {
    findings(on: asOf).map { finding in
      let related = finding.related.map { Self.short($0.location) }.joined(separator: ", ")
      return "\(Self.short(finding.location)) \(finding.severity) \(finding.rule)"
        + (related.isEmpty ? "" : " < " + related)
    }
  }

  private static func short(_ place: Diagnostic.Location) -> String {
    "\(place.path.dropFirst("Content/a/".count)):\(place.start.line):\(place.start.column)"
  }
}
