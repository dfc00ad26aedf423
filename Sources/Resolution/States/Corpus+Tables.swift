package import Documents

extension Corpus {
  /// Tables of the kind's fields in the order of the kind, each with its caption.
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
