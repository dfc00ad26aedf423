extension RuleTable {
  /// Tables from files.
  static let tables: [RuleEntry] = [
    RuleEntry(
      "table-heading", .error, "表头缺少、多出、重复，或者空着",
      example: "规定“姓名”，表头写“名字”", cure: "改为规定的表头"),
    RuleEntry(
      "table-format", .error, "文件是 Excel 工作簿、网页或者 PDF，不是 CSV",
      example: "把 .xlsx 改名为 .csv", cure: "在 Excel 里另存为 CSV"),
    RuleEntry(
      "table-title", .error, "表头上面写了表的名称或者说明",
      example: "第一行是“2026年补贴名单”", cure: "删去，第一行写表头"),
    RuleEntry(
      "table-separator", .error, "各列之间不是半角逗号",
      example: "姓名；金额", cure: "换成半角逗号"),
    RuleEntry(
      "table-quote", .error, "引号没有结束，或者引号之后还有文字",
      example: "\"甲,乙（没有结束的引号）", cure: "补上引号"),
    RuleEntry(
      "table-cells", .error, "一行的格数与表头不同（CSV 表格），或者比表头多（正文里的表格）",
      example: "表头 4 列，一行有 5 格", cure: "核对这一行；内容里有逗号的加引号，有竖线的写 \\|"),
    RuleEntry(
      "table-empty", .error, "必填的格空着",
      example: "必填的“金额”空着", cure: "填写"),
    RuleEntry(
      "table-blank", .warning, "前几列有空格，像是合并的单元格留下的",
      example: "同一乡镇只在第一行写名称", cure: "与上一行合并的格写“^^”；本来就空着的不用改"),
    RuleEntry(
      "table-total", .error, "逐条登记的表中有合计行",
      example: "最后一行是“合计”", cure: "删去，合计由网页计算"),
    RuleEntry(
      "table-remark", .error, "逐条登记的表中有说明行",
      example: "最后一行是“备注：……”", cure: "移到正文里"),
    RuleEntry(
      "excel-value", .either, "Excel 写坏的格：公式出错、列宽不够、长数字丢了数位；固定列的表和代码一类的列是错误",
      example: "1.23E+11", cure: "在 Excel 里把这一列设为文本，重新填写"),
    RuleEntry(
      "table-duplicate", .error, "不应重复的值出现两次",
      example: "两行的编号都是 3", cure: "改正写错的一个"),
    RuleEntry(
      "table-merge", .error, "`^^` 没有可以合并的单元格",
      example: "第一行就是 ^^", cure: "写上内容"),
    RuleEntry(
      "table-rows", .error, "规定的行缺少、多出、重复，或者填在了不该填的列",
      example: "规定的“结转下年”没有这一行", cure: "照规定的行补上"),
    RuleEntry(
      "table-sum", .error, "合计不相等",
      example: "3 + 4，合计写 8", cure: "核对各数"),
    RuleEntry(
      "table-findings", .error, "一个表格的问题超过 1000 处，其余没有检查",
      example: "一个表格有 2,000 处问题", cure: "先改正列出的，再检查"),
    RuleEntry(
      "more-findings", .either, "一个文件的问题超过 1000 处，其余只计数，不列出",
      example: "一个文件有 1,500 处问题", cure: "先改正列出的，再检查"),
    RuleEntry(
      "unmasked-name", .error, "姓名没有隐去",
      example: "补贴名单写“张三丰”", cure: "写作 张*、李*明，或者 张某某、张××、张○○", source: "个人信息保护法第二十五条"),
    RuleEntry(
      "personal-number", .error, "名单一类的表格中有身份证号、手机号或银行卡号那样长的数字",
      example: "表格中有 18 位身份证号", cure: "删去，或者隐去中间的数字", source: "个人信息保护法第二十五条"),
    RuleEntry(
      "update-overdue", .warning, "栏目、台账超过更新周期没有更新",
      example: "updateEvery: 3个月，最近一次是 5 个月前", cure: "公布新的内容，或者改正更新周期"),
    RuleEntry(
      "evidence-missing", .warning, "上年度的任务没有佐证",
      example: "去年的任务没有 evidence", cure: "写上佐证"),
    RuleEntry(
      "catalogue-empty", .warning, "目录中的事项没有写位置，或者那里没有公开的内容",
      example: "目录的一行没有写公开位置", cure: "写上栏目或者文件的路径"),
    RuleEntry(
      "catalogue-late", .warning, "最新内容超过公开时限",
      example: "公开时限 20个工作日，最新内容是半年前", cure: "公布新的内容，或者核对时限"),
    RuleEntry(
      "catalogue-column", .warning, "栏目不在目录中",
      example: "有栏目 fading/caigou，目录里没有", cure: "在目录里加上一行"),
  ]
}
