import Base
import Disk
import Documents
import Loading
import Resolution

/// The site with documents that are about to be written, checked as `check` would check it.
struct ImportPreview {
  let request: BuildRequest
  let tree: DiskTree
  let templates: LayeredTree

  /// The findings of the new documents, errors included, by the path of their folder.
  ///
  /// - Parameter files: Bytes by path, `Content/` included.
  func findings(of documents: [String], with files: [String: [UInt8]]) async throws -> [String: [Diagnostic]] {
    let overlaid = OverlaidTree(files, over: tree)
    let library = try await loadLibrary(tree: overlaid, templates: templates, jobs: request.jobs).withRegion(request)
    guard let asOf = request.asOf ?? request.today(library.site.timeZone) else {
      throw BuildError.unknownTimeZone(library.site.timeZone)
    }
    let reader = Preparation.attachmentReader(request, overlaid, publishingTo: nil)
    let audited = await Preparation.audit(library, asOf: asOf, jobs: request.jobs, attachments: reader)
    var found: [String: [Diagnostic]] = [:]
    let own = Set(documents)
    for finding in ReviewedFindings(audited.findings, in: library).open {
      let document = String(finding.location.path.dropFirst("Content/".count)).parentPath
      if own.contains(document) { found[document, default: []].append(finding) }
    }
    return found
  }
}

extension Diagnostic {
  /// The same finding in a file that has one more line at this place.
  func movedDown(from line: Int) -> Diagnostic {
    func moved(_ place: Location) -> Location {
      guard place.path == location.path, place.start.line >= line else { return place }
      let start = SourcePosition(line: place.start.line + 1, column: place.start.column)
      return Location(
        path: place.path, start: start, length: place.length, sourceLine: place.sourceLine, cut: place.cut)
    }
    return Diagnostic(
      rule, severity, at: moved(location), message, cures: cures,
      related: related.map { Related(moved($0.location), $0.message) })
  }
}
