import Base
import Documents
import Guard

// What may stand in the open although it looks like the data of a person.
extension SiteReader {
  private static let reviewVocabulary = Vocabulary(.reviews)

  /// Reads `required`, or `{since: 2027-01-01}`: older documents were published under other rules.
  mutating func reviews(_ value: YAMLValue?) -> ReviewDuty {
    guard let value else { return .none }
    if let entries = value.entries {
      let draft = Draft(entries, vocabulary: Self.reviewVocabulary, file: &file)
      return file.date(draft["since"], "reviews 的 since（从哪天发布的起）").map { .required(since: $0) } ?? .none
    }
    return file.choice(value, "reviews（审核记录）", words: ["required", "optional"]) { word in
      ["required": ReviewDuty.required(since: nil), "optional": ReviewDuty.none][word]
    } ?? .none
  }

  private static let allowedVocabulary = Vocabulary(.allowed)

  /// Reads a list of `{hash, reason, by}`: why it may be shown, and who decided so, is part of every entry.
  mutating func allowed(_ value: YAMLValue?) -> [String] {
    file.items(of: value, "allowed（可以公开的号码）").compactMap { item in
      guard let entries = file.entries(of: item, what: "allowed 的一项") else { return nil }
      let draft = Draft(entries, vocabulary: Self.allowedVocabulary, file: &file)
      for word in ["hash", "reason", "by"] where draft[word] == nil {
        file.add(
          "missing-field", at: draft.place(of: word) ?? item.place, "allowed 的这一项没有写 \(word)",
          cures: ["写作 {hash: 检查时给出的 16 位字符, reason: 值班手机，已向社会公布, by: 张三}"])
      }
      _ = file.text(draft["reason"], "reason（理由）")
      _ = file.text(draft["by"], "by（批准人）")
      guard let hash = draft["hash"], let text = file.text(hash, "hash") else { return nil }
      if text.utf8.count == 16,
        text.utf8.allSatisfy({ ("0"..."9").contains(UnicodeScalar($0)) || ("a"..."f").contains(UnicodeScalar($0)) })
      {
        return text
      }
      file.add("wrong-type", at: hash.place, "hash 应为检查时给出的 16 位字符", cures: ["从检查报告中抄写，加上引号；不要写号码本身"])
      return nil
    }
  }
}

extension AllowedValues {
  /// What site.yml allows, and the telephones and addresses that it gives itself.
  init(_ site: Site) {
    self.init()
    for hash in site.allowed { allow(hash: hash) }
    for text in [site.contact.phone, site.contact.email] + site.organizations.map(\.phone) {
      for value in (text ?? "").split(whereSeparator: { " 、，,；;/（）()".contains($0) }) { allow(value: String(value)) }
    }
  }
}
