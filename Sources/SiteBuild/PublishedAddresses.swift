import Base
import Documents
import Publishing
import Resolution

/// Every address of a document or a column that was ever published in an output folder, from the root of its host, with the file
/// that it belonged to: people have printed and saved them. Beside Output, because no single release knows them all. No titles: some
/// may be of texts that were taken down.
struct PublishedAddresses {
  /// Address → path in Content/ without `.md`.
  private var owners: [String: String]

  /// Those of an output folder; of one that an older version of the program wrote, those of the documents on it.
  init(of output: OutputFolder) {
    if let bytes = try? output.stored(.addresses) {
      let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self).split(separator: "\t") }
      owners = Dictionary(
        lines.compactMap { $0.count == 2 ? (String($0[0]), String($0[1])) : nil },
        uniquingKeysWith: { first, _ in first })
      return
    }
    let manifest = (try? output.manifest()) ?? nil
    let rows = manifest.flatMap { try? output.published(SiteFile.documentsJSONL.path, in: $0) } ?? []
    owners = Dictionary(
      rows.split(separator: 0x0A).compactMap { line in
        guard let row = JSONValue(json: Array(line)), let id = row["id"]?.text, let url = row["url"]?.text else {
          return nil
        }
        return (OldAddress(url, domain: "").path, id)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Those of a site as it is now.
  private init(_ corpus: Corpus) {
    let documents =
      corpus.entries.map { ($0.document.url, $0.document.id.path) } + corpus.tombstones.map { ($0.url, $0.id.path) }
    let columns = corpus.columns.filter { !$0.path.isEmpty }.map { ($0.url, $0.path + "/_column") }
    let pages = (documents + columns).map { (corpus.site.basePath + $0, $1) }
    let old = Redirects(corpus).all.map { ($0.from.text, $0.owner.path) }
    owners = Dictionary(pages + old, uniquingKeysWith: { first, _ in first })
  }

  /// A finding for each document of which an address leads nowhere now (`lost-address`).
  ///
  /// - Parameter unread: Documents of which errors are reported anyway.
  func findings(in corpus: Corpus, _ documents: [Document], unread: Set<DocumentID>) -> [Diagnostic] {
    let present = Self(corpus).owners
    // One list for many places owns the notices that it makes.
    let lost = owners.filter { address, owner in
      let list = DocumentID(String(owner.dropLast(owner.lastSegment.count + 1)))
      return present[address] == nil && !unread.contains(DocumentID(owner)) && !unread.contains(list)
    }
    guard !lost.isEmpty else { return [] }
    let byID = Dictionary(documents.map { ($0.id.path, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Dictionary(grouping: corpus.entries.map(\.document), by: \.slug)
    return Dictionary(grouping: lost.keys) { lost[$0] ?? "" }.map { owner, found in
      // The page itself first.
      let addresses = found.sorted { ($0.hasSuffix("/") ? 0 : 1, $0) < ($1.hasSuffix("/") ? 0 : 1, $1) }
      var cures = [
        "移走了的，在新位置的文件里写 aliases: [\(addresses.map { "\"\($0)\"" }.joined(separator: ", "))]",
        "不再公开的，留在原处，写上 withdrawn（撤下）: {on: 日期, reason: 理由}，读者能看到理由",
        "确实要让读者看到“页面不存在”的，运行 gongkai forget \(owner)",
      ]
      let namesakes = names[owner.lastSegment] ?? []
      if namesakes.count == 1, namesakes[0].id.path != owner {
        cures.insert("是否移到了 \(namesakes[0].frontMatter.path)？", at: 0)
      }
      let others = addresses.count > 1 ? " 等 \(addresses.count) 个网址" : " "
      return Diagnostic(
        "lost-address", .warning, at: byID[owner]?.placeOfHiding ?? Diagnostic.Location(path: "Content/\(owner).md"),
        "网址 \(addresses[0])\(others)公开过，现在打不开了", cures: cures)
    }
  }

  /// Whether a document had an address.
  func have(_ id: String) -> Bool { owners.values.contains(id) }

  /// Keeps them all with those of a release.
  func keep(with corpus: Corpus, in output: OutputFolder) {
    var all = self
    all.owners.merge(Self(corpus).owners) { _, new in new }
    all.store(in: output)
  }

  /// Forgets those of a document.
  static func forget(_ id: String, in output: OutputFolder) {
    var all = Self(of: output)
    all.owners = all.owners.filter { $0.value != id }
    all.store(in: output)
    // What the last build said of them.
    try? output.store(nil, as: .cache)
  }

  /// Without them, an address that goes is merely not missed.
  private func store(in output: OutputFolder) {
    let lines = owners.map { "\($0.key)\t\($0.value)\n" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let bytes = Array(lines.joined().utf8)
    if (try? output.stored(.addresses)) != bytes { try? output.store(bytes, as: .addresses) }
  }
}

extension Document {
  /// The value that keeps it from readers, or the start of the file.
  fileprivate var placeOfHiding: Diagnostic.Location {
    CommonField.hiding.first { places[$0.rawValue] != nil }.map { location(of: $0) } ?? frontMatter.whole
  }
}
