import Base
import Documents
import Resolution

/// Old addresses lead only to what is or will be public, or was taken down (`alias-idle`, warning).
struct IdleAliases: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.documents.filter { !$0.aliases.isEmpty && !$0.isDraft && $0.disclosure != .proactive }.map { document in
      Diagnostic(
        "alias-idle", .warning, at: document.location(of: .aliases), "旧网址不起作用：这篇文件\(document.disclosure.label)，没有网页",
        cures: ["删去旧网址"])
    }
  }
}
