import ArgumentParser
import Base
import Documents
import Publishing
import SiteBuild

/// How `build` prints its result.
enum LogFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, json
}

/// `build --log-format json`: one object on one line for each build, for programs that collect logs.
struct LogLine {
  private let members: [JSONValue.Member]

  /// Of a build that came to its end.
  init(_ outcome: BuildOutcome, seconds: Double, output: String) {
    let publication = outcome.publication
    let status: ProgramStatus = outcome.check.count(.error) > 0 ? .findings : .success
    let counts: KeyValuePairs<String, JSONValue> = [
      "asOf": .string(outcome.check.asOf.iso), "published": .boolean(publication != nil),
      "unchanged": .boolean(publication?.isUnchanged ?? false), "documents": .integer(outcome.documents),
      "pages": .integer(outcome.pages), "errors": .integer(outcome.check.count(.error)),
      "warnings": .integer(outcome.check.count(.warning)), "newWarnings": .integer(outcome.newWarnings.count),
      "added": .integer(outcome.news?.added.count ?? 0), "removed": .integer(outcome.news?.removed.count ?? 0),
      "changes": .integer(outcome.news?.changes.count ?? 0), "treeHash": .optional(publication?.treeHash),
      "inspection": .string(outcome.standing.line), "failedIndicators": .strings(outcome.standing.failed),
    ]
    members = Self.common(status, seconds, output) + counts.map { JSONValue.Member($0.key, $0.value) }
  }

  /// Of a build that failed.
  init(failed failure: Failure, seconds: Double, output: String) {
    members =
      Self.common(failure.status, seconds, output) + [
        JSONValue.Member("published", .boolean(false)), JSONValue.Member("message", .string(failure.message)),
      ]
  }

  /// Ends with a newline.
  var text: String { String(decoding: JSONValue.object(members).compact, as: UTF8.self) + "\n" }

  private static func common(_ status: ProgramStatus, _ seconds: Double, _ output: String) -> [JSONValue.Member] {
    let members: KeyValuePairs<String, JSONValue> = [
      "schema": "gongkai-log/1", "time": .integer(SystemClock.now), "status": .integer(Int(status.code)),
      "generator": .string("gongkai " + programVersion), "output": .string(output),
      "milliseconds": .integer(Int(seconds * 1000)),
    ]
    return members.map { JSONValue.Member($0.key, $0.value) }
  }
}
