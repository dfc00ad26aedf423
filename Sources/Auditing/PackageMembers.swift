import Base
import Documents
import Resolution

/// The members of a package must be in force (`package-member-ended`, warning); if not, its page says so as well.
struct PackageMembers: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.corpus.entries.filter { context.corpus.kind(of: $0)?.isBundle ?? false }.flatMap { entry in
      entry.outgoing.filter { $0.kind == .contains }.compactMap { relation -> Diagnostic? in
        guard case .document(let id) = relation.target, let member = context.corpus[id],
          let state = member.status?.state, state.isEnded
        else { return nil }
        return Diagnostic(
          "package-member-ended", .warning, at: entry.document.frontMatter.location(of: relation.place),
          "政策包收录的\(member.document.shortName)\(state.label)", cures: ["换成现行的文件，或者删去这一项"])
      }
    }
  }
}
