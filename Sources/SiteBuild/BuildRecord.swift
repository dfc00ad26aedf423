package import Base
import Disk
import Documents
package import Publishing

/// What the last builds came to, stored beside Output: for the next build, which tells new warnings from old ones, and for
/// `gongkai status`.
package struct BuildRecord: Sendable, Hashable {
  /// The last build that published, or found that the site in Output is still right.
  package struct Success: Sendable, Hashable {
    /// Seconds since 1970 by the file system's clock.
    package let at: Int
    package let asOf: CalendarDate
    package let treeHash: String
    /// Errors of documents that stayed as they were or were left out.
    package let errors: Int
    package let newWarnings: Int
    /// Duties that are late: warnings of ``BuildRecord/duties``.
    package let overdue: Int
    /// Documents in force whose term ends soon.
    package let evaluations: Int
    /// Duties of the 到期清单 whose day is near.
    package let soon: Int
    /// Indicators of the inspection that are not met, as far as a build knows.
    package let failedIndicators: [String]
    /// How often each warning was found, by its ``Diagnostic/fingerprint``.
    package let warnings: [String: Int]
  }

  /// A build that published nothing.
  package struct Failure: Sendable, Hashable {
    /// Seconds since 1970 by the file system's clock.
    package let at: Int
    package let reason: String
  }

  /// The site's, an IANA name.
  package var timeZone: String?
  package var success: Success?
  /// Nil when the last build succeeded.
  package var failure: Failure?

  /// Rules that remind of a duty whose day has passed.
  static let duties: Set<String> = [
    "duty-overdue", "update-overdue", "overdue-outcome", "catalogue-late", "late-extension",
  ]

  /// Nothing known yet.
  init() {}

  /// What is known of an output folder; nil when nothing is, or the file cannot be read.
  package init?(of output: OutputFolder) {
    guard let bytes = try? output.stored(.record), let json = JSONValue(json: bytes),
      json["schema"] == .string(Self.schema)
    else { return nil }
    timeZone = json["timeZone"]?.text
    success = json["success"].flatMap(Success.init)
    failure = json["failure"].flatMap(Failure.init)
  }
}

extension BuildRecord {
  private static let schema = "gongkai-record/1"

  /// The file.
  var bytes: [UInt8] {
    JSONValue.object([
      "schema": .string(Self.schema), "timeZone": .optional(timeZone), "success": success?.json ?? .null,
      "failure": failure.map { .object(["at": .integer($0.at), "reason": .string($0.reason)]) } ?? .null,
    ]).compact
  }
}

extension BuildRecord.Failure {
  init?(json: JSONValue) {
    guard let at = json["at"]?.number, let reason = json["reason"]?.text else { return nil }
    self.init(at: at, reason: reason)
  }
}

extension BuildRecord.Success {
  init?(_ outcome: BuildOutcome, at: Int) {
    guard let publication = outcome.publication else { return nil }
    let warnings = outcome.check.findings.filter { $0.severity == .warning }
    self.init(
      at: at, asOf: outcome.check.asOf, treeHash: publication.treeHash, errors: outcome.check.count(.error),
      newWarnings: outcome.newWarnings.count, overdue: warnings.count { BuildRecord.duties.contains($0.rule) },
      evaluations: outcome.news?.dueForEvaluation.count ?? 0, soon: warnings.count { $0.rule == "duty-soon" },
      failedIndicators: outcome.standing.failed,
      warnings: Dictionary(warnings.map { ($0.fingerprint, 1) }, uniquingKeysWith: +))
  }

  init?(json: JSONValue) {
    guard let at = json["at"]?.number, let day = json["asOf"]?.text, case .success(let asOf) = CalendarDate.parse(day),
      let treeHash = json["treeHash"]?.text, let errors = json["errors"]?.number,
      let new = json["newWarnings"]?.number, let overdue = json["overdue"]?.number,
      let evaluations = json["evaluations"]?.number, case .object(let members)? = json["warnings"]
    else { return nil }
    let counts = members.compactMap { member in member.value.number.map { (member.name, $0) } }
    self.init(
      at: at, asOf: asOf, treeHash: treeHash, errors: errors, newWarnings: new, overdue: overdue,
      evaluations: evaluations, soon: json["soon"]?.number ?? 0,
      failedIndicators: json["failedIndicators"]?.list(\.text) ?? [],
      warnings: Dictionary(counts, uniquingKeysWith: max))
  }

  fileprivate var json: JSONValue {
    .object([
      "at": .integer(at), "asOf": .string(asOf.iso), "treeHash": .string(treeHash), "errors": .integer(errors),
      "newWarnings": .integer(newWarnings), "overdue": .integer(overdue), "evaluations": .integer(evaluations),
      "soon": .integer(soon), "failedIndicators": .strings(failedIndicators),
      "warnings": .object(warnings.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .integer($0.value)) }),
    ])
  }

  /// The warnings that were not there at this build. Of several that are the same but for figures, the last ones are new.
  func new(among findings: [Diagnostic]) -> [Diagnostic] {
    var known = warnings
    return findings.filter { finding in
      guard finding.severity == .warning else { return false }
      known[finding.fingerprint, default: 0] -= 1
      return known[finding.fingerprint, default: 0] < 0
    }
  }
}

extension Diagnostic {
  /// The same from night to night: rule, file and message without its figures, which may count days. A text moved to another line
  /// is no news.
  fileprivate var fingerprint: String {
    let words = message.utf8.filter { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return String(checksum(of: Array(rule.utf8) + [0] + Array(location.path.utf8) + [0] + words).prefix(16))
  }
}
