package import Base
import Resolution

/// A check of the whole library. Its doc comment names the rule ids of its findings.
protocol Rule: Sendable {
  /// The findings, in any order.
  func findings(in context: AuditContext) -> [Diagnostic]
}

/// All rules.
package enum Audit {
  private static let rules: [any Rule] = [
    DeadLinks(), AddressClashes(), UnusedFiles(), EmptyColumns(), DeclaredAgainstDerived(), Cycles(), ActOrder(),
    DateOrder(), NumberIssuers(), UnrecordedRepeals(), UnrecordedChanges(), Extensions(), UnknownArticles(),
    Citations(),
    Commencements(), IdleActs(), TableTargets(),
    ExpectedStates(), SeriesOrder(), DueDays(), MissingEvidence(), Catalogues(), Collections(), MissingParts(),
    PackageMembers(), PackageSizes(), ShortConsultations(), OpinionCounts(), QuestionBasis(),
    InterpretationForms(), ContactAgreement(), AnnualReports(), FaultyDocuments(), FileForms(), HiddenAttachments(),
    AttachmentTraces(), MissingDates(), IncompleteTexts(), CopiedInterpretations(), IdleAliases(), AmendedTexts(),
    BenefitDays(), DividedLists(), SourceContradictions(), StaleSources(),
  ]

  /// Returns the findings of one rule, in any order.
  package typealias Check = @Sendable (AuditContext) -> [Diagnostic]

  /// The rules one by one; they are independent of each other, so that they can run in parallel.
  package static var checks: [Check] { rules.map { rule in { rule.findings(in: $0).onceEach().limitedPerFile() } } }
}
