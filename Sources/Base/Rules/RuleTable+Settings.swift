extension RuleTable {
  /// site.yml and kind files.
  static let settings: [RuleEntry] = [
    RuleEntry(
      "site-id-code", .error, "网站标识码不对",
      example: "siteIDCode: 37000001", cure: "10 位数字加引号，或者 bm 加 8 位数字", source: "国办发〔2017〕47号（政府网站发展指引）"),
    RuleEntry(
      "time-zone", .error, "不是 IANA 时区名（Asia/Shanghai），浏览器不认识",
      example: "timeZone: 北京时间", cure: "写作 Asia/Shanghai"),
    RuleEntry(
      "theme-contrast", .error, "主色太浅，上面的白字或者网页上的链接看不清（对比度低于 4.5）",
      example: "theme: {color: \"#ff6600\"}", cure: "改为检查结果给出的颜色", source: "WCAG 1.4.3"),
    RuleEntry(
      "acknowledgement", .error, "对方退回的回执填错：不是这一包的、校验值不符、结果的写法不对或者退回没有原因",
      example: "结果一格写“ok”", cure: "写“已接收”或者“退回”，退回的写明原因"),
    RuleEntry(
      "duplicate-term", .error, "机关或分类列了两次",
      example: "topics: [教育, 教育]", cure: "只保留一处"),
    RuleEntry(
      "duplicate-kind", .either, "两个类型同名；警告：本站的与程序的同名，文件名不同，程序的不再起作用",
      example: "两个类型文件的 label 都是“公示”", cure: "改一个名称"),
    RuleEntry(
      "duplicate-field", .error, "类型中的字段重复",
      example: "两个字段的 key 都是 year", cure: "改一个 key"),
    RuleEntry(
      "fixed-field", .either, "公共字段的名称、类型不能改；写了不起作用的词",
      example: "fields: [{key: title, label: 名称}]", cure: "删去这个词"),
    RuleEntry(
      "known-field", .warning, "程序按 key 认识的字段写成了别的类型，不起作用",
      example: "heldOn 写成 type: text", cure: "改为 type: date"),
  ]
}
