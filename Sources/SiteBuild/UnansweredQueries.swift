import Base
import Search

/// What readers asked and what the library says about it: for editors, who write what is missing or name it in the words that
/// people use.
package struct UnansweredQueries: Sendable {
  package let log: AccessLog
  /// Nothing in the library says it.
  package let none: [AccessLog.Query]
  /// Only something near it.
  package let related: [AccessLog.Query]
  /// How many different questions a document answers word for word.
  package let literal: Int

  /// Looks up every question of some logs.
  ///
  /// - Throws: ``FileError`` from the disk, ``BuildError`` for an invalid request.
  package init(_ logs: [[UInt8]], _ request: BuildRequest) async throws {
    log = AccessLog(logs)
    let preparation = try await Preparation(request, isSearched: true)
    let assembly = SearchAssembly(
      corpus: preparation.corpus, jobs: request.jobs, attachments: preparation.searchAttachments(preparation.plan))
    let text = await LibraryText(assembly, jobs: request.jobs)
    let answers = await boundedMap(log.queries, jobs: request.jobs, chunk: 4) { text.answer(to: $0.text) }
    let answered = Array(zip(log.queries, answers))
    none = answered.filter { $0.1 == LibraryText.Answer.none }.map(\.0)
    related = answered.filter { $0.1 == .related }.map(\.0)
    literal = answered.count { $0.1 == .literal }
  }
}
