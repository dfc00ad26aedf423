import Base
import Documents

/// What a release shows of one library: the site's own documents, or those of another site.
struct PublishedLibrary: Sendable {
  /// The id and the name of the other site.
  let source: (id: String, name: String)?
  let documents: [DocumentID]

  /// Those of other sites, as `data/sources.json` of a release names them.
  static func ofSources(_ bytes: [UInt8]) -> [PublishedLibrary] {
    let sources = JSONValue(json: bytes)?["sources"]?.list { source -> PublishedLibrary? in
      guard let id = source["id"]?.text, let name = source["name"]?.text,
        let documents = source["documents"]?.list(\.text)
      else { return nil }
      return PublishedLibrary(source: (id, name), documents: documents.map { DocumentID($0) })
    }
    return sources ?? []
  }
}
