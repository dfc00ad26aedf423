extension RuleTable {
  /// References to other documents.
  static let relations: [RuleEntry] = [
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
