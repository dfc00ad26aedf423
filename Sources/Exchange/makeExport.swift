import Base
package import Documents
import Resolution

/// The files of an export, but for the header.
///
/// - Parameters:
///   - map: The words of the system that it is for; nil: ours.
///   - scripts: Files of `exchange/postgres` of the templates, by name.
package func makeExport(
  _ input: ExchangeInput, as format: ExportFormat, map: FieldMap? = nil, scripts: [(name: String, bytes: [UInt8])] = [],
  jobs: Int
) -> Export {
  let lines = LibraryLines(input)
  let counts = [
    (name: "documents", count: input.corpus.entries.count), (name: "withdrawn", count: input.corpus.tombstones.count),
  ]
  switch format {
  case .jsonl, .changes:
    return Export(files: [lines.file(map), LibraryFile(corpus: input.corpus).file], facts: counts)
  case .opensearch: return Export(files: OpenSearchFiles(lines: lines).files, facts: counts)
  case .postgres:
    return Export(
      files: PostgresFiles(lines: lines, jobs: jobs).files + scripts.map { ExportFile($0.name, $0.bytes) },
      facts: counts)
  }
}

/// The files of a package of changes, but for the header: lines, and what the receiver fills in.
///
/// - Parameter checksum: SHA-256 of bytes.
package func makeExport(
  _ changes: Changes, of input: ExchangeInput, map: FieldMap? = nil, checksum: ([UInt8]) -> String
) -> Export {
  let lines = changes.items.map { item in
    guard let map, let json = JSONValue(json: Changes.written(item)), case .object(let members) = json else {
      return Changes.written(item)
    }
    return JSONValue.object(MappedLine(map: map).members(members)).compact
  }
  let written = zip(changes.items, lines).map { (item: $0, checksum: checksum($1)) }
  let file = ExportFile(Changes.fileName, pieces: lines.count) { lines[$0] + [0x0A] }
  return Export(
    files: [
      file, ExportFile(Acknowledgement.fileName, Acknowledgement.template(written)),
      LibraryFile(corpus: input.corpus).file,
    ],
    facts: LineChange.allCases.map { ($0.rawValue, changes.count($0)) })
}
