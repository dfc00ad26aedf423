extension RuleTable {
  /// Names, folders and bytes of files.
  static let files: [RuleEntry] = [
    RuleEntry(
      "missing-content", .error, "Content 不存在或者是空的",
      example: "在没有 Content 的文件夹里执行 `gongkai build`", cure: "到网站所在的文件夹执行，或者用 --root 指明"),
    RuleEntry(
      "missing-site", .error, "没有 site.yml",
      example: "Content 里没有 site.yml", cure: "建立 Content/site.yml，写上 name、baseURL、siteIDCode、organizer"),
    RuleEntry(
      "missing-kinds", .error, "模板文件夹里没有类型文件",
      example: "--templates 指的文件夹里，kinds 没有 .yml 文件", cure: "重新安装程序，或者用 --templates 指明有全套模板的文件夹"),
    RuleEntry(
      "missing-column", .error, "文件夹没有 _column.md",
      example: "有 Content/zhengce/a.md，没有 Content/zhengce/_column.md", cure: "建立 _column.md，写上 title 和 kind"),
    RuleEntry(
      "file-name", .either,
      "名称不能用作网址，有看不见的或者改变文字方向的字符，加上系统的后缀超过 255 字节，或者不是 UTF-8，大小写不对（Index.md），两个名称看起来相同；警告：像是写错的 _column.md，草稿的名称",
      example: "Content/zhengce/2023年3号.md", cure: "改为英文字母、数字、“-”，如 2023-3.md；中文名称写在 title 里"),
    RuleEntry(
      "file-extension", .error, "扩展名应为 .md（2026-9.md.txt、内容是文件的 .txt）或者 .yml",
      example: "2026-9.md.txt", cure: "改名为 2026-9.md"),
    RuleEntry(
      "file-size", .error, "文本文件超过 10 MB",
      example: "一个 12 MB 的 .md 文件", cure: "把大表格存为 CSV，图片另存为附件"),
    RuleEntry(
      "reserved-name", .error, "网址由系统使用（不分大小写）；用作筛选的字段叫 q、sort 或 page",
      example: "Content/search/_column.md", cure: "换一个文件夹名"),
    RuleEntry(
      "root-document", .error, "根目录放了不该放的文件",
      example: "Content/index.md", cure: "首页由系统生成；改名或者移进栏目"),
    RuleEntry(
      "stray-markdown", .error, "文件的文件夹里有多余的 .md，或者同时是栏目",
      example: "zhengce/2023-3/index.md 旁边还有 zhengce/2023-3/fujian.md", cure: "把另一篇移到栏目文件夹里"),
    RuleEntry(
      "symlink-outside", .error, "符号链接：不知道会公开什么，一律不读（Content 文件夹本身可以是链接）",
      example: "Content/zhengce/a.pdf 是指向别处的链接", cure: "删去链接，把文件本身复制过来"),
    RuleEntry(
      "special-file", .error, "设备、管道等，不是普通文件",
      example: "Content 里有一个管道", cure: "删去，或者换成普通文件"),
    RuleEntry(
      "unreadable-file", .error, "生成网站的用户没有权限读这个文件；`--keep-going` 时只略去它所属的文件",
      example: "文件的权限是 600，属于另一个用户", cure: "chmod g+r，或者请它的所有者重新上传"),
    RuleEntry(
      "url-collision", .error, "两个文件的网址相同（不分大小写）；与栏目相同的，算在文件上，两个文件相同的，算在路径靠后的一个上，`--keep-going` 略去的就是它；尚未公开的文件也占着网址",
      example: "zhengce/2023-3.md 和 zhengce/2023-3/index.md", cure: "删去其中一个，或者用 slug 改网址"),
    RuleEntry(
      "offline-name", .error, "离线副本里有 Windows 或者 U 盘的文件系统不允许的文件名；只在 `gongkai build --offline` 时检查，网站可以照旧",
      example: "附件名是 aux.pdf，或者里面有 ?", cure: "改文件名、文件夹名或者 slug"),
    RuleEntry(
      "empty-file", .error, "空文件",
      example: "0 字节的 .md 文件", cure: "写上内容，或者删去"),
    RuleEntry(
      "encoding", .error, "不是 UTF-8（内容、模板、样式和脚本）",
      example: "用 GB 18030 保存的 .md 文件", cure: "另存为 UTF-8：iconv -f GB18030 -t UTF-8"),
    RuleEntry(
      "nul-byte", .error, "有空字节，不是文本",
      example: "文件中有空字节", cure: "重新保存为纯文本"),
    RuleEntry(
      "control-character", .error, "有不可见的控制字符",
      example: "标题里有 U+0007", cure: "删去这个字符"),
    RuleEntry(
      "line-separator", .error, "有 U+2028 等不是换行的行分隔符",
      example: "从网页复制的文字里有 U+2028", cure: "换成回车"),
    RuleEntry(
      "text-direction", .error, "有改变文字方向的控制字符，数字会倒着显示",
      example: "电话号码前有 U+202E", cure: "删去这个字符"),
    RuleEntry(
      "garbled-text", .error, "乱码：U+FFFD、锟斤拷，或者曾以错误的编码打开",
      example: "锟斤拷", cure: "从原件重新复制"),
    RuleEntry(
      "invisible-character", .either, "有零宽空格等看不见的字符；警告：在正文里",
      example: "发文字号里有 U+200B", cure: "删去这个字符"),
    RuleEntry(
      "lookalike-character", .either, "部首字符、兼容汉字，不是通常的汉字；警告：在正文和表格里",
      example: "⽴即（第一个字是部首 U+2F74）", cure: "改为通常的汉字：立即"),
    RuleEntry(
      "private-character", .either, "造字区的字符，别人看不到；警告：在正文和表格里",
      example: "姓名里有 U+E000", cure: "有通用的字就换；没有的核对显示"),
    RuleEntry(
      "unused-file", .warning, "没有文件用到它，不会发布；或者是不起作用的 `.yml` 文件",
      example: "zhengce/旧附件.pdf，没有文件引用", cure: "写进某篇文件的 attachments，或者删去"),
    RuleEntry(
      "empty-column", .warning, "空白栏目",
      example: "有 _column.md，没有公开的文件", cure: "补充内容，合并或者关闭；依法不涉及的写 notApplicable", source: "国办发〔2017〕47号（政府网站发展指引）"),
  ]
}
