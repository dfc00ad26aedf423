import Base
import Documents

// Words of a field that would do nothing: whoever writes one believes that it does something.
extension KindReader {
  /// The words by which an own field shows or compares its value, which an internal field has none of.
  private static let publicWords = ["list", "facet", "channel", "contact", "expects", "needsText", "shownAs"]

  /// Reports the words of a common field that have no effect, and whether it can be internal.
  mutating func checkEffects(of common: CommonField, _ draft: Draft, _ field: Field) {
    for word in ["expects", "needsText", "contact", "channel"] { refuse(word, in: draft, "共有字段没有 \(word)") }
    if field.isInternal, !common.isDescriptive {
      file.add(
        "fixed-field", at: draft["internal"]?.place, "“\(common.rawValue)”决定网页怎样显示，不能是内部记录",
        cures: ["删去 internal；确实不公开的，换一个自己的 key"])
    }
    if field.isListed, !common.isShownInRows { idle("list", in: draft, "列表不显示“\(common.rawValue)”") }
    if field.isFacet, !common.hasTerms { idle("facet", in: draft, "“\(common.rawValue)”不能作为筛选") }
    checkInternal(draft, field)
  }

  /// Reports the words of a kind's own field that have no effect.
  mutating func checkEffects(_ draft: Draft, _ field: Field) {
    if field.type != .reference { refuse("expects", in: draft, "只有 reference（引用）有 expects") }
    if field.type != .choice { refuse("needsText", in: draft, "只有 choice（选项）有 needsText") }
    if !field.type.isLine { refuse("contact", in: draft, "类型 \(field.type.rawValue) 不能与联系方式比较") }
    if field.isFacet, [.file, .table, .reference].contains(field.type) {
      idle("facet", in: draft, "类型 \(field.type.rawValue) 不能作为筛选")
    }
    if field.isListed, field.type == .table { idle("list", in: draft, "表格不能显示在列表的一行中") }
    checkInternal(draft, field)
  }

  private mutating func checkInternal(_ draft: Draft, _ field: Field) {
    guard field.isInternal else { return }
    for word in Self.publicWords where draft[word].map({ $0.words != "false" && $0.words != "否" }) ?? false {
      idle(word, in: draft, "“\(field.key)”是内部记录，不会公开，\(word) 没有作用")
    }
  }

  private mutating func refuse(_ word: String, in draft: Draft, _ message: String) {
    guard let value = draft[word] else { return }
    file.add("fixed-field", at: value.place, message, cures: ["删去 \(word)"])
  }

  private mutating func idle(_ word: String, in draft: Draft, _ message: String) {
    file.add("fixed-field", .warning, at: draft[word]?.place, message, cures: ["删去 \(word)"])
  }
}

extension CommonField {
  /// Whether it only says something to readers: nothing depends on its value.
  var isDescriptive: Bool {
    switch definition.value {
    case .text, .lines, .texts: self != .title
    case .day, .ownDay, .ownTexts, .other: false
    }
  }

  /// Every row has some of them anyway.
  fileprivate var isShownInRows: Bool {
    definition.uses.contains(.row) || [.title, .documentNumber, .issuer, .publishedOn].contains(self)
  }

  fileprivate var hasTerms: Bool {
    if case .other = definition.value, case .field = Criterion(key: rawValue) { return false }
    return true
  }
}
