import Base
import Documents

// 期限: by when something must be done for the records of a kind.
extension KindReader {
  private static let deadlineVocabulary = Vocabulary(.deadline)

  private static let example = "写作 {what: 公布, done: publishedOn, within: 20个工作日, after: documentDate, basis: 依据的规定}"
  private static let yearlyExample = "写作 {what: 公布年度报告, yearly: 03-31, levels: {部门: 01-31}, basis: 依据的规定}"

  /// Reads a list of deadlines.
  mutating func deadlines(_ value: YAMLValue?, of fields: [Field]) -> [Deadline] {
    file.items(of: value, "deadlines（期限）").compactMap { item in
      guard let entries = file.entries(of: item, what: "期限") else { return nil }
      let draft = Draft(entries, vocabulary: Self.deadlineVocabulary, file: &file)
      let isYearly = draft["yearly"] != nil
      for word in ["what", "basis"] + (isYearly ? [] : ["done", "within"]) where draft[word] == nil {
        file.add(
          "missing-field", at: draft.place(of: word) ?? item.place, "期限没有写 \(word)",
          cures: [isYearly ? Self.yearlyExample : Self.example])
      }
      let form = isYearly ? yearly(draft) : record(draft, item, fields)
      let isLocal = file.boolean(draft["local"], "local（各地规定）") ?? false
      guard let what = file.text(draft["what"], "what（做什么）"), let form,
        let basis = file.text(draft["basis"], "basis（依据）")
      else { return nil }
      return Deadline(what: what, form: form, basis: basis, isLocal: isLocal)
    }
  }

  private mutating func yearly(_ draft: Draft) -> Deadline.Form? {
    for word in ["done", "within", "after", "before"] {
      guard let value = draft[word] else { continue }
      file.add("fixed-field", at: value.place, "每年的期限没有 \(word)", cures: [Self.yearlyExample])
    }
    guard let usual = yearDay(draft["yearly"]) else { return nil }
    var levels: [String: YearDay] = [:]
    for entry in file.entries(of: draft["levels"], what: "levels（各层级的日期）") ?? [] {
      levels[entry.key] = yearDay(entry.value)
    }
    return .yearly(Deadline.YearDays(usual, byLevel: levels))
  }

  private mutating func yearDay(_ value: YAMLValue?) -> YearDay? {
    guard let value, let text = file.text(value, "yearly（每年的日期）") else { return nil }
    if let day = YearDay(text) { return day }
    file.add("date-form", at: value.place, "“\(text)”不是一年里的一天", cures: ["写作 03-31 或者 3月31日"])
    return nil
  }

  private mutating func record(_ draft: Draft, _ item: YAMLValue, _ fields: [Field]) -> Deadline.Form? {
    if let value = draft["levels"] {
      file.add("fixed-field", at: value.place, "只有每年的期限有 levels", cures: ["删去 levels"])
    }
    let days = Self.dayKeys(fields)
    let done = file.choice(draft["done"], "done（怎样算做了）", words: ["interpretation", "outcome", "withdrawn"] + days) {
      word in
      switch word {
      case "interpretation": Deadline.Fulfilment.interpretation
      case "outcome": .outcome
      case "withdrawn": .withdrawal
      default: days.contains(word) ? .day(word) : nil
      }
    }
    let within = file.length(draft["within"], "within（多久以内）")
    let after = file.choice(draft["after"], "after（从哪一天起）", words: ["decision"] + days) { word in
      word == "decision" ? Deadline.Anchor.decision : days.contains(word) ? .after(word) : nil
    }
    let before = file.choice(draft["before"], "before（在哪一天以前）", words: days) { word in
      days.contains(word) ? Deadline.Anchor.before(word) : nil
    }
    if (draft["after"] == nil) == (draft["before"] == nil) {
      file.add(
        "missing-field", at: draft["before"]?.place ?? item.place, "after（从哪一天起）和 before（在哪一天以前）要写一个，也只能写一个",
        cures: [Self.example])
    }
    if case .workdays? = within, before != nil {
      file.add("wrong-type", at: draft["within"]?.place, "在某一天以前的期限不能写工作日", cures: ["写作 7日"])
      return nil
    }
    guard let done, let within, let anchor = after ?? before else { return nil }
    return .record(done: done, within: within, of: anchor)
  }

  /// The keys of the days of a record.
  private static func dayKeys(_ fields: [Field]) -> [String] {
    let common = [CommonField.documentDate, .publishedOn, .effectiveOn, .opensOn, .closesOn, .doneOn].map(\.rawValue)
    return common + fields.filter { $0.type == .date && CommonField(rawValue: $0.key) == nil }.map(\.key)
  }
}

extension FileReader {
  /// Reads a length of time, in working days or otherwise.
  mutating func length(_ value: YAMLValue?, _ label: String) -> Deadline.Length? {
    guard let value, let text = text(value, label) else { return nil }
    if let length = Deadline.Length(text) { return length }
    add("wrong-type", at: value.place, "\(label)“\(text)”不是一段时间", cures: ["写作 20个工作日、10日 或 3个月"])
    return nil
  }
}
