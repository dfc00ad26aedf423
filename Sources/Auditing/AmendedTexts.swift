import Base
import Documents
import Papers
import Resolution

/// The texts of a document and the acts that made them agree: the act that a text names is in the library or declared to be outside
/// it (`dangling-reference`, error), and does change the document, from the day of the text on (`version-act`, warning). Whoever
/// changed a document in force brings a new text of it (`amended-text`, warning): otherwise readers have to put the two together.
struct AmendedTexts: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let amendments = Dictionary(grouping: context.pairs.filter { Self.changing.contains($0.relation.kind) }) {
      $0.target.id
    }
    return context.documents.flatMap { document in
      document.texts.flatMap { text in
        text.by.compactMap { finding($0, text, document, amendments[document.id] ?? [], context) }
      }
    } + context.corpus.entries.compactMap { missing($0, context.corpus) }
  }

  /// What makes another text of a document.
  private static let changing: Set<RelationKind> = [.amends, .corrects, .repeals]

  private func finding(
    _ by: Reference, _ text: DatedText, _ document: Document, _ amendments: [DocumentPair], _ context: AuditContext
  ) -> Diagnostic? {
    guard let file = text.file, let from = text.from else { return nil }
    let place = file.location(of: by.place)
    if case .external = by.target { return nil }
    guard let act = context.corpus.known(by, in: document) else {
      return Diagnostic(
        "dangling-reference", at: place, "修改文件不在本库",
        cures: ["核对文号；库外文件写成 by: {title: 标题, documentNumber: 发文字号, url: 网址}"])
    }
    guard let pair = amendments.first(where: { $0.source.id == act }) else {
      return Diagnostic(
        "version-act", .warning, at: place, "\(act.path) 没有写它修改了《\(document.title)》",
        cures: ["在 \(act.path) 的开头写 amends（修改）: [\(document.documentNumber?.text ?? document.id.path)]"])
    }
    guard let day = pair.relation.effectiveOn, day != from else { return nil }
    return Diagnostic(
      "version-act", .warning, at: place, "这个文本自 \(from.iso) 起，\(pair.source.shortName)的修改自 \(day.iso) 起",
      cures: ["核对两个日期；文件名应是 \(day.iso).md"], related: [pair.source.related(.effectiveOn)])
  }

  private func missing(_ entry: CorpusEntry, _ corpus: Corpus) -> Diagnostic? {
    let document = entry.document
    // Of a text that is in an attachment only, there is no other to write.
    guard entry.status?.state.isInForce ?? false, !document.body.isEmpty,
      let act = entry.acts.past.last(where: { $0.kind == .amends && !document.incorporates($0) }),
      let day = act.effectiveOn
    else { return nil }
    let name = act.outside?.title ?? corpus[act.source]?.document.title ?? act.source.path
    return Diagnostic(
      "amended-text", .warning, at: document.location(of: .title), "已被《\(name)》修改，没有修改后的文本，读者要自己对照两件文件",
      cures: ["新建 \(document.versionsFolder)/\(day.iso).md，开头写 by（修改文件），下面写修改后的全文"])
  }
}

extension Document {
  /// Where its later texts are written: `Content/zhengce/2023-3/versions`.
  fileprivate var versionsFolder: String { "Content/\(id.path)/versions" }
}
