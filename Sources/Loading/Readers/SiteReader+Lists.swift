import Base
import Documents

// The lists of site.yml.
extension SiteReader {
  private static let contactVocabulary = Vocabulary(.contact)
  private static let organizationVocabulary = Vocabulary(.organization)
  static let termVocabulary = Vocabulary(.term)

  /// Reads a telephone number, or a mapping.
  mutating func contact(_ value: YAMLValue?) -> Site.Contact {
    var contact = Site.Contact()
    guard let value else { return contact }
    guard let entries = value.entries else {
      contact.phone = file.text(value, "联系方式")
      return contact
    }
    let draft = Draft(entries, vocabulary: Self.contactVocabulary, file: &file)
    contact.address = file.text(draft["address"], "地址")
    contact.phone = file.text(draft["phone"], "电话")
    contact.email = file.text(draft["email"], "邮箱")
    contact.hours = file.text(draft["hours"], "办公时间")
    contact.postcode = file.text(draft["postcode"], "邮编")
    return contact
  }

  mutating func organizations(_ value: YAMLValue?) -> [Organization] {
    named(value, "机关", Self.organizationVocabulary).map { id, name, draft, _ in
      let codes = file.texts(draft?["agencyCodes"], "机关代字", .all).map(\.text)
      return Organization(
        id: id, name: name, agencyCodes: codes, level: file.text(draft?["level"], "层级"),
        phone: file.text(draft?["phone"], "电话"))
    }
  }

  mutating func terms(_ value: YAMLValue?, _ label: String) -> [Term] {
    named(value, label, Self.termVocabulary).map { Term(id: $0.id, name: $0.name) }
  }

  /// Reads a list of names or of mappings with a name; without an id the name serves as id.
  mutating func named(
    _ value: YAMLValue?, _ label: String, _ vocabulary: Vocabulary
  ) -> [(id: String, name: String, draft: Draft?, place: Range<Int>)] {
    var taken: [String: Range<Int>] = [:]
    return file.items(of: value, label).compactMap { item in
      guard let (id, name, draft) = namedItem(item, label, vocabulary) else { return nil }
      for word in [id, name] {
        if let earlier = taken[word] {
          file.add(
            "duplicate-term", at: item.place, "\(label)“\(word)”列了两次", cures: ["只保留一处"], related: [(earlier, "第一处")])
          return nil
        }
      }
      taken[id] = item.place
      taken[name] = item.place
      return (id, name, draft, item.place)
    }
  }

  private mutating func namedItem(
    _ item: YAMLValue, _ label: String, _ vocabulary: Vocabulary
  ) -> (id: String, name: String, draft: Draft?)? {
    guard let entries = item.entries else {
      guard let name = file.text(item, label) else { return nil }
      return checkID(name, item.place, label) ? (name, name, nil) : nil
    }
    let draft = Draft(entries, vocabulary: vocabulary, file: &file)
    guard let name = file.text(draft["name"], "\(label)的名称") else {
      if draft["name"] == nil {
        file.add(
          "missing-field", at: draft.place(of: "name") ?? item.place, "\(label)没有写 name（名称）", cures: ["写上 name: 名称"])
      }
      return nil
    }
    guard let value = draft["id"] else { return checkID(name, item.place, label) ? (name, name, draft) : nil }
    guard let id = file.text(value, "\(label)的 id") else { return nil }
    guard PathSegment.isPlain(id) else {
      file.add("file-name", at: value.place, "id“\(id)”不能用作网址：\(PathSegment.rule)", cures: ["例如 id: jiaoyu"])
      return nil
    }
    guard !ReservedNames.forTerms.contains(id.lowercased()) else {
      file.add("file-name", at: value.place, "id“\(id)”由系统使用，不能用作网址", cures: ["改用别的 id，例如 id: jiaoyu"])
      return nil
    }
    return (id, name, draft)
  }

  /// A name that serves as id becomes a folder: no slashes, no leading dot, not reserved.
  private mutating func checkID(_ name: String, _ place: Range<Int>, _ label: String) -> Bool {
    let isReserved = ReservedNames.forTerms.contains(name.lowercased())
    if !name.contains("/"), !name.contains("\\"), !name.hasPrefix("."), !isReserved { return true }
    file.add(
      "file-name", at: place, "\(label)“\(name)”\(isReserved ? "由系统使用，" : "")不能用作网址",
      cures: ["另写一个 id：{id: 英文名, name: \(name)}"])
    return false
  }

  private static let searchVocabulary = Vocabulary(.searchEngine)

  /// Reads who answers searches on a large site.
  mutating func searchEngine(_ value: YAMLValue?) -> SearchEngine? {
    guard let value else { return nil }
    guard let entries = value.entries else {
      file.wrongType(value, "search（搜索引擎）", "“键: 值”，如 endpoint、above")
      return nil
    }
    let draft = Draft(entries, vocabulary: Self.searchVocabulary, file: &file)
    let above = file.integer(draft["above"], "above（文件多于多少件时用）", in: 0...10_000_000)
    guard let endpoint = draft["endpoint"] else {
      file.add(
        "missing-field", at: value.place, "search（搜索引擎）没有写 endpoint",
        cures: ["写上 endpoint: /api/search，或者删去 search"])
      return nil
    }
    guard let text = file.text(endpoint, "endpoint（搜索接口）") else { return nil }
    let path = String(text.drop { $0 == "/" })
    let isPlain = !path.isEmpty && !path.contains { "?#%\\ ".contains($0) }
    let isPath = isPlain && text.hasPrefix("/") && !text.hasPrefix("//")
    if !isPath || path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) {
      file.add(
        "wrong-type", at: endpoint.place, "endpoint（搜索接口）应为本站的一个路径，这里是“\(text)”",
        cures: ["写作 /api/search，由网页服务器转给搜索引擎"])
      return nil
    }
    return SearchEngine(path: path, above: above ?? SearchEngine.usualLimit)
  }

  /// Reads a list of groups, each a list of two or more words.
  mutating func synonyms(_ value: YAMLValue?) -> [[String]] {
    file.items(of: value, "同义词").compactMap { group in
      let words = file.texts(group, "同义词").map(\.text)
      if words.count >= 2 { return words }
      file.add("wrong-type", at: group.place, "同义词一组至少有两个词", cures: ["写作 [老年人, 老人, 长者]"])
      return nil
    }
  }
}
