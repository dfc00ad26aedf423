import Base
import Documents
import Disk
import Publishing
import SiteBuild

/// `build --report FILE`: the result of a build, for programs.
struct BuildReport {
  let outcome: BuildOutcome
  let seconds: Double
  let phases: [(phase: BuildProgress.Phase, count: Int)]

  /// `schema`, `asOf`, `published`, then counts, the tree hash (null when nothing was published), `attachments` looked
  /// into and not, `phases` with the milliseconds of each, what is new (absent when nothing was published), `findings` as in `check --format json`, and `checked`,
  /// the warnings that an editor has looked at.
  var json: JSONValue {
    let publication = outcome.publication
    let counts: KeyValuePairs<String, JSONValue> = [
      "schema": "gongkai-report/1", "generator": .string("gongkai " + programVersion),
      "asOf": .string(outcome.check.asOf.iso), "published": .boolean(publication != nil),
      "unchanged": .boolean(publication?.isUnchanged ?? false),
      "documents": .integer(outcome.documents), "regional": outcome.check.regional.map { .integer($0) } ?? .null,
      "pages": .integer(outcome.pages),
      "files": .integer(publication?.fileCount ?? 0),
      "bytes": .integer(publication?.byteCount ?? 0),
      "treeHash": .optional(publication?.treeHash), "milliseconds": .integer(Int(seconds * 1000)),
      "errors": .integer(outcome.check.count(.error)), "warnings": .integer(outcome.check.count(.warning)),
    ]
    return .object(
      counts.map { JSONValue.Member($0.key, $0.value) }
        + [JSONValue.Member("attachments", attachments), JSONValue.Member("phases", phaseTimes)]
        + (outcome.news?.members ?? []) + [
          JSONValue.Member("held", .array(outcome.held.map(JSONValue.string))),
          JSONValue.Member("leftOut", .array(outcome.leftOut.map(JSONValue.string))),
          JSONValue.Member("inspection", .string(outcome.standing.line)),
          JSONValue.Member("failedIndicators", .strings(outcome.standing.failed)),
          JSONValue.Member("due", .array(outcome.standing.due)),
          JSONValue.Member("findings", JSONReport.value(outcome.check.findings)),
          JSONValue.Member("checked", JSONReport.value(outcome.check.checked)),
        ])
  }

  /// Looked into; not, because of their form; not, because no program is installed that reads PDF; longer than the
  /// search takes.
  private var attachments: JSONValue {
    let counts = outcome.check.attachments
    return .object([
      "read": .integer(counts.read), "otherForm": .integer(counts.otherForm), "noReader": .integer(counts.noReader),
      "cut": .integer(counts.cut),
    ])
  }

  private var phaseTimes: JSONValue {
    .object(phases.map { JSONValue.Member($0.phase.rawValue, .integer($0.count)) })
  }

  /// Writes the file.
  ///
  /// - Throws: ``FileError``.
  func write(to path: String) throws(FileError) { try WholeFile.write(json.pretty, to: path) }
}
