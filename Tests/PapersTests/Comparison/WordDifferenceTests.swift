import Testing

@testable import Papers

/// The marks inside a paragraph.
struct WordDifferenceTests {
  @Test(arguments: [
    ("应当自受理之日起十五日内办结。", "应当自受理之日起三十日内办结。", "应当自受理之日起[十五日]内办结。", "应当自受理之日起[三十日]内办结。"),
    ("处1000元以上罚款。", "处1500元以上罚款。", "处[1000元]以上罚款。", "处[1500元]以上罚款。"),
    ("补贴百分之五十的费用。", "补贴百分之六十的费用。", "补贴[百分之五十]的费用。", "补贴[百分之六十]的费用。"),
    ("依照本办法第十二条第二款处理。", "依照本办法第十四条第二款处理。", "依照本办法[第十二条]第二款处理。", "依照本办法[第十四条]第二款处理。"),
    ("自2020年11月1日起施行。", "自2025年9月1日起施行。", "自[2020年11月]1日起施行。", "自[2025年9月]1日起施行。"),
    ("使用Windows系统。", "使用Windows11系统。", "使用[Windows]系统。", "使用[Windows11]系统。"),
  ])
  func `a number, a citation and a word of Latin letters are marked as a whole`(
    _ old: String, _ new: String, _ before: String, _ after: String
  ) {
    #expect(words(old, new) == [before, after])
  }

  @Test func `what was inserted is marked, and nothing around it`() {
    #expect(
      words("由县级人民政府卫生主管部门负责监督管理。", "由县级人民政府卫生健康主管部门负责日常监督管理。") == [
        "由县级人民政府卫生主管部门负责监督管理。", "由县级人民政府卫生[健康]主管部门负责[日常]监督管理。",
      ])
  }

  @Test func `a phrase of a list is marked with its own comma`() {
    #expect(
      words("教育、民政、住房等部门应当配合。", "教育、民政、卫生、住房等部门应当配合。")[1] == "教育、民政、[卫生、]住房等部门应当配合。")
  }

  @Test func `single letters between changes are no islands`() {
    // 部 and 门 stand in both by chance.
    let marked = words("由县民政部门会同有关单位办理结算事宜。", "由乡镇会同有关单位办理报销事项。")
    #expect(marked == ["由[县民政部门]会同有关单位办理[结算事宜]。", "由[乡镇]会同有关单位办理[报销事项]。"])
  }

  @Test func `a paragraph of which little is left is marked as a whole`() {
    let marked = words("第一，申请人提交书面材料并且按照要求说明理由。", "第一，县里每年年底对各镇公开考核结果和相关理由。")
    #expect(marked[0].count { $0 == "[" } == 1)
    #expect(marked[1].count { $0 == "[" } == 1)
  }

  @Test func `punctuation that means something else is a change`() {
    #expect(words("应当登记，备案。", "应当登记、备案。") == ["应当登记[，]备案。", "应当登记[、]备案。"])
    #expect(words("应当登记, 备案.", "应当登记，备案。") == ["应当登记, 备案.", "应当登记，备案。"])
  }

  @Test func `an edit is the shortest there is`() {
    var budget = ComparisonBudget()
    let edits = shortestEdit([1, 2, 3, 1, 2, 2, 1], [3, 2, 1, 2, 1, 3], &budget)
    // The example of Myers' paper: five.
    #expect(edits?.reduce(0) { $0 + $1.old.count + $1.new.count } == 5)
  }

  @Test func `a paragraph that differs too much, or a budget that is spent, gives a whole paragraph`() {
    let old = (0..<1200).map { "甲\($0)乙" }.joined()
    let new = (0..<1200).map { "丙\($0)丁" }.joined()
    #expect(words("开头。" + old + "结尾。", "开头。" + new + "结尾。")[0].hasPrefix("开头。[甲0乙甲1乙"))
    let compared = comparison("申请人应当在十日内提出申请，说明理由。", "申请人可以在五日内说明理由，提出申请。", steps: 3)
    #expect(compared.isCoarse)
    #expect(compared.rows[0].old.map(marked) == ["申请人[应当在十日内提出申请，说明理由]。"])
  }
}
