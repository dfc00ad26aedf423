/// Findings in SARIF 2.1.0 (OASIS), which editors and code-hosting sites show next to the line.
///
/// Columns are Unicode code points, which the format allows and `columnKind` declares. Each cure is a further line of
/// the message; related locations are `relatedLocations`. A warning that an editor has looked at is suppressed in source.
package enum SARIFReport {
  private static let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

  /// One run with all findings, in the order given, those that were looked at last.
  ///
  /// - Parameter version: The version of this program.
  package static func value(
    _ findings: [Diagnostic], checked: [CheckedFinding] = [], version: String
  ) -> JSONValue {
    .object([
      "$schema": .string(schema), "version": "2.1.0",
      "runs": .array([run(findings, checked, version)]),
    ])
  }

  /// The log as indented text that ends with a newline.
  package static func bytes(
    _ findings: [Diagnostic], checked: [CheckedFinding] = [], version: String
  ) -> [UInt8] {
    value(findings, checked: checked, version: version).pretty
  }

  private static func run(_ findings: [Diagnostic], _ checked: [CheckedFinding], _ version: String) -> JSONValue {
    let rules = Set((findings + checked.map(\.finding)).map(\.rule)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let driver = JSONValue.object([
      "name": "gongkai", "version": .string(version), "rules": .array(rules.map { .object(["id": .string($0)]) }),
    ])
    return .object([
      "tool": .object(["driver": driver]), "columnKind": "unicodeCodePoints",
      "results": .array(findings.map { result($0, nil, rules) } + checked.map { result($0.finding, $0.note, rules) }),
    ])
  }

  private static func result(_ finding: Diagnostic, _ note: String?, _ rules: [String]) -> JSONValue {
    var members: [JSONValue.Member] = [
      JSONValue.Member("ruleId", .string(finding.rule)),
      JSONValue.Member("ruleIndex", .integer(rules.firstIndex(of: finding.rule) ?? -1)),
      JSONValue.Member("level", .string(finding.severity.rawValue)),
      JSONValue.Member(
        "message", .object(["text": .string(([finding.message] + finding.cures).joined(separator: "\n"))])),
      JSONValue.Member("locations", .array([.object(["physicalLocation": physical(finding.location)])])),
    ]
    if !finding.related.isEmpty {
      let places = finding.related.map { other -> JSONValue in
        .object([
          "physicalLocation": physical(other.location), "message": .object(["text": .string(other.message)]),
        ])
      }
      members.append(JSONValue.Member("relatedLocations", .array(places)))
    }
    if !finding.edits.isEmpty { members.append(JSONValue.Member("fixes", .array([fix(finding)]))) }
    if let note {
      let suppression = JSONValue.object(["kind": "inSource", "justification": .string(note)])
      members.append(JSONValue.Member("suppressions", .array([suppression])))
    }
    return .object(members)
  }

  private static func fix(_ finding: Diagnostic) -> JSONValue {
    let replacements = finding.edits.map { edit -> JSONValue in
      .object([
        "deletedRegion": .object([
          "byteOffset": .integer(edit.range.lowerBound), "byteLength": .integer(edit.range.count),
        ]), "insertedContent": .object(["text": .string(edit.new)]),
      ])
    }
    let change = JSONValue.object([
      "artifactLocation": .object(["uri": .string(finding.location.path.encodedForURLPath)]),
      "replacements": .array(replacements),
    ])
    return .object([
      "description": .object(["text": .string(finding.cures.first ?? finding.message)]),
      "artifactChanges": .array([change]),
    ])
  }

  private static func physical(_ place: Diagnostic.Location) -> JSONValue {
    let (start, end) = codePoints(place)
    return .object([
      "artifactLocation": .object(["uri": .string(place.path.encodedForURLPath)]),
      "region": .object([
        "startLine": .integer(place.start.line), "startColumn": .integer(start), "endColumn": .integer(end),
      ]),
    ])
  }

  /// The columns of a location in code points instead of characters; `end` is exclusive.
  private static func codePoints(_ place: Diagnostic.Location) -> (start: Int, end: Int) {
    let line = Array(place.sourceLine)
    let before = place.start.column - 1 - place.cut.characters
    // Beyond the end of the line, or without its text, a character counts as one code point.
    func scalars(_ range: Range<Int>) -> Int {
      range.reduce(0) { $0 + ($1 < line.count ? line[$1].unicodeScalars.count : 1) }
    }
    let start = 1 + place.cut.scalars + scalars(0..<before)
    return (start, start + scalars(before..<before + place.length))
  }
}
