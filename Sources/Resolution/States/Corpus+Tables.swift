package import Documents

extension Corpus {
  /// The tables of a document in the order of the kind's fields, each with its id and caption on the page.
  package func tables(of document: Document) -> [(id: String, caption: String, table: DataTable)] {
    let fields = (kind(of: document)?.ownFields ?? []).filter { $0.type == .table }
    return fields.flatMap { field in
      let tables = document.fields[field.key]?.tables ?? []
      return tables.enumerated().map { index, table in
        let name = fields.count == 1 ? document.title : field.label
        return (
          "table-" + field.key + (index == 0 ? "" : "-\(index + 1)"),
          tables.count == 1 ? name : "\(name)：\(table.file.title)", table
        )
      }
    }
  }
}
