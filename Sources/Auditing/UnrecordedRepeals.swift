import Base
import Documents
import Papers
import Resolution

/// A repeal stated in a text must be recorded as a relation (`unrecorded-repeal`, 漏标废止); otherwise the page of the
/// other document goes on saying that it is in force. An error if the number is in the library and nothing ends that
/// document; a warning if that document is declared ended, is not in the library, or is identified by its title alone.
///
/// Documents of kinds without validity (an interpretation, a report) only mention repeals, which is a warning at most;
/// consultation drafts are not checked. The relation may be on any document: an annex may be in the library twice.
struct UnrecordedRepeals: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let stating = context.documents.filter {
      !$0.body.statedRepeals.isEmpty && context.lifecycle(of: $0) != .consultation
    }
    guard !stating.isEmpty else { return [] }
    let library = TitleIndex(context)
    return stating.flatMap { document in
      let missing = document.body.statedRepeals.compactMap { library.missing($0, in: document) }
      let cure = Self.cure(missing.map(\.reference), in: document)
      return missing.map { $0.finding(cure: cure) }
    }
  }

  /// One fix for everything missing in a document: the line to write.
  private static func cure(_ references: [String], in document: Document) -> String {
    var known: Set<String> = []
    let list = references.filter { known.insert($0).inserted }.joined(separator: ", ")
    let isNew = (document.relations[.repeals] ?? []).isEmpty
    return isNew ? "在文件开头写上 repeals: [\(list)]" : "在 repeals（废止）中加上：\(list)"
  }
}

/// A stated repeal without a relation.
private struct MissingRepeal {
  let stated: StatedRepeal
  let severity: Severity
  let message: String
  /// The document as front matter should refer to it.
  let reference: String
  let related: [Diagnostic.Related]

  func finding(cure: String) -> Diagnostic {
    Diagnostic(
      "unrecorded-repeal", severity, at: stated.location, message, cures: [cure, "不是由本文件废止的，改写这句话"], related: related)
  }
}

/// The documents of the library by number and title, and those ended by relations.
private struct TitleIndex {
  private let context: AuditContext
  private var byNumber: [DocumentNumber: [Document]] = [:]
  private var byTitle: [String: [Document]] = [:]
  /// Documents ended as a whole by another document in the library.
  private var ended: Set<DocumentID> = []

  init(_ context: AuditContext) {
    self.context = context
    for document in context.documents {
      document.documentNumber.map { byNumber[$0, default: []].append(document) }
      for title in Self.names(of: document.title) { byTitle[title, default: []].append(document) }
    }
    for pair in context.pairs where pair.relation.kind.endsTarget && pair.relation.articles.isEmpty {
      ended.insert(pair.target.id)
    }
  }

  /// The forms in which texts cite a title: in full, without the issuer before 关于, and what it issues (关于印发《甲》的通知).
  private static func names(of title: String) -> Set<String> {
    var names: Set<String> = [title]
    if let about = title.firstRange(of: "关于") { names.insert(String(title[about.lowerBound...])) }
    let begin = title.firstRange(of: "印发")?.upperBound
    let end = title.firstRange(of: "的通知")?.lowerBound
    if let begin, let end, begin < end {
      names.insert(title[begin..<end].filter { $0 != "《" && $0 != "》" })
    }
    return names
  }

  /// The missing relation for a stated repeal; nil if it is recorded or does not need to be.
  func missing(_ stated: StatedRepeal, in document: Document) -> MissingRepeal? {
    if isExternal(stated, in: document) { return nil }
    guard let number = stated.documentNumber else { return missing(byTitle: stated, in: document) }
    if number == document.documentNumber || context.failedNumbers.contains(number) { return nil }
    guard number.isComplete, let found = byNumber[number] else {
      // 2022年第5号 alone is no name.
      let isNamed = !number.isComplete && byTitle[stated.title] != nil
      return isNamed ? missing(byTitle: stated, in: document) : missing(outside: number, stated, in: document)
    }
    if found.contains(where: { ended.contains($0.id) || $0.id == document.id }) { return nil }
    let isDeclared = found.contains { $0.declaredValidity?.isEnd ?? false }
    let canRepeal = context.lifecycle(of: document) == .validity
    if isDeclared && !canRepeal { return nil }
    let references = found.count == 1 ? Self.yaml(number.text) : found.map(\.id.path).joined(separator: ", ")
    let gap = isDeclared ? "没有关系记载是由本文件\(stated.word)的" : "没有关系记载，它的网页不会标明"
    return MissingRepeal(
      stated: stated, severity: isDeclared || !canRepeal ? .warning : .error,
      message: "正文说《\(stated.title)》（\(number.text)）\(stated.word)，\(gap)",
      reference: references, related: found.map { $0.related(.documentNumber) })
  }

  private func missing(byTitle stated: StatedRepeal, in document: Document) -> MissingRepeal? {
    guard let found = byTitle[stated.title], found.count == 1, let target = found.first, target.id != document.id,
      !ended.contains(target.id), !(target.declaredValidity?.isEnd ?? false), context.lifecycle(of: target) == .validity
    else { return nil }
    // A document of the same title that was made later cannot be the one that was ended.
    if let mine = document.made, let other = target.made, other.day >= mine.day { return nil }
    let number = target.documentNumber.flatMap { $0.isComplete && byNumber[$0]?.count == 1 ? Self.yaml($0.text) : nil }
    return MissingRepeal(
      stated: stated, severity: .warning,
      message: "正文说《\(stated.title)》\(stated.word)，本库有同名文件\(target.shortName)，没有关系记载",
      reference: number ?? target.id.path, related: [target.related(.title)])
  }

  private func missing(
    outside number: DocumentNumber, _ stated: StatedRepeal, in document: Document
  ) -> MissingRepeal? {
    guard context.lifecycle(of: document) == .validity else { return nil }
    let title = Self.yaml(stated.title)
    return MissingRepeal(
      stated: stated, severity: .warning,
      message: "正文说《\(stated.title)》（\(number.text)）\(stated.word)，它不在本库，也没有写进关系",
      reference: "{title: \(title), documentNumber: \(Self.yaml(number.text))}", related: [])
  }

  /// A text as a YAML scalar inside braces, quoted if necessary.
  private static func yaml(_ text: String) -> String {
    guard text.contains(where: { ",[]{}:#\"'&*!|>%@`".contains($0) }) else { return text }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// Whether a relation of the document records it as a document outside the library.
  private func isExternal(_ stated: StatedRepeal, in document: Document) -> Bool {
    RelationKind.allCases.filter(\.endsTarget).flatMap { document.relations[$0] ?? [] }.contains { reference in
      guard case .external(let title, let number, _) = reference.target else { return false }
      return number.map(DocumentNumber.init) == stated.documentNumber && number != nil || title == stated.title
    }
  }
}

extension DeclaredValidity {
  /// Whether it means that the document is no longer in force.
  fileprivate var isEnd: Bool { [.repealed, .expired, .annulled].contains(self) }
}
