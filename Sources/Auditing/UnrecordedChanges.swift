import Base
import Documents
import Papers
import Resolution

/// An amendment or an extension that a text states must be recorded as a relation (`unrecorded-amendment`,
/// `unrecorded-extension`, warnings), if the other document is in the library: otherwise its page goes on showing the
/// old text, or says that it has lapsed.
struct UnrecordedChanges: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let stating = context.documents.filter { document in
      document.body.acts.contains { $0.act.kind != .ends } && context.lifecycle(of: document) == .validity
    }
    guard !stating.isEmpty else { return [] }
    let library = CitedDocuments(context)
    return stating.flatMap { document in
      let related = Set(context.pairs.filter { $0.source.id == document.id }.map(\.target.id))
      return document.body.acts.compactMap { finding($0, in: document, library, related, context) }
    }
  }

  private func finding(
    _ stated: ActStatement, in document: Document, _ library: CitedDocuments, _ related: Set<DocumentID>,
    _ context: AuditContext
  ) -> Diagnostic? {
    guard stated.act.kind != .ends, let target = target(stated.act, in: document, library), target.id != document.id,
      !related.contains(target.id), context.lifecycle(of: target) == .validity
    else { return nil }
    let field = stated.act.kind == .amends ? CommonField.amends : .extends
    let rule = stated.act.kind == .amends ? "unrecorded-amendment" : "unrecorded-extension"
    let reference = library.reference(to: target)
    let line =
      stated.act.kind == .amends ? "amends: [\(reference)]" : "extends: [{document: \(reference), until: 新的最后一天}]"
    return Diagnostic(
      rule, .warning, at: stated.location,
      "正文说\(stated.act.kind == .amends ? "修改" : "延长")\(stated.act.name)\(stated.act.kind == .amends ? "" : "的有效期")，没有关系记载，\(target.shortName)的网页不会标明",
      cures: ["在文件开头写上 \(line)（\(field.label)）", "只是提到、不是由本文件\(field.label)的，写 checked（已核对）"],
      related: [target.related(.title)])
  }

  private func target(_ act: StatedAct, in document: Document, _ library: CitedDocuments) -> Document? {
    let found = library.documents(numbered: act)
    if found.count == 1 { return found[0] }
    return found.isEmpty ? library.document(titled: act.title, before: document) : nil
  }
}
