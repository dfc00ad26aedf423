import Base
import Documents
import Papers
import Resolution

/// The documents of the library as texts cite them: by number and by title.
struct CitedDocuments {
  private var byNumber: [DocumentNumber: [Document]] = [:]
  /// By year and serial alone, for a number whose words run into the text before it.
  private var bySerial: [Serial: [Document]] = [:]
  private var byTitle: [String: [Document]] = [:]
  /// Documents ended as a whole by another document, in the library or outside.
  private(set) var ended: Set<DocumentID> = []

  fileprivate struct Serial: Hashable {
    let year: Int?
    let serial: Int?
  }

  init(_ context: AuditContext) {
    for document in context.documents {
      if let number = document.documentNumber {
        byNumber[number, default: []].append(document)
        if number.isComplete { bySerial[Serial(number), default: []].append(document) }
      }
      for title in document.citedTitles { byTitle[title, default: []].append(document) }
    }
    for document in context.documents {
      let ends = document.outsideActs.filter { $0.key.endsTarget }.flatMap(\.value)
      if ends.contains(where: \.articles.isEmpty) { ended.insert(document.id) }
    }
    for pair in context.pairs where pair.relation.kind.endsTarget && pair.relation.articles.isEmpty {
      ended.insert(pair.target.id)
    }
  }

  /// The documents with the number that an act cites.
  func documents(numbered act: StatedAct) -> [Document] {
    guard let number = act.number, number.isComplete else { return [] }
    if let found = byNumber[number] { return found }
    guard act.title.isEmpty else { return [] }
    return (bySerial[Serial(number)] ?? []).filter { document in
      document.documentNumber.map { number.agencyCode.hasSuffix($0.agencyCode) } ?? false
    }
  }

  /// The documents with a title; nil if there is none.
  func documents(titled title: String) -> [Document]? { title.isEmpty ? nil : byTitle[title] }

  /// The only document with a title, if it may have been there before `document` was made.
  func document(titled title: String, before document: Document) -> Document? {
    guard let found = documents(titled: title), found.count == 1, let target = found.first, target.id != document.id
    else {
      return nil
    }
    // A document of the same title that was made later cannot be the one that is meant.
    if let mine = document.made, let other = target.made, other.day >= mine.day { return nil }
    return target
  }

  /// How front matter refers to a document: by its number if no other has it.
  func reference(to document: Document) -> String {
    guard let number = document.documentNumber, number.isComplete, byNumber[number]?.count == 1 else {
      return document.id.path
    }
    return number.text.asYAMLInBraces
  }
}

extension CitedDocuments.Serial {
  fileprivate init(_ number: DocumentNumber) { self.init(year: number.year, serial: number.serial) }
}

extension StatedAct {
  /// The document as the text names it.
  var name: String {
    guard let number else { return "《\(title)》" }
    return title.isEmpty ? "“\(number.text)”" : "《\(title)》（\(number.text)）"
  }

  /// Whether a reference declares the cited document as one outside the library.
  func isExternal(_ reference: Reference) -> Bool {
    guard case .external(let title, let number, _) = reference.target else { return false }
    return number.map(DocumentNumber.init) == self.number && number != nil || title == self.title
  }
}
