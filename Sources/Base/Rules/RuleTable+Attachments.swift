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
      "attachment-revisions", .warning, "附件里有没有接受的修订，读者能看到改动前的文字",
      example: "Word 文件里有 3 处修订", cure: "在 Word 里接受或者拒绝全部修订，再保存"),
    RuleEntry(
      "attachment-comments", .warning, "附件里有批注，或者幻灯片的备注",
      example: "“这里请领导定”的批注", cure: "删去全部批注和备注"),
    RuleEntry(
      "attachment-hidden", .warning, "附件里有隐藏的文字、工作表、行、列、幻灯片",
      example: "隐藏的工作表“底数”", cure: "删去，或者取消隐藏"),
    RuleEntry(
      "attachment-links", .warning, "工作簿引用了别的工作簿，里面有它们在本单位电脑上的位置",
      example: "='D:\\数据\\[台账.xlsx]1'!A1", cure: "把公式粘贴成数值"),
    RuleEntry(
      "attachment-author", .warning, "附件、图片的属性里有人名",
      example: "作者：张三", cure: "用 gongkai fix --rule attachment-author 清除，或者在软件里“检查文档”"),
    RuleEntry(
      "attachment-position", .warning, "照片里有拍摄地点的经纬度",
      example: "手机拍的入户照片", cure: "用 gongkai fix --rule attachment-position 清除"),
    RuleEntry(
      "attachment-encrypted", .either, "附件设了打开密码，读者打不开；警告：PDF 限制了读者的权限",
      example: "设了打开密码的 XLSX", cure: "取消密码再放上来"),
    RuleEntry(
      "attachment-scan", .warning, "PDF 里一半以上的页没有文字，是扫描件",
      example: "扫描的红头文件", cure: "附上文字版，或者用文字识别；读屏软件和检索读不到图片"),
    RuleEntry(
      "attachment-damaged", .warning, "附件已损坏或者不完整",
      example: "只传了一半的 DOCX", cure: "重新上传"),
    RuleEntry(
      "attachment-unread", .warning, "附件太大，里面的文字没有检查，或者只检查了一部分",
      example: "100 MB 的工作簿", cure: "人工检查，或者拆成几个文件"),
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
