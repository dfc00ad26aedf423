import Base
import Documents

// A table's form: its columns, the fixed rows of an official form, and the sums.
extension KindReader {
  /// The words that only fields of type `table` have.
  static let tableWords = ["columns", "lines", "sums", "lifecycle", "pageSize", "under", "coversColumns", "chart"]

  private static let columnVocabulary = Vocabulary(.column, alsoRequired: ["label", "type", "choices"])
  private static let lineVocabulary = Vocabulary(.line)

  /// Reads the form of a field of type `table`; other fields have none.
  mutating func tableForm(_ draft: Draft, _ type: FieldType?, at place: Range<Int>) -> TableForm {
    guard type == .table else {
      for key in Self.tableWords {
        guard let type, let value = draft[key] else { continue }
        file.add(
          "fixed-field", at: value.place, "类型 \(type.rawValue) 没有 \(key)", cures: ["删去 \(key)，或者把 type 改为 table"])
      }
      return TableForm()
    }
    let columns = self.columns(draft["columns"])
    let lines = self.lines(draft["lines"], columns)
    let sums = file.texts(draft["sums"], "sums（合计）").compactMap { sum($0.text, at: $0.place, columns, lines) }
    let lifecycle = file.choice(
      draft["lifecycle"], "表格的 lifecycle（生命周期）", words: Lifecycle.ofRows.map(\.rawValue)
    ) { word in Lifecycle.ofRows.first { $0.rawValue == word } }
    let size = file.integer(draft["pageSize"], "pageSize（每页行数）", in: 10...1000)
    var form = TableForm(
      columns: columns, lines: lines, sums: sums, lifecycle: lifecycle ?? .none,
      pageSize: size ?? TableForm.defaultPageSize)
    form.heading = file.text(draft["under"], "under（放在哪个标题下）")
    form.charts = charts(draft["chart"], columns, lines)
    form.coversColumns = file.boolean(draft["coversColumns"], "coversColumns（覆盖全部栏目）") ?? false
    return form
  }

  private mutating func columns(_ value: YAMLValue?) -> [TableColumn] {
    var columns: [TableColumn] = []
    for item in tableItems(value, "columns（表格的列）") {
      guard let entries = file.entries(of: item, what: "列") else { continue }
      let draft = Draft(entries, vocabulary: Self.columnVocabulary, file: &file)
      guard let column = column(draft, item) else { continue }
      if columns.contains(where: { $0.key == column.key || $0.path == column.path }) {
        file.add("duplicate-field", at: item.place, "列“\(column.label)”定义了两次", cures: ["只保留一处"])
      } else {
        columns.append(column)
      }
    }
    return columns
  }

  private mutating func column(_ draft: Draft, _ item: YAMLValue) -> TableColumn? {
    guard let key = key(draft, item) else { return nil }
    let place = draft["key"]?.place ?? item.place
    let common = CommonField(rawValue: key)
    let label = file.text(draft["label"], "label（列名）") ?? common?.label
    let type = draft["type"].map { fieldType($0) } ?? common?.type
    for (word, isMissing) in [("label", label == nil), ("type", type == nil)] where isMissing && draft[word] == nil {
      file.add("missing-field", at: place, "列“\(key)”没有写 \(word)", cures: ["写上 \(word)"])
    }
    guard let label, let type, isCell(type, common, key, at: draft["type"]?.place ?? place) else { return nil }
    if let known = KnownColumn(rawValue: key) {
      checkKnown(key, type, known.types, at: draft["type"]?.place ?? place)
    }
    let choices = self.choices(draft, type, key, place)
    func flag(_ word: String) -> Bool { file.boolean(draft[word], word) ?? false }
    if type != .choice, let place = draft["boxes"]?.place {
      file.add("fixed-field", at: place, "只有 choice（选项）的列有 boxes（方框）", cures: ["删去 boxes，或者把 type 改为 choice"])
    }
    let hasTotal = flag("total")
    if hasTotal, type != .number, let place = draft["total"]?.place {
      file.add("fixed-field", at: place, "只有 number（数）的列有 total（合计）", cures: ["删去 total，或者把 type 改为 number"])
    }
    return TableColumn(
      key: key, label: label, groups: file.texts(draft["group"], "group（上级表头）").map(\.text), type: type,
      isRequired: flag("required"), isUnique: flag("unique"), isHeader: flag("header"), isMany: flag("many"),
      isMasked: flag("masked"), choices: choices, showsBoxes: flag("boxes"), hasTotal: hasTotal)
  }

