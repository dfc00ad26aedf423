package import Base
import Disk
package import Documents
import Loading
import Rendering
import Resolution
import Search
import Synchronization

/// The site as it is on one day, in memory: linked and planned, every file of it made when it is asked for.
package final class LiveView: Sendable {
  package let day: CalendarDate
  private let corpus: Corpus
  private let renderer: Renderer
  /// By their paths below the root.
  private let files: [String: SitePlan.Entry]
  private let assets: [String: [UInt8]]
  private let tree: DiskTree
  private let jobs: Int
  /// Made when a page searches for the first time.
  private let index = Mutex<Task<[String: [UInt8]], Never>?>(nil)

  init(_ library: Library, templates: TemplateSet, assets: AssetFolder, tree: DiskTree, on day: CalendarDate, jobs: Int)
  {
    self.day = day
    self.tree = tree
    self.jobs = jobs
    let failed = Set(library.failedDocuments.map { DocumentID(sourcePath: String($0.dropFirst("Content/".count))) })
    corpus = Corpus(
      site: library.site, kinds: library.kinds, columns: library.columns, documents: library.documents,
      region: library.region, asOf: day, failed: failed, failedNumbers: library.failedNumbers)
    let resolver = LinkResolver(
      corpus: corpus, documents: library.documents, files: library.files, failed: failed, faulty: library.faulty)
    let plan = SitePlan(corpus, resolver: resolver, assets: (assets.files.map(\.path), assets.path))
    renderer = Renderer(
      plan: plan, input: RenderInput(corpus: corpus, resolver: resolver, fileHashes: [:]), templates: templates,
      assetFolder: assets.path)
    files = Dictionary(plan.entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.assets = Dictionary(
      assets.files.map { (assets.path + $0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// The path of the file that an address below the site's root means: `zhengce/a/` is `zhengce/a/index.html`.
  package static func path(of address: String) -> String {
    address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
  }

  /// Whether there is a file at a path.
  package func has(_ path: String) -> Bool { files[path] != nil }

  /// The bytes of a file; nil if the site has none at this path.
  package func bytes(at path: String) async -> [UInt8]? {
    if let bytes = assets[path] { return bytes }
    if let entry = files[path] {
      if case .copy(let file) = entry.file { return try? tree.read("Content/" + file.content) }
      if case .document(let id, _, .archive) = entry.file { return await archive(id) }
      return renderer.render(entry.file)
    }
    return path.hasPrefix("search/") ? await searchFiles()[path] : nil
  }

  /// The page that says that there is none.
  package var notFound: [UInt8] { renderer.render(.notFound) ?? [] }

  /// The document whose page, or a file of it, is at a path.
  package func document(at path: String) -> Document? {
    guard case .document(let id)? = files[path]?.owner else { return nil }
    return corpus[id]?.document
  }

  /// The files of Content that are copied beside a document's page, in no order: `Content/a/b.pdf`.
  func copies(of id: DocumentID) -> [String] {
    files.values.compactMap { entry in
      guard case .document(id) = entry.owner, case .copy(let file) = entry.file else { return nil }
      return "Content/" + file.content
    }
  }

  /// What a badge says of a document; nil for kinds without a lifecycle.
  package func state(of id: DocumentID) -> String? { corpus[id]?.status?.state.label }

  /// A package's archive, its members' files from the disk.
  private func archive(_ id: DocumentID) async -> [UInt8]? {
    var (archive, bytes) = (ZIPArchive(), [UInt8]())
    for entry in renderer.archive(id) {
      var content: [UInt8]?
      switch entry.content {
      case .bytes(let own): content = own
      case .published(let path): content = await self.bytes(at: path)
      }
      guard let content else { continue }
      var sum = CRC32()
      content.withUnsafeBytes { sum.add($0) }
      guard let header = archive.header(of: entry.name, byteCount: content.count, checksum: sum.value) else {
        return nil
      }
      bytes += header + content
    }
    return bytes + archive.finished()
  }

  private func searchFiles() async -> [String: [UInt8]] {
    let (corpus, jobs) = (corpus, jobs)
    let task = index.withLock { index in
      let task =
        index
        ?? Task {
          // A loss is what a build says; here people search in what there is.
          let made = try? await SearchAssembly(corpus: corpus, jobs: jobs).index()
          return Dictionary(
            (made?.files ?? []).map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        }
      index = task
      return task
    }
    return await task.value
  }
}
