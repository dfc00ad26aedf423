import Base
import Disk
import Loading
import TestSupport

/// A small site as text. Kind files are under `Templates/`, as on disk.
struct Fixture {
  var texts: [String: String] = [:]
  var bytes: [String: [UInt8]] = [:]

  static let siteText = """
    name: 安澜县人民政府
    baseURL: https://www.anlan.example/
    siteIDCode: "0000000001"
    organizer: 安澜县人民政府

    """

  static let kinds = [
    "Templates/kinds/policy.yml": "label: 政策文件\nlifecycle: validity\n",
    "Templates/kinds/page.yml": "label: 普通页面\ntemplate: page\n",
    "Templates/kinds/normative.yml":
      "label: 行政规范性文件\nlifecycle: validity\nfields:\n  - {key: documentNumber, required: true}\n",
    "Templates/kinds/all.yml": """
    label: 各种字段
    fields:
      - {key: line, label: 一行, type: text}
      - {key: story, label: 长文, type: markdown}
      - {key: day, label: 某日, type: date}
      - {key: amount, label: 数量, type: number}
      - {key: flag, label: 标记, type: boolean}
      - {key: category, label: 类别, type: choice, choices: [建议, 提案]}
      - {key: ways, label: 方式, type: choice, choices: [电话, 信函], many: true}
      - {key: office, label: 机关, type: organization}
      - {key: reader, label: 负责人, type: person}
      - {key: site, label: 网页, type: link}
      - {key: draftFile, label: 草案, type: file}
      - {key: ledger, label: 台账, type: table}
      - {key: basis, label: 根据, type: reference}

    """,
  ]

  /// A site with four kinds and the column `a` of kind policy.
  init(_ files: [String: String] = [:]) {
    texts = Self.kinds
    texts["Content/site.yml"] = Self.siteText
    texts["Content/a/_column.md"] = "---\ntitle: 政策\nkind: policy\n---\n"
    texts.merge(files) { $1 }
  }

  /// The same, with one document `Content/a/d.md`.
  static func document(_ text: String, _ files: [String: String] = [:]) -> Fixture {
    var fixture = Fixture(files)
    fixture.texts["Content/a/d.md"] = text
    return fixture
  }

  private var all: [String: [UInt8]] { texts.mapValues { Array($0.utf8) }.merging(bytes) { $1 } }

  /// Everything but the templates.
  var tree: MemoryTree { MemoryTree(bytes: all.filter { !$0.key.hasPrefix("Templates/") }) }

  var templates: LayeredTree {
    get throws {
      let templates = all.filter { $0.key.hasPrefix("Templates/") }.map { (String($0.key.dropFirst(10)), $0.value) }
      return try LayeredTree(MemoryTree(bytes: Dictionary(templates) { first, _ in first }))
    }
  }

  func load(jobs: Int = 2) async throws -> Library {
    try await loadLibrary(tree: tree, templates: templates, jobs: jobs)
  }

  /// The same, to be read again after edits.
  func loaded() async throws -> LoadedSite { try await LoadedSite(tree: tree, templates: templates, jobs: 2) }

  /// `path:line:column length severity rule`, the path without `Content/`.
  func findings() async throws -> [String] { try await load().findings.map(\.short) }

  /// Findings of a site whose only mistakes are in `Content/a/d.md`: `line:column length rule`.
  static func findings(in document: String, _ files: [String: String] = [:]) async throws -> [String] {
    try await Fixture.document(document, files).findings().map { finding in
      finding.hasPrefix("a/d.md:") ? String(finding.dropFirst(7)) : finding
    }
  }
}

extension Diagnostic {
  /// The text that the command prints.
  var text: String { TextReport(colored: false).text(self) }
}
