import Base

extension Manifest {
  /// The file's bytes: members in a fixed order, one line per file of the release.
  package var json: [UInt8] {
    var out = OutputBuffer(capacity: 512 + files.count * 200)
    out.write("{\n  \"schema\": \"\(Self.schema)\",\n  \"asOf\": ")
    out.writeJSON(information.asOf)
    out.write(",\n  \"generator\": ")
    out.writeJSON(information.generator)
    out.write(",\n  \"documents\": \(information.documents)")
    if let regional = information.regional { out.write(",\n  \"regional\": \(regional)") }
    out.write(",\n  \"pages\": \(information.pages)")
    out.write(",\n  \"treeHash\": \"\(treeHash)\",\n  \"files\": [")
    for (index, file) in files.enumerated() {
      out.write(index == 0 ? "\n    {\"path\": " : ",\n    {\"path\": ")
      out.writeJSON(file.path)
      out.write(", \"bytes\": \(file.byteCount), \"sha256\": \"\(file.sha256)\", \"mediaType\": ")
      out.writeJSON(file.mediaType)
      out.write("}")
    }
    out.write("\n  ]\n}\n")
    return out.bytes
  }

  /// Reads a manifest; nil unless this program wrote it and it is complete and matches its own tree hash.
  package init?(json bytes: [UInt8]) {
    guard let root = JSONValue(json: bytes), root["schema"] == .string(Self.schema),
      case .string(let asOf)? = root["asOf"], case .string(let generator)? = root["generator"],
      case .integer(let documents)? = root["documents"], case .integer(let pages)? = root["pages"],
      case .string(let treeHash)? = root["treeHash"], case .array(let rows)? = root["files"]
    else { return nil }
    let files = rows.compactMap(Self.record)
    guard files.count == rows.count else { return nil }
    self.init(
      ReleaseInformation(
        asOf: asOf, generator: generator, documents: documents, regional: root["regional"]?.number, pages: pages),
      files: files)
    guard self.treeHash == treeHash else { return nil }
  }

  private static func record(_ row: JSONValue) -> FileRecord? {
    guard case .string(let path)? = row["path"], case .integer(let byteCount)? = row["bytes"],
      case .string(let sha256)? = row["sha256"], FileRecord.isPlain(path)
    else { return nil }
    return FileRecord(path: path, byteCount: byteCount, sha256: sha256)
  }
}
