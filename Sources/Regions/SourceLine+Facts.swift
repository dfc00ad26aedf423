import Base
import Documents
import Papers

// The values that every kind has.
extension SourceLine {
  func fillFacts(of document: inout Document) throws(Fault) {
    document.documentNumber = string("documentNumber").map { DocumentNumber($0) }
    document.indexNumber = string("indexNumber")
    document.registrationNumber = string("registrationNumber")
    document.issuers = line["issuer"]?.texts ?? []
    document.responsibleBody = string("responsibleBody")
    document.form = string("form")
    document.documentDate = try day("documentDate")
    if let text = string("publishedOn") {
      guard case .success(let moment) = Moment.parse(text) else { throw Fault(reason: "publishedOn 不是日期：\(text)") }
      document.publishedOn = moment
    }
    document.effectiveOn = try day("effectiveOn")
    document.expiresOn = try day("expiresOn")
    document.opensOn = try day("opensOn")
    document.closesOn = try day("closesOn")
    document.doneOn = try day("doneOn")
    document.publicUntil = try day("publicUntil")
    document.declaredValidity = string("validity").flatMap(DeclaredValidity.init(rawValue:))
    document.commencements = (line["commences"]?.elements ?? []).compactMap { item in
      Self.day(item["on"]?.text).map { Commencement(articles: item["articles"]?.texts ?? [], on: $0) }
    }
    document.updates = (line["updates"]?.elements ?? []).compactMap { item in
      guard let day = Self.day(item["on"]?.text), let note = item["note"]?.text else { return nil }
      return TextUpdate(on: day, note: note, isCorrection: item["isCorrection"] == true)
    }
  }

  /// What it is filed and found under, in the other site's words.
  func fillWords(of document: inout Document) {
    document.topics = line["topics"]?.texts ?? []
    document.themes = line["themes"]?.texts ?? []
    document.audience = line["audience"]?.texts ?? []
    document.keywords = line["keywords"]?.texts ?? []
    document.summary = string("summary")
    document.origin = string("source")
  }
}

// What it does to others, and what documents outside its library did to it.
extension SourceLine {
  func fillRelations(of document: inout Document) {
    for item in line["relations"]?.elements ?? [] {
      guard let kind = item["relation"]?.text.flatMap(RelationKind.init), let target = item["target"].flatMap(target)
      else { continue }
      document.relations[kind, default: []].append(Self.reference(to: target, item))
    }
    for item in line["acts"]?.elements ?? [] {
      // The acts of its own library follow from the lines of the acting documents.
      guard let kind = RelationKind.allCases.first(where: { $0.inverseName == item["relation"]?.text }), kind.isAct,
        let target = item["source"].flatMap(target), case .external = target
      else { continue }
      document.outsideActs[kind, default: []].append(Self.reference(to: target, item))
    }
  }

  /// A document of its library by its path, which is below the source here; any other by title, number and address.
  func target(_ json: JSONValue) -> ReferenceTarget? {
    if let id = json["id"]?.text { return .path(DocumentID(source.id + "/" + id)) }
    guard let title = json["title"]?.text else { return nil }
    return .external(
      title: title, documentNumber: json["documentNumber"]?.text, url: json["url"]?.text?.asWebAddress)
  }

  private static func reference(to target: ReferenceTarget, _ json: JSONValue) -> Reference {
    Reference(
      target: target, on: day(json["on"]?.text), until: day(json["until"]?.text),
      articles: json["articles"]?.texts ?? [], note: json["note"]?.text)
  }
}

extension JSONValue {
  /// The elements of an array; nil for anything else.
  var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
}
