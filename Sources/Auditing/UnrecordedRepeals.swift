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
    let stating = context.documents.filter { document in
      document.body.acts.contains { $0.act.kind == .ends } && context.lifecycle(of: document) != .consultation
    }
    guard !stating.isEmpty else { return [] }
    let library = CitedDocuments(context)
    return stating.flatMap { document in
      let repeals = document.body.acts.filter { $0.act.kind == .ends }
      let missing = repeals.compactMap { MissingRepeal($0, in: document, library, context) }
      let open = missing.filter { repeal in
        !document.checked.contains { $0.covers(MissingRepeal.rule, repeal.message) }
      }
      let cure = Self.cure(open.map(\.reference), in: document)
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
  static let rule = "unrecorded-repeal"

  let stated: ActStatement
  let severity: Severity
  let message: String
  /// The document as front matter should refer to it.
  let reference: String
  let related: [Diagnostic.Related]

  /// Nil if it is recorded or does not need to be.
  init?(_ stated: ActStatement, in document: Document, _ library: CitedDocuments, _ context: AuditContext) {
    let act = stated.act
    if Self.isExternal(act, in: document) { return nil }
    guard let number = act.number else {
      self.init(byTitle: stated, in: document, library, context)
      return
    }
    if number == document.documentNumber || context.failedNumbers.contains(number) { return nil }
    let found = library.documents(numbered: act)
    if found.isEmpty {
      // 2022年第5号 alone is no name.
      if !number.isComplete, library.documents(titled: act.title) != nil {
        self.init(byTitle: stated, in: document, library, context)
      } else {
        self.init(outside: number, stated, in: document, context)
      }
      return
    }
    if found.contains(where: { library.ended.contains($0.id) || $0.id == document.id }) { return nil }
    let isDeclared = found.contains { $0.declaredValidity?.isEnd ?? false }
    let canRepeal = context.lifecycle(of: document) == .validity
    if isDeclared && !canRepeal { return nil }
    let gap = isDeclared ? "没有关系记载是由本文件\(act.word)的" : "没有关系记载，它的网页不会标明"
    self.init(
      stated: stated, severity: isDeclared || !canRepeal ? .warning : .error,
      message: "正文说\(act.name)\(act.word)，\(gap)",
      reference: found.count == 1
        ? (found[0].documentNumber?.text ?? found[0].id.path).asYAMLInBraces
        : found.map(\.id.path).joined(separator: ", "),
      related: found.map { $0.related(.documentNumber) })
  }

  private init(
    stated: ActStatement, severity: Severity, message: String, reference: String, related: [Diagnostic.Related]
  ) {
    (self.stated, self.severity, self.message) = (stated, severity, message)
    (self.reference, self.related) = (reference, related)
  }

  private init?(
    byTitle stated: ActStatement, in document: Document, _ library: CitedDocuments, _ context: AuditContext
  ) {
    guard let target = library.document(titled: stated.act.title, before: document), !library.ended.contains(target.id),
      !(target.declaredValidity?.isEnd ?? false), context.lifecycle(of: target) == .validity
    else { return nil }
    self.init(
      stated: stated, severity: .warning,
      message: "正文说《\(stated.act.title)》\(stated.act.word)，本库有同名文件\(target.shortName)，没有关系记载",
      reference: library.reference(to: target), related: [target.related(.title)])
  }

  private init?(outside number: DocumentNumber, _ stated: ActStatement, in document: Document, _ context: AuditContext)
  {
    guard context.lifecycle(of: document) == .validity else { return nil }
    let title = stated.act.title.isEmpty ? "标题" : stated.act.title.asYAMLInBraces
    self.init(
      stated: stated, severity: .warning,
      message: "正文说\(stated.act.name)\(stated.act.word)，它不在本库，也没有写进关系",
      reference: "{title: \(title), documentNumber: \(number.text.asYAMLInBraces)}", related: [])
  }

  func finding(cure: String) -> Diagnostic {
    let outside = "是本站以外的文件\(stated.act.word)的，在那篇文件的开头写 repealedBy: {title: 标题, documentNumber: 发文字号, on: 日期}"
    let misread = "不是由本文件\(stated.act.word)的，\(Diagnostic.checkedHint)"
    let others = severity == .warning ? [misread] : [outside, misread]
    return Diagnostic(Self.rule, severity, at: stated.location, message, cures: [cure] + others, related: related)
  }

  /// Whether a relation of the document records it as a document outside the library.
  private static func isExternal(_ act: StatedAct, in document: Document) -> Bool {
    RelationKind.allCases.filter(\.endsTarget).flatMap { document.relations[$0] ?? [] }.contains { act.isExternal($0) }
  }
}

extension DeclaredValidity {
  /// Whether it means that the document is no longer in force.
  fileprivate var isEnd: Bool { [.repealed, .expired, .annulled].contains(self) }
}
