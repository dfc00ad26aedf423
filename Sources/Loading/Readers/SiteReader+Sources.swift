import Base
import Documents

// Other sites whose exports are shown beside the site's own documents.
extension SiteReader {
  private static let sourceVocabulary = Vocabulary(.source)
  private static let example = "写作 {id: anlan, name: 安澜县, folder: ../exports/anlan}"

  /// Reads a list of `{id, name, folder, staleAfterDays}`.
  mutating func sources(_ value: YAMLValue?) -> [SourceSetting] {
    var taken: [String: Range<Int>] = [:]
    return file.items(of: value, "sources（来源）").compactMap { item in
      guard let entries = file.entries(of: item, what: "来源") else { return nil }
      let draft = Draft(entries, vocabulary: Self.sourceVocabulary, file: &file)
      for word in ["id", "name", "folder"] where draft[word] == nil {
        file.add(
          "missing-field", at: draft.place(of: word) ?? item.place, "来源没有写 \(word)", cures: [Self.example])
      }
      let age = file.integer(draft["staleAfterDays"], "来源的 staleAfterDays（几天没有更新就提醒）", in: 1...3650)
      guard let value = draft["id"], let id = file.text(value, "来源的 id"),
        let name = file.text(draft["name"], "来源的名称"), let folder = file.text(draft["folder"], "来源的文件夹")
      else { return nil }
      guard PathSegment.isPlain(id), !ReservedNames.contain(id) else {
        file.add(
          PathSegment.isPlain(id) ? "reserved-name" : "file-name", at: value.place,
          "来源的 id“\(id)”\(PathSegment.isPlain(id) ? "由系统使用" : "不能用作网址：\(PathSegment.rule)")", cures: [Self.example])
        return nil
      }
      if let earlier = taken.updateValue(value.place, forKey: id.lowercased()) {
        file.add(
          "duplicate-term", at: value.place, "来源的 id“\(id)”用了两次", cures: ["换一个 id"], related: [(earlier, "第一处")])
        return nil
      }
      return SourceSetting(
        id: id, name: name, folder: folder, staleAfterDays: age, location: file.location(of: value.place))
    }
  }
}

extension ContentLayout {
  /// A finding for each source whose addresses are those of a column or a page of the site.
  func clashes(with sources: [SourceSetting]) -> [Diagnostic] {
    let names = columns.map(\.path) + documents.filter(\.column.isEmpty).map(\.id.path)
    return sources.compactMap { source in
      guard let name = names.first(where: { $0.lowercased() == source.id.lowercased() }) else { return nil }
      return Diagnostic(
        "url-collision", at: source.location, "来源的 id“\(source.id)”已是本站的 Content/\(name)", cures: ["换一个 id"])
    }
  }
}
