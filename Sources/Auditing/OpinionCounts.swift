import Base
import Documents
import Resolution

/// Opinions adopted, partly adopted and not adopted must add up to those received (`opinion-counts`, error), and if any
/// were not adopted there must be reasons (`missing-reasons`, warning).
struct OpinionCounts: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.documents.flatMap { document -> [Diagnostic] in
      guard let received = document.exactNumber(in: .received), let adopted = document.exactNumber(in: .adopted) else {
        return []
      }
      let (none, rest) = (ExactNumber(0), document.exactNumber(in: .notAdopted))
      let sum = adopted + (document.exactNumber(in: .partlyAdopted) ?? none) + (rest ?? none)
      var findings: [Diagnostic] = []
      if sum > received || (rest != nil && sum != received) {
        findings.append(
          Diagnostic(
            "opinion-counts", at: document.location(of: .received),
            "收到意见 \(received.text) 条，采纳、部分采纳和未采纳的合计 \(sum.text) 条",
            cures: ["核对各项条数"]))
      }
      if let rest, rest > none, document.text(in: .reasons) == nil {
        findings.append(
          Diagnostic(
            "missing-reasons", .warning, at: document.location(of: .notAdopted), "有未采纳的意见，没有写理由",
            cures: ["写上 reasons（未采纳理由）"]))
      }
      return findings
    }
  }
}
