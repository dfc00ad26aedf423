/// Findings as JSON for other programs: one array, in the order given, with every property of each finding.
///
/// Members of a finding: `rule`, `severity` (`error`, `warning`), `path` (relative to the site's root), `line`,
/// `column` and `endColumn` (1-based, in characters; `endColumn` is exclusive and on the same line),
/// `message`, `cures` (texts), `related` (locations, each with a `message`), and, where `gongkai fix` can do it, `recode`: true
/// if the file is written anew in UTF-8, or `edits`: byte offsets in the file from `start` to `end`, the `old` text there and
/// the `new`. A warning that an editor has looked at
/// comes after the others and has `checked`: the reason.
package enum JSONReport {
  /// The findings as an array.
  ///
  /// - Parameter quotesLines: Whether locations include `sourceLine`, which ``findings(_:)`` needs to read them back.
  package static func value(_ findings: [Diagnostic], quotesLines: Bool = false) -> JSONValue {
    .array(findings.map { .object(members($0, quotesLines)) })
  }

  /// Findings that were looked at, each with the reason.
  package static func value(_ checked: [CheckedFinding], quotesLines: Bool = false) -> JSONValue {
    .array(checked.map { .object(members($0.finding, quotesLines) + [JSONValue.Member("checked", .string($0.note))]) })
  }

  /// One array of both as indented text that ends with a newline.
  package static func bytes(_ findings: [Diagnostic], checked: [CheckedFinding] = []) -> [UInt8] {
    guard case .array(let open) = value(findings), case .array(let closed) = value(checked) else { return [] }
    return JSONValue.array(open + closed).pretty
  }

  private static func members(_ finding: Diagnostic, _ quotesLines: Bool) -> [JSONValue.Member] {
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
    ] + edits(finding)
  }

  private static func edits(_ finding: Diagnostic) -> [JSONValue.Member] {
    if finding.isRecoded { return [JSONValue.Member("recode", .boolean(true))] }
    guard !finding.edits.isEmpty else { return [] }
    return [
      JSONValue.Member(
        "edits",
        .array(
          finding.edits.map { edit in
            .object([
              "start": .integer(edit.range.lowerBound), "end": .integer(edit.range.upperBound),
              "old": .string(edit.old), "new": .string(edit.new),
            ])
          }))
    ]
  }

  private static func edit(_ json: JSONValue) -> Diagnostic.Edit? {
    guard let start = json["start"]?.number, let end = json["end"]?.number, let old = json["old"]?.text,
      let new = json["new"]?.text,
      start <= end
    else { return nil }
    return Diagnostic.Edit(start..<end, old: old, new: new)
  }

  private static func place(_ place: Diagnostic.Location, _ quotesLine: Bool) -> [JSONValue.Member] {
    [
      JSONValue.Member("path", .string(place.path)), JSONValue.Member("line", .integer(place.start.line)),
      JSONValue.Member("column", .integer(place.start.column)),
      JSONValue.Member("endColumn", .integer(place.start.column + place.length)),
    ] + (quotesLine ? quotation(of: place) : [])
  }

  private static func quotation(of place: Diagnostic.Location) -> [JSONValue.Member] {
    [JSONValue.Member("sourceLine", .string(place.sourceLine))]
      + (place.cut == Diagnostic.Cut()
        ? []
        : [
          JSONValue.Member("cutCharacters", .integer(place.cut.characters)),
          JSONValue.Member("cutScalars", .integer(place.cut.scalars)),
          JSONValue.Member("isCutBehind", .boolean(place.cut.isBehind)),
        ])
  }

  /// Reads an array written with `quotesLines`; nil when it is not one.
  package static func findings(_ json: JSONValue) -> [Diagnostic]? { json.list(finding) }

  /// Reads an array of findings that were looked at.
  package static func checked(_ json: JSONValue) -> [CheckedFinding]? {
    json.list { json in
      finding(json).flatMap { finding in json["checked"]?.text.map { CheckedFinding(finding: finding, note: $0) } }
    }
  }

  private static func finding(_ json: JSONValue) -> Diagnostic? {
    guard let rule = json["rule"]?.text, let severity = json["severity"]?.text.flatMap(Severity.init),
      let place = location(json), let message = json["message"]?.text, let cures = json["cures"]?.list(\.text),
      let related = json["related"]?.list({ json in
        location(json).flatMap { place in json["message"]?.text.map { Diagnostic.Related(place, $0) } }
      })
    else { return nil }
    let edits = json["edits"]?.list(edit) ?? []
    return Diagnostic(
      rule, severity, at: place, message, cures: cures, related: related, edits: edits,
      isRecoded: json["recode"] == .boolean(true))
  }

  private static func location(_ json: JSONValue) -> Diagnostic.Location? {
    guard let path = json["path"]?.text, let line = json["line"]?.number, let column = json["column"]?.number,
      let end = json["endColumn"]?.number, let text = json["sourceLine"]?.text
    else { return nil }
    let cut = Diagnostic.Cut(
      characters: json["cutCharacters"]?.number ?? 0, scalars: json["cutScalars"]?.number ?? 0,
      isBehind: json["isCutBehind"] == .boolean(true))
    return Diagnostic.Location(
      path: path, start: SourcePosition(line: line, column: column), length: end - column, sourceLine: text, cut: cut)
  }
}
