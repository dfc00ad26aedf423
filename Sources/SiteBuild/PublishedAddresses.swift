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
      present[address] == nil && !unread.contains(DocumentID(owner)) && !unread.contains(DocumentID(owner.parentPath))
    }
    guard !lost.isEmpty else { return [] }
    let byID = Dictionary(documents.map { ($0.id.path, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Dictionary(grouping: corpus.entries.map(\.document), by: \.slug)
    // A page below that of a document was a notice of its list.
    let groups = Dictionary(grouping: lost.keys) { address in
      let owner = lost[address] ?? ""
      return byID[owner.parentPath] == nil ? owner : owner.parentPath
    }
    return groups.map { owner, found in
      // The page itself first.
      let addresses = found.sorted { ($0.hasSuffix("/") ? 0 : 1, $0) < ($1.hasSuffix("/") ? 0 : 1, $1) }
      let owners = Set(found.compactMap { lost[$0] }).sorted()
      let others = addresses.count > 1 ? " 等 \(addresses.count) 个网址" : " "
      let message = "网址 \(addresses[0])\(others)公开过，现在打不开了"
      let aliases = "aliases: [\(addresses.map { "\"\($0)\"" }.joined(separator: ", "))]"
      let forget = "确实要让读者看到“页面不存在”的，运行 " + owners.map { "gongkai forget \($0)" }.joined(separator: "、")
      if let list = byID[owner], !owners.contains(owner) {
        return Self.finding(about: list, without: owners, in: corpus, message, aliases, forget)
      }
      var cures = [
        "移走了的，在新位置的文件里写 " + aliases, "不再公开的，留在原处，写上 withdrawn（撤下）: {on: 日期, reason: 理由}，读者能看到理由", forget,
      ]
      let namesakes = names[owner.lastSegment] ?? []
      if namesakes.count == 1, namesakes[0].id.path != owner {
        cures.insert("是否移到了 \(namesakes[0].frontMatter.path)？", at: 0)
      }
      return Diagnostic(
        "lost-address", .warning, at: byID[owner]?.placeOfHiding ?? Diagnostic.Location(path: "Content/\(owner).md"),
        message, cures: cures)
    }
  }

  /// A list that has made notices for places, and makes them no longer.
  private static func finding(
    about list: Document, without notices: [String], in corpus: Corpus, _ message: String, _ aliases: String,
    _ forget: String
  ) -> Diagnostic {
    let kept = [aliases + "，写在 \(list.frontMatter.path) 里，读者从原来的网址转到这一篇", forget]
    guard let table = list.dividedList else {
      return Diagnostic(
        "lost-address", .warning, at: list.frontMatter.whole, message + "：名单不再分村公示了",
        cures: ["误删的，把 perPlace（分村公示）写回来"] + kept)
    }
    let places = notices.map { notice in
      let id = notice.lastSegment
      return "“\(corpus.site.places.first { $0.id == id }?.name ?? id)”"
    }
    return Diagnostic(
      "lost-address", .warning, at: list.location(of: .perPlace), message + "：名单里没有\(places.joined())的行了",
      cures: ["漏了的，在 Content/\(table) 里补上"] + kept,
      related: [Diagnostic.Related(Diagnostic.Location(path: "Content/\(table)"), "名单")])
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
