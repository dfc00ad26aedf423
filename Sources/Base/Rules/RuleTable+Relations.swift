extension RuleTable {
  /// References to other documents.
  static let relations: [RuleEntry] = [
    RuleEntry(
      "amended-text", .warning, "施行中的文件被修改了，没有修改后的文本",
      example: "2024-8 写了 amends: [澜政发〔2021〕3号]，2021-3/versions/ 里没有那一天起的文本",
      cure: "新建 versions/2024-12-01.md，写修改后的全文"),
    RuleEntry(
      "version-act", .warning, "修改后的文本所写的修改文件，没有写它修改了这件文件，或者日期不同",
      example: "versions/2024-12-01.md 写 by: 澜政发〔2024〕8号，那件文件没有写 amends", cure: "核对修改文件的 amends 和日期"),
    RuleEntry(
      "version-day", .error, "修改后的文本的日期不晚于原文的第一天",
      example: "原文自 2021-05-01 起施行，versions/2021-05-01.md", cure: "改文件名；最早的文本写在文档自己的文件里"),
    RuleEntry(
      "version-name", .error, "versions 里的文件名不是一天",
      example: "versions/xiugai.md", cure: "改名，写作 versions/2024-12-01.md"),
    RuleEntry(
      "reference-form", .error, "不是发文字号、内容路径或者外部文件",
      example: "repeals: 高政发〔2019〕5号第三条", cure: "写成 {document: 高政发〔2019〕5号, articles: [第三条]}"),
    RuleEntry(
      "dangling-reference", .error, "所指的文件不在本站",
      example: "repeals: 高政发〔2019〕5号，本站没有", cure: "录入那件文件；不在本站的写 title、documentNumber、url"),
    RuleEntry(
      "ambiguous-reference", .error, "几个机关同号，没有写明是哪一个",
      example: "两个机关都有 1号公告", cure: "写明 issuer"),
  ]
}
