extension RuleTable {
  /// Texts in Markdown.
  static let bodies: [RuleEntry] = [
    RuleEntry(
      "lost-text", .error, "网页上的文字与正文不一致",
      example: "网页上少了正文里的一段", cure: "把这一条报告给开发者"),
    RuleEntry(
      "raw-html", .error, "HTML 代码",
      example: "<font color=red>通知</font>", cure: "删去代码，只写文字"),
    RuleEntry(
      "html-entity", .either, "`&nbsp;` 之类的网页代码；错误：代表控制字符、非字符、改变文字方向的字符的（`&#1;`、`&#xFFFF;`、`&#x202E;`），不会输出",
      example: "&nbsp;", cure: "换成空格"),
    RuleEntry(
      "local-path", .error, "链接指向本机的文件",
      example: "[附件](C:\\a.docx)", cure: "把文件放在文档旁边，写文件名"),
    RuleEntry(
      "link-syntax", .either, "像是链接，但没有成为链接",
      example: "[附件]（a.docx）", cure: "括号用半角：[附件](a.docx)"),
    RuleEntry(
      "emphasis-mark", .warning, "没有配对的 `**`，不起作用的 `__`、`~~`",
      example: "**重要", cure: "补上后面的 **"),
    RuleEntry(
      "heading-mark", .warning, "`#` 后面没有空格，或者是全角的",
      example: "#标题", cure: "# 后面加空格"),
    RuleEntry(
      "list-mark", .warning, "用“•”等开头的行不会成为列表",
      example: "• 身份证", cure: "改为 - 身份证"),
    RuleEntry(
      "footnote", .either, "注没有注文、没有用到，或者重复",
      example: "正文有 [^1]，没有注文", cure: "写上 [^1]: 注文"),
    RuleEntry(
      "broken-sentence", .warning, "一句话好像断成了两段",
      example: "“按照各自职责推进高”是一段，“质量发展相关政策的公开”是下一段", cure: "接成一行"),
    RuleEntry(
      "html-comment", .warning, "HTML 注释",
      example: "<!-- 待核对 -->", cure: "删去"),
    RuleEntry(
      "image-alt", .error, "图片没有替代文字",
      example: "![](a.png)", cure: "写上图片的内容：![办理流程图](a.png)", source: "WCAG 1.1.1"),
    RuleEntry(
      "link-scheme", .error, "不是网页、邮件、电话的链接，或者 `http:host` 那样不完整的网址",
      example: "[下载](ftp://example.gov.cn/a.zip)", cure: "改为 https 的网址，或者放成附件"),
    RuleEntry(
      "link-host", .warning, "网址里有用户名、密码，或者是内部网络的地址",
      example: "http://192.168.1.5/a.pdf", cure: "改为公开的网址，或者放成附件"),
    RuleEntry(
      "foreign-image", .error, "图片在别的网站上",
      example: "![图](https://example.com/a.png)", cure: "把图片下载下来，放在文档旁边"),
    RuleEntry(
      "dead-link", .error, "链接的文件不存在",
      example: "[办法](2019-5.md)，没有这个文件", cure: "改正路径"),
    RuleEntry(
      "unpublished-link", .warning, "链接的文件还没有公开",
      example: "链接到一篇定时发布的文件", cure: "不用改；公开以后自动成为链接"),
    RuleEntry(
      "merge-target", .error, "不能这样合并单元格",
      example: "第一行的格里写 ^^", cure: "写上内容"),
    RuleEntry(
      "table-short-row", .warning, "格数比表头少，内容可能错了列",
      example: "表头 4 列，一行只有 3 格", cure: "补上缺少的格"),
    RuleEntry(
      "table-line", .warning, "表格后面紧接着的文字成了表格的一行",
      example: "表格下面没有空行，就写“以上自印发之日起执行。”", cure: "空一行"),
    RuleEntry(
      "table-text", .warning, "像表格的几行没有成为表格",
      example: "几行用制表符隔开的文字", cure: "写成 Markdown 表格"),
  ]
}
