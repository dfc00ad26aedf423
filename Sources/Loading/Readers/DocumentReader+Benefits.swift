import Base
import Documents

// 惠及: what a policy gives, and to whom.
extension DocumentReader {
  private static let example =
    "写作 benefits: [{who: [个人, 老年人], what: 高龄津贴, amount: 每月100元, until: 2027-06-30, how: fading/fuwu/gaoling-jintie}]"

  /// Reads a list of `{who, what, amount, where, until, how}`.
  mutating func benefits(_ value: YAMLValue?) -> [Benefit] {
    let label = CommonField.benefits.label
    if let value, context.answers.isEmpty {
      file.add(
        "unknown-answer", at: value.place, "\(label)要用到找政策的问题，site.yml 没有写 matcher",
        cures: ["在 site.yml 写 matcher: [{question: 您是, answers: [个人, 企业]}]"])
      return []
    }
    return file.items(of: value, label).compactMap { item in
      guard let entries = file.entries(of: item, what: label) else { return nil }
      let draft = Draft(entries, vocabulary: .benefit, file: &file)
      let who = answers(draft["who"], label)
      let what = file.text(draft["what"], "\(label)的内容")
      for (key, label) in [("who", "对象"), ("what", "内容")] where draft[key]?.isEmpty ?? true {
        file.add(
          "missing-field", at: draft.place(of: key) ?? item.place, "惠及没有写\(label)（\(key)）", cures: [Self.example])
      }
      let benefit = Benefit(
        who: who, what: what ?? "", amount: file.text(draft["amount"], "\(label)的标准"),
        locality: locality(draft["where"], label), until: file.date(draft["until"], "\(label)的截止日期"),
        how: draft["how"].flatMap { file.reference($0, "\(label)的办理指南") }, place: item.place)
      return who.isEmpty || what == nil ? nil : benefit
    }
  }

  private mutating func answers(_ value: YAMLValue?, _ label: String) -> [String] {
    let table = context.answers
    return file.texts(value, "\(label)的对象", .all, isKnown: { table.name($0) != nil }).compactMap { word, place in
      if let name = table.name(word) { return name }
      let all = "site.yml 的 matcher 中有：" + table.words.prefix(24).joined(separator: "、")
      file.add(
        "unknown-answer", at: place, "“\(word)”不是 matcher 里的答案",
        cures: NearMiss.cure(for: word, among: table.words) + [all])
      return nil
    }
  }

  private mutating func locality(_ value: YAMLValue?, _ label: String) -> String? {
    guard let value, let word = file.text(value, "\(label)的地区") else { return nil }
    if let name = context.places.name(word) { return name }
    file.add("unknown-place", at: value.place, "“\(word)”不在 site.yml 的 places 中", cures: placeCures(word))
    return nil
  }
}

extension Vocabulary {
  /// The words of an entry.
  static let benefit = Vocabulary(MappingForm.benefit, required: ["who", "what"])
}
