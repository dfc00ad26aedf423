import Base
import Documents
import Loading

/// `library.json` of another site, and what is ours already: by which its lines are read.
struct SourceLibrary: Sendable {
  let source: RegionalSource
  /// Its columns, below the id of the source.
  let columns: [Column]
  /// The kinds of its documents, by their ids there.
  let kinds: [String: Kind]
  /// Those of them that neither this site nor another source has.
  let ownKinds: [Kind]
  let topics, themes, audiences: Set<String>

  /// Nil if it is none.
  init?(json bytes: [UInt8], _ source: RegionalSource, _ reader: SourceReader) {
    guard let json = JSONValue(json: bytes) else { return nil }
    let place = SourceText(path: source.setting.folder + "/library.json", bytes: [])
    guard let columns = json["columns"]?.list({ Self.column($0, source, place) }),
      let read = json["kinds"]?.list(Self.kind)
    else { return nil }
    self.source = source
    var root = Column(path: source.id, frontMatter: place)
    (root.title, root.description, root.source) = (source.name, source.siteName, source.id)
    self.columns = [root] + columns.filter { $0.path != source.id }
    let site = Dictionary(reader.kinds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var (kinds, own): ([String: Kind], [Kind]) = ([:], [])
    for kind in read {
      if let known = site[kind.id] ?? reader.others.first(where: { $0.isSame(as: kind) }) {
        kinds[kind.id] = known
      } else {
        // Two sites may mean two things by one id.
        let isTaken = reader.others.contains { $0.id == kind.id }
        let new = isTaken ? kind.renamed("\(source.id)-\(kind.id)") : kind
        kinds[kind.id] = new
        own.append(new)
      }
    }
    (self.kinds, ownKinds) = (kinds, own)
    topics = Set(reader.site.topics.map(\.name))
    themes = Set(reader.site.themes.map(\.name))
    audiences = Set(reader.site.audiences.map(\.name))
  }

  private static func column(_ json: JSONValue, _ source: RegionalSource, _ place: SourceText) -> Column? {
    guard let path = json["path"]?.text, let title = json["title"]?.text, path.isAddress else { return nil }
    var column = Column(path: path.isEmpty ? source.id : source.id + "/" + path, frontMatter: place)
    (column.title, column.source) = (title, source.id)
    column.order = json["order"]?.number ?? 0
    column.description = json["description"]?.text ?? ""
    column.keywords = json["keywords"]?.texts ?? []
    return column
  }

  private static func kind(_ json: JSONValue) -> Kind? {
    guard let id = json["id"]?.text, PathSegment.isPlain(id), let label = json["label"]?.text,
      let lifecycle = json["lifecycle"]?.text.flatMap(Lifecycle.init), let fields = json["fields"]?.list(field)
    else { return nil }
    return Kind(
      id: id, label: label, lifecycle: lifecycle, layout: json["layout"]?.text.flatMap(PageLayout.init), fields: fields)
  }

  private static func field(_ json: JSONValue) -> Field? {
    guard let key = json["key"]?.text, let label = json["label"]?.text,
      let type = json["type"]?.text.flatMap(FieldType.init)
    else { return nil }
    return Field(
      key: key, label: label, type: type, isMany: json["many"] == true, choices: json["choices"]?.texts ?? [],
      isFacet: json["facet"] == true, isListed: json["list"] == true)
  }
}

extension Kind {
  /// Whether another site means the same by it.
  fileprivate func isSame(as other: Kind) -> Bool { renamed(id) == other.renamed(other.id) }

  fileprivate func renamed(_ id: String) -> Kind {
    Kind(id: id, label: label, lifecycle: lifecycle, layout: layout, fields: fields)
  }
}

extension String {
  /// Whether it is a path below a site's root that needs no escapes and stays there; the root itself, too.
  var isAddress: Bool {
    split(separator: "/", omittingEmptySubsequences: false).allSatisfy(PathSegment.isPlain) || isEmpty
  }

  /// Whether it is a path below Content: names may be Chinese, but none leads out of it.
  var isContentPath: Bool {
    split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part != "." && part != ".." && !part.unicodeScalars.contains { $0.value < 0x20 || $0 == "\\" }
    }
  }

  /// Itself if it leads to a page of the web: what another site writes may be anything.
  var asWebAddress: String? { LinkAddress(self).host == nil ? nil : self }
}

extension JSONValue {
  /// The texts of an array; nil for anything else.
  var texts: [String]? { list(\.text) }
}