  private mutating func isCell(_ type: FieldType, _ common: CommonField?, _ key: String, at place: Range<Int>) -> Bool {
    guard FieldType.ofCells.contains(type) else {
      file.add(
        "wrong-choice", at: place, "表格的列不能是 \(type.rawValue)",
        cures: ["可以写的有：" + FieldType.ofCells.map(\.rawValue).joined(separator: "、")])
      return false
    }
    guard let common, TableForm.clockWords.contains(common), type != .date else { return true }
    file.add("fixed-field", at: place, "“\(key)”的类型固定为 date", cures: ["改为 date，或者换一个 key"])
    return false
  }

  private mutating func lines(_ value: YAMLValue?, _ columns: [TableColumn]) -> [TableLine] {
    var lines: [TableLine] = []
    for item in tableItems(value, "lines（固定的行）") {
      guard let entries = file.entries(of: item, what: "行") else { continue }
      let draft = Draft(entries, vocabulary: Self.lineVocabulary, file: &file)
      guard let key = key(draft, item) else { continue }
      let own = file.texts(draft["columns"], "columns（填写的列）")
      for (text, place) in own { acceptsKnown(text, at: place, among: columns.map(\.key), "列") }
      let line = TableLine(
        key: key, label: file.text(draft["label"], "label（行名）") ?? "",
        groups: file.texts(draft["group"], "group（上级行名）").map(\.text), columns: own.map(\.text))
      if lines.contains(where: { $0.key == line.key }) {
        file.add("duplicate-field", at: item.place, "行“\(line.key)”定义了两次", cures: ["只保留一处"])
      } else {
        lines.append(line)
      }
    }
    return lines
  }

  /// Reads an equation: `total = natural + business`.
  private mutating func sum(
    _ text: String, at place: Range<Int>, _ columns: [TableColumn], _ lines: [TableLine]
  ) -> TableSum? {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false).map { side in
      side.split(separator: "+", omittingEmptySubsequences: false).map { String($0).trimmed }
    }
    guard sides.count == 2, sides.joined().allSatisfy({ !$0.isEmpty }) else {
      file.add("wrong-type", at: place, "合计“\(text)”不是等式", cures: ["写作 total = natural + business"])
      return nil
    }
    let keys = Array(sides.joined())
    let isOverRows = !lines.isEmpty && lines.contains { $0.key == keys[0] }
    let known = isOverRows ? lines.map(\.key) : columns.map(\.key)
    let isKnown = keys.map { acceptsKnown($0, at: place, among: known, isOverRows ? "行" : "列") }
    return isKnown.contains(false) ? nil : TableSum(left: sides[0], right: sides[1], isOverRows: isOverRows)
  }

  /// Whether a key is defined; reports it otherwise.
  @discardableResult
  mutating func acceptsKnown(_ key: String, at place: Range<Int>, among known: [String], _ what: String) -> Bool {
    if known.contains(key) { return true }
    let near = NearMiss.cure(for: key, among: known)
    let others = known.isEmpty ? "先在 columns 或 lines 中定义" : "可以写的有：" + known.joined(separator: "、")
    file.add(
      "unknown-key", at: place, "没有键为“\(key)”的\(what)", cures: near.isEmpty && known.count <= 16 ? [others] : near)
    return false
  }

  private mutating func key(_ draft: Draft, _ item: YAMLValue) -> String? {
    guard let value = draft["key"], let key = file.text(value, "key（键）") else {
      if draft["key"] == nil { file.add("missing-field", at: item.place, "没有写 key", cures: ["写上 key: 英文键"]) }
      return nil
    }
    return acceptsSpelling(ofKey: key, at: value.place) ? key : nil
  }

  private mutating func tableItems(_ value: YAMLValue?, _ what: String) -> [YAMLValue] {
    guard let value else { return [] }
    guard case .list = value.content else {
      file.wrongType(value, what, "列表")
      return []
    }
    return file.items(of: value, what)
  }
}
