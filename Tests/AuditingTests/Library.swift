import Auditing
import Base
import Documents
import Resolution
import TestSupport

/// A small library with real front matter text, so that places can be checked.
struct TestLibrary: DocumentFixture {
  private(set) var documents: [Document] = []
  /// Content path → bytes.
  var files: [String: Int] = [:]
  var site = Site()

  static let kinds = [
    Kind(id: "policy", label: "政策文件", lifecycle: .validity), Kind(id: "question", label: "政策问答", lifecycle: .none),
    Kind(id: "consultation", label: "意见征集", lifecycle: .consultation), package,
  ]

  private static var package: Kind {
    var kind = Kind(id: "package", label: "政策包", lifecycle: .none)
    kind.isBundle = true
    return kind
  }

  /// Adds `a/<name>`, numbered 甲发〔2020〕<serial>号; each of `fields` is on a line of its own, from line 2.
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
    let document = Self.document(at: "a/" + name, kind: kind, frontMatter: text + "---\n") { document in
      document.places = places
      for (field, value) in fields { Self.fill(&document, field, value, places[field.rawValue] ?? 0..<0) }
      edit(&document)
    }
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
    case .publicUntil: document.publicUntil = day(value)
    case .withdrawn: document.withdrawn = Retraction(on: day(value), reason: "撤销")
    case .validity: document.declaredValidity = DeclaredValidity(word: value)
    default:
      guard let kind = RelationKind.allCases.first(where: { $0.field == field }) else { return }
      document.relations[kind] = [reference(value, place)]
    }
  }

  /// `x`, `x 第三条`, or `x >2028-12-31` with the day of an extension.
  private static func reference(_ value: String, _ place: Range<Int>) -> Reference {
    let words = value.split(separator: " ").map(String.init)
    let until = words.first { $0.hasPrefix(">") }.map { String($0.dropFirst()) }
    return reference(
      to: "a/" + words[0], until: until, articles: words.dropFirst().filter { $0.hasPrefix("第") }, place: place)
  }

  /// The findings on a day.
  func findings(on asOf: String = "2026-01-01") -> [Diagnostic] {
    let corpus = Corpus(
      site: site, kinds: Self.kinds, columns: [Self.column("a", title: "栏目")], documents: documents,
      asOf: Self.day(asOf))
    return Audit.findings(in: AuditContext(corpus: corpus, documents: documents, files: files))
  }

  /// `d.md:2:9 error declared-validity < d.md:3:12`: a place, and after `<` its related places.
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

extension Audit {
  /// The findings of all rules and the unresolved references, sorted.
  static func findings(in context: AuditContext) -> [Diagnostic] {
    (context.corpus.findings + checks.flatMap { $0(context) }).sorted()
  }
}
