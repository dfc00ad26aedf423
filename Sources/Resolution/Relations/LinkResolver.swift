import Base
package import Documents

/// The resolved destination of a link or an image in a body.
package enum LinkTarget: Sendable, Hashable {
  /// A page of this site: its path below the root (`zhengce/2023-3/`, empty for the home page) and a fragment.
  case page(url: String, fragment: String?)
  /// A file of Content/, by its path there; it is published next to the page that links to it.
  case file(path: String)
  /// A URL of another host, an e-mail address or a telephone number.
  case external(String)
  /// A place on the same page.
  case fragment(String)
  /// A document that exists but is not public on this day.
  case notPublic(DocumentID)
  /// It does not exist.
  case dead
}

/// Resolves destinations in Content/ relative to the file in which they are written.
package struct LinkResolver: Sendable {
  private let pages: [String: String]
  private let hidden: [String: DocumentID]
  private let files: [String: Int]
  /// Addresses of the files of other sites.
  private let elsewhere: [String: String]
  /// The ids of those sites: what is written in their texts is looked for below them.
  private let sources: Set<String>
  /// Files that belong to documents that are not public.
  private let hiddenFiles: HiddenFiles

  /// Indexes all pages, documents that are not public, and plain files.
  ///
  /// - Parameters:
  ///   - documents: Valid documents, public or not.
  ///   - files: Sizes of plain files by content path.
  ///   - failed: Documents that have errors.
  ///   - faulty: Those of them of which something could be read.
  package init(
    corpus: Corpus, documents: [Document], files: [String: Int], failed: Set<DocumentID> = [], faulty: [Document] = []
  ) {
    var pages: [String: String] = ["": ""]
    var hidden: [String: DocumentID] = [:]
    for column in corpus.columns + corpus.region.columns {
      pages[column.path] = column.url
      pages[column.path + "/_column"] = column.url
    }
    for document in documents {
      if corpus[document.id] != nil {
        pages[document.id.path] = document.url
      } else {
        hidden[document.id.path] = document.id
      }
    }
    for id in failed { hidden[id.path] = id }
    var elsewhere: [String: String] = [:]
    for case let (document, provenance?) in corpus.regional.map({ ($0.document, $0.document.provenance) }) {
      pages[document.id.path] = document.url
      for (path, file) in provenance.files { elsewhere[path] = file.url }
    }
    self.elsewhere = elsewhere
    sources = Set(corpus.region.sources.map(\.id))
    self.pages = pages
    self.hidden = hidden
    self.files = files
    hiddenFiles = HiddenFiles(documents: documents, faulty: faulty, hidden: hidden, asOf: corpus.asOf)
  }

  /// The documents that are not public, and to which a file belongs that another one wants to publish.
  package func hiddenOwners(of path: String) -> [Document] { hiddenFiles.secretOwners(of: path) }

  /// All content paths that a link may name, for suggestions.
  package var knownPaths: [String] { (pages.keys.filter { !$0.isEmpty } + files.keys).sorted() }

  /// Resolves `destination` in the file `source` (its path in Content/, `zhengce/2023-3/index.md`).
  package func resolve(_ destination: String, from source: String) -> LinkTarget {
    if destination.isEmpty { return .dead }
    switch LinkAddress(destination) {
    case .web: return .external(destination.hasPrefix("//") ? "https:" + destination : destination)
    case .mail, .telephone: return .external(destination)
    case .refused, .incomplete: return .dead
    case .local: break
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count == 2 && !parts[1].isEmpty ? String(parts[1]) : nil
    let written = parts[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    if written.isEmpty { return fragment.map(LinkTarget.fragment) ?? .dead }
    let found = target(writtenAs: String(written), from: source, fragment: fragment)
    // Editors paste `%E8%A1%A8.xlsx` from a browser.
    guard found == .dead, written.utf8.contains(0x25), let decoded = String(written).percentDecoded else {
      return found
    }
    return target(writtenAs: decoded, from: source, fragment: fragment)
  }

  private func target(writtenAs written: String, from source: String, fragment: String?) -> LinkTarget {
    guard let id = sources.isEmpty ? nil : source.prefix(while: { $0 != "/" }), sources.contains(String(id)) else {
      guard let path = written.resolvedPath(in: source.parentPath) else { return .dead }
      return target(at: path, from: source, fragment: fragment)
    }
    // The other site's root is the folder of its id here, which its links do not leave.
    let below = source.dropFirst(id.count + 1)
    guard let path = written.resolvedPath(in: String(below).parentPath) else { return .dead }
    return target(at: path.isEmpty ? String(id) : id + "/" + path, from: source, fragment: fragment)
  }

  private func target(at path: String, from source: String, fragment: String?) -> LinkTarget {
    if let url = elsewhere[path] { return .external(url) }
    if files[path] != nil {
      let owner = hiddenFiles.owner(of: path)
      return owner.flatMap { $0 == DocumentID(sourcePath: source) ? nil : .notPublic($0) } ?? .file(path: path)
    }
    var name = path
    for suffix in [".md", "/index"] where name.hasSuffix(suffix) { name.removeLast(suffix.count) }
    if let url = pages[name] { return .page(url: url, fragment: fragment) }
    return hidden[name].map(LinkTarget.notPublic) ?? .dead
  }
}

extension DocumentID {
  /// The document whose file is `sourcePath` (`zhengce/2023-3.md`, `zhengce/2023-3/index.md`).
  package init(sourcePath: String) {
    var path = sourcePath
    for suffix in [".md", "/index"] where path.hasSuffix(suffix) { path.removeLast(suffix.count) }
    self.init(path)
  }
}

extension Document {
  /// Path of its file in Content/: `zhengce/2023-3/index.md`.
  package var sourcePath: String { provenance?.sourcePath ?? String(frontMatter.path.dropFirst("Content/".count)) }
}

extension Column {
  /// Path of its file in Content/: `zhengce/_column.md`.
  package var sourcePath: String { path.isEmpty ? "_column.md" : path + "/_column.md" }
}
