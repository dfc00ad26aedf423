import Base
import Documents

// Minimum numbers required by local rules; none unless site.yml sets them.
extension SiteReader {
  private static let quotaVocabulary = Vocabulary(.quota)

  /// Reads `{县级: 5, 部门: 3}`.
  ///
  /// - Parameter levels: Those of the site's organizations.
  mutating func interpretationForms(_ value: YAMLValue?, levels: Set<String>) -> [String: Int] {
    var quota: [String: Int] = [:]
    for entry in file.entries(of: value, what: "interpretationForms（解读形式数）") ?? [] {
      if !levels.contains(entry.key) {
        let known = levels.sorted()
        let all = known.isEmpty ? [] : ["可以写的有：" + known.joined(separator: "、")]
        file.add(
          "wrong-choice", .warning, at: entry.place, "“\(entry.key)”不是 organizations 里任何机关的 level（层级），不起作用",
          cures: NearMiss.cure(for: entry.key, among: known) + all + ["在 organizations 里给机关写上 level: \(entry.key)"])
      }
      quota[entry.key] = file.integer(entry.value, "\(entry.key)的解读形式数", in: 1...12)
    }
    return quota
  }

  /// Reads a list of `{kind, field, label, perYear, by, each, of}`.
  ///
  /// - Parameter offices: Names of the site's organizations, each of which is meant where `each: issuer` names none.
  mutating func quotas(_ value: YAMLValue?, offices: [String]) -> [Site.Quota] {
    file.items(of: value, "quotas（年度次数）").compactMap { item in
      guard let entries = file.entries(of: item, what: "年度次数") else { return nil }
      let draft = Draft(entries, vocabulary: Self.quotaVocabulary, file: &file)
      for word in ["kind", "label", "perYear"] where draft[word] == nil {
        file.add(
          "missing-field", at: draft.place(of: word) ?? item.place, "年度次数没有写 \(word)",
          cures: ["写作 {kind: meeting, field: attendees, label: 邀请代表列席, perYear: 5}"])
      }
      guard let kind = file.text(draft["kind"], "年度次数的 kind"),
        let label = file.text(draft["label"], "年度次数的 label"),
        let perYear = file.integer(draft["perYear"], "年度次数的 perYear", in: 1...366)
      else { return nil }
      let by = draft["by"].flatMap { value -> YearDay? in
        guard let text = file.text(value, "年度次数的 by") else { return nil }
        if let day = YearDay(text) { return day }
        file.add("date-form", at: value.place, "“\(text)”不是一年里的一天", cures: ["写作 12-31 或者 12月31日"])
        return nil
      }
      var quota = Site.Quota(
        kind: kind, field: file.text(draft["field"], "年度次数的 field"), label: label, perYear: perYear, by: by ?? .last,
        location: file.location(of: item.place))
      quota.each = each(draft, item, offices)
      return quota
    }
  }

  private mutating func each(_ draft: Draft, _ item: YAMLValue, _ offices: [String]) -> Site.Quota.Each? {
    let listed = file.texts(draft["of"], "年度次数的 of（哪些）")
    let names = listed.map(\.text)
    guard let value = draft["each"], let word = file.text(value, "年度次数的 each（每一个）") else {
      if draft["each"] == nil, let list = draft["of"] {
        file.add("missing-field", at: list.place, "年度次数写了 of，没有写 each", cures: ["写上 each: issuer，或者别的字段的 key"])
      }
      return nil
    }
    let key = CommonField(word: word)?.rawValue ?? word
    if key == CommonField.issuer.rawValue {
      for (name, place) in listed where !offices.contains(name) {
        file.add(
          "unknown-issuer", .warning, at: place, "年度次数的机关“\(name)”不在 organizations 中",
          cures: NearMiss.cure(for: name, among: offices) + ["写 organizations 里的 name，或者在那里加上它"])
      }
    }
    let all = names.isEmpty && key == CommonField.issuer.rawValue ? offices : names
    if all.isEmpty {
      file.add(
        "missing-field", at: value.place, "年度次数的 each 没有写 of：不知道应当有哪些",
        cures: ["写作 each: interpreter, of: [张某某, 李某某]；机关可以不写，指 organizations 里的全部"])
      return nil
    }
    return Site.Quota.Each(key: key, names: all)
  }
}
