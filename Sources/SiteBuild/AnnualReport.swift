package import Base
import Documents
import Loading
package import Resolution

/// The library's figures for a year's annual report (国办公开办函〔2021〕30号): counts with the documents behind them.
package struct AnnualReport: Sendable {
  package let year: Int
  /// The last day that is counted: 31 December, or the day of the request if that is earlier.
  package let until: CalendarDate
  /// First table, 第二十条第（一）项; one entry for each counted kind.
  package let counts: [AnnualCounts]
  /// Consultations that opened in the year, by id.
  package let consultations: [CorpusEntry]
  /// Documents made in the year that require an interpretation, by id.
  package let interpretable: [CorpusEntry]

  init(_ corpus: Corpus, year: Int) {
    self.year = year
    let last = CalendarDate(year: year, month: 12, day: 31) ?? corpus.asOf
    until = min(last, corpus.asOf)
    let kinds = corpus.kinds.values.sorted { $0.id < $1.id }
    counts = kinds.filter { $0.duties.contains(.annualReport) }
      .compactMap { AnnualCounts(corpus, kind: $0, year: year) }
    consultations = corpus.entries.filter {
      corpus.kind(of: $0)?.lifecycle == .consultation && $0.document.opensOn?.year == year
    }
    interpretable = corpus.entries.filter {
      corpus.kind(of: $0)?.duties.contains(.interpretation) == true && $0.document.documentDate?.year == year
    }
  }

  /// The ``interpretable`` documents that no public document interprets.
  package var uninterpreted: [CorpusEntry] {
    interpretable.filter { entry in !entry.incoming.contains { $0.kind == .interprets } }
  }

  /// The ``consultations`` whose outcome is public.
  package var answered: [CorpusEntry] {
    consultations.filter { entry in entry.incoming.contains { $0.kind == .outcomeOf } }
  }
}

/// Reads a site and counts for the annual report; writes nothing.
///
/// - Returns: The findings, and the report when none of them is an error.
/// - Throws: ``FileError`` from the disk, ``BuildError`` for an invalid request.
package func annualReport(
  _ request: BuildRequest, year: Int
) async throws -> (check: CheckOutcome, report: AnnualReport?) {
  let preparation = try await Preparation(request)
  let isSound = preparation.isPublishable(keepGoing: false)
  return (preparation.check, isSound ? AnnualReport(preparation.corpus, year: year) : nil)
}
