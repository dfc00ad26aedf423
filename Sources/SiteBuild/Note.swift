import Base
import Disk
import Publishing

/// The note that a build leaves beside Output for the next one; without it the next one only has more to do.
struct Note {
  let cache: BuildCache
  /// There is a note, but not as it was written.
  let isDamaged: Bool

  /// Clears away what an interrupted build left, and reads the note, unless everything has to be made.
  init(_ request: BuildRequest, _ output: OutputFolder, _ lock: OutputLock) throws {
    try output.clearLeftovers(under: lock)
    let bytes = request.isFull ? nil : try output.cache()
    cache = bytes.flatMap { try? BuildCache($0) } ?? BuildCache()
    isDamaged = bytes != nil && cache.treeHash.isEmpty
  }

  /// The note when it is about this release, otherwise an empty one.
  func cache(about release: Manifest?) -> BuildCache { cache.treeHash == release?.treeHash ? cache : BuildCache() }

  /// Notes from what each file was made and, where nothing was in motion, what the build said.
  ///
  /// - Parameter sources: As they were before anything was read; nil: not to be repeated.
  static func write(
    _ outcome: BuildOutcome, keys: [String: String], timeZone: String, _ sources: Repetition.Sources?,
    to output: OutputFolder
  ) async throws {
    try output.store(cache: nil)
    guard let publication = outcome.publication else { return }
    async let digest = Repetition.digest(of: output)
    var files: [String: BuildCache.File] = [:]
    for (path, key) in keys {
      if let stamp = try output.stamp(of: path) { files[path] = BuildCache.File(key: key, stamp: stamp) }
    }
    var repetition: Repetition?
    if let sources, sources.isSettled, outcome.check.count(.error) == 0, publication.strangers.isEmpty,
      // What could not be cleared away is for the next build to clear away.
      publication.troubles.isEmpty,
      let digest = await digest
    {
      repetition = Repetition(sources: sources.digest, output: digest, outcome: outcome, timeZone: timeZone)
    }
    try output.store(
      cache: BuildCache(treeHash: publication.treeHash, files: files, repetition: repetition).bytes)
  }
}
