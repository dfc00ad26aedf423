import Base

/// 旧网址: an address that leads to a document now, read from what its author wrote.
package struct OldAddress: Sendable, Hashable {
  /// Another host than the site's, in lower case, with its port; nil: the site's own.
  package let host: String?
  /// From the root of the host, as people read it: `/zwgk/2019/通知.html`.
  package let path: String
  /// What follows `?`, as written: the server that will see it gets it as browsers send it.
  package let query: String?

  /// Reads `/art.jsp?id=12` or `https://old.example/3.html`, checked by Loading to be an address.
  ///
  /// - Parameter domain: The site's host.
  package init(_ written: String, domain: String) {
    var rest = Substring(written.prefix { $0 != "#" })
    var host: String?
    if let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...]
      let name = rest.prefix { !"/?".contains($0) }
      host = name.lowercased() == domain.lowercased() ? nil : name.lowercased()
      rest = rest[name.endIndex...]
    }
    let path = rest.prefix { $0 != "?" }
    self.host = host
    self.path = path.isEmpty ? "/" : String(path).percentDecoded ?? String(path)
    query = path.endIndex == rest.endIndex ? nil : String(rest[rest.index(after: path.endIndex)...])
  }

  /// Where its place is in the output; nil where no file can answer: on another host, outside the site's folder, with a query.
  ///
  /// - Parameter basePath: The site's: `/` or `/xxgk/`.
  package func outputPath(basePath: String) -> String? {
    guard host == nil, query == nil, path.hasPrefix(basePath) else { return nil }
    let rest = String(path.dropFirst(basePath.count))
    return rest.isEmpty || rest.hasSuffix("/") ? rest + DirectoryPage.fileName : rest
  }

  /// Whether every server shows a file of this name as a page.
  package static func isPage(_ path: String) -> Bool { ["html", "htm"].contains(path.fileExtension) }
}
