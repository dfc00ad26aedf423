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
  /// Files that belong only to documents that are not public.
  private let hiddenFiles: HiddenFiles

  /// Indexes all pages, documents that are not public, and plain files.
  ///
  /// - Parameters:
  ///   - documents: Valid documents, public or not.
  ///   - files: Sizes of plain files by content path.
  ///   - failed: Documents that could not be read.
  package init(corpus: Corpus, documents: [Document], files: [String: Int], failed: Set<DocumentID> = []) {
    var pages: [String: String] = ["": ""]
    var hidden: [String: DocumentID] = [:]
    for column in corpus.columns {
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
    self.pages = pages
    self.hidden = hidden
    self.files = files
    hiddenFiles = HiddenFiles(documents: documents, hidden: hidden)
  }

  /// All content paths that a link may name, for suggestions.
  package var knownPaths: [String] { (pages.keys.filter { !$0.isEmpty } + files.keys).sorted() }

  /// Resolves `destination` in the file `source` (its path in Content/, `zhengce/2023-3/index.md`).
  package func resolve(_ destination: String, from source: String) -> LinkTarget {
    if destination.isEmpty { return .dead }
    if let colon = destination.firstIndex(of: ":"), Self.isScheme(destination[..<colon]) {
      return .external(destination)
    }
    if destination.hasPrefix("//") { return .external("https:" + destination) }
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
    guard let path = written.resolvedPath(in: source.parentPath) else { return .dead }
    return target(at: path, from: source, fragment: fragment)
  }

  private func target(at path: String, from source: String, fragment: String?) -> LinkTarget {
    if files[path] != nil {
      let owner = hiddenFiles.owner(of: path)
      return owner.flatMap { $0 == DocumentID(sourcePath: source) ? nil : .notPublic($0) } ?? .file(path: path)
    }
    var name = path
    for suffix in [".md", "/index"] where name.hasSuffix(suffix) { name.removeLast(suffix.count) }
    if let url = pages[name] { return .page(url: url, fragment: fragment) }
    return hidden[name].map(LinkTarget.notPublic) ?? .dead
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
    }
  }
}

/// Files that a link from elsewhere must not expose: those that a hidden document lists or that are in its folder,
/// unless a public document lists them as well.
private struct HiddenFiles: Sendable {
  private var owners: [String: DocumentID] = [:]
  private var folders: [String: DocumentID] = [:]
  private var listed: Set<String> = []

  init(documents: [Document], hidden: [String: DocumentID]) {
    // Of a document that could not be read, only the folder is known.
    for (path, id) in hidden { folders[path] = id }
    for document in documents {
      if hidden[document.id.path] == nil {
        listed.formUnion(document.listedFiles)
      } else {
        for path in document.listedFiles { owners[path] = document.id }
      }
    }
  }

  /// The hidden document that `path` belongs to.
  func owner(of path: String) -> DocumentID? {
    if folders.isEmpty || listed.contains(path) { return nil }
    if let owner = owners[path] { return owner }
    var folder = Substring(path)
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if let owner = folders[String(folder)] { return owner }
    }
    return nil
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
  package var sourcePath: String { String(frontMatter.path.dropFirst("Content/".count)) }
}

extension Column {
  /// Path of its file in Content/: `zhengce/_column.md`.
  package var sourcePath: String { path.isEmpty ? "_column.md" : path + "/_column.md" }
}
