import Base
import Disk
import Documents
import Publishing

/// What the last build read, published and reported, cached beside Output. As long as none of it is touched, another
/// build on the same day would report and write the same, so it reads nothing.
struct Unchanged {
  /// Identifies the program and every file that it read.
  let sources: String
  /// The exports of other sites that it read.
  let region: RegionStamp.Read
  /// Identifies the files in Output.
  let output: String
  /// The site's time zone, which decides what day it is.
  let timeZone: String
  /// The outcome of a build that publishes nothing new.
  let outcome: BuildOutcome

  /// Everything that a build reads, identified by names, sizes and times; taken before the build reads it.
  struct Sources: Sendable {
    let digest: String
    /// Whether the latest change is old enough that a further one would have a different time.
    let isSettled: Bool
    private let now: Int

    /// The same of the exports of other sites.
    func isSettled(_ region: RegionStamp) -> Bool { region.latestChange + Self.settling < now }

    /// The coarsest time step of a file system, with some margin.
    private static let settling = 1_100_000_000

    /// Nil when a folder cannot be read; the build will report why.
    ///
    /// - Parameter now: Nanoseconds since 1970 by the file system's clock.
    init?(_ request: BuildRequest, now: Int) {
      guard let stamp = try? TreeStamp(of: [request.root + "/Content"] + request.templates) else { return nil }
      let form = request.copy.map { "\($0)" } ?? ""
      digest = checksum(of: Array((request.program + "\0" + form).utf8) + [0] + stamp.bytes)
      isSettled = stamp.latestChange + Self.settling < now
      self.now = now
    }
  }

  /// What the last build cached; nil when this one has to run.
  static func last(of request: BuildRequest, _ sources: Sources?, in folder: OutputFolder) -> Unchanged? {
    guard !request.isFull, let sources, sources.isSettled, let bytes = try? folder.stored(.cache),
      let last = Unchanged(bytes), RegionStamp(last.region.folders)?.digest == last.region.digest,
      last.sources == sources.digest, last.outcome.check.asOf == request.asOf ?? request.today(last.timeZone),
      last.output == digest(of: folder)
    else { return nil }
    return last
  }

  /// Caches an outcome for the next build, unless that one has work to do: errors to report again, unknown files to
  /// move, an old release to remove.
  static func store(
    _ outcome: BuildOutcome, timeZone: String, _ sources: Sources?, _ region: RegionStamp?, in folder: OutputFolder
  ) throws(FileError) {
    guard let sources, sources.isSettled, let region, sources.isSettled(region), outcome.check.count(.error) == 0,
      let said = outcome.repeated,
      let output = digest(of: folder)
    else { return try folder.store(nil, as: .cache) }
    let last = Unchanged(
      sources: sources.digest, region: region.read, output: output, timeZone: timeZone, outcome: said)
    try folder.store(last.bytes, as: .cache)
  }

  private static func digest(of folder: OutputFolder) -> String? {
    (try? folder.stamp()).map { checksum(of: $0.bytes) }
  }
}

extension BuildOutcome {
  /// The outcome of the next build if nothing changes until then; nil when this one left work to do.
  fileprivate var repeated: BuildOutcome? {
    guard let publication, let news, publication.unknownFiles.isEmpty, publication.troubles.isEmpty else { return nil }
    return BuildOutcome(
      check: check, documents: documents, pages: pages,
      news: SiteNews(
        baseURL: news.baseURL, since: check.asOf.iso, changes: [], added: [], removed: [], updated: [],
        upcoming: news.upcoming, lapsing: news.lapsing, dueForEvaluation: news.dueForEvaluation),
      publication: Publication(
        unchanged: publication.treeHash, fileCount: publication.fileCount, byteCount: publication.byteCount),
      standing: standing)
  }
}
