import Base
import Documents
import Resolution

/// What web servers read: old addresses with where they lead now, and the pages that are gone.
struct ServerMaps {
  private let redirects: [Redirects.Redirect]
  private let corpus: Corpus

  init(_ redirects: Redirects, _ corpus: Corpus) {
    self.redirects = redirects.all
    self.corpus = corpus
  }

  /// Sorted lines, so that the order of documents does not matter.
  func bytes(of map: ServerMap) -> [UInt8] {
    switch map {
    case .nginxPaths: nginx(redirects.filter(\.from.isSeenDecoded)) { $0.path }
    case .nginxQueries: nginx(redirects.filter { !$0.from.isSeenDecoded }, key: \.asked)
    case .nginxGone:
      joined(gone.map { "\"\($0)\" \"\($0.hasSuffix("/") ? $0 + DirectoryPage.fileName : $0)\";\n" })
    case .apache:
      Array("RewriteEngine On\n".utf8)
        + joined(redirects.filter { $0.from.host == nil }.map(rule))
        + joined(gone.filter { $0.hasSuffix("/") }.map(Self.tombstone))
    }
  }

  private func joined(_ lines: [String]) -> [UInt8] {
    Array(lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined().utf8)
  }

  /// Every address of a page that is gone.
  private var gone: [String] {
    corpus.tombstones.flatMap { tombstone in
      [tombstone.url, SiteFile.document(tombstone.id, url: tombstone.url, .tombstone).path]
        .map { corpus.site.basePath + $0 }
    }
  }

  private func target(_ redirect: Redirects.Redirect) -> String {
    // nginx would read a variable.
    corpus.site.baseURL + redirect.url.encodedForURLPath.replacing("$", with: "%24")
  }

  /// A map. No address has quotes or backslashes (`alias-form`). nginx compares without regard to case and refuses two keys that
  /// differ in nothing else, so these are written as expressions.
  private func nginx(_ redirects: [Redirects.Redirect], key: (OldAddress) -> String) -> [UInt8] {
    let keyed = redirects.map { (key: ($0.from.host ?? "") + key($0.from), target: target($0)) }
    let counts = Dictionary(grouping: keyed) { $0.key.lowercased() }.mapValues(\.count)
    return joined(
      keyed.map { key, target in
        let isAlone = counts[key.lowercased()] == 1
        return "\"\(isAlone ? key : "~^\(Self.escaped(key))$".replacing("\\", with: "\\\\"))\" \"\(target)\";\n"
      })
  }

  /// A rule of mod_rewrite. It sees paths decoded; of what is no text, only the line of the request.
  private func rule(_ redirect: Redirects.Redirect) -> String {
    let target = "\"\(target(redirect).replacing("%", with: "\\%"))\" [R=301,L,NE,QSD]\n"
    guard redirect.from.isText else {
      return
        "RewriteCond %{THE_REQUEST} \"^[A-Z]+ \(Self.escaped(redirect.from.asked))[ ]\" [NC]\nRewriteRule \"^\" \(target)"
    }
    let condition = redirect.from.query.map { "RewriteCond %{QUERY_STRING} \"^\(Self.escaped($0))$\"\n" } ?? ""
    return condition + "RewriteRule \"^\(Self.escaped(redirect.from.path))$\" \(target)"
  }

  /// What makes a page answer 410, and be the body of that answer, for which Apache asks itself once more.
  private static func tombstone(_ path: String) -> String {
    let page = path + DirectoryPage.fileName
    return "RewriteCond %{ENV:REDIRECT_STATUS} \"^$\"\nRewriteRule \"^(\(escaped(path))|\(escaped(page)))$\" - [G]\n"
      + "<Location \"\(path)\">\nErrorDocument 410 \"\(page)\"\n</Location>\n"
  }

  /// A text as a regular expression that only it matches.
  private static func escaped(_ text: String) -> String {
    text.map { ".+*?()[]{}|^$\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}

extension OldAddress {
  /// What a browser asks for.
  fileprivate var asked: String {
    (isText ? path.encodedForURLPath : path) + (query.map { "?" + $0 } ?? "")
  }
}
