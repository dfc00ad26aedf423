import Base
import Disk
import Documents
import Publishing
import Rendering
import Search

/// What the release in Output says about itself: the new one is compared with it, and the days of edits travel in it from
/// release to release.
struct PreviousRelease: Sendable {
  /// Its day.
  let asOf: String
  /// Its `data/documents.jsonl`.
  let rows: [UInt8]
  let revisions: Revisions
  /// The ids of its documents, and of those of other sites.
  let libraries: [PublishedLibrary]
  /// The numbers of its documents in its search index.
  let numbered: PublishedNumbers?

  /// Nil when there is no release, or none whose data is as it was published.
  init?(_ manifest: Manifest?, in output: OutputFolder, jobs: Int) async throws(FileError) {
    guard let manifest, let rows = try output.published(SiteFile.documentsJSONL.path, in: manifest) else { return nil }
    let site = try output.published(SiteFile.siteJSON.path, in: manifest)
    numbered = try SearchIndex.numbers { path throws(FileError) in try output.published(path, in: manifest) }
    asOf = manifest.information.asOf
    self.rows = rows
    let lines = rows.split(separator: 0x0A)
    let parsed = await boundedMap(lines, jobs: jobs, chunk: 64) { line in
      let row = JSONValue(json: Array(line))
      return (id: row?["id"]?.text, revision: row.flatMap { Self.entry($0, named: "id") })
    }
    libraries =
      [PublishedLibrary(source: nil, documents: parsed.compactMap { $0.id.map { DocumentID($0) } })]
      + PublishedLibrary.ofSources(try output.published(SiteFile.sourcesJSON.path, in: manifest) ?? [])
    let columns = site.flatMap { JSONValue(json: $0) }?["columns"]?.list { Self.entry($0, named: "path") } ?? []
    revisions = Revisions(
      documents: Dictionary(parsed.compactMap(\.revision).map { (DocumentID($0), $1) }) { first, _ in first },
      columns: Dictionary(columns) { first, _ in first })
  }

  /// The revision in a row; nil for one that an older version of the program wrote.
  private static func entry(_ row: JSONValue, named key: String) -> (String, Revision)? {
    guard let name = row[key]?.text, let fingerprint = row["fingerprint"]?.text else { return nil }
    let day = row["modifiedOn"]?.text.flatMap { try? CalendarDate.parse($0).get() }
    return (name, Revision(fingerprint: fingerprint, modifiedOn: day))
  }
}
