/// Findings for programs: one array, in the order given, every field of a finding.
///
/// Members of a finding: `rule`, `severity` (`error`, `warning`, `note`), `path` (relative to the site's root), `line`,
/// `column` and `endColumn` (1-based, in characters; `endColumn` is the first one after what is meant, on the same line),
/// `message`, `cures` (texts) and `related` (places with a `message` each).
package enum JSONReport {
  /// The array.
  package static func value(_ findings: [Diagnostic]) -> JSONValue { .array(findings.map(value)) }

  /// The array as a text that ends with a newline.
  package static func bytes(_ findings: [Diagnostic]) -> [UInt8] { value(findings).pretty }

  private static func value(_ finding: Diagnostic) -> JSONValue {
    .object(
      [
        JSONValue.Member("rule", .string(finding.rule)),
        JSONValue.Member("severity", .string(finding.severity.rawValue)),
      ] + place(finding.location) + [
        JSONValue.Member("message", .string(finding.message)), JSONValue.Member("cures", .strings(finding.cures)),
        JSONValue.Member(
          "related",
          .array(
            finding.related.map {
              .object(place($0.location) + [JSONValue.Member("message", .string($0.message))])
            })),
      ])
  }

  private static func place(_ place: Diagnostic.Location) -> [JSONValue.Member] {
    [
      JSONValue.Member("path", .string(place.path)), JSONValue.Member("line", .integer(place.start.line)),
      JSONValue.Member("column", .integer(place.start.column)),
      JSONValue.Member("endColumn", .integer(place.start.column + place.length)),
    ]
  }
}
