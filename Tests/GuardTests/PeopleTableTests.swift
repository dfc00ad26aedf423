import Base
import Guard
import Testing

/// The names are made up.
@Suite struct PeopleTableTests {
  private func found(_ headings: [String], _ rows: [[String]]) -> String? {
    PeopleTable.sighting(headings: headings, rows: rows).map { "\($0.rule) \($0.severity) \($0.row):\($0.column)" }
  }

  @Test func `a full name beside an illness, a disability, poverty`() {
    #expect(found(["序号", "姓名", "残疾等级"], [["1", "张小明", "二级"]]) == "personal-health warning 0:1")
    #expect(found(["户主", "低保类别"], [["张*", "甲"], ["李四", "乙"]]) == "personal-health warning 1:0")
    #expect(found(["患者姓名", "病种", "身份证号"], [["王小红", "甲", "3709"]]) == "personal-health error 0:0")
  }

  @Test func `a child beside its school`() {
    #expect(found(["学生姓名", "学校", "班级"], [["张小明", "一小", "三班"]]) == "personal-minor warning 0:0")
    #expect(found(["姓名", "录取学校", "年级"], [["张小明", "一小", "二年级"]]) == "personal-minor warning 0:0")
    #expect(found(["姓名", "毕业学校"], [["张小明", "某大学"]]) == nil)
  }

  @Test func `masked names, other tables, sums`() {
    #expect(found(["姓名", "残疾等级"], [["张*明", "二级"], ["李某某", "一级"], ["合计", ""]]) == nil)
    #expect(found(["姓名", "职务"], [["张小明", "局长"]]) == nil)
    #expect(found(["单位名称", "低保人数"], [["民政局", "30"]]) == nil)
    #expect(found(["学生姓名", "奖项"], [["张小明", "一等奖"]]) == nil)
    #expect(found(["姓名", "病种"], [["张小明"], []]) == "personal-health warning 0:0")
  }
}
