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
    var names: [String] = []
    // What lies above has its name already, which is nobody else's.
    for entry in found {
      let isAlone = bearers[entry.name, default: []].count < 2
      names.append(entry.above.first.map { isAlone ? entry.name : names[$0] + entry.name } ?? entry.name)
    }
    var taken: [String: Int] = [:]
    kept.removeAll { index in
      guard let earlier = taken.updateValue(index, forKey: names[index]) else { return false }
      taken[names[index]] = earlier
      file.add(
        "duplicate-term", at: found[index].place, "两个镇村都叫“\(names[index])”", cures: ["其中一个的 name 写得再全一些"],
        related: [(found[earlier].place, "第一处")])
      return true
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
    let items = file.items(of: value, "镇村").filter { !isLoose($0) }
    let list = value.map { YAMLValue(place: $0.place, content: .list(items)) }
    for item in named(list, "镇村", Self.placeVocabulary) {
      found.append((item.id, item.name, above, item.place))
      read(item.draft?["places"], above: [found.count - 1] + above, into: &found)
    }
  }

  /// Whether a town and its villages are written without the words for it, which is reported: `[清溪镇, 西河村]`, `清溪镇: [西河村]`.
  private mutating func isLoose(_ item: YAMLValue) -> Bool {
    func report(_ town: String, at place: Range<Int>) -> Bool {
      let name = town.isEmpty ? "镇名" : town
      file.add(
        "wrong-type", at: place, "“\(name)”和它的村要分开写：镇的名称写在 name，村写在 places",
        cures: ["写作 {id: 英文名, name: \(name), places: [{id: 英文名, name: 村名}]}"])
      return true
    }
    switch item.content {
    case .list(let names): return report(names.first?.words ?? "", at: item.place)
    case .mapping(let entries):
      let known = ["id", "name", "places"]
      let isLoose = entries.allSatisfy { !known.contains($0.key) && !$0.value.isEmpty && $0.value.words.isEmpty }
      guard isLoose, let first = entries.first else { return false }
      return report(first.key, at: first.place)
    case .empty, .text: return false
    }
  }
}
