import Base

/// Where the links of the site's pages lead in a copy: to a file of it, if it has it, and to the net otherwise.
struct CopyLinks: Sendable {
  /// Where a link leads.
  enum Target: Sendable, Hashable {
    /// A part of the page itself, or a thing that is no page anywhere: `#top`, `?q=水`, `mailto:`.
    case itself
    /// A file of the copy, with the query and the fragment as written.
    case file(path: String, rest: String)
    /// An address on the net.
    case outside(String)
  }

  /// Of all files of the copy that pages lead to.
  private let paths: Set<String>
  /// The site's own, ends with `/`.
  private let baseURL: String
  /// Of the site below its host: `/`, `/xxgk/`.
  private let basePath: String
  /// `https://www.example.gov.cn`.
  private let origin: String

  init(paths: Set<String>, baseURL: String) {
    (self.paths, self.baseURL) = (paths, baseURL)
    let slash = baseURL.firstRange(of: "://").flatMap { baseURL[$0.upperBound...].firstIndex(of: "/") }
    origin = String(baseURL[..<(slash ?? baseURL.endIndex)])
    basePath = slash.map { String(baseURL[$0...]) } ?? "/"
  }

  /// Reads what a page at a path says.
  func target(of link: String, on page: String) -> Target {
    switch LinkAddress(link) {
    case .mail, .telephone, .refused, .incomplete: return .itself
    case .web:
      let address = link.hasPrefix("//") ? origin.prefix { $0 != "/" } + link : link
      guard address.hasPrefix(baseURL) else { return .outside(address) }
      return below(String(address.dropFirst(baseURL.count))) ?? .outside(address)
    case .local:
      guard let first = link.first, first != "#", first != "?" else { return .itself }
      let path = link.prefix { $0 != "?" && $0 != "#" }
      let whole = Self.whole(String(path), from: basePath + page.parentPath.encodedForURLPath)
      let rest = link.dropFirst(path.count)
      guard (whole + "/").hasPrefix(basePath) else { return .outside(origin + whole + rest) }
      return below(String(whole.dropFirst(basePath.count)) + rest) ?? .outside(origin + whole + rest)
    }
  }

  /// The address of a file of the copy from a page of it.
  static func relative(_ path: String, on page: String) -> String {
    String(repeating: "../", count: page.utf8.count { $0 == 0x2F }) + path.encodedForURLPath
  }

  /// Looks for the file that a server gives for an address below the root.
  private func below(_ address: String) -> Target? {
    let written = address.prefix { $0 != "?" && $0 != "#" }
    guard let path = String(written).percentDecoded else { return nil }
    let isFolder = path.isEmpty || path.hasSuffix("/")
    let candidates = isFolder ? [path + "index.html"] : [path, path + "/index.html"]
    return candidates.first(where: paths.contains).map {
      .file(path: $0, rest: String(address.dropFirst(written.count)))
    }
  }

  /// The path from the root of the host, as browsers resolve it.
  private static func whole(_ path: String, from folder: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : folder + "/" + path).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let isFolder = path.hasSuffix("/") || path.hasSuffix("/.") || path.hasSuffix("..") || path == "."
    return "/" + parts.joined(separator: "/") + (isFolder && !parts.isEmpty ? "/" : "")
  }
}
