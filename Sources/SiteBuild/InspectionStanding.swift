package import Base
import Inspection
import Resolution

/// What a build says of the inspection, kept with its outcome: one line, and for programs what it is made of.
package struct InspectionStanding: Sendable, Hashable {
  /// Names of the indicators that are not met.
  package var failed: [String] = []
  /// For people; empty when nothing is known.
  package var line = ""
  /// The 到期清单 as JSON.
  package var due: [JSONValue] = []

  /// Nothing known.
  package init() {}

  /// What a report came to.
  init(_ report: InspectionReport) {
    failed = report.readings(.failed).map(\.indicator.definition.name)
    line = report.line
    due = report.due.items.map(\.json)
  }

  init?(json: JSONValue) {
    guard let line = json["line"]?.text, let failed = json["failed"]?.list(\.text), case .array(let due)? = json["due"]
    else {
      return nil
    }
    self.line = line
    self.failed = failed
    self.due = due
  }

  /// For the cache.
  var json: JSONValue {
    .object(["line": .string(line), "failed": .strings(failed), "due": .array(due)])
  }
}
