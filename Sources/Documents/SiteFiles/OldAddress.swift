import Base

/// 旧网址: an address that leads to a document now, read from what its author wrote.
package struct OldAddress: Sendable, Hashable {
  /// Another host than the site's, in lower case, with its port; nil: the site's own.
  package let host: String?
  /// From the root of the host, as people read it: `/zwgk/2019/通知.html`. As it was written where its escapes are not UTF-8:
  /// old systems have addresses in GBK.
  package let path: String
  /// What follows `?`, as browsers send it.
  package let query: String?
  /// Whether ``path`` is what the escapes of the address mean.
  package let isText: Bool

  /// Reads `/art.jsp?id=12` or `https://old.example/3.html`.
  ///
  /// - Parameter domain: The site's host.
  package init(_ written: String, domain: String) {
    var rest = Substring(written.prefix { $0 != "#" })
    var host: String?
    if let scheme = rest.firstRange(of: "://") {
      let isSecure = rest[..<scheme.lowerBound].lowercased() == "https"
      rest = rest[scheme.upperBound...]
      let name = rest.prefix { !"/?".contains($0) }
      host = Self.withoutUsualPort(name.lowercased(), isSecure)
      if host == Self.withoutUsualPort(domain.lowercased(), isSecure) { host = nil }
      rest = rest[name.endIndex...]
    }
    let path = rest.prefix { $0 != "?" }
    let decoded = String(path).percentDecoded
    self.host = host
    self.path = path.isEmpty ? "/" : decoded ?? String(path)
    isText = decoded != nil
    query = path.endIndex == rest.endIndex ? nil : Self.sent(rest[rest.index(after: path.endIndex)...])
  }

  /// In one form, however it was written: `/zwgk/3.html`, `https://old.example/3.html`, `/art.jsp?id=12`.
  package var text: String { (host.map { "https://" + $0 } ?? "") + path + (query.map { "?" + $0 } ?? "") }

  /// Why it could lead nowhere, or make of a file of the output or a line of a server's map something else; nil if it is fine.
  package var fault: Fault? {
    if path.utf8.count + (query?.utf8.count ?? 0) > Self.longest { return .tooLong }
    let isWhole = (path + (query ?? "")).unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value != 0x7F && !"<>\"\\".unicodeScalars.contains($0) && !$0.properties.isWhitespace
    }
    // By bytes: GBK read as UTF-8 may begin with a mark that would join a slash.
    let parts = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).dropFirst()
    // Browsers and servers take away dots and double slashes before they look.
    let isPlain =
      !parts.dropLast().contains(where: \.isEmpty)
      && parts.allSatisfy { !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
    return isWhole && isPlain && path.utf8.first == 0x2F ? nil : .form
  }

  /// See ``fault``.
  package enum Fault: Sendable { case form, tooLong }

  /// Bytes that every server and every printed page takes.
  package static let longest = 2000

  /// Where its place is in the output; nil where no file can answer: on another host, outside the site's folder, with a query.
  ///
  /// - Parameter basePath: The site's: `/` or `/xxgk/`.
  package func outputPath(basePath: String) -> String? {
    guard host == nil, query == nil, isText, path.hasPrefix(basePath) else { return nil }
    let rest = String(path.dropFirst(basePath.count))
    return rest.isEmpty || rest.hasSuffix("/") ? rest + DirectoryPage.fileName : rest
  }

  /// Whether every server shows a file of this name as a page.
  package static func isPage(_ path: String) -> Bool { ["html", "htm"].contains(path.fileExtension) }

  /// Browsers do not name the port of the scheme.
  private static func withoutUsualPort(_ host: String, _ isSecure: Bool) -> String {
    let port = isSecure ? ":443" : ":80"
    return host.hasSuffix(port) ? String(host.dropLast(port.count)) : host
  }

  /// What browsers send for a query: other characters than ASCII as escapes of UTF-8.
  private static func sent(_ query: Substring) -> String {
    query.unicodeScalars.map { $0.isASCII ? String($0) : String($0).encodedForURLPath }.joined()
  }
}
