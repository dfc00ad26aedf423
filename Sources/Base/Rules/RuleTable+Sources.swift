extension RuleTable {
  /// Exports of other sites.
  static let sources: [RuleEntry] = [
    RuleEntry(
      "source-missing", .error, "site.yml 的 sources 写了的导出不存在",
      example: "folder: ../exports/anlan，那里没有 export.json", cure: "先取来再生成；不再收录的，从 sources 删去"),
    RuleEntry(
      "source-spoilt", .error, "导出的文件与 export.json 里的大小或者校验值不符",
      example: "取到一半断了；取的时候对方正在导出", cure: "再取一次"),
    RuleEntry(
      "source-version", .error, "不是能读的导出：版本、格式不同，用了字段对照，或者没有正文的原文",
      example: "export.json 的 format 是 opensearch", cure: "请该站用同一版本的程序导出：`gongkai export --format jsonl`，不带 --map"),
    RuleEntry(
      "source-line", .either, "导出里有不能读的行，没有收录；全部不能读的是错误",
      example: "一行的 effectiveOn 是 2026-02-30", cure: "请该站检查、重新导出"),
    RuleEntry(
      "source-words", .warning, "来源的主题分类、特色主题、服务对象不在本站的名单里：页面照样显示，没有分类页",
      example: "该站写“卫生”，本站写“卫生健康”", cure: "写进 site.yml，或者请该站改用本站的名称"),
    RuleEntry(
      "export-source", .warning, "正文有指向不公开文件的链接，分不清地址写在哪里，导出里没有正文的原文，别的专栏收录不到这一篇",
      example: "[甲](草稿.md \"见[乙](丙)\")", cure: "把这样的链接改成文字，或者删去标题"),
    RuleEntry(
      "source-stale", .warning, "导出比 staleAfterDays 旧",
      example: "staleAfterDays: 3，导出是 10 天前的", cure: "看一看取导出的定时任务，和对方的导出"),
    RuleEntry(
      "source-contradiction", .warning, "同一件文件（文号相同，标题或者发文机关也相同），两个专栏写的标题、日期或者有效性不同",
      example: "本站写 2026-05-01 施行，安澜县写 2026-06-01", cure: "对照原件，请写错的一方改正"),
  ]
}
