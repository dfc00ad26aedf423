import Disk
import Publishing

/// Takes over the files of the release before that would come out the same.
struct Reuse: Sendable {
  let cache: BuildCache
  let staging: Staging

  /// Takes a file over when it was made from the same and nobody has changed it since.
  func takes(_ path: String, key: String) throws(FileError) -> Bool {
    guard let file = cache.files[path], file.key == key, try staging.isIntact(path, file.stamp) else { return false }
    try staging.keep(path)
    return true
  }

  /// Takes a file over that is named by its content, if nobody has changed it.
  func takes(_ path: String) throws(FileError) -> Bool {
    guard let file = cache.files[path] else { return false }
    return try takes(path, key: file.key)
  }

  /// A file of the release before, if nobody has changed it.
  func bytes(of path: String) throws(FileError) -> [UInt8]? {
    guard let file = cache.files[path], try staging.isIntact(path, file.stamp) else { return nil }
    return try staging.bytes(of: path)
  }

  /// Takes over every file that was made from `key`, or none; returns their paths.
  func takesAll(key: String) throws(FileError) -> [String] {
    let files = cache.files.filter { $0.value.key == key }
    for (path, file) in files where try !staging.isIntact(path, file.stamp) { return [] }
    for path in files.keys { try staging.keep(path) }
    return files.keys.sorted()
  }
}
