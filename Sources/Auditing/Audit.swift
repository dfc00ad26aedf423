package import Base
import Resolution

/// One check over the corpus. Its doc comment is its documentation; its findings carry its id.
protocol Rule: Sendable {
  /// Findings in any order.
  func findings(in context: AuditContext) -> [Diagnostic]
}

/// All rules.
package enum Audit {
  private static let rules: [any Rule] = [
    DeadLinks(), AddressClashes(), UnusedFiles(), EmptyColumns(), DeclaredAgainstDerived(), Cycles(), ActOrder(),
    DateOrder(), UnrecordedRepeals(), Extensions(), UnknownArticles(), IdleActs(), TableTargets(),
    ExpectedStates(), SeriesOrder(), OverdueUpdates(), MissingEvidence(), Catalogues(), Collections(), MissingParts(),
    PackageMembers(), PackageSizes(), ShortConsultations(), OverdueOutcomes(), OpinionCounts(), QuestionBasis(),
    InterpretationForms(),
    ContactAgreement(), AnnualReports(),
  ]

  /// What one rule finds, in any order.
  package typealias Check = @Sendable (AuditContext) -> [Diagnostic]

  /// Every rule by itself: none knows of another, so that any number can look at the same time.
  package static var checks: [Check] { rules.map { rule in { rule.findings(in: $0) } } }

  /// What every rule finds, and what did not resolve, sorted.
  package static func findings(in context: AuditContext) -> [Diagnostic] {
    (context.corpus.findings + checks.flatMap { $0(context) }).sorted()
  }
}
