import Base
import Documents

// Provisions that come into force on a day of their own.
extension FileReader {
  /// Reads 分期施行.
  mutating func commencements(_ value: YAMLValue?) -> [Commencement] {
    let label = CommonField.commences.label
    return items(of: value, label).compactMap { item in
      guard let entries = entries(of: item, what: label) else { return nil }
      let draft = Draft(entries, vocabulary: .commencement, file: &self)
      let articles = texts(draft["articles"], "\(label)的条款").map(\.text)
      let on = date(draft["on"], "\(label)的日期")
      for (key, label) in [("articles", "条款"), ("on", "日期")] where draft[key]?.isEmpty ?? true {
        add(
          "missing-field", at: item.place, "分期施行没有写\(label)",
          cures: ["写作 commences: [{articles: [第十条], on: 2027-01-01}]"])
      }
      guard let on, !articles.isEmpty else { return nil }
      return Commencement(articles: articles, on: on, place: item.place)
    }
  }
}

extension Vocabulary {
  /// The words of an entry.
  static let commencement = Vocabulary(MappingForm.commencement, required: ["articles", "on"])
}
