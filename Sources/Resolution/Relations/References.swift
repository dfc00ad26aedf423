package import Base
package import Documents
import Papers

/// The resolved target of a reference.
package enum ResolvedTarget: Sendable, Hashable {
  case document(DocumentID)
  case external(title: String, documentNumber: String?, url: String?)
}

/// A document outside the library that acted on one in it (被废止).
package struct OutsideAct: Sendable, Hashable {
  package let title: String
  package let documentNumber: String?
  package let url: String?

  /// One whose title is not public any more.
  static let takenDown = OutsideAct(title: "本站已撤下的文件", documentNumber: nil, url: nil)
  /// One of which it is not certain whether its title may be public.
  static let unnamed = OutsideAct(title: "本站另一份文件", documentNumber: nil, url: nil)
  /// What stands in place of a title, and is none.
  package static let substitutes: Set<String> = [takenDown.title, unnamed.title]
}

/// A resolved relation; its source is the acting document.
package struct Relation: Sendable, Hashable {
  package let kind: RelationKind
  /// The acting document; for an act from outside the library, the target, which records it.
  package let source: DocumentID
  /// The acting document, when it has no page here: it is outside the library, was taken down, or is left out of the site
  /// because of an error.
  package private(set) var outside: OutsideAct?
  package let target: ResolvedTarget
  /// First day of its effect; nil when the acting document has no dates.
  package let effectiveOn: CalendarDate?
  /// Only for extensions: the new last day of the target, inclusive.
  package let until: CalendarDate?
  /// The provisions it concerns; empty: the whole document.
  package let articles: [String]
  package private(set) var note: String?
  /// Whether the target is a copy on another site of the document that it names: what is done to a document is done to its copies.
  package private(set) var isOnCopy = false
  /// Byte range in the acting document's front matter.
  package let place: Range<Int>

  init(
    _ kind: RelationKind, from source: Document, to target: ResolvedTarget, _ reference: Reference,
    isLeftOut: Bool = false, isOnCopy: Bool = false
  ) {
    self.isOnCopy = isOnCopy
    self.kind = kind
    self.source = source.id
    self.target = target
    outside =
      isLeftOut
      ? source.mayBeHidden
        ? .unnamed : OutsideAct(title: source.title, documentNumber: source.documentNumber?.text, url: nil)
      : nil
    effectiveOn = source.effectDay(of: reference)
    until = reference.until
    articles = reference.articles
    note = isLeftOut && source.mayBeHidden ? nil : reference.note
    place = reference.place
  }

  /// Names the acting document as far as that may still be done after it was taken down.
  mutating func hideSource(_ retraction: Retraction) {
    guard !isRecorded else { return }
    outside = retraction.title.map { OutsideAct(title: $0, documentNumber: nil, url: nil) } ?? .takenDown
    note = nil
  }

  /// An act of a document outside the library that `document` records; nil if the reference is to one inside.
  init?(_ kind: RelationKind, on document: Document, recordedIn reference: Reference) {
    guard case .external(let title, let number, let url) = reference.target else { return nil }
    self.kind = kind
    source = document.id
    target = .document(document.id)
    outside = OutsideAct(title: title, documentNumber: number, url: url)
    effectiveOn = reference.on
    until = reference.until
    articles = reference.articles
    note = reference.note
    place = reference.place
  }
}

extension Relation {
  /// Whether the target itself records it as an act of a document outside the library.
  var isRecorded: Bool { outside != nil && target == .document(source) }
}

/// Finds documents by number and by path.
struct ReferenceIndex {
  private let documents: [DocumentID: Document]
  private let byNumber: [DocumentNumber: [DocumentID]]
  private let nearPaths: NearMiss
  private let nearNumbers: NearMiss
  /// Names of offices by their ids.
  private let offices: [String: String]
  /// Documents in the library that could not be read.
  private let failed: Set<DocumentID>
  private let failedNumbers: Set<DocumentNumber>
  private let lazyTitles = Once<CitableTitles>()
  /// Whether there are documents of other sites.
  private let isRegion: Bool

