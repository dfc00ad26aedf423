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
    let lines =
      switch map {
      case .nginxPaths:
        redirects.filter { $0.from.query == nil }.map { line(($0.from.host ?? "") + $0.from.path, target($0)) }
      case .nginxQueries:
        redirects.compactMap { redirect in
          redirect.from.query.map { query in
            line((redirect.from.host ?? "") + redirect.from.path.encodedForURLPath + "?" + query, target(redirect))
          }
        }
      case .nginxGone:
        corpus.tombstones.flatMap { tombstone in
          let path = corpus.site.basePath + tombstone.url
          let file = SiteFile.document(tombstone.id, url: tombstone.url, .tombstone).path
          return [path, corpus.site.basePath + file].map { line($0, corpus.site.basePath + file) }
        }
      case .apache: redirects.filter { $0.from.host == nil }.map(rule)
      }
    let sorted = Set(lines).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Array((head(of: map) + sorted.joined()).utf8)
  }

  private func target(_ redirect: Redirects.Redirect) -> String {
    corpus.site.baseURL + redirect.url.encodedForURLPath.replacing("$", with: "%24")
  }

  /// A line of a map. No address has quotes or backslashes (`alias-form`).
  private func line(_ key: String, _ value: String) -> String { "\"\(key)\" \"\(value)\";\n" }

  private func head(of map: ServerMap) -> String {
    map == .apache ? "RewriteEngine On\n" : ""
  }

  private func rule(_ redirect: Redirects.Redirect) -> String {
    let condition = redirect.from.query.map { "RewriteCond %{QUERY_STRING} \"^\(Self.escaped($0))$\"\n" } ?? ""
    return condition + "RewriteRule \"^/?\(Self.escaped(String(redirect.from.path.dropFirst())))$\" "
      + "\"\(target(redirect).replacing("%", with: "\\%"))\" [R=301,L,NE,QSD]\n"
  }

  /// A text as a regular expression that only it matches.
  private static func escaped(_ text: String) -> String {
    text.map { ".+*?()[]{}|^$\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
