import Base
import Documents
import Publishing
import Regions
import TestSupport

/// The export of 安澜县, written by hand, in a folder of its own.
struct ExportFixture {
  let folder: ScratchFolder
  static let day = "2026-11-20"

  static let column = JSONValue.object([
    "path": "zhengce", "url": "https://anlan.example/zhengce/", "title": "政策文件", "kind": "policy", "order": 1,
    "description": "", "keywords": .array([]),
  ])

  static func kind(_ id: String, _ fields: [JSONValue] = []) -> JSONValue {
    .object([
      "id": .string(id), "label": "文件", "lifecycle": "validity", "layout": "document", "fields": .array(fields),
    ])
  }

  static func field(_ key: String, _ type: String) -> JSONValue {
    .object([
      "key": .string(key), "label": .string(key), "type": .string(type), "many": false, "choices": .array([]),
      "facet": false, "list": false,
    ])
  }

  /// A line of `zhengce/<name>` with the least that it needs, and these members in place of its own.
  static func line(_ name: String, _ members: [JSONValue.Member] = [], without left: String? = nil) -> JSONValue {
    let own: KeyValuePairs<String, JSONValue> = [
      "type": "document", "id": .string("zhengce/" + name), "path": .string("zhengce/\(name)/"),
      "url": .string("https://anlan.example/zhengce/\(name)/"), "kind": "policy", "column": "zhengce",
      "title": .string("文件" + name), "disclosure": "proactive", "html": "<p>不读</p>",
      "file": .string("zhengce/\(name).md"), "markdown": "第一条 正文。\n",
    ]
    let changed = Set(members.map(\.name) + [left].compactMap(\.self))
    return .object(own.map { JSONValue.Member($0.key, $0.value) }.filter { !changed.contains($0.name) } + members)
  }

  /// Writes the files of an export.
  init(
    _ lines: [JSONValue], columns: [JSONValue] = [column], kinds: [JSONValue] = [kind("policy")],
    header: [JSONValue.Member] = []
  ) throws {
    try self.init(
      text: lines.map { String(decoding: $0.compact, as: UTF8.self) }.joined(separator: "\n") + "\n",
      columns: columns, kinds: kinds, header: header)
  }

  init(
    text: String, columns: [JSONValue] = [column], kinds: [JSONValue] = [kind("policy")],
    header: [JSONValue.Member] = []
  ) throws {
    folder = try ScratchFolder()
    let library = JSONValue.object([
      "columns": .array(columns), "kinds": .array(kinds), "organizations": .array([]), "topics": .array([]),
      "themes": .array([]), "audiences": .array([]), "synonyms": .array([]),
    ]).pretty
    let files = [("documents.jsonl", Array(text.utf8)), ("library.json", library)]
    let own: KeyValuePairs<String, JSONValue> = [
      "schema": "gongkai-exchange/1", "format": "jsonl", "asOf": .string(Self.day),
      "site": .object(["name": "安澜县政府信息公开专栏", "baseURL": "https://anlan.example/"]),
      "files": .array(
        files.map {
          .object([
            "path": .string($0.0), "bytes": .integer($0.1.count), "sha256": .string(checksum(of: $0.1)),
          ])
        }),
    ]
    let changed = Set(header.map(\.name))
    let members = own.map { JSONValue.Member($0.key, $0.value) }.filter { !changed.contains($0.name) } + header
    for (name, bytes) in files { try folder.write("anlan/" + name, bytes) }
    try folder.write("anlan/export.json", JSONValue.object(members).pretty)
  }

  /// Reads it as the source `anlan` of a site with one kind.
  func read(_ edit: (inout Site) -> Void = { _ in }) async throws -> (region: Region, findings: [Diagnostic]) {
    var site = Site()
    site.sources = [SourceSetting(id: "anlan", name: "安澜县", folder: "anlan")]
    edit(&site)
    let kinds = [Kind(id: "policy", label: "政策文件", lifecycle: .validity)]
    return try await readRegion(of: site, root: folder.root, kinds: kinds, jobs: 2)
  }

  /// `error source-line: …` of each finding.
  func findings(_ edit: (inout Site) -> Void = { _ in }) async throws -> [String] {
    try await read(edit).findings.map { "\($0.severity) \($0.rule) \($0.location.path):\($0.location.start.line)" }
  }
}
