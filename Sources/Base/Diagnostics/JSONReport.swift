/// Findings as JSON for other programs: one array, in the order given, with every property of each finding.
///
/// Members of a finding: `rule`, `severity` (`error`, `warning`), `path` (relative to the site's root), `line`,
/// `column` and `endColumn` (1-based, in characters; `endColumn` is exclusive and on the same line),
/// `message`, `cures` (texts) and `related` (locations, each with a `message`).
package enum JSONReport {
  /// The findings as an array.
  ///
  /// - Parameter quotesLines: Whether locations include `sourceLine`, which ``findings(_:)`` needs to read them back.
  package static func value(_ findings: [Diagnostic], quotesLines: Bool = false) -> JSONValue {
    .array(findings.map { value($0, quotesLines) })
  }

  /// The array as indented text that ends with a newline.
  package static func bytes(_ findings: [Diagnostic]) -> [UInt8] { value(findings).pretty }

  private static func value(_ finding: Diagnostic, _ quotesLines: Bool) -> JSONValue {
    .object(
      [
        JSONValue.Member("rule", .string(finding.rule)),
        JSONValue.Member("severity", .string(finding.severity.rawValue)),
      ] + place(finding.location, quotesLines) + [
        JSONValue.Member("message", .string(finding.message)), JSONValue.Member("cures", .strings(finding.cures)),
        JSONValue.Member(
          "related",
          .array(
            finding.related.map {
              .object(place($0.location, quotesLines) + [JSONValue.Member("message", .string($0.message))])
            })),
      ])
  }

  private static func place(_ place: Diagnostic.Location, _ quotesLine: Bool) -> [JSONValue.Member] {
    [
      JSONValue.Member("path", .string(place.path)), JSONValue.Member("line", .integer(place.start.line)),
      JSONValue.Member("column", .integer(place.start.column)),
      JSONValue.Member("endColumn", .integer(place.start.column + place.length)),
    ] + (quotesLine ? [JSONValue.Member("sourceLine", .string(place.sourceLine))] : [])
  }

  /// Reads an array written with `quotesLines`; nil when it is not one.
  package static func findings(_ json: JSONValue) -> [Diagnostic]? {
    json.list { json in
      guard let rule = json["rule"]?.text, let severity = json["severity"]?.text.flatMap(Severity.init),
        let place = location(json), let message = json["message"]?.text, let cures = json["cures"]?.list(\.text),
        let related = json["related"]?.list({ json in
          location(json).flatMap { place in json["message"]?.text.map { Diagnostic.Related(place, $0) } }
        })
      else { return nil }
      return Diagnostic(rule, severity, at: place, message, cures: cures, related: related)
    }
  }

  private static func location(_ json: JSONValue) -> Diagnostic.Location? {
    guard let path = json["path"]?.text, let line = json["line"]?.number, let column = json["column"]?.number,
      let end = json["endColumn"]?.number, let text = json["sourceLine"]?.text
    else { return nil }
    return Diagnostic.Location(
      path: path, start: SourcePosition(line: line, column: column), length: end - column, sourceLine: text)
  }
}
