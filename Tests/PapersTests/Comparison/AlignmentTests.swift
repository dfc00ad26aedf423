import Testing

@testable import Papers

/// Which articles stand beside which.
struct AlignmentTests {
  private static let law = """
    # 第一章　总则
    第一条　为了规范城市绿地的养护，制定本办法。
    第二条　本县县城规划区内的绿地养护适用本办法。
    # 第二章　养护
    第三条　绿地的修剪每年不少于六次，浇灌根据墒情安排。
    第四条　死亡的树木应当自发现之日起十五日内补植。
    第五条　认建认养的单位可以在绿地内设立铭牌。
    # 第三章　附则
    第六条　本办法自2021年5月1日起施行。
    """

  @Test func `a text beside itself has no change`() {
    #expect(Set(comparison(Self.law, Self.law).rows.map(\.change)) == [.unchanged])
  }

  @Test func `articles after a new one are only renumbered`() {
    let old = "第一条　绿地的修剪每年不少于六次。\n第二条　死亡的树木应当及时补植。\n第三条　认养单位可以设立铭牌。"
    let new = "第一条　绿地的修剪每年不少于六次。\n第二条　任何人不得在绿地内停放车辆。\n第三条　死亡的树木应当及时补植。\n第四条　认养单位可以设立铭牌。"
    #expect(
      outline(comparison(old, new)) == [
        "unchanged 第一条→第一条", "added →第二条", "renumbered 第二条→第三条", "renumbered 第三条→第四条",
      ])
  }

  @Test func `an article of an amendment is put between others by 之一`() {
    let old = "第一条　绿地的修剪每年不少于六次。\n第二条　死亡的树木应当及时补植。"
    let new = "第一条　绿地的修剪每年不少于八次。\n第一条之一　任何人不得在绿地内停放车辆。\n第二条　死亡的树木应当及时补植。"
    #expect(outline(comparison(old, new)) == ["changed 第一条→第一条", "added →第一条之一", "unchanged 第二条→第二条"])
  }

  @Test func `a chapter that was put in moves the numbers of those after it`() {
    let chapter = "# 第二章　规划\n第三条　绿地规划由主管部门编制，报县人民政府批准。\n"
    let (head, tail) = (Self.law.prefix(while: "# 第二章"), Self.law.rest(from: "# 第二章"))
    let moved = tail.replacing("第三章", with: "第四章").replacing("第二章", with: "第三章")
      .replacing("第六条", with: "第七条").replacing("第五条", with: "第六条").replacing("第四条", with: "第五条")
      .replacing("第三条", with: "第四条")
    let rows = outline(comparison(Self.law, head + chapter + moved))
    #expect(
      rows == [
        "unchanged 第一章→第一章", "unchanged 第一条→第一条", "unchanged 第二条→第二条", "added →第二章", "added →第三条",
        "renumbered 第二章→第三章", "renumbered 第三条→第四条", "renumbered 第四条→第五条", "renumbered 第五条→第六条",
        "renumbered 第三章→第四章", "renumbered 第六条→第七条",
      ])
  }

  @Test func `a chapter that is gone is deleted with its articles`() {
    let new = Self.law.prefix(while: "# 第二章") + "# 第二章　附则\n第三条　本办法自2021年5月1日起施行。"
    #expect(
      outline(comparison(Self.law, new)) == [
        "unchanged 第一章→第一章", "unchanged 第一条→第一条", "unchanged 第二条→第二条", "deleted 第二章→", "deleted 第三条→",
        "deleted 第四条→", "deleted 第五条→", "renumbered 第三章→第二章", "renumbered 第六条→第三条",
      ])
  }

  @Test func `an article that others have passed is moved, and its old place says so`() {
    let old =
      "第一条　认建认养的单位可以在绿地内设立铭牌。\n第二条　绿地的修剪每年不少于六次，浇灌根据墒情安排。\n第三条　死亡的树木应当自发现之日起十五日内补植。"
    let new =
      "第一条　绿地的修剪每年不少于六次，浇灌根据墒情安排。\n第二条　死亡的树木应当自发现之日起十五日内补植。\n第三条　认建认养的单位可以在绿地内设立铭牌。"
    let compared = comparison(old, new)
    #expect(
      outline(compared) == [
        "departed 第一条→", "renumbered 第二条→第一条", "renumbered 第三条→第二条", "renumbered moved 第一条→第三条",
      ])
    #expect(compared.rows[0].movedTo?.number == "第三条")
  }

  @Test func `an article that was divided stands beside all its parts`() {
    let old = "第一条　绿地的修剪每年不少于六次。\n死亡的树木应当自发现之日起十五日内补植，费用由养护单位承担。\n第二条　认养单位可以设立铭牌。"
    let new = "第一条　绿地的修剪每年不少于六次。\n第二条　死亡的树木应当自发现之日起十日内补植，费用由养护单位承担。\n第三条　认养单位可以设立铭牌。"
    let compared = comparison(old, new)
    #expect(outline(compared) == ["changed 第一条→第一条+第二条", "renumbered 第二条→第三条"])
    #expect(compared.rows[0].old.map(marked).last == "死亡的树木应当自发现之日起[十五日]内补植，费用由养护单位承担。")
    #expect(compared.rows[0].new.map(marked).last == "[第二条　]死亡的树木应当自发现之日起[十日]内补植，费用由养护单位承担。")
  }

  @Test func `articles that were joined stand beside the whole`() {
    let old = "第一条　绿地的修剪每年不少于六次。\n第二条　死亡的树木应当自发现之日起十五日内补植。\n第三条　认养单位可以设立铭牌。"
    let new = "第一条　绿地的修剪每年不少于六次。\n死亡的树木应当自发现之日起十五日内补植。\n第二条　认养单位可以设立铭牌。"
    #expect(outline(comparison(old, new)) == ["changed 第一条+第二条→第一条", "renumbered 第三条→第二条"])
  }

  @Test func `an article written anew stands beside the one in its place if it says something alike`() {
    let old = "第一条　绿地的修剪每年不少于六次。\n第二条　租金按照同地段市场租金的百分之六十确定，每2年公布一次。\n第三条　认养单位可以设立铭牌。"
    let alike = old.replacing("租金按照同地段市场租金的百分之六十确定，每2年公布一次", with: "承租人应当按月交纳租金，租金按照市场租金的一半确定，逐年公布")
    #expect(outline(comparison(old, alike))[1] == "changed 第二条→第二条")
    let unlike = old.replacing("租金按照同地段市场租金的百分之六十确定，每2年公布一次", with: "严禁携带犬只进入游园")
    #expect(outline(comparison(old, unlike))[1...2] == ["deleted 第二条→", "added →第二条"])
  }

  @Test func `paragraphs without numbers are aligned one by one`() {
    let old = "各乡镇人民政府：\n现将有关事项通知如下，请认真执行。\n加强值班值守，落实二十四小时值班。\n~ 安澜县人民政府\n~ 2024年5月6日"
    let new = "各乡镇人民政府：\n现将有关事项通知如下，请认真执行。\n做好物资储备，保障道路畅通。\n加强值班值守，落实领导带班。\n~ 安澜县人民政府\n~ 2025年5月8日"
    #expect(
      comparison(old, new).rows.map(\.change) == [
        .unchanged, .unchanged, .added, .changed, .unchanged, .changed,
      ])
  }

  @Test func `what stands apart is not part of the last article`() {
    let rows = comparison("第一条　本办法自公布之日起施行。\n说明一。\n~ 安澜县人民政府", "第一条　本办法自公布之日起施行。\n说明一。\n~ 安澜县民政局").rows
    #expect(rows.map { $0.new.count } == [2, 1])
    #expect(rows[0].change == .unchanged)
  }

  @Test func `rows of a table are compared with rows`() {
    let old = "| 事项\t标准\n| 低收入家庭\t每月六百元\n| 特困人员\t每月九百元"
    let new = "| 事项\t标准\n| 低收入家庭\t每月六百五十元\n| 残疾人家庭\t每月七百元\n| 特困人员\t每月九百元"
    let compared = comparison(old, new)
    #expect(compared.rows.map(\.change) == [.unchanged, .changed, .added, .unchanged])
    #expect(compared.rows[1].new.map(marked) == ["低收入家庭\t每月[六百五十元]"])
  }

  @Test func `equal rows that stand in a table many times do not cost the square of their number`() {
    let row = "| 合计\t0\t0\n"
    let compared = comparison(String(repeating: row, count: 3000), String(repeating: row, count: 2990))
    #expect(compared.rows.count { $0.change == .unchanged } == 2990)
    #expect(compared.rows.count { $0.change == .deleted } == 10)
  }

  @Test func `the width of punctuation and a blank in a heading are no change`() {
    let rows = comparison("# 第一章 总　则\n第一条　条件如下:\n(一)有场地；", "# 第一章 总则\n第一条　条件如下：\n（一）有场地；").rows
    #expect(rows.map(\.change) == [.unchanged, .unchanged])
  }

  @Test func `nothing beside something is all new, and all gone`() {
    #expect(comparison("", "第一条　甲。").rows.map(\.change) == [.added])
    #expect(comparison("第一条　甲。", "").rows.map(\.change) == [.deleted])
    #expect(comparison("", "").rows.isEmpty)
  }
}

extension String {
  /// What stands before a word.
  fileprivate func prefix(while word: String) -> String {
    String(self[..<(firstRange(of: word)?.lowerBound ?? endIndex)])
  }

  fileprivate func rest(from word: String) -> String { String(self[(firstRange(of: word)?.lowerBound ?? endIndex)...]) }
}
