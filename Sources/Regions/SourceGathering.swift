import Base
import Documents

/// The lines of a source so far: its documents, and what has to be said about the others, once for all.
struct SourceGathering {
  private let source: RegionalSource
  private let library: SourceLibrary
  private var documents: [Document] = []
  private var withdrawn: Set<DocumentID> = []
  private var broken: [(location: Diagnostic.Location, reason: String)] = []
  private var outdated = 0
  private var ids: Set<DocumentID> = []
  /// Addresses in lower case, as on some servers.
  private var addresses: Set<String>

  init(_ source: RegionalSource, _ library: SourceLibrary) {
    (self.source, self.library) = (source, library)
    addresses = Set(library.columns.map { $0.url.lowercased() })
  }

  mutating func add(_ lines: [(location: Diagnostic.Location, outcome: SourceLine.Outcome)]) {
    for (location, outcome) in lines {
      switch outcome {
      case .document(let document):
        if ids.insert(document.id).inserted, addresses.insert(document.url.lowercased()).inserted,
          !ReservedNames.contain(document.url)
        {
          documents.append(document)
        } else {
          broken.append((location, "网址 \(document.url) 已经有了"))
        }
      case .withdrawn(let id): withdrawn.insert(id)
      case .outdated: outdated += 1
      case .broken(let reason): broken.append((location, reason))
      }
    }
  }

  /// What came of all lines. A source of which nothing can be read is refused.
  consuming func result(_ setting: SourceSetting) -> SourceReader.Result {
    var result = SourceReader.Result()
    if outdated > 0 {
      result.findings.append(
        Diagnostic(
          "source-version", at: setting.location, "\(source.name)的导出有 \(outdated) 篇没有正文的原文（markdown）",
          cures: ["是较早版本的程序导出的：请该站升级程序，重新导出"]))
      return result
    }
    if let first = broken.first {
      let isAll = documents.isEmpty
      result.findings.append(
        Diagnostic(
          "source-line", isAll ? .error : .warning, at: first.location,
          "\(source.name)的导出有 \(broken.count) 行不能读，没有收录：\(first.reason)",
          cures: ["请该站检查、重新导出"],
          related: broken.dropFirst().prefix(Self.shown).map { Diagnostic.Related($0.location, $0.reason) }))
      if isAll { return result }
    }
    result.findings += strangeWords
    let filled = Set(documents.map(\.column))
    result.columns = library.columns.filter { column in
      column.path == source.id || filled.contains { $0 == column.path || $0.hasPrefix(column.path + "/") }
    }
    result.kinds = library.ownKinds.filter { kind in documents.contains { $0.kind == kind.id } }
    (result.source, result.documents, result.withdrawn) = (source, documents, withdrawn)
    return result
  }

  /// Places that a finding lists besides the first.
  private static let shown = 4

  /// What documents are filed under there and not here: readers see the words, and there is no page of them.
  private var strangeWords: [Diagnostic] {
    let lists: [(label: String, key: String, known: Set<String>, words: (Document) -> [String])] = [
      ("主题分类", "topics", library.topics, \.topics), ("特色主题", "themes", library.themes, \.themes),
      ("服务对象", "audiences", library.audiences, \.audience),
    ]
    return lists.compactMap { list in
      let used = documents.flatMap(list.words).filter { !list.known.contains($0) }
      let words = Set(used).sorted()
      guard !list.known.isEmpty, !words.isEmpty else { return nil }
      let named = words.prefix(Self.shown).joined(separator: "、") + (words.count > Self.shown ? "等" : "")
      return Diagnostic(
        "source-words", .warning, at: source.setting.location,
        "\(source.name)的 \(used.count) 处\(list.label)不在本站的 \(list.key) 里，共 \(words.count) 个：\(named)",
        cures: ["写进 site.yml 的 \(list.key)，或者请该站改用本站的名称"])
    }
  }
}
