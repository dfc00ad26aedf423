import Base
import Documents
import Resolution

/// A record must have the parts (要素) that its kind requires, always or together with another part (`missing-part`, severity set by
/// the kind). A part that is another document counts even if it is not public yet.
struct MissingParts: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let kinds = context.corpus.kinds.filter {
      $0.value.parts.contains { $0.demand == .required || $0.neededWith != nil }
    }
    guard !kinds.isEmpty else { return [] }
    let pairs = context.pairs
    let outgoing = Dictionary(grouping: pairs, by: \.relation.source)
    let incoming = Dictionary(grouping: pairs, by: \.target.id)
    return context.documents.flatMap { document -> [Diagnostic] in
      guard let kind = kinds[document.kind], !document.isDraft, document.disclosure == .proactive else { return [] }
      let parts = document.parts(of: kind) { relation, isIncoming in
        if isIncoming { return (incoming[document.id] ?? []).filter { $0.relation.kind == relation }.map(\.source) }
        let own = (outgoing[document.id] ?? []).filter { $0.relation.kind == relation }.map(\.target)
        let entry = relation == .contains ? context.corpus[document.id] : nil
        return own + (entry.map { context.corpus.gathered(by: $0).map(\.document) } ?? [])
      }
      let present = Set(parts.filter { $0.place != nil }.map(\.part.label))
      return parts.compactMap { reading in
        let part = reading.part
        if reading.place != nil { return nil }
        if part.demand == .required { return finding(part, document, kind) }
        guard let other = part.neededWith, present.contains(other) else { return nil }
        return finding(part, document, kind, because: "，已经有“\(other)”")
      }
    }
  }

  private func finding(_ part: Part, _ document: Document, _ kind: Kind, because reason: String = "") -> Diagnostic {
    Diagnostic(
      "missing-part", kind.missingPart, at: document.frontMatter.whole, "\(kind.label)缺少要素“\(part.label)”\(reason)",
      cures: ["补上：" + part.sources.map { $0.wording(kind) }.joined(separator: "，或者")])
  }
}

extension Part.Source {
  /// Where the part is expected, in terms that editors know.
  fileprivate func wording(_ kind: Kind) -> String {
    switch self {
    case .field(let key):
      let label = kind.fields.first { $0.key == key }?.label ?? CommonField(rawValue: key)?.label
      return "文件开头的 \(key)" + (label.map { "（\($0)）" } ?? "")
    case .heading(let word): return "正文中含“\(word)”的标题"
    case .attachment(let word): return "名称含“\(word)”的附件"
    case .relation(let part):
      let word = part.relation.field
      return part.isIncoming
        ? "另一篇文件的 \(word.rawValue)（\(word.label)）写上本文件" : "\(word.rawValue)（\(word.label)）中的文件"
    }
  }
}
