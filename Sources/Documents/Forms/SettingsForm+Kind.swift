// What the file of a kind may say.
extension SettingsForm {
  package static let kind = SettingsForm(
    [
      ("label", "名称", .text), ("shownAs", "网页上的名称", .text), ("extends", "继承哪种类型", .text),
      ("lifecycle", "生命周期", .choice(Lifecycle.allCases.map(\.rawValue))), ("template", "模板", .text),
      ("layout", "版式", .choice(PageLayout.allCases.map(\.rawValue))),
      ("fields", "字段", .list(.mapping(field))), ("duties", "义务", .many(.choice(Duty.allCases.map(\.rawValue)))),
      ("deadlines", "期限", .many(.mapping(deadline))), ("series", "编号", .many(.mapping(series))),
      ("parts", "要素", .many(.mapping(part))), ("missing", "缺少要素算什么", .choice(["error", "warning"])),
      ("bundle", "打包", .flag), ("consecutive", "前后篇", .flag), ("qrCode", "二维码", .flag),
      ("titleWords", "标题用词", .many(.text)), ("numberWords", "文号用词", .many(.text)),
    ], required: ["label"])

  package static let field = SettingsForm(
    [
      ("key", "键", .text), ("label", "名称", .text), ("shownAs", "网页上的名称", .text),
      ("type", "类型", .choice(FieldType.allCases.map(\.rawValue))), ("required", "必填", .flag), ("many", "多值", .flag),
      ("choices", "选项", .many(.text)), ("facet", "筛选", .flag), ("list", "列表显示", .flag), ("internal", "内部记录", .flag),
      ("expects", "应有的状态", .many(.text)), ("needsText", "须有文字稿的选项", .many(.text)),
      ("contact", "与联系方式比较", .choice(Site.Contact.Word.allCases.map(\.rawValue))), ("channel", "参与途径", .flag),
      ("columns", "表格的列", .list(.mapping(column))), ("lines", "固定的行", .list(.mapping(line))),
      ("sums", "合计，如 total = natural + business", .many(.text)),
      ("lifecycle", "每行的生命周期", .choice(Lifecycle.ofRows.map(\.rawValue))),
      ("pageSize", "表格每页行数", .integer(10...1000)), ("under", "放在哪个标题下", .text), ("coversColumns", "覆盖全部栏目", .flag),
      ("chart", "图", .many(.mapping(chart))), ("notBefore", "不早于哪个日期字段", .text), ("atMost", "不多于哪个数字字段", .text),
    ], required: ["key"])

  package static let column = SettingsForm(
    [
      ("key", "键", .text), ("label", "列名", .text), ("group", "上级表头", .many(.text)),
      ("type", "类型", .choice(FieldType.ofCells.map(\.rawValue))), ("required", "必填", .flag), ("unique", "不能重复", .flag),
      ("header", "行的名称", .flag), ("many", "多值", .flag), ("masked", "遮去一部分", .flag), ("choices", "选项", .many(.text)),
      ("boxes", "方框", .flag), ("total", "合计", .flag),
    ], required: ["key"])

  package static let line = SettingsForm(
    [("key", "键", .text), ("label", "行名", .text), ("group", "上级表头", .many(.text)), ("columns", "有数字的列", .many(.text))],
    required: ["key", "label"])

  package static let chart = SettingsForm(
    [
      ("form", "图的形式", .choice(ChartForm.Shape.allCases.map(\.rawValue))), ("title", "图的名称", .text),
      ("label", "名称列", .text), ("value", "数字列", .many(.text)), ("lines", "画哪些行", .many(.text)),
      ("except", "不画的行", .many(.text)), ("over", "逐年比较", .text),
    ], required: ["form", "value"])

  package static let deadline = SettingsForm(
    [
      ("what", "做什么", .text), ("done", "怎样算做了", .text), ("within", "多久以内", .text), ("after", "从哪一天起", .text),
      ("before", "在哪一天以前", .text), ("yearly", "每年的日期", .text),
      ("levels", "各层级的日期", .mapping(SettingsForm([], others: .text))), ("basis", "依据", .text), ("local", "各地规定", .flag),
    ], required: ["what", "basis"])

  package static let series = SettingsForm([("key", "键", .text), ("within", "在什么之内", .text)], required: ["key"])

  package static let part = SettingsForm(
    [
      ("label", "名称", .text), ("required", "必备", .flag), ("optional", "视情", .flag), ("field", "字段", .many(.text)),
      ("heading", "正文标题", .many(.text)), ("attachment", "附件名称", .many(.text)),
      (
        "relation", "关系",
        .choice(RelationKind.allCases.flatMap { [$0.rawValue, $0.inverseName] })
      ), ("kind", "类型", .many(.text)), ("title", "标题", .text), ("stage", "办理环节", .text),
      ("neededWith", "同哪一项一起", .text),
      ("day", "这一环节的日期", .text),
    ], required: ["label"])
}
