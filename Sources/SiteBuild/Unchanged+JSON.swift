import Base
import Documents
import Publishing

extension Unchanged {
  /// Raised when the file's format changes.
  private static let form = "gongkai-cache/6"

  /// Reads the file; nil when it is damaged or has another version.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false).map(Array.init)
    guard lines.count == 3, lines[0] == Array(Self.form.utf8), lines[1] == Array(checksum(of: lines[2]).utf8),
      let json = JSONValue(json: lines[2]), let sources = json["sources"]?.text, let output = json["output"]?.text,
      let folders = json["sourceFolders"]?.list(\.text), let region = json["region"]?.text,
      let zone = json["timeZone"]?.text, let outcome = BuildOutcome(json: json)
    else { return nil }
    self.init(
      sources: sources, region: RegionStamp.Read(folders: folders, digest: region), output: output, timeZone: zone,
      outcome: outcome)
  }

  /// The file: its version, the checksum of the rest, and an object on one line.
  var bytes: [UInt8] {
    let json = JSONValue.object(
      [
        JSONValue.Member("sources", .string(sources)), JSONValue.Member("sourceFolders", .strings(region.folders)),
        JSONValue.Member("region", .string(region.digest)), JSONValue.Member("output", .string(output)),
        JSONValue.Member("timeZone", .string(timeZone)),
      ] + outcome.members
    ).compact
    return Array("\(Self.form)\n\(checksum(of: json))\n".utf8) + json
  }
}

extension BuildOutcome {
  fileprivate init?(json: JSONValue) {
    guard let asOf = json["asOf"]?.text.flatMap({ try? CalendarDate.parse($0).get() }),
      let all = json["allDocuments"]?.number, let documents = json["documents"]?.number,
      let pages = json["pages"]?.number, let findings = json["findings"].flatMap(JSONReport.findings),
      let checked = json["checked"].flatMap(JSONReport.checked), let baseURL = json["baseURL"]?.text,
      let news = json["news"].flatMap({ SiteNews(json: $0, baseURL: baseURL) }),
      let standing = json["standing"].flatMap(InspectionStanding.init),
      let treeHash = json["treeHash"]?.text, let files = json["files"]?.number, let bytes = json["bytes"]?.number
    else { return nil }
    var check = CheckOutcome(findings: findings, checked: checked, asOf: asOf, documents: all)
    check.regional = json["regional"]?.number
    check.attachments = AttachmentCounts(
      read: json["attachmentsRead"]?.number ?? 0, otherForm: json["attachmentsOfOtherForm"]?.number ?? 0,
      noReader: json["attachmentsWithoutReader"]?.number ?? 0, cut: json["attachmentsCut"]?.number ?? 0)
    self.init(
      check: check, documents: documents,
      pages: pages,
      news: news, publication: Publication(unchanged: treeHash, fileCount: files, byteCount: bytes), standing: standing)
  }

  fileprivate var members: [JSONValue.Member] {
    let members: KeyValuePairs<String, JSONValue> = [
      "asOf": .string(check.asOf.iso), "allDocuments": .integer(check.documents), "documents": .integer(documents),
      "regional": check.regional.map { .integer($0) } ?? .null,
      "pages": .integer(pages), "findings": JSONReport.value(check.findings, quotesLines: true),
      "checked": JSONReport.value(check.checked, quotesLines: true),
      "attachmentsRead": .integer(check.attachments.read),
      "attachmentsOfOtherForm": .integer(check.attachments.otherForm),
      "attachmentsWithoutReader": .integer(check.attachments.noReader),
      "attachmentsCut": .integer(check.attachments.cut),
      "baseURL": .optional(news?.baseURL), "news": .object(news?.members ?? []),
      "standing": standing.json,
      "treeHash": .optional(publication?.treeHash), "files": .integer(publication?.fileCount ?? 0),
      "bytes": .integer(publication?.byteCount ?? 0),
    ]
    return members.map { JSONValue.Member($0.key, $0.value) }
  }
}
