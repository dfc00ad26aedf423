package import Documents

/// A file of Content/ that is published beside a page.
package struct PublishedFile: Sendable, Hashable, Comparable {
  /// Path in Content/.
  package let content: String
  /// Path below the site's root: `zhengce/2023-3/biaoge.xlsx`.
  package let output: String

  /// Its name.
  package var fileName: String { String(output.split(separator: "/").last ?? "") }

  /// By output path.
  package static func < (a: PublishedFile, b: PublishedFile) -> Bool {
    if a.output != b.output { return a.output.utf8.lexicographicallyPrecedes(b.output.utf8) }
    return a.content.utf8.lexicographicallyPrecedes(b.content.utf8)
  }

  /// A file beside the page at `url` (ends with `/`, or is empty).
  package init(content: String, beside url: String) {
    self.content = content
    output = url + String(content.split(separator: "/").last ?? "")
  }
}

extension Document {
  /// Everything published beside its page: attachments, file fields, and files that the body shows or links to.
  package func files(resolver: LinkResolver) -> [PublishedFile] {
    published(listedFiles, bodyTargets, from: sourcePath, beside: url, resolver: resolver)
  }

  /// The CSV files of its tables: they are written anew, not copied.
  package var tableFiles: [PublishedFile] { tables.map { PublishedFile(content: $0.table.file.path, beside: url) } }

  /// Names beside its page that its tables take: further pages, and rows for the filter.
  package var ownFileNames: [String] {
    tables.isEmpty ? [] : ["page"] + tables.map(\.table.rowsName)
  }

  /// Paths in Content/ of its attachments and file fields.
  var listedFiles: [String] {
    attachments.map(\.path) + fields.keys.sorted().flatMap { fields[$0].map(Self.filePaths) ?? [] }
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
  /// The name of the file with all rows that the page's script filters, beside the page: `renwu.rows.json`.
  package var rowsName: String { Self.rowsName(of: file.fileName) }

  /// The same by the path of the CSV file.
  package static func rowsName(of file: String) -> String {
    (file.hasSuffix(".csv") ? String(file.dropLast(4)) : file) + ".rows.json"
  }

  /// Whether its rows need more than one page.
  package var isPaged: Bool { rows.count > form.pageSize }
}

extension Column {
  /// Everything published beside its first page.
  package func files(resolver: LinkResolver) -> [PublishedFile] {
    published([], bodyTargets, from: sourcePath, beside: path.isEmpty ? "" : path + "/", resolver: resolver)
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
