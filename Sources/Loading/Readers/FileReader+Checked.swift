import Base
import Documents

// Marks that warnings have been looked at.
extension FileReader {
  /// Reads 已核对: a rule, why, and optionally which of its findings.
  mutating func checked(_ value: YAMLValue?) -> [Checked] {
    let label = CommonField.checked.label
    let example = "写作 checked: [{rule: unrecorded-repeal, note: 上级文件自己停止执行}]"
    return items(of: value, label).compactMap { item in
      guard let entries = entries(of: item, what: label) else { return nil }
      let draft = Draft(entries, vocabulary: .checked, file: &self)
      let about = text(draft["about"], "\(label)的针对")
      guard let value = draft["rule"], let rule = text(value, "\(label)的规则") else {
        add("missing-field", at: item.place, "\(label)没有写是哪条规则", cures: [example])
        return nil
      }
      guard RuleTable.markable.contains(rule) else {
        reportRule(rule, at: value.place)
        return nil
      }
      guard let note = text(draft["note"], "\(label)的说明", multiline: true) else {
        add("missing-field", at: draft["note"]?.place ?? item.place, "\(label)没有说明理由", cures: [example])
        return nil
      }
      return Checked(rule: rule, note: note, about: about, location: location(of: value.place))
    }
  }

  private mutating func reportRule(_ rule: String, at place: Range<Int>) {
    if RuleTable[rule]?.level == .error {
      add("checked-rule", at: place, "“\(rule)”是错误，不能标为已核对", cures: ["照检查结果改正，删去这一项"])
    } else {
      let near = NearMiss.cure(for: rule, among: RuleTable.markable.sorted())
      add(
        "checked-rule", at: place, "没有规则“\(rule)”",
        cures: near.isEmpty ? ["照抄检查结果中方括号里的编号"] : near)
    }
  }
}

extension Vocabulary {
  /// The words of a mark.
  static let checked = Vocabulary(MappingForm.checked, required: ["rule", "note"])
}
