import Base
import Documents

// The places that a document is for.
extension DocumentReader {
  /// Adds the villages of the kind's own field to the places, where site.yml lists them.
  mutating func fillVillages(_ document: inout Document) {
    let table = context.places
    guard !table.isEmpty, let villages = document.fields[KnownField.village.rawValue] else { return }
    for word in villages.words {
      guard let name = table.name(word) else {
        file.add(
          "unlisted-village", .warning, at: document.places[KnownField.village.rawValue],
          "“\(word)”不在 site.yml 的 places 中，不会列进镇村的网页", cures: placeCures(word))
        continue
      }
      if !document.localities.contains(name) { document.localities.append(name) }
    }
  }

  /// Reads 分村公示: the heading or the key of the column that names the places. Every row must have a place that is known.
  mutating func perPlace(_ value: YAMLValue?, of document: Document) -> PlaceColumn? {
    let label = CommonField.perPlace.label
    guard let value, let word = file.text(value, label) else { return nil }
    let found = document.fields.keys.sorted().lazy.compactMap { key -> (String, DataTable, Int)? in
      guard case .table(let table) = document.fields[key] else { return nil }
      let column = table.columns.firstIndex { $0.key == word || $0.label == word }
      return column.map { (key, table, $0) }
    }.first
    guard let (key, table, column) = found else {
      // A table that could not be read has been reported.
      let hasTables = kind?.ownFields.contains { $0.type == .table } ?? false
      guard !document.tables.isEmpty || !hasTables else { return nil }
      let headings = document.tables.flatMap(\.table.columns).map(\.label)
      file.add(
        "per-place", at: value.place, "\(label)的“\(word)”不是表格里的一列",
        cures: [headings.isEmpty ? "本类型没有表格，删去这一行" : "表格里有：" + headings.joined(separator: "、")])
      return nil
    }
    guard !context.places.isEmpty else {
      file.add(
        "per-place", at: value.place, "\(label)要用到镇村的名称，site.yml 没有写 places",
        cures: ["在 site.yml 写 places: [{id: qingxi, name: 清溪镇, places: [{id: xihe, name: 西河村}]}]"])
      return nil
    }
    guard holdsPlaces(table, column) else {
      let other = table.columns.indices.first { holdsPlaces(table, $0) }
      file.add(
        "per-place", at: value.place, "\(label)的“\(word)”一列里没有 site.yml 的 places 中的镇村",
        cures: [
          other.map { "改为 \(table.columns[$0].label)" } ?? "写村（社区）名称的一列；表格里有："
            + table.columns.map(\.label).joined(separator: "、")
        ])
      return nil
    }
    checkPlaces(of: table, column)
    return PlaceColumn(field: key, column: table.columns[column].key, label: table.columns[column].label)
  }

  /// Words of a column that are looked at for a slip.
  private static let sample = 20

  /// Whether any cell of a column is a place, or nearly one.
  private func holdsPlaces(_ table: DataTable, _ column: Int) -> Bool {
    let words = Set(table.rows.map { $0.cells[column] })
    if table.rows.isEmpty || words.contains(where: context.places.isName) { return true }
    return words.sorted().prefix(Self.sample).contains { word in
      context.places.name(word) != nil || !NearMiss.cure(for: word, among: context.places.words).isEmpty
    }
  }

  private mutating func checkPlaces(of table: DataTable, _ column: Int) {
    for row in table.rows where !row.joined.contains(column) {
      let word = row.cells[column]
      if context.places.isName(word) { continue }
      let location = table.location(of: row, table.columns[column].key)
      let label = table.columns[column].label
      let message = word.isEmpty ? "这一行没有写\(label)，不会出现在任何一篇公示里" : "“\(word)”不在 site.yml 的 places 中"
      file.add([Diagnostic("unknown-place", .error, at: location, message, cures: placeCures(word))])
    }
  }

  func placeCures(_ word: String) -> [String] {
    let known = context.places.name(word).map { ["改为 \($0)"] }
    return known ?? NearMiss.cure(for: word, among: context.places.words) + ["要新增的，在 site.yml 的 places 中加上它"]
  }
}
