import Auditing
package import Base
package import Disk
import Documents
import Loading
import OfficeFiles

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
  func isWanted(_ rule: String) -> Bool { rules?.contains(rule) ?? true }
  var mended = Mended(tree)
  var library = try await loadLibrary(tree: tree, templates: templates, jobs: request.jobs)
  for _ in 0..<Mended.mostRounds {
    let wanted = library.findings.filter { finding in
      finding.isMendable && finding.location.path.hasPrefix("Content/") && isWanted(finding.rule)
    }
    guard try mended.apply(wanted) else { break }
    library = try await loadLibrary(tree: mended.overlaid, templates: templates, jobs: request.jobs)
  }
  library = try await library.withRegion(request)
  guard let asOf = request.asOf ?? request.today(library.site.timeZone) else {
    throw BuildError.unknownTimeZone(library.site.timeZone)
  }
  let audited = await Preparation.audit(
    library, asOf: asOf, jobs: request.jobs,
    attachments: Preparation.attachmentReader(request, tree, publishingTo: nil))
  let open = DocumentFiles(library).sparingDrafts(audited.findings)
  // What a file says of its makers is taken out of the file; what it shows stays.
  let traces = open.filter { ["attachment-author", "attachment-position"].contains($0.rule) && isWanted($0.rule) }
  var cleaned: Set<Diagnostic> = []
  for finding in traces {
    for file in audited.context.namedFiles where file.place == finding.location {
      if try mended.clean("Content/" + file.path, finding.rule) { cleaned.insert(finding) }
    }
  }
  return try mended.fixes(open: ReviewedFindings(open.filter { !cleaned.contains($0) }, in: library).open)
}

/// The files as they become, round by round.
private struct Mended {
  /// Mistakes do not hide behind each other without end.
  static let mostRounds = 8

  private let tree: DiskTree
  private var texts: [String: [UInt8]] = [:]
  private var counts: [String: [String: Int]] = [:]

  init(_ tree: DiskTree) { self.tree = tree }

  var overlaid: OverlaidTree { OverlaidTree(texts, over: tree) }

  /// Makes the edits of findings; returns whether anything changed.
  mutating func apply(_ findings: [Diagnostic]) throws(FileError) -> Bool {
    var isChanged = false
    for (path, findings) in Dictionary(grouping: findings, by: \.location.path) {
      let bytes = try overlaid.read(path)
      let (new, made) = Fixes.applying(findings, to: bytes)
      guard new != bytes else { continue }
      isChanged = true
      texts[path] = new
      counts[path, default: [:]].merge(made, uniquingKeysWith: +)
    }
    return isChanged
  }

  /// Takes the names of people and of places out of an attachment; returns whether that could be done.
  mutating func clean(_ path: String, _ rule: String) throws(FileError) -> Bool {
    if texts[path] == nil {
      guard let clean = OfficeCleaning.cleaned(try tree.read(path)) else { return false }
      texts[path] = clean
    }
    counts[path, default: [:]][rule] = 1
    return true
  }

  func fixes(open: [Diagnostic]) throws(FileError) -> Fixes {
    var files: [Fixes.File] = []
    for (path, new) in texts {
      files.append(Fixes.File(path: path, old: try tree.read(path), new: new, counts: counts[path] ?? [:]))
    }
    return Fixes(
      files: files.filter { $0.old != $0.new }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
      open: open)
  }
}

extension Fixes {
  /// The bytes with all edits made; of those that overlap the first, and none where something else stands.
  package static func applying(_ findings: [Diagnostic], to bytes: [UInt8]) -> (bytes: [UInt8], made: [String: Int]) {
    if let finding = findings.first(where: \.isRecoded), let recoded = ForeignEncoding.recoded(bytes) {
      return (recoded, [finding.rule: 1])
    }
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
