package import Base
package import Disk
import Loading

/// Cures that cannot change what a text means, taken into the files of Content/.
package struct Fixes: Sendable {
  /// The files that change, sorted by path.
  package let files: [File]
  /// The findings that remain for people.
  package let open: [Diagnostic]

  /// One file, before and after.
  package struct File: Sendable {
    /// Relative to the site's root.
    package let path: String
    package let old: [UInt8]
    package let new: [UInt8]
    /// How often each rule was applied.
    package let counts: [String: Int]
  }

  /// The number of places.
  package var count: Int { files.reduce(0) { $0 + $1.counts.values.reduce(0, +) } }
}

/// Finds out what can be mended without a person; writes nothing.
///
/// The site is read again after each round, because what was hidden behind one mistake may be mended in the next; so a second
/// run finds nothing more.
///
/// - Parameter rules: The rules whose findings are mended; nil: all.
/// - Throws: ``FileError`` from the disk.
package func planFixes(_ request: BuildRequest, rules: Set<String>?) async throws -> Fixes {
  let tree = try DiskTree(root: request.root, entrance: "Content")
  let templates = try request.layeredTemplates()
  var mended: [String: [UInt8]] = [:]
  var counts: [String: [String: Int]] = [:]
  for _ in 0..<Fixes.mostRounds {
    let overlaid = OverlaidTree(mended, over: tree)
    let library = try await loadLibrary(tree: overlaid, templates: templates, jobs: request.jobs)
    let wanted = library.findings.filter { finding in
      !finding.edits.isEmpty && finding.location.path.hasPrefix("Content/") && rules?.contains(finding.rule) ?? true
    }
    var isChanged = false
    for (path, findings) in Dictionary(grouping: wanted, by: \.location.path) {
      let bytes = try overlaid.read(path)
      let (new, made) = Fixes.applying(findings, to: bytes)
      guard new != bytes else { continue }
      isChanged = true
      mended[path] = new
      counts[path, default: [:]].merge(made, uniquingKeysWith: +)
    }
    if !isChanged { return try Fixes(mended, counts, over: tree, open: library.findings) }
  }
  let library = try await loadLibrary(tree: OverlaidTree(mended, over: tree), templates: templates, jobs: request.jobs)
  return try Fixes(mended, counts, over: tree, open: library.findings)
}

extension Fixes {
  /// Mistakes do not hide behind each other without end.
  fileprivate static let mostRounds = 8

  fileprivate init(
    _ mended: [String: [UInt8]], _ counts: [String: [String: Int]], over tree: DiskTree, open: [Diagnostic]
  ) throws(FileError) {
    var files: [File] = []
    for (path, new) in mended {
      files.append(File(path: path, old: try tree.read(path), new: new, counts: counts[path] ?? [:]))
    }
    self.files = files.filter { $0.old != $0.new }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    self.open = open
  }

  /// The bytes with all edits made; of those that overlap the first, and none where something else stands.
  package static func applying(_ findings: [Diagnostic], to bytes: [UInt8]) -> (bytes: [UInt8], made: [String: Int]) {
    let edits = findings.flatMap { finding in finding.edits.map { (finding.rule, $0) } }
      .sorted { ($0.1.range.lowerBound, $0.1.range.upperBound) < ($1.1.range.lowerBound, $1.1.range.upperBound) }
    var new: [UInt8] = []
    var done = 0
    var made: [String: Int] = [:]
    for (rule, edit) in edits where edit.range.lowerBound >= done && edit.range.upperBound <= bytes.count {
      guard bytes[edit.range].elementsEqual(edit.old.utf8) else { continue }
      new += bytes[done..<edit.range.lowerBound]
      new += edit.new.utf8
      done = edit.range.upperBound
      made[rule, default: 0] += 1
    }
    return (new + bytes[done...], made)
  }

  /// Writes the files, each at once and as a whole; one that somebody has changed meanwhile is left alone.
  ///
  /// - Returns: The paths of those that were left alone.
  /// - Throws: ``FileError``; then the files before it are written, and the others are as they were.
  package func write(to root: String) throws(FileError) -> [String] {
    let disk = Disk()
    var skipped: [String] = []
    for file in files {
      let path = root + "/" + file.path
      guard try disk.read(path) == file.old else {
        skipped.append(file.path)
        continue
      }
      try disk.replace(path, with: file.new)
    }
    return skipped
  }
}
