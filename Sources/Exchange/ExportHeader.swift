import Base
import Documents
package import Resolution

/// `export.json`: what the folder is, of which site and day, and what stands in it.
package struct ExportHeader: Sendable {
  /// Raised when a member of a line is renamed, removed or given another meaning; new members do not raise it.
  package static let version = 1
  /// The name of the file.
  package static let fileName = "export.json"

  /// A file with its size and SHA-256.
  package struct File: Sendable, Hashable {
    package let path: String
    package let byteCount: Int
    package let sha256: String

    /// Memberwise.
    package init(path: String, byteCount: Int, sha256: String) {
      (self.path, self.byteCount, self.sha256) = (path, byteCount, sha256)
    }
  }

  package let format: ExportFormat
  package let asOf: String
  package let files: [File]

  /// The bytes of the header of an export.
  ///
  /// - Parameters:
  ///   - map: The label of the field map by which lines were written; nil: they are our own.
  ///   - since: Day and checksum of the lines to which changes apply.
  package static func bytes(
    _ format: ExportFormat, of corpus: Corpus, generator: String, map: String?, since: (asOf: String, sha256: String)?,
    counts: [(name: String, count: Int)], files: [File]
  ) -> [UInt8] {
    let site = corpus.site
    var members: [JSONValue.Member] = [
      .init("schema", .string("gongkai-exchange/\(version)")), .init("format", .string(format.rawValue)),
      .init("asOf", .string(corpus.asOf.iso)), .init("generator", .string(generator)),
      .init(
        "site",
        .object([
          "name": .string(site.name), "baseURL": .string(site.baseURL), "siteIDCode": .string(site.siteIDCode),
          "timeZone": .string(site.timeZone),
        ])),
    ]
    if let map { members.append(.init("map", .string(map))) }
    if let since {
      members.append(.init("since", .object(["asOf": .string(since.asOf), "sha256": .string(since.sha256)])))
    }
    members.append(.init("counts", .object(counts.map { .init($0.name, .integer($0.count)) })))
    members.append(
      .init(
        "files",
        .array(
          files.map {
            .object(["path": .string($0.path), "bytes": .integer($0.byteCount), "sha256": .string($0.sha256)])
          })))
    return JSONValue.object(members).pretty
  }

  /// Reads a header; nil if it is none of this version.
  package init?(json bytes: [UInt8]) {
    guard let json = JSONValue(json: bytes), json["schema"]?.text == "gongkai-exchange/\(Self.version)",
      let format = json["format"]?.text.flatMap(ExportFormat.init), let asOf = json["asOf"]?.text,
      let files = json["files"]?.list({ file -> File? in
        guard let path = file["path"]?.text, let count = file["bytes"]?.number, let sum = file["sha256"]?.text else {
          return nil
        }
        return File(path: path, byteCount: count, sha256: sum)
      })
    else { return nil }
    (self.format, self.asOf, self.files) = (format, asOf, files)
    isMapped = json["map"] != nil
    siteName = json["site"]?["name"]?.text ?? ""
    baseURL = json["site"]?["baseURL"]?.text ?? ""
  }

  /// The site that it is of: its name, and its address, which ends with `/`.
  package let siteName, baseURL: String

  /// Whether its lines are written in the words of another system.
  package let isMapped: Bool

  /// What it says of one of its files.
  package func file(_ path: String) -> File? { files.first { $0.path == path } }
}
