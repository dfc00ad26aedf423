import Base
import Documents
import Loading
import Publishing
import Resolution

/// What no build publishes by itself, because the computer's clock or the library is more likely to be wrong: a day before that of the
/// site that is out, and the loss of many documents at once. Whoever writes the day with `--as-of` has looked.
struct ReleaseGuard {
  let asOf: CalendarDate
  /// The day of the release that is out.
  let published: String?
  /// The ids of its documents; nil when its data is damaged.
  let documents: [String]?

  /// As many may go on any day, however small the site.
  private static let alwaysAllowed = 2

  /// Throws when the day is before that of the previous release.
  func checkDay() throws(BuildError) {
    if let day = published, asOf.iso < day { throw .dayBeforeRelease(asOf, published: day) }
  }

  /// Throws when more documents than `limit` percent of those of the previous release are no longer public.
  func checkRemovals(_ corpus: Corpus, limit: Int) throws(BuildError) {
    guard let before = documents else { return }
    // Whoever took a document down with a reason has looked.
    let takenDown = Set(corpus.tombstones.map(\.id))
    let removed = before.map { DocumentID($0) }.filter { corpus[$0] == nil && !takenDown.contains($0) }
    guard removed.count > Self.alwaysAllowed, removed.count * 100 > before.count * limit else { return }
    throw .manyRemoved(removed.count, of: before.count, limit: limit, asOf: asOf)
  }
}

extension Preparation {
  /// Throws ``BuildError`` for what a build without an explicit day must not publish.
  func requirePlausible(after manifest: Manifest?, _ previous: PreviousRelease?, _ request: BuildRequest)
    throws(BuildError)
  {
    guard request.asOf == nil else { return }
    let release = ReleaseGuard(asOf: asOf, published: manifest?.information.asOf, documents: previous?.documents)
    try release.checkDay()
    if isPublishable(keepGoing: request.keepGoing) {
      try release.checkRemovals(corpus, limit: library.site.removalLimit)
    }
  }
}
