import Base
import Documents
import Foundation
import Publishing
import SiteBuild
import TestSupport
import Testing

/// A whole site in a temporary folder, removed when the test ends.
final class SiteFixture: Sendable {
  private let folder: ScratchFolder
  var root: String { folder.root }

  /// The repository's own templates.
  static let templates = Repository.templates

  static let siteText = """
    name: 安澜县人民政府
    baseURL: https://www.anlan.example/sub/
    siteIDCode: "0000000001"
    organizer: 安澜县人民政府
    organizations:
      - {id: xianzhengfu, name: 安澜县人民政府}
      - {id: minzhengju, name: 安澜县民政局}
    topics:
      - {id: zonghe, name: 综合政务}
    themes:
      - {id: yanglao, name: 养老}

    """

  /// Settings and one column of kind policy, `zhengce`, with one document.
  static let base = [
    "Content/site.yml": siteText,
    "Content/zhengce/_column.md": "---\ntitle: 政策文件\nkind: policy\n---\n",
    "Content/zhengce/first.md": "---\ntitle: 第一篇\npublishedOn: 2024-01-01\n---\n正文。\n",
  ]

  /// Writes the base site, then these files over it.
  init(_ files: [String: String] = [:]) throws {
    folder = try ScratchFolder()
    try write(Self.base.merging(files) { $1 })
  }

  /// A site whose content is a copy of `Content` in a folder of fixtures.
  init(contentOf fixtures: String) throws {
    folder = try ScratchFolder()
    try FileManager.default.copyItem(atPath: fixtures + "/Content", toPath: root + "/Content")
  }

  /// A copy of another site, including its output.
  init(copyOf other: SiteFixture) throws {
    folder = try ScratchFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: other.root) {
      try FileManager.default.copyItem(atPath: other.root + "/" + name, toPath: root + "/" + name)
    }
  }

  func write(_ files: [String: String]) throws {
    for (path, text) in files { try write(path, Array(text.utf8)) }
  }

  func write(_ path: String, _ bytes: [UInt8]) throws { try folder.write(path, bytes) }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: root + "/" + path) }

  /// Copies the repository's templates beside Content, so that the test can change them.
  func copyTemplates() throws {
    try FileManager.default.copyItem(atPath: Self.templates, toPath: root + "/Templates")
  }

  func request(
    asOf: String = "2026-11-21", output: String? = nil, templates: [String]? = nil, keepGoing: Bool = false,
    jobs: Int = 2,
    isFull: Bool = false, program: String = ""
  ) -> BuildRequest {
    let own = FileManager.default.fileExists(atPath: root + "/Templates") ? root + "/Templates" : Self.templates
    return BuildRequest(
      root: root, templates: templates ?? [own], output: output ?? root + "/Output",
      asOf: try? CalendarDate.parse(asOf).get(), today: { _ in nil }, keepGoing: keepGoing, isFull: isFull,
      program: program, jobs: jobs)
  }

  @discardableResult
  func build(asOf: String = "2026-11-21", keepGoing: Bool = false, jobs: Int = 2) async throws -> BuildOutcome {
    try await buildSite(request(asOf: asOf, keepGoing: keepGoing, jobs: jobs), version: "0")
  }

  /// Builds a site that must not have errors.
  func publish(asOf: String = "2026-11-21", jobs: Int = 2) async throws -> Publication {
    let outcome = try await build(asOf: asOf, jobs: jobs)
    return try #require(outcome.publication, "\(outcome.check.findings.map(\.short))")
  }

  /// Findings in short form, see ``Diagnostic/short``.
  func findings(asOf: String = "2026-11-21") async throws -> [String] {
    try await checkSite(request(asOf: asOf)).findings.map(\.short)
  }

  /// A file below the root as text; nil if it does not exist.
  func text(_ path: String) -> String? { folder.text(path) }

  /// A published page; fails if it does not exist.
  func page(_ url: String) throws -> String {
    try #require(text("Output/" + url + (url.isEmpty || url.hasSuffix("/") ? "index.html" : "")), "no page \(url)")
  }

  /// Every file of Output with its bytes.
  var output: [String: Data] {
    let names = FileManager.default.enumerator(atPath: root + "/Output")?.compactMap { $0 as? String } ?? []
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: root + "/Output/" + name).map { (name, $0) }
      })
  }

  /// Paths in Output except search index and assets, sorted.
  var pages: [String] {
    output.keys.filter { !$0.hasPrefix("assets/") && !($0.hasPrefix("search/") && $0.hasSuffix(".json")) }.sorted()
  }

  /// The text of a document's file.
  static func document(_ frontMatter: String, body: String = "正文。") -> String {
    "---\n\(frontMatter)\n---\n\(body)\n"
  }
}
