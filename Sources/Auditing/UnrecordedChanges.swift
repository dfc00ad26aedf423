import Base
import Documents
import Papers
import Resolution

/// An amendment, an extension or the end of provisions that a text states must be recorded as a relation
/// (`unrecorded-amendment`, `unrecorded-extension`, `unrecorded-repeal`, warnings), if the other document is in the
/// library: otherwise its page goes on showing the old text, or says that it has lapsed.
struct UnrecordedChanges: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let stating = context.documents.filter { document in
      document.body.acts.contains { $0.act.kind != .ends } && context.lifecycle(of: document) == .validity
    }
    guard !stating.isEmpty else { return [] }
    let library = CitedDocuments(context)
    let targets = Dictionary(grouping: context.pairs, by: \.source.id).mapValues { Set($0.map(\.target.id)) }
    return stating.flatMap { document in
      document.body.acts.compactMap { stated -> Diagnostic? in
        guard let wording = Wording(stated.act), let target = target(stated.act, in: document, library),
          target.id != document.id, !(targets[document.id]?.contains(target.id) ?? false),
          context.lifecycle(of: target) == .validity
        else { return nil }
        return wording.finding(stated, of: target, as: library.reference(to: target))
      }
    }
  }

  private func target(_ act: StatedAct, in document: Document, _ library: CitedDocuments) -> Document? {
    let found = library.documents(numbered: act)
    if found.count == 1 { return found[0] }
    return found.isEmpty ? library.document(titled: act.title, before: document) : nil
  }
}

/// What is said about a missing relation of one kind.
private struct Wording {
  let rule: String
  let field: CommonField
  /// What the text says: 修改《甲》, 延长《甲》的有效期.
  let said: String
  private let details: String?

  /// Nil for the end of a whole document, which has a rule of its own.
  init?(_ act: StatedAct) {
    switch act.kind {
    case .ends: return nil
    case .endsPart:
      (rule, field, said) = ("unrecorded-repeal", .repeals, "废止\(act.name)\(act.articles.joined(separator: "、"))")
      details = "articles: [\(act.articles.joined(separator: ", "))]"
    case .amends: (rule, field, said, details) = ("unrecorded-amendment", .amends, "修改\(act.name)", nil)
    case .extends:
      (rule, field, said) = ("unrecorded-extension", .extends, "延长\(act.name)的有效期")
      details = "until: 新的最后一天"
    }
  }

  func finding(_ stated: ActStatement, of target: Document, as reference: String) -> Diagnostic {
    let written = details.map { "{document: \(reference), \($0)}" } ?? reference
    return Diagnostic(
      rule, .warning, at: stated.location, "正文说\(said)，没有关系记载，\(target.shortName)的网页不会标明",
      cures: [
        "在文件开头写上 \(field.rawValue): [\(written)]（\(field.label)）",
        "只是提到、不是由本文件\(field.label)的，\(Diagnostic.checkedHint)",
      ], related: [target.related(.title)])
  }
}
