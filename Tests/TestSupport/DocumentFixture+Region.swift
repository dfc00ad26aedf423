import Base
package import Documents

// Documents of other sites, as a region has them.
extension DocumentFixture {
  /// A document `<source>/zhengce/<name>` of another site, in force there.
  package static func regional(
    _ source: String, _ name: String, kind: String = "policy", files: [String: Provenance.File] = [:],
    stateThere: String? = "inForce", _ edit: (inout Document) -> Void = { _ in }
  ) -> Document {
    document(at: "\(source)/zhengce/\(name)", kind: kind) { document in
      document.provenance = Provenance(
        source: source, siteName: source + "专栏", url: "https://\(source).example/zhengce/\(name)/",
        sourcePath: "\(source)/zhengce/\(name).md", files: files, stateThere: stateThere,
        location: Diagnostic.Location(path: source + "/documents.jsonl"))
      edit(&document)
    }
  }

  /// The libraries of the sites of some documents, exported on a day.
  package static func region(_ documents: [Document], asOf: String = "2026-01-01") -> Region {
    var region = Region()
    region.documents = documents.sorted { $0.id < $1.id }
    let ids = Set(documents.compactMap(\.provenance?.source)).sorted()
    region.sources = ids.map { id in
      RegionalSource(
        SourceSetting(id: id, name: id + "县", folder: id), siteName: id + "专栏", baseURL: "https://\(id).example/",
        asOf: day(asOf))
    }
    region.columns = ids.flatMap { id in
      [(id, id + "县"), (id + "/zhengce", "政策文件")].map { path, title in
        var column = column(path, title: title)
        column.source = id
        return column
      }
    }
    return region
  }
}
