package import Disk

extension OutputFolder {
  /// Names, sizes and times of everything in Output.
  package func stamp() throws(FileError) -> TreeStamp { try TreeStamp(of: [place], disk: disk) }

  /// What the last build cached for the next one; nil when there is nothing.
  package func cache() throws(FileError) -> [UInt8]? { try disk.read(state + "/" + Self.cacheName) }

  /// Caches bytes for the next build, atomically; nil removes the cache.
  package func store(cache: [UInt8]?) throws(FileError) {
    let (place, partial) = (state + "/" + Self.cacheName, state + "/" + Self.cacheName + ".partial")
    try disk.removeFile(partial)
    guard let cache else { return try disk.removeFile(place) }
    try disk.writeNew(partial, cache)
    try disk.rename(partial, to: place)
  }

  private static let cacheName = "cache"
}

extension Staging {
  /// The bytes of a file of this release, written or shared; nil when there is none.
  package func bytes(of path: String) throws(FileError) -> [UInt8]? {
    if let bytes = try output.disk.read(folder + "/" + path) { return bytes }
    return try output.disk.read(output.place + "/" + path)
  }
}
