import Base
import Documents
import Loading
import Publishing
import Resolution

/// What no build publishes by itself, because the computer's clock or the library is more likely to be wrong: a day before that of the
/// site that is out, and the loss of many documents of one library at once, the site's own or another site's. Whoever writes the day with
/// `--as-of` has looked.
struct ReleaseGuard {
  let asOf: CalendarDate
  /// The day of the release that is out.
  let published: String?
  /// Its documents; empty when its data is damaged.
  let libraries: [PublishedLibrary]

  /// As many may go on any day, however small the site.
  private static let alwaysAllowed = 2

  /// Throws when the day is before that of the previous release.
  func checkDay() throws(BuildError) {
    if let day = published, asOf.iso < day { throw .dayBeforeRelease(asOf, published: day) }
  }

  /// Throws when more documents than `limit` percent of those of a library in the previous release are no longer public.
  func checkRemovals(_ corpus: Corpus, limit: Int) throws(BuildError) {
    let losses = libraries.compactMap { library -> BuildError.Loss? in
      // Whoever took a document down with a reason has looked.
      let removed = library.documents.count { corpus[$0] == nil && !corpus.takenDown.contains($0) }
      let before = library.documents.count
      guard removed > Self.alwaysAllowed, removed * 100 > before * limit else { return nil }
      let now = library.source.map { source in
        corpus.regional.count { $0.document.provenance?.source == source.id }
      }
      return BuildError.Loss(removed, of: before, in: library.source?.name, now: now ?? corpus.entries.count)
    }
    if !losses.isEmpty { throw .manyRemoved(losses, limit: limit, asOf: asOf) }
  }
}

extension Preparation {
  /// Throws ``BuildError`` for what a build without an explicit day must not publish.
  func requirePlausible(after manifest: Manifest?, _ previous: PreviousRelease?, _ request: BuildRequest)
    throws(BuildError)
  {
    guard request.asOf == nil else { return }
    let release = ReleaseGuard(
      asOf: asOf, published: manifest?.information.asOf, libraries: previous?.libraries ?? [])
    try release.checkDay()
    if isPublishable(keepGoing: request.keepGoing) {
      try release.checkRemovals(corpus, limit: library.site.removalLimit)
    }
  }
}