  init(
    _ documents: [Document], organizations: [Organization], failed: Set<DocumentID>,
    failedNumbers: Set<DocumentNumber>
  ) {
    offices = Dictionary(organizations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    self.failed = failed
    self.failedNumbers = failedNumbers
    self.documents = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    isRegion = documents.contains(where: \.isRegional)
    var numbered: [DocumentNumber: [DocumentID]] = [:]
    for document in documents { document.documentNumber.map { numbered[$0, default: []].append(document.id) } }
    byNumber = numbered
    nearPaths = NearMiss { documents.map(\.id.path) }
    nearNumbers = NearMiss { [byNumber] in byNumber.keys.sorted().map(\.text) }
  }

  /// Resolves a reference in `document`, or says why it does not resolve; nil when it may refer to a document that
  /// could not be read.
  func resolve(_ reference: Reference, in document: Document) -> Result<ResolvedTarget?, Finding> {
    switch reference.target {
    case .external(let title, let number, let url):
      if let id = elsewhere(title, number, document) { return .success(.document(id)) }
      return .success(.external(title: title, documentNumber: number, url: url))
    case .path(let id):
      if documents[id] != nil || failed.contains(id) { return .success(.document(id)) }
      return .failure(
        Finding(
          rule: "dangling-reference", place: document.frontMatter.location(of: reference.place),
          message: "“\(id.path)”不是本库的文件", cures: nearPaths.cure(for: id.path), mappingCures: [Self.externalCure]))
    case .number(let number, let issuer):
      return resolve(number, issuer: issuer, in: document) { document.frontMatter.location(of: reference.place) }
    }
  }

  /// A document outside the text's own library that another library of the region has, by its number and its title.
  private func elsewhere(_ title: String, _ number: String?, _ document: Document) -> DocumentID? {
    guard isRegion, let number else { return nil }
    let source = document.provenance?.source
    let key = TitleKey(title)
    let found = (byNumber[DocumentNumber(number)] ?? []).compactMap { documents[$0] }.filter {
      !$0.isDraft && $0.provenance?.source != source && TitleKey($0.title) == key
    }
    return found.map(Citable.init).nearest(to: source).first?.id
  }

  /// The copies on other sites of a document on which `source` acts. A document of another site acts on copies only if it is none of
  /// its own library that it names; nothing acts on a document of this site that was not meant.
  func copies(of target: ResolvedTarget, for source: Document) -> [DocumentID] {
    guard isRegion, case .document(let id) = target, let named = documents[id], let number = named.documentNumber,
      !source.isRegional || source.provenance?.source != named.provenance?.source
    else { return [] }
    let key = TitleKey(named.title)
    return (byNumber[number] ?? []).filter { other in
      guard let other = documents[other], other.isRegional else { return false }
      return other.id != id && other.id != source.id && TitleKey(other.title) == key
    }
  }

  /// The documents with a number, public or not; no drafts.
  func documents(numbered number: DocumentNumber) -> [Citable] {
    (byNumber[number] ?? []).compactMap { titles[$0] }
  }

  /// All documents by the titles under which texts cite them.
  var titles: CitableTitles { lazyTitles.value { CitableTitles(Array(documents.values)) } }

  /// A finding for each reference of a document that does not resolve.
  func findings(of document: Document) -> [Diagnostic] {
    let all = RelationKind.allCases.flatMap { document.relations[$0] ?? [] } + document.fieldReferences
    return all.compactMap { reference in
      guard case .failure(let finding) = resolve(reference, in: document) else { return nil }
      return finding.diagnostic
    }
  }

  private static let externalCure =
    "若是库外文件，请写成 {title: 标题, documentNumber: 发文字号, url: 网址}"

  private func resolve(
    _ number: DocumentNumber, issuer: String?, in document: Document, place: () -> Diagnostic.Location
  ) -> Result<ResolvedTarget?, Finding> {
    let all = byNumber[number] ?? []
    let issuer = issuer.map { offices[$0] ?? $0 }
    let named = issuer.map { name in all.filter { documents[$0]?.issuers.contains(name) ?? false } } ?? all
    // A draft of a document that is in the library already does not make its number ambiguous.
    let final = named.filter { documents[$0]?.isDraft == false }
    var found = named.count > 1 && !final.isEmpty ? final : named
    if isRegion, found.count > 1 {
      found = found.compactMap { documents[$0] }.map(Citable.init).nearest(to: document.provenance?.source).map(\.id)
    }
    if found.count == 1 { return .success(.document(found[0])) }
    if found.isEmpty {
      if failedNumbers.contains(number) { return .success(nil) }
      var cures = nearNumbers.cure(for: number.text)
      if let issuer, !all.isEmpty { cures = ["库中的\(number.text)不是\(issuer)发的"] + cures }
      return .failure(
        Finding(
          rule: "dangling-reference", place: place(), message: "\(number.text)不在本库", cures: cures,
          mappingCures: [Self.externalCure]))
    }
    let candidates = found.map { id in
      let issuer = documents[id]?.issuers.first ?? "发文机关未写"
      return "\(id.path)（\(issuer)）"
    }
    return .failure(
      Finding(
        rule: "ambiguous-reference", place: place(), message: "\(number.text)在本库有 \(found.count) 篇文件，须写明发文机关或路径",
        cures: ["候选：" + candidates.joined(separator: "、")],
        mappingCures: ["写成 {document: \(number.text), issuer: 发文机关}"]))
  }

  /// Why a reference does not resolve.
  struct Finding: Error {
    let rule: String
    let place: Diagnostic.Location
    let message: String
    let cures: [String]
    /// Fixes that apply to front matter but not to table cells.
    let mappingCures: [String]

    /// The finding for a reference in front matter.
    var diagnostic: Diagnostic { Diagnostic(rule, at: place, message, cures: cures + mappingCures) }

    /// The finding for a reference in a table cell.
    var cellDiagnostic: Diagnostic { Diagnostic(rule, at: place, message, cures: cures) }
  }
}
