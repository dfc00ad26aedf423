import Base
import Documents

// Charts (图): how a table is drawn beside itself.
extension KindReader {
  private static let chartVocabulary = Vocabulary(.chart)

  /// Reads one chart or a list of them; the columns and lines of the table must have been read.
  mutating func charts(_ value: YAMLValue?, _ columns: [TableColumn], _ lines: [TableLine]) -> [ChartForm] {
    file.items(of: value, "chart（图）").compactMap { item in
      guard let entries = file.entries(of: item, what: "图") else { return nil }
      let draft = Draft(entries, vocabulary: Self.chartVocabulary, file: &file)
      return chart(draft, item, columns, lines)
    }
  }

  private mutating func chart(
    _ draft: Draft, _ item: YAMLValue, _ columns: [TableColumn], _ lines: [TableLine]
  ) -> ChartForm? {
    for (word, cure) in [("form", "form: bar"), ("value", "value: 数字列的键")] where draft[word] == nil {
      file.add("missing-field", at: draft.place(of: word) ?? item.place, "图没有写 \(word)", cures: ["写上 \(cure)"])
    }
    let shape = file.choice(
      draft["form"], "form（图的形式）", words: ChartForm.Shape.allCases.map(\.rawValue),
      read: ChartForm.Shape.init(rawValue:))
    let label = file.text(draft["label"], "label（名称列）").flatMap { key in
      acceptsColumn(key, at: draft["label"]?.place ?? item.place, columns) ? key : nil
    }
    let values = file.texts(draft["value"], "value（数字列）").compactMap { key, place in
      acceptsColumn(key, at: place, columns) && isNumber(key, at: place, columns) ? key : nil
    }
    let rows = file.texts(draft["lines"], "lines（画哪些行）").compactMap { key, place in
      acceptsKnown(key, at: place, among: lines.map(\.key), "行") ? key : nil
    }
    let over = file.text(draft["over"], "over（逐年比较）")
    if let over, let value = draft["over"] { chartYears.append(Query.Word(text: over, place: value.place)) }
    guard let shape, !values.isEmpty else { return nil }
    if shape == .share, values.count > 1 || over != nil, let value = draft["form"] {
      file.add(
        "wrong-choice", at: value.place, "share 是一列数字各占多少，只能有一个 value，不能逐年比较",
        cures: ["改为 bar 或 line，或者只留一个 value，删去 over"])
      return nil
    }
    return ChartForm(
      shape: shape, title: file.text(draft["title"], "title（图的名称）"), label: label, values: values, lines: rows,
      except: file.texts(draft["except"], "except（不画的行）").map(\.text), over: over)
  }

  /// A table whose kind does not say its columns may have any.
  private mutating func acceptsColumn(_ key: String, at place: Range<Int>, _ columns: [TableColumn]) -> Bool {
    columns.isEmpty || acceptsKnown(key, at: place, among: columns.map(\.key), "列")
  }

  private mutating func isNumber(_ key: String, at place: Range<Int>, _ columns: [TableColumn]) -> Bool {
    guard let column = columns.first(where: { $0.key == key }), column.type != .number else { return true }
    file.add(
      "wrong-choice", at: place, "列“\(key)”是 \(column.type.rawValue)，不能画成图",
      cures: ["写类型是 number 的列：" + columns.filter { $0.type == .number }.map(\.key).joined(separator: "、")])
    return false
  }

  /// Checks that charts over years name a number of the kind; the fields must have been read.
  mutating func checkChartYears(_ fields: [Field]) {
    let numbers = fields.filter { $0.type == .number }.map(\.key)
    for word in chartYears where !numbers.contains(word.text) {
      file.reportChoice(word.text, at: word.place, "over（逐年比较）", words: numbers)
    }
  }
}
