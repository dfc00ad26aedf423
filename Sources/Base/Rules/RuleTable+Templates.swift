extension RuleTable {
  /// Templates.
  static let templates: [RuleEntry] = [
    RuleEntry(
      "template-missing", .error, "缺少模板",
      example: "类型写 template: motion，没有 motion.mustache", cure: "加上模板，或者改类型文件"),
    RuleEntry(
      "template-partial", .error, "引用的部分模板不存在",
      example: "{{> partials/foter}}", cure: "改为 {{> partials/footer}}"),
    RuleEntry(
      "template-name", .error, "模板用了没有的数据名",
      example: "{{page.titel}}", cure: "改为 {{page.title}}"),
    RuleEntry(
      "template-syntax", .error, "模板的标签写错，嵌套超过 100 段，或者整个网页的模板是空的",
      example: "{{#rows}}，没有 {{/rows}}", cure: "补上结束标签"),
    RuleEntry(
      "template-recursion", .error, "模板互相引用，没有尽头，或者一个网页展开后超过 10 MB",
      example: "partials/a 引用了自己", cure: "删去这个引用"),
    RuleEntry(
      "template-omits", .warning, "模板漏写一项，文件里有这些内容时网页上看不到",
      example: "自己的 document.mustache 没有写正文", cure: "照检查结果加上"),
    RuleEntry(
      "template-unused", .warning, "本站自有的模板没有网页用到，可能写错了文件名",
      example: "Templates/partials/foter.mustache", cure: "改名为 footer.mustache，或者删去"),
    RuleEntry(
      "template-outdated", .warning, "程序自带的模板在本站复制以后有改动，见编辑手册“自己的模板”",
      example: "升级以后，复制过的 footer.mustache 在程序里变了", cure: "看 gongkai templates --diff，合并后 gongkai templates accept"),
  ]
}
