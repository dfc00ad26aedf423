extension RuleTable {
  /// Two places that do not agree.
  static let contradictions: [RuleEntry] = [
    RuleEntry(
      "short-consultation", .error, "征求意见不足30日，没有写缩短理由",
      example: "opensOn: 2026-03-01，closesOn: 2026-03-15，没有 shortenedReason", cure: "延长到30日，或者写上理由",
      source: "重大行政决策程序暂行条例第十五条"),
    RuleEntry(
      "opinion-counts", .error, "收到的意见数与采纳、部分采纳、未采纳之和不同",
      example: "received: 10，adopted: 3，notAdopted: 5", cure: "核对条数"),
    RuleEntry(
      "contact-differs", .warning, "指南的联系方式与 site.yml 不一致",
      example: "指南写 0000-1111，site.yml 写 0000-2222", cure: "改正其中一处", source: "政府信息公开条例第十二条"),
    RuleEntry(
      "not-applicable", .warning, "声明不涉及的栏目有内容",
      example: "栏目写了 notApplicable，又有一篇公开的文件", cure: "删去声明"),
    RuleEntry(
      "declared-validity", .either, "写的有效性与按日期、关系计算的不同；警告：到某一天将会不同，那一天起网站不能更新",
      example: "validity: 现行有效，expiresOn 已经过去", cure: "删去 validity，或者改正日期、关系"),
    RuleEntry(
      "mutual-repeal", .error, "两件文件互相废止（替代、撤销、宣布失效）",
      example: "甲废止乙，乙也废止甲", cure: "核对先后，删去写反的一项"),
    RuleEntry(
      "relation-cycle", .error, "同一种关系经过几件文件又回到开头",
      example: "甲替代乙，乙替代丙，丙替代甲", cure: "核对先后，删去写反的一项"),
    RuleEntry(
      "self-reference", .error, "关系的对象是本文件自己",
      example: "repeals 写了自己的文号", cure: "改为另一件文件，或者删去"),
    RuleEntry(
      "act-order", .error, "废止、替代、撤销、宣布失效、修改、延期、更正的对象比本文件还晚",
      example: "2020年的文件废止2023年的", cure: "核对成文日期；写反了的移到较晚的一篇"),
    RuleEntry(
      "number-year", .either, "发文字号的年份与成文日期不是同一年；其他机关的文号是警告",
      example: "高政发〔2022〕3号，成文日期 2023-05-01", cure: "核对文号和日期"),
    RuleEntry(
      "date-order", .either, "结束早于开始，发布早于成文，撤下早于发布，答复早于受理，征集结果早于征集开始；警告：早于征集结束，惠及的截止早于施行",
      example: "opensOn 晚于 closesOn", cure: "核对两个日期"),
    RuleEntry(
      "number-order", .error, "部分多于全部：采纳的意见多于提出的意见",
      example: "opinions: 3，adoptedOpinions: 7", cure: "核对两个数"),
    RuleEntry(
      "secrecy-mark", .error, "正文标有“机密★1年”等密级，公开属性却是主动公开",
      example: "正文有“机密★1年”，disclosure: proactive", cure: "核实密级；没有解密的立即撤下", source: "政府信息公开条例第十四条"),
    RuleEntry(
      "disclosure-note", .either, "正文写明“（此件不予公开）”“（此件依申请公开）”，与公开属性不同；写成主动公开的是错误",
      example: "正文写“（此件不予公开）”，disclosure: proactive", cure: "改正 disclosure"),
    RuleEntry(
      "paper-number", .warning, "正文版头的文号与文件开头不同，或者文件开头没有写",
      example: "版头是 高政发〔2023〕4号，文件开头写 3号", cure: "对照原件改正文件开头"),
    RuleEntry(
      "paper-title", .warning, "正文开头的标题与文件开头不同",
      example: "正文标题多“试行”二字", cure: "对照原件改正文件开头"),
    RuleEntry(
      "signature-issuer", .warning, "署名的机关与发文机关不同，或者联合发文的机关没有写全",
      example: "署名两个机关，issuer 只写一个", cure: "照改法写成列表"),
    RuleEntry(
      "signature-date", .warning, "落款日期与成文日期不是同一天，或者没有写成文日期",
      example: "落款 2023年5月1日，documentDate: 2023-05-02", cure: "对照原件改正"),
    RuleEntry(
      "printed-date", .warning, "印发日期早于成文日期",
      example: "印发日期早于成文日期", cure: "核对两个日期"),
    RuleEntry(
      "listed-attachment", .warning, "附件说明列出的附件，既不在 `attachments` 中，正文后面也没有",
      example: "附件说明有“附件：1.申请表”，没有这个附件", cure: "放好文件，写进 attachments", source: "GB/T 9704—2012 第7.3.4条"),
    RuleEntry(
      "cited-year", .warning, "引用的文号比本文件的成文日期还晚",
      example: "2022年的文件引用 高政发〔2023〕3号", cure: "核对日期和文号"),
    RuleEntry(
      "start-text", .warning, "正文写明“自某日起施行”“自印发之日起施行”，与施行日期不同，或者没有写施行日期",
      example: "正文“自2023年6月1日起施行”，effectiveOn: 2023-05-01", cure: "照改法写上 effectiveOn"),
    RuleEntry(
      "staged-text", .warning, "正文写明某一条“自某日起施行”，文件开头没有写 `commences`，或者日子不同",
      example: "正文“第十条自2024年1月1日起施行”，没有 commences", cure: "照改法写上 commences"),
    RuleEntry(
      "effect-before-publication", .warning, "施行早于成文而正文没有写“自某日起”，或者施行早于发布（施行与成文同日的除外）",
      example: "effectiveOn: 2023-01-01，publishedOn: 2023-03-01", cure: "核对日期；确实追溯的，标为已核对"),
    RuleEntry(
      "term-text", .warning, "正文写明的有效期、试行期、执行期限与文件开头不一致，或者文件开头没有写",
      example: "正文“有效期5年”，没有 expiresOn", cure: "改正文件开头；延长的由延期文件写 extends"),
    RuleEntry(
      "unrecorded-repeal", .either, "正文说某文件废止、失效、停止执行、不再执行（句子、列表、表格），没有关系记载；本库的文件是错误，库外的、只写标题的、对方已经标明废止的是警告",
      example: "正文“高政发〔2019〕5号同时废止”，没有 repeals", cure: "照改法写上 repeals"),
    RuleEntry(
      "unrecorded-amendment", .warning, "正文说修改本库的某文件，没有关系记载",
      example: "正文“修改高政发〔2019〕5号”，没有 amends", cure: "照改法写上 amends"),
    RuleEntry(
      "unrecorded-extension", .warning, "正文说延长本库某文件的有效期，没有关系记载",
      example: "正文“高政发〔2019〕5号有效期延长至……”，没有 extends", cure: "照改法写上 extends"),
    RuleEntry(
      "extension-shortens", .error, "延期以后的日子不晚于原来的",
      example: "原来到 2027年，extends 的 until 是 2026年", cure: "核对 until"),
    RuleEntry(
      "late-extension", .warning, "延期生效时对方已经失效",
      example: "对方 2025年底到期，延期文件 2026年3月才施行", cure: "核对日期"),
    RuleEntry(
      "extension-without-term", .warning, "对方没有写有效期，无从延期",
      example: "对方没有 expiresOn", cure: "在对方写上 expiresOn"),
    RuleEntry(
      "commences-order", .error, "分期施行的日期不晚于施行日期，没有写施行日期，或者一条写了两次",
      example: "commences 的日期早于 effectiveOn", cure: "核对两个日期"),
    RuleEntry(
      "unknown-article", .warning, "正文没有这一条",
      example: "articles: [第三十条]，正文只有二十条", cure: "核对条款编号"),
    RuleEntry(
      "cited-article", .warning, "正文引用的条文不存在",
      example: "正文“依照《…办法》第三十条”，那篇文件只有二十条；或者“本办法第三十条”", cure: "对照原件，核对条文的编号"),
    RuleEntry(
      "cited-title", .warning, "正文引用的标题和文号不是同一篇文件的",
      example: "正文“《甲办法》（高政发〔2024〕5号）”，本库的高政发〔2024〕5号是另一篇", cure: "对照原件，核对标题和文号"),
    RuleEntry(
      "act-undated", .warning, "本文件没有任何日期，关系不会生效",
      example: "写了 repeals，没有任何日期", cure: "写上 effectiveOn 或者 on"),
    RuleEntry(
      "annual-report-library", .warning, "年度报告的制发、废止、有效件数与本库计算的不同",
      example: "年报写制发 5 件，本库有 6 件", cure: "用 gongkai report 核对", source: "国办公开办函〔2021〕30号"),
    RuleEntry(
      "annual-report-years", .warning, "年度报告与上一年度的不衔接",
      example: "上年结转 3 件，上一年的年报写结转下年 2 件", cure: "核对两年的数", source: "国办公开办函〔2021〕30号"),
    RuleEntry(
      "listed-state", .warning, "清理结果里列出的文件，在清理当天不是那种有效性",
      example: "列在“废止”里的文件，当天仍然有效", cure: "移到相应的一类，或者核对文件的日期和关系"),
    RuleEntry(
      "series-gap", .either, "公报的期号或者总期号不连续；小于 1 的是错误",
      example: "有第1期、第3期，没有第2期", cure: "补录缺少的一期，或者核对编号", source: "国办发〔2018〕22号"),
    RuleEntry(
      "series-double", .error, "公报的期号或者总期号重复",
      example: "两篇都是2026年第3期", cure: "改正写错的一个", source: "国办发〔2018〕22号"),
    RuleEntry(
      "act-without-effect", .warning, "废止、延期的对象属于不计算有效性的类型",
      example: "废止的对象是一篇解读", cure: "核对对象，或者改正对方的 kind"),
  ]
}
