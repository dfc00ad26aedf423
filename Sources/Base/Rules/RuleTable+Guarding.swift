extension RuleTable {
  /// 把关: what must not go online: personal data, secrets, wrong words, slips of form.
  static let guarding: [RuleEntry] = [
    RuleEntry(
      "personal-identity", .either, "身份证号；警告：校验码不对，或者是 15 位的",
      example: "名单里有 370921199001011234", cure: "隐去中间的数字，或者删去", source: "个人信息保护法第二十五条"),
    RuleEntry(
      "personal-phone", .either, "手机号；警告：写在“联系电话”等后面，可能是对外公布的",
      example: "联系人张三，手机 13800000000", cure: "改用办公电话，或者隐去", source: "个人信息保护法第二十五条"),
    RuleEntry(
      "personal-card", .error, "银行卡号",
      example: "收款账户 6222 开头的 19 位卡号", cure: "隐去，或者删去", source: "个人信息保护法第二十五条"),
    RuleEntry(
      "personal-address", .warning, "家庭住址，住宅的单元和房号",
      example: "家住某小区3号楼2单元501室", cure: "只写到乡镇、街道、小区", source: "个人信息保护法第二十五条"),
    RuleEntry(
      "personal-plate", .warning, "车牌号",
      example: "鲁A12345", cure: "隐去中间几位", source: "个人信息保护法第二十五条"),
    RuleEntry(
      "personal-document", .warning, "护照、通行证号码",
      example: "护照 E12345678", cure: "隐去中间的数字", source: "个人信息保护法第二十五条"),
    RuleEntry(
      "personal-contact", .warning, "个人的邮箱、微信号、QQ 号",
      example: "微信号 abc123", cure: "改用单位的", source: "个人信息保护法第二十五条"),
    RuleEntry(
      "personal-health", .either, "全名和疾病、残疾、低保、特困等在同一张表里；错误：还有身份证号一列",
      example: "表头：姓名、残疾等级，格里是全名", cure: "隐去名字，或者删去那一列", source: "个人信息保护法第二十八条"),
    RuleEntry(
      "personal-minor", .warning, "学生、儿童的全名和学校、班级在同一张表里",
      example: "表头：学生姓名、学校、班级，格里是全名", cure: "隐去名字", source: "个人信息保护法第二十八条"),
    RuleEntry(
      "secrecy-word", .warning, "“内部资料”等不对外的标注",
      example: "内部资料，注意保存", cure: "核对能不能公开"),
    RuleEntry(
      "wrong-name", .either, "国名、机关名、固定名称写错",
      example: "国名、机关名少一个字", cure: "照检查结果改正"),
    RuleEntry(
      "office-title", .either, "职务名称写错",
      example: "县长写成“县政府县长”", cure: "照检查结果改正"),
    RuleEntry(
      "territory-word", .either, "涉及国家主权和领土的表述不当",
      example: "把台湾与国家并列", cure: "照检查结果改正"),
    RuleEntry(
      "fixed-formula", .either, "固定提法差一个字，或者写法不规范",
      example: "固定提法漏了一个字", cure: "照检查结果改正"),
    RuleEntry(
      "outdated-term", .either, "机构或者提法在这份文件的日期已经改名",
      example: "2026年的文件写“工商行政管理局”", cure: "改用现在的名称；引用旧文件的，放在书名号里"),
    RuleEntry(
      "discriminating-word", .either, "对残疾人等的称呼不当",
      example: "残废人", cure: "改为残疾人"),
    RuleEntry(
      "vulgar-word", .either, "粗俗或者网络用语",
      example: "网络上的粗话", cure: "改写"),
    RuleEntry(
      "confused-word", .either, "容易写错的词",
      example: "截止目前", cure: "照检查结果改正：截至目前"),
    RuleEntry(
      "repeated-word", .either, "重复的字词：“至少……不少于”",
      example: "至少不少于30日", cure: "删去一个"),
    RuleEntry(
      "official-term", .either, "有规范名称的事物用了别的叫法",
      example: "用俗称代替规范名称", cure: "改用规范名称"),
    RuleEntry(
      "scope-word", .either, "县里的文件写“市情”“我市”，像是照抄上级",
      example: "县里的文件写“我市”", cure: "改为本级的说法"),
    RuleEntry(
      "half-width-mark", .warning, "汉字旁边的标点是半角的；一篇只说一次，写明共几处",
      example: "通知,请执行", cure: "改为全角：通知，请执行"),
    RuleEntry(
      "figure-blank", .warning, "汉字和数字之间有空格",
      example: "2023 年 10 月", cure: "删去空格：2023年10月"),
    RuleEntry(
      "leading-zero", .warning, "日期补了零：06月02日",
      example: "06月02日", cure: "改为 6月2日"),
    RuleEntry(
      "title-blank", .warning, "公文标题的文字之间有空格，多半是换行留下的",
      example: "正文的标题“关于印发 办法的通知”，中间有空格", cure: "删去空格"),
    RuleEntry(
      "mark-between-quotations", .warning, "并列的引号、书名号之间有顿号（GB/T 15834—2011，只看施行以后的文件）",
      example: "《甲》、《乙》", cure: "删去顿号：《甲》《乙》", source: "GB/T 15834—2011"),
    RuleEntry(
      "latin-word", .error, "中文句子里混入 and、of 等英文词",
      example: "医疗 and 教育", cure: "改成中文"),
    RuleEntry(
      "traditional-character", .warning, "繁体字",
      example: "關於", cure: "改成规范汉字；人名等依法保留的，标为已核对"),
    RuleEntry(
      "heading-sequence", .warning, "一、（一）第一条等序号不连续，或者重复",
      example: "一、之后是 三、", cure: "对照原件"),
    RuleEntry(
      "attachment-note-mark", .warning, "附件说明的名称后面有标点",
      example: "附件：申请表。", cure: "删去名称后面的标点", source: "GB/T 9704—2012 第7.3.4条"),
    RuleEntry(
      "copies-mark", .warning, "抄送机关的最后没有句号",
      example: "抄送：县委办公室", cure: "最后加句号", source: "GB/T 9704—2012"),
    RuleEntry(
      "copies-name", .warning, "抄送机关里有的写“县”，有的没有写",
      example: "抄送：县委办公室，人大常委会办公室。", cure: "写成一样的"),
    RuleEntry(
      "office-differs", .warning, "表格里同一个机关有两种写法",
      example: "一处写县市监局，一处写县市场监管局", cure: "核对后写成一种"),
    RuleEntry(
      "deadline-past", .warning, "表格里的时限早于文件的日期",
      example: "2026年的文件，表格里写“2025年6月底前”", cure: "核对年月"),
    RuleEntry(
      "repeated-sentence", .warning, "表格的一句长话在两格里都有",
      example: "一句长话在两格里都有", cure: "核对，删去多余的一句"),
    RuleEntry(
      "table-differs", .warning, "表格和正文的同一句话差几个字",
      example: "表格写“每年两次”，正文写“每年一次”", cure: "核对后改成一样的"),
  ]
}
