extension RuleTable {
  /// Values of front matter.
  static let content: [RuleEntry] = [
    RuleEntry(
      "document-number", .either, "发文字号的写法不对；其他机关的文号有笔误，或者读不出年份和序号的，是警告",
      example: "documentNumber: 高政办发[2023]3号", cure: "改为 高政办发〔2023〕3号", source: "GB/T 9704—2012 第7.2.5条"),
    RuleEntry(
      "duplicate-number", .either, "同一机关的文号重复；其中有草稿，或者印的形式不同的，是警告",
      example: "两篇文件都写 高政发〔2023〕3号", cure: "核对原件，改正写错的一篇"),
    RuleEntry(
      "number-issuer", .warning, "机关代字是本站另一个机关的",
      example: "issuer: 县民政局，文号却是 高财发〔2023〕3号", cure: "核对文号和发文机关"),
    RuleEntry(
      "agency-code", .warning, "机关代字与本站的只差一个字",
      example: "高政办法〔2023〕3号，本站的代字是 高政办发", cure: "核对代字"),
    RuleEntry(
      "duplicate-index-number", .either, "两篇文档的索引号相同；其中有草稿的，是警告",
      example: "两篇都写 indexNumber: 11370322004222241N/2026-00017", cure: "核对；复制来的删去这一行，再用 gongkai number 编号"),
    RuleEntry(
      "index-ledger", .error, "索引号与台账 Content/_index-numbers.csv 不同，或者台账被改动过",
      example: "台账里是 2026-00017，文档里改成了 2026-00018", cure: "改回台账里的索引号；台账只由程序追加"),
    RuleEntry(
      "index-number-missing", .warning, "site.yml 要求编索引号，有文档还没有",
      example: "site.yml 写了 indexNumbers，新写的文档没有 indexNumber", cure: "运行 gongkai number"),
    RuleEntry(
      "organization-code", .either, "机构代码的校验码不对；文档里的索引号是警告，site.yml 是错误",
      example: "indexNumber: 11370322004222241M/2026-00017", cure: "核对代码", source: "GB 32100—2015、GB 11714—1997"),
    RuleEntry(
      "alias-form", .error, "旧网址不是网址",
      example: "aliases: [art_12.html]", cure: "写作 /art/2019/3/1/art_12.html，别的网站的写全"),
    RuleEntry(
      "duplicate-alias", .either, "旧网址写在两篇文档里；同一篇写两次的，是警告",
      example: "两篇都写 aliases: [/art/12.html]", cure: "只保留一处"),
    RuleEntry(
      "alias-taken", .error, "旧网址是网站上现在的网址，永远不会转到这里",
      example: "zhengce/2023-3.md 里写 aliases: [/zhengce/2023-4/]，那里有另一篇文件", cure: "删去这一个旧网址"),
    RuleEntry(
      "alias-idle", .warning, "写了旧网址的文件不公开，旧网址转不到它",
      example: "disclosure: 不予公开，又写了 aliases", cure: "删去旧网址；以后公开的，不用管"),
    RuleEntry(
      "lost-address", .warning, "公开过的网址，现在既没有网页，也没有转向，也没有撤下的说明",
      example: "zhengce/2023-3.md 移到了 guifan/，没有写 aliases", cure: "在新位置写 aliases；不再公开的，写回原处，加上 withdrawn"),
    RuleEntry(
      "revoked-public", .error, "被撤销的决定过了撤回的期限，内容还在网站上",
      example: "处罚决定写了 changedOn: 2026-11-20，过了三日还没有 withdrawn", cure: "写上 withdrawn: {on: 日期, reason: 理由}",
      source: "行政处罚法第四十八条"),
    RuleEntry(
      "missing-date", .warning, "计算有效性的文件没有写发布日期，别的文件大多写了",
      example: "政策文件没有 publishedOn", cure: "写上发布日期"),
    RuleEntry(
      "date-form", .error, "不是日期的写法",
      example: "documentDate: 2023.10.12", cure: "写作 2023-10-12"),
    RuleEntry(
      "no-such-day", .error, "没有这一天",
      example: "documentDate: 2023-02-30", cure: "核对日期"),
    RuleEntry(
      "date-range", .either, "年份不在 1900 至 2099 年；警告：早于 1949 年 10 月 1 日",
      example: "documentDate: 2203-10-12", cure: "核对年份"),
    RuleEntry(
      "term-form", .error, "有效期的写法不对",
      example: "term: 五年左右", cure: "写作 5年、6个月、1年6个月或长期；写到哪一天的，用 expiresOn"),
    RuleEntry(
      "term-start", .error, "写了有效期，没有写施行日期",
      example: "写了 term，没有 effectiveOn", cure: "写上 effectiveOn"),
    RuleEntry(
      "term-order", .error, "有效期和有效期至不是同一天",
      example: "term: 5年，expiresOn 却是 3 年后", cure: "删去其中一项"),
    RuleEntry(
      "ground-unknown", .warning, "不公开依据看不出是哪一种法定情形",
      example: "disclosureGround: 领导不同意", cure: "写明条例第十四条至第十六条的哪一种", source: "政府信息公开条例第十四条至第十六条"),
    RuleEntry(
      "review-missing", .error, "site.yml 写了 reviews: required，文件没有审核记录，或者缺少一个环节",
      example: "review 里没有 保密审查", cure: "补做审核并写上", source: "政府信息公开条例第十七条"),
    RuleEntry(
      "review-people", .either, "三审里有两次是同一个人；site.yml 没有要求审核记录的是警告",
      example: "初审和终审都是李某", cure: "核对审核记录"),
    RuleEntry(
      "review-order", .either, "复审早于初审，终审早于复审，或者审核晚于发布；site.yml 没有要求审核记录的是警告",
      example: "18日发布，19日才做保密审查", cure: "核对日期，推迟发布", source: "政府信息公开条例第十七条"),
    RuleEntry(
      "withheld-ground", .error, "不予公开没有写依据",
      example: "disclosure: withheld，没有依据", cure: "写上 disclosureGround", source: "政府信息公开条例第十四条至第十六条"),
    RuleEntry(
      "unknown-topic", .error, "主题分类不在 site.yml 中",
      example: "topics: 民生，site.yml 里没有", cure: "从 site.yml 里选，或者加上"),
    RuleEntry(
      "unknown-theme", .error, "特色主题不在 site.yml 中",
      example: "themes: 养老院，site.yml 里是 养老", cure: "改为 养老"),
    RuleEntry(
      "unknown-audience", .error, "服务对象不在 site.yml 中",
      example: "audience: 老人，site.yml 里是 老年人", cure: "改为 老年人"),
    RuleEntry(
      "unknown-place", .error, "镇村不在 site.yml 中；表格里的，指出那一行",
      example: "places: 西合村，site.yml 里是 西河村", cure: "改为 西河村，或者加进 places"),
    RuleEntry(
      "unknown-answer", .error, "惠及的对象不是 site.yml 里 matcher 的答案",
      example: "who: [老人]，matcher 里是 老年人", cure: "改为 老年人"),
    RuleEntry(
      "open-benefit", .warning, "惠及没有截止日期，文件也没有有效期",
      example: "benefits 里没有 until，文件没有 expiresOn", cure: "写上 until"),
    RuleEntry(
      "ended-benefit", .warning, "文件已经不再有效，惠及的截止日期还没有到",
      example: "文件已废止，until: 2027-12-31", cure: "写在新文件里，或者删去"),
    RuleEntry(
      "unlisted-village", .warning, "村（社区）不在 site.yml 的 places 中，不会列进镇村的网页",
      example: "village: 西合村，site.yml 里是 西河村", cure: "改为 西河村，或者加进 places"),
    RuleEntry(
      "per-place", .error, "分村公示写的不是表格里的一列，或者那一列里没有镇村；分村公示的表格又作为附件或者链接整个公开",
      example: "perPlace: 村名，表格的表头是 村（社区）", cure: "改为 村（社区）"),
    RuleEntry(
      "unknown-issuer", .warning, "机关不在 site.yml 中，每个机关一条",
      example: "issuer: 县人社局，site.yml 里是全称", cure: "写全称，或者加进 organizations"),
    RuleEntry(
      "web-address", .error, "不是完整的网址",
      example: "url: www.example.gov.cn", cure: "写作 https://www.example.gov.cn/"),
    RuleEntry(
      "checked-idle", .warning, "标了已核对，已经没有这条问题",
      example: "标了 unrecorded-repeal，问题已经改正", cure: "删去这一项"),
    RuleEntry(
      "checked-rule", .error, "已核对的规则编号写错，或者那是错误，不能只标不改",
      example: "checked: [{rule: dead-links, note: …}]", cure: "照抄检查结果方括号里的编号"),
  ]
}
