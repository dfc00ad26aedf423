import Base
import Documents
import Resolution

/// What a text says that it ends is recorded as a relation (`unrecorded-repeal`; domain rule V6, 漏标废止): otherwise the
/// page of the other document goes on saying that it is in force. An error where the number is in the library and nothing
/// there ends that document; a warning where it is declared ended, is not in the library, or is known by its title alone.
///
/// A document of a kind without validity (an interpretation, a report) only tells of repeals; a draft in a consultation
/// does not even that. For the others a relation of any document will do: the text of an annex may be in the library twice.
struct UnrecordedRepeals: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let speaking = context.documents.filter {
      !$0.body.statedRepeals.isEmpty && context.lifecycle(of: $0) != .consultation
    }
    guard !speaking.isEmpty else { return [] }
    let library = TitleIndex(context)
    return speaking.flatMap { document in
      let missing = document.body.statedRepeals.compactMap { library.missing($0, in: document) }
      let cure = Self.cure(missing.map(\.reference), in: document)
      return missing.map { $0.finding(cure: cure) }
    }
  }

  /// The line to write, for all that is missing at once.
  private static func cure(_ references: [String], in document: Document) -> String {
    var known: Set<String> = []
    let list = references.filter { known.insert($0).inserted }.joined(separator: ", ")
    let isNew = (document.relations[.repeals] ?? []).isEmpty
    return isNew ? "在文件开头写上 repeals: [\(list)]" : "在 repeals（废止）中加上：\(list)"
  }
}

/// A statement without its relation.
private struct MissingRepeal {
  let stated: StatedRepeal
  let severity: Severity
  let message: String
  /// As front matter has to name it.
  let reference: String
  let related: [Diagnostic.Related]

  func finding(cure: String) -> Diagnostic {
    Diagnostic(
      "unrecorded-repeal", severity, at: stated.location, message, cures: [cure, "不是由本文件废止的，改写这句话"], related: related)
  }
}

/// The documents of a library by number and title, and which of them are ended.
private struct TitleIndex {
  private let context: AuditContext
  private var byNumber: [DocumentNumber: [Document]] = [:]
  private var byTitle: [String: [Document]] = [:]
  /// By the whole act of a document in the library.
  private var ended: Set<DocumentID> = []

  init(_ context: AuditContext) {
    self.context = context
    for document in context.documents {
      document.documentNumber.map { byNumber[$0, default: []].append(document) }
      for title in Self.names(of: document.title) { byTitle[title, default: []].append(document) }
    }
    for link in context.links where link.relation.kind.endsTarget && link.relation.articles.isEmpty {
      ended.insert(link.target.id)
    }
  }

  /// A title as texts cite it: itself, without the issuer before 关于, and what it issues (关于印发《甲》的通知).
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

  /// What is missing for a statement to be recorded.
  func missing(_ stated: StatedRepeal, in document: Document) -> MissingRepeal? {
    if isExternal(stated, in: document) { return nil }
    guard let number = stated.documentNumber else { return missing(byTitle: stated, in: document) }
    if number == document.documentNumber || context.failedNumbers.contains(number) { return nil }
    guard let found = byNumber[number] else { return missing(outside: number, stated, in: document) }
    if found.contains(where: { ended.contains($0.id) || $0.id == document.id }) { return nil }
    let isDeclared = found.contains { $0.declaredValidity?.isEnd ?? false }
    let speaks = context.lifecycle(of: document) == .validity
    if isDeclared && !speaks { return nil }
    let references = found.count == 1 ? number.text : found.map(\.id.path).joined(separator: ", ")
    let gap = isDeclared ? "没有关系记载是由本文件\(stated.word)的" : "没有关系记载，它的网页不会标明"
    return MissingRepeal(
      stated: stated, severity: isDeclared || !speaks ? .warning : .error,
      message: "正文说《\(stated.title)》（\(number.text)）\(stated.word)，\(gap)",
      reference: references, related: found.map { $0.related(.documentNumber) })
  }

  private func missing(byTitle stated: StatedRepeal, in document: Document) -> MissingRepeal? {
    guard let found = byTitle[stated.title], found.count == 1, let target = found.first, target.id != document.id,
      !ended.contains(target.id), !(target.declaredValidity?.isEnd ?? false), context.lifecycle(of: target) == .validity
    else { return nil }
    // A later text of the same title is not the one that was ended.
    if let mine = document.made, let other = target.made, other.day >= mine.day { return nil }
    let number = target.documentNumber.flatMap { byNumber[$0]?.count == 1 ? $0.text : nil }
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
      reference: "{title: \(title), documentNumber: \(number.text)}", related: [])
  }

  /// A text as YAML takes it inside braces.
  private static func yaml(_ text: String) -> String {
    guard text.contains(where: { ",[]{}:#\"'&*!|>%@`".contains($0) }) else { return text }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// Whether a relation of the document ends it as a text outside the library.
  private func isExternal(_ stated: StatedRepeal, in document: Document) -> Bool {
    RelationKind.allCases.filter(\.endsTarget).flatMap { document.relations[$0] ?? [] }.contains { reference in
      guard case .external(let title, let number, _) = reference.target else { return false }
      return number != nil && number == stated.documentNumber?.text || title == stated.title
    }
  }
}

extension DeclaredValidity {
  /// Whether it says that the document binds no more.
  fileprivate var isEnd: Bool { [.repealed, .expired, .annulled].contains(self) }
}
