import Documents

// Towns and villages, each with those that lie in it.
extension SiteReader {
  private static let placeVocabulary = Vocabulary(.place(levels: 2))

  /// Reads a tree of `{id, name, places}` or names.
  mutating func places(_ value: YAMLValue?) -> [Place] {
    var found: [(id: String, name: String, above: [Int], place: Range<Int>)] = []
    read(value, above: [], into: &found)
    var ids: [String: Range<Int>] = [:]
    var kept: [Int] = []
    for (index, entry) in found.enumerated() {
      if let earlier = ids[entry.id.lowercased()] {
        file.add(
          "duplicate-term", at: entry.place, "镇村的 id“\(entry.id)”用了两次",
          cures: ["同名的村各写一个 id：{id: shiqiao-dongzhuang, name: \(entry.name)}"], related: [(earlier, "第一处")])
      } else {
        ids[entry.id.lowercased()] = entry.place
        kept.append(index)
      }
    }
    let bearers = Dictionary(grouping: kept, by: { found[$0].name })
    let names = found.map { entry in
      guard bearers[entry.name, default: []].count > 1, let town = entry.above.first else { return entry.name }
      return found[town].name + entry.name
    }
    return kept.map { index in
      let entry = found[index]
      return Place(id: entry.id, name: names[index], shortName: entry.name, above: entry.above.map { names[$0] })
    }
  }

  private mutating func read(
    _ value: YAMLValue?, above: [Int], into found: inout [(id: String, name: String, above: [Int], place: Range<Int>)]
  ) {
    if above.count >= SettingsForm.placeLevels, let value {
      file.add("wrong-type", at: value.place, "镇村最多写\(SettingsForm.placeLevels)级", cures: ["去掉最下面的 places"])
      return
    }
    for item in named(value, "镇村", Self.placeVocabulary) {
      found.append((item.id, item.name, above, item.place))
      read(item.draft?["places"], above: [found.count - 1] + above, into: &found)
    }
  }
}
