extension RuleTable {
  /// Files beside documents.
  static let attachments: [RuleEntry] = [
    RuleEntry(
      "attachment-missing", .error, "附件不存在",
      example: "attachments: [申请表.docx]，没有这个文件", cure: "把文件放在文档旁边，或者改正文件名"),
    RuleEntry(
      "attachment-path", .error, "附件的路径不对，或者在 Content 之外",
      example: "attachments: [/home/a.docx]", cure: "把文件放在文档旁边，只写文件名"),
    RuleEntry(
      "attachment-name", .error, "附件同名，或者叫 index.html",
      example: "附件叫 index.html", cure: "改名"),
    RuleEntry(
      "attachment-empty", .warning, "附件是空文件",
      example: "0 字节的 PDF", cure: "换成有内容的文件"),
    RuleEntry(
      "program-file", .error, "附件、链接或者图片是网页、程序、脚本、快捷方式，会在读者的电脑或者服务器上运行",
      example: "attachments: [申报系统.exe]", cure: "另存为 PDF、OFD 等；软件写明官方下载网址"),
    RuleEntry(
      "attachment-type", .error, "类型不在可以公开的附件（编辑手册“附件”）中，也没有写在 site.yml 的 `attachmentTypes` 里",
      example: "attachments: [地图.dwg]", cure: "另存为 PDF；确实需要的，写进 attachmentTypes"),
    RuleEntry(
      "file-content", .either, "内容与扩展名不符；错误：内容是网页或者程序，SVG 图片里有脚本",
      example: "表.xlsx 其实是网页", cure: "用办公软件打开，另存为真正的 .xlsx"),
    RuleEntry(
      "macro-file", .warning, "带宏的办公文件",
      example: "统计表.xlsm", cure: "另存为不带宏的 .xlsx"),
    RuleEntry(
      "hidden-attachment", .error, "附件属于不公开或者尚未公开的文件",
      example: "列出了一篇定时发布的文件的附件", cure: "等那件公开，或者复制一份放在自己的文件夹里", source: "政府信息公开条例第十三条"),
    RuleEntry(
      "image-form", .warning, "HEIC、TIFF 等多数浏览器不显示的图片",
      example: "![会场](a.heic)", cure: "另存为 JPG 或 PNG"),
    RuleEntry(
      "file-name-clash", .error, "同一网页旁的两个文件同名，或与网页自己的文件同名（不分大小写；列表的下一页、订阅文件、表格、压缩包都算，还没有第二页的也算）",
      example: "附件 a.CSV 和表格 a.csv", cure: "改名"),
  ]
}
