import Documents
import Disk
import Publishing

/// What a build said, kept beside the release it made: while nothing that it read or wrote has been touched, the next
/// build of that day would say and write the same, and needs to read nothing.
struct Repetition {
  /// Recognises all that a build reads: program, settings, and every file without opening it.
  let sources: String
  /// Recognises the files of the release.
  let output: String
  let outcome: BuildOutcome
  /// Of the site; the day is reckoned in it.
  let timeZone: String

  /// What a build reads, as long as nobody changes it.
  struct Sources: Sendable {
    let digest: String
    /// Whether every change is so far back that another one would have another time.
    let isSettled: Bool

    /// Coarsest step of the times of a file system, with some room.
    private static let settling = 1_100_000_000

    /// Nil when a folder cannot be looked at; the build will say why.
    ///
    /// - Parameter now: the disk's time.
    init?(_ request: BuildRequest, now: Int) {
      let folders = [request.root + "/Content", request.templates]
      guard let stamp = try? TreeStamp(of: folders) else { return nil }
      digest = checksum(of: Array(request.program.utf8) + [0] + stamp.bytes)
      isSettled = stamp.latestChange + Self.settling < now
    }
  }

  /// Recognises what stands in Output; nil when that cannot be looked at.
  static func digest(of output: OutputFolder) -> String? {
    (try? output.stamp()).map { checksum(of: $0.bytes) }
  }

  /// What a build for this request would say; nil when it might say something else.
  func outcome(of request: BuildRequest, sources: Sources, output folder: OutputFolder) -> BuildOutcome? {
    guard (request.asOf ?? request.today(timeZone)) == outcome.check.asOf, sources.isSettled,
      sources.digest == self.sources, Self.digest(of: folder) == output
    else { return nil }
    return outcome
  }
}
