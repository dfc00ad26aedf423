extension RuleTable {
  /// What stands between the two lines `---`.
  static let frontMatter: [RuleEntry] = [
    RuleEntry(
      "front-matter-missing", .error, "第一行不是“---”",
      example: "第一行就是标题", cure: "第一行写“---”，再写各项"),
    RuleEntry(
      "front-matter-open", .error, "开头部分没有以“---”结束",
      example: "开头部分写完，没有第二个“---”", cure: "补上一行“---”"),
    RuleEntry(
      "front-matter-dashes", .error, "“---”写成了别的横线，或者前面有空行",
      example: "———", cure: "改为三个半角减号：---"),
    RuleEntry(
      "yaml-blank", .error, "冒号后面或者键前面是全角空格、不换行空格",
      example: "title:　关于……的通知", cure: "冒号后面用半角空格"),
    RuleEntry(
      "yaml-comment", .error, "“ #”以后被当作注释，不会显示",
      example: "title: 关于 #1 楼的通知", cure: "整个值加引号：title: \"关于 #1 楼的通知\""),
    RuleEntry(
      "yaml-syntax", .error, "引号、括号、冒号或缩进有误；用了锚点（&）、引用（*）、合并（<<）或类型标记（!）",
      example: "title: \"关于……的通知", cure: "补上引号"),
    RuleEntry(
      "yaml-tab", .error, "用制表符缩进",
      example: "用制表符开头的一行", cure: "换成空格"),
    RuleEntry(
      "duplicate-key", .error, "同一个键写了两次",
      example: "title 写了两行", cure: "删去一行"),
    RuleEntry(
      "key-in-two-languages", .error, "同一项中英文各写了一次",
      example: "title 和 标题 都写了", cure: "只留一个"),
    RuleEntry(
      "unknown-key", .error, "没有这个键，或者是别的类型的字段",
      example: "titel: 关于……的通知", cure: "改为 title"),
    RuleEntry(
      "idle-field", .warning, "对这个类型没有作用的日期（政策文件的截止日期，通知的有效期至）",
      example: "政策文件写了 closesOn", cure: "删去，或者改 kind"),
    RuleEntry(
      "list-form", .either, "几项写在一起，没有写成列表；警告：关键词等可能本来就带顿号或空格的",
      example: "issuer: 县财政局、县民政局", cure: "写成 issuer: [县财政局, 县民政局]"),
    RuleEntry(
      "title-quotes", .warning, "标题首尾有引号，会显示出来",
      example: "title: “关于……的通知”", cure: "删去首尾的引号"),
    RuleEntry(
      "empty-value", .warning, "写了键，没有内容",
      example: "summary:", cure: "填写内容，或者删去这一行"),
    RuleEntry(
      "empty-item", .error, "列表中有空项",
      example: "keywords: [养老, \"\"]", cure: "删去空项"),
    RuleEntry(
      "wrong-type", .error, "内容的形式不对：应为文字、数字、是否、列表等；数字超过 12 位，或者小数超过 6 位",
      example: "pageSize: 二十", cure: "写成规定的形式：pageSize: 20"),
    RuleEntry(
      "wrong-choice", .either, "不是可以写的词；警告：字段对照、解读形式数里写的词，本站没有，不起作用",
      example: "form: 通告知", cure: "从检查结果列出的词里选"),
    RuleEntry(
      "unknown-word", .error, "归集的条件没有定义",
      example: "collects: {topics: 民政类}", cure: "写 site.yml 里的分类名"),
    RuleEntry(
      "empty-collection", .warning, "归集没有找到公开的文件",
      example: "collects 的条件没有一篇文件符合", cure: "核对条件"),
    RuleEntry(
      "missing-part", .either, "缺少类型要求的要素",
      example: "重大决策没有写决策草案", cure: "照类型的要求补上"),
    RuleEntry(
      "missing-transcript", .error, "图片、音视频解读没有文字稿",
      example: "interpretationForm: 图解，没有文字稿", cure: "写 transcript，或者在正文里写文字", source: "WCAG 1.1.1、1.2.1"),
    RuleEntry(
      "missing-reasons", .warning, "有未采纳的意见，没有写理由",
      example: "notAdopted: 3，没有 reasons", cure: "写上未采纳的理由"),
    RuleEntry(
      "duty-overdue", .warning, "期限已过，应当公布的没有公布",
      example: "3月31日以后，还没有上一年度的年度报告", cure: "公布；本地期限不同的，在 site.yml 的 deadlines 中写明", source: "政府信息公开条例第二十六条、第四十九条"),
    RuleEntry(
      "duty-soon", .warning, "期限临近",
      example: "3天以内应当公布的解读", cure: "照到期清单办理，见 gongkai inspect"),
    RuleEntry(
      "duty-late", .warning, "公布、答复晚于期限；一年以后不再提",
      example: "形成 25 个工作日以后才公开", cure: "核对日期；今后按期公布", source: "政府信息公开条例第二十六条"),
    RuleEntry(
      "holidays-missing", .warning, "用到的年份没有节假日安排，工作日按星期一至星期五算",
      example: "期限算到 2027 年，还没有那一年的安排", cure: "国务院办公厅通知发布以后，写一个 Content/_holidays/2027.yml"),
    RuleEntry(
      "overdue-outcome", .warning, "征集结束已久，没有反馈",
      example: "征集结束 60 天，没有反馈", cure: "发布结果，写 outcomeOf"),
    RuleEntry(
      "few-interpretation-forms", .warning, "解读形式少于 site.yml 的要求；一年以内公布、还没有解读的也算",
      example: "site.yml 要求 2 种，只写了 1 种", cure: "补充另一种形式的解读"),
    RuleEntry(
      "copied-interpretation", .warning, "解读的文字大半与所解读的文件逐字相同",
      example: "解读只有原文的第三条、第五条", cure: "用自己的话讲清背景、谁受益、怎样办", source: "各地政务公开工作要点：杜绝简单摘抄文字、罗列文件小标题等形式化解读"),
    RuleEntry(
      "empty-text", .warning, "计入年度报告的文件没有正文，也没有附件",
      example: "只有文件开头，下面什么也没有", cure: "写上正文，或者列出附件"),
    RuleEntry(
      "unstated-validity", .warning, "计入年度报告的文件没有施行日期，也没有写有效性",
      example: "规范性文件没有 effectiveOn，网页上显示“有效性未标注”", cure: "写上 effectiveOn（施行日期）"),
    RuleEntry(
      "question-basis-ended", .warning, "问答的依据不再有效",
      example: "问答的 basedOn 已经废止", cure: "核对答复，改依据"),
    RuleEntry(
      "package-member-ended", .warning, "政策包收录的文件不再有效",
      example: "政策包里有一件已经失效", cure: "换成现行的，或者移出"),
    RuleEntry(
      "package-too-large", .error, "政策包的文件超过一个 ZIP 压缩包的上限（4 GB、65,535 个文件）",
      example: "政策包的附件共 5 GB", cure: "分成几个政策包"),
    RuleEntry(
      "missing-title", .error, "没有标题",
      example: "没有 title，正文也没有标题", cure: "写上 title"),
    RuleEntry(
      "missing-field", .error, "缺少必填项",
      example: "政策文件没有 issuer", cure: "照检查结果补上"),
    RuleEntry(
      "missing-kind", .error, "文件和栏目都没有写类型",
      example: "文件没有 kind，_column.md 也没有", cure: "在 _column.md 里写 kind"),
    RuleEntry(
      "unknown-kind", .error, "没有这个类型",
      example: "kind: polisy", cure: "改为 policy"),
    RuleEntry(
      "kind-loop", .error, "类型继承自己，或者互相继承",
      example: "a.yml 写 extends: b，b.yml 写 extends: a", cure: "删去其中一个的 extends"),
  ]
}
