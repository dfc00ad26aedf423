package import Base
package import Documents

extension Document {
  /// The files published next to its page: attachments, file fields, and files that the body shows or links to.
  package func files(resolver: LinkResolver) -> [PublishedFile] {
    published(listedFiles, targets, from: sourcePath, beside: url, resolver: resolver)
  }

  /// The CSV files of its tables, which are regenerated, not copied.
  package var tableFiles: [PublishedFile] { tables.map { PublishedFile(content: $0.table.file.path, beside: url) } }

  /// Paths in Content/ of its attachments and file fields.
  var listedFiles: [String] { attachments.map(\.path) + fields.values.flatMap(Self.filePaths) }

  /// Its attachments, and those in file fields.
  package var listedAttachments: [Attachment] { attachments + fields.keys.sorted().flatMap { Self.files(fields[$0]) } }

  /// Paths in Content/ of its attachments and file fields, with the places where they are named.
  package var listedPlaces: [(path: String, place: Diagnostic.Location)] {
    attachments.map { ($0.path, location(of: $0.path, in: CommonField.attachments.rawValue)) }
      + fields.keys.sorted().flatMap { key in
        (fields[key].map(Self.filePaths) ?? []).map { ($0, location(of: $0, in: key)) }
      }
  }

  /// Where a field names a file; the whole field, if it is written there in another way.
  private func location(of path: String, in key: String) -> Diagnostic.Location {
    guard let place = places[key], place.upperBound <= frontMatter.bytes.count,
      let found = frontMatter.bytes[place].firstRange(of: Array(path.lastSegment.utf8))
    else { return location(of: key) }
    return frontMatter.location(of: found)
  }

  private static func files(_ value: FieldValue?) -> [Attachment] {
    switch value {
    case .file(let attachment): [attachment]
    case .list(let values): values.flatMap { files($0) }
    default: []
    }
  }

  private static func filePaths(in value: FieldValue) -> [String] {
    switch value {
    case .file(let attachment): [attachment.path]
    case .table(let table): [table.file.path]
    case .list(let values): values.flatMap(filePaths)
    case .text, .date, .number, .boolean, .link, .reference: []
    }
  }
}

extension DataTable {
  /// Whether its rows need more than one page.
  package var isPaged: Bool { rows.count > form.pageSize }
}

extension Column {
  /// The files published next to its first page.
  package func files(resolver: LinkResolver) -> [PublishedFile] {
    published([], introduction.targets, from: sourcePath, beside: path.isEmpty ? "" : path + "/", resolver: resolver)
  }
}

private func published(
  _ listed: [String], _ targets: [BodyTarget], from source: String, beside url: String, resolver: LinkResolver
) -> [PublishedFile] {
  let linked = targets.compactMap { target -> String? in
    guard case .file(let path) = resolver.resolve(target.destination, from: source) else { return nil }
    return path
  }
  return Set((listed + linked).map { PublishedFile(content: $0, beside: url) }).sorted()
}
