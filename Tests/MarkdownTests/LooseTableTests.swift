import Testing

@testable import Markdown

@Suite("Tables that are no tables for Markdown")
struct LooseTableTests {
  /// The table that is offered for each, with single blanks around its cells; nil if another issue was found.
  private func offered(_ source: String) -> [String?] {
    rendered(source).issues.map { issue in
      if case .looseTable(let table) = issue.kind { "\(table.form)\n\(table.table)" } else { nil }
    }
  }

  private static let table = "| 类别 | 标准 |\n| --- | --- |\n| 低保 | 800元 |"

  @Test(
    "are reported with the pipe table, ready to paste",
    arguments: [
      ("类别\t标准\n低保\t800元\n", "tabs"), ("类别\t标准\r\n\r\n低保\t800元\r\n", "tabs"),
      ("|类别|标准|\n|低保|800元|\n", "pipes"), ("|类别|标准|\n|——|——|\n|低保|800元|\n", "pipes"),
      ("|类别|标准|\n|---|\n|低保|800元|\n", "pipes"), ("|类别|标准|\n\n|---|---|\n\n|低保|800元|\n", "pipes"),
      ("类别|标准\n－－|－－\n低保|800元\n", "pipes"), ("说明。\n| 类别 | 标准 |\n|：---|---：|\n| 低保 | 800元 |\n", "pipes"),
      ("｜类别｜标准｜\n｜---｜---｜\n｜低保｜800元｜\n", "fullWidthPipes"),
      ("类别｜标准\n---｜---\n低保｜800元\n", "fullWidthPipes"), ("| 类别｜标准 |\n|---|---|\n| 低保｜800元 |\n", "fullWidthPipes"),
      ("+----+----+\n|类别|标准|\n+====+====+\n|低保|800元|\n+----+----+\n", "drawn"),
      ("┌──┬──┐\n│类别│标准│\n├──┼──┤\n│低保│800元│\n└──┴──┘\n", "drawn"),
      ("类别    标准\n------  ------\n低保    800元\n", "drawn"),
      ("====  ====\n类别  标准\n====  ====\n低保  800元\n====  ====\n", "drawn"),
      ("> |类别|标准|\n> |低保|800元|\n", "pipes"), ("╔══╦══╗\n║类别║标准║\n╠══╬══╣\n║低保║800元║\n╚══╩══╝\n", "drawn"),
    ])
  func forms(_ source: String, _ form: String) {
    let plain = { (text: String?) in text.map { String($0.filter { $0 != " " }) } }
    #expect(offered(source).map(plain) == [plain("\(form)\n\(Self.table)")])
    #expect(rendered("第一段。\n\n" + source + "\n末段。\n").places(in: "第一段。\n\n" + source).count == 1)
  }

  @Test("a cell over several lines of a frame is one cell, a line without a frame of its own a row")
  func frames() {
    let framed = "+--+--+\n|序|内容|\n+==+==+\n|1|第一行|\n| |第二行|\n+--+--+\n|2|丙|\n+--+--+\n"
    #expect(offered(framed) == ["drawn\n| 序 | 内容 |\n| --- | --- |\n| 1 | 第一行第二行 |\n| 2 | 丙 |"])
    let unframed = "+--+--+\n|序|名|\n+--+--+\n|1|甲|\n|2|乙|\n+--+--+\n"
    #expect(offered(unframed) == ["drawn\n| 序 | 名 |\n| --- | --- |\n| 1 | 甲 |\n| 2 | 乙 |"])
  }

  @Test("a merged cell that was copied is an empty one, and a bar in a cell is escaped")
  func cells() {
    #expect(
      offered("单位\t任务\t时限\n甲\t乙|丙\t\n\t丁\t戊\n") == [
        "tabs\n| 单位 | 任务 | 时限 |\n| --- | --- | --- |\n| 甲 | 乙\\|丙 |  |\n|  | 丁 | 戊 |"
      ])
  }

  @Test("a row that begins with a bar is offered as it was written, with its merged cells")
  func merged() {
    #expect(
      offered("| 序号 | 标准 ||\n| ^^ | 城市 | 农村 |\n| 1 |  | 乙 |\n") == [
        "pipes\n| 序号 | 标准 ||\n| --- | --- | --- |\n| ^^ | 城市 | 农村 |\n| 1 |  | 乙 |"
      ])
  }

  @Test("of a long one only the pattern is shown")
  func long() {
    let rows = (1...50).map { "\($0)\t张*\n" }.joined()
    #expect(offered("序号\t姓名\n" + rows)[0]?.split(separator: "\n").count == 7)
  }

  @Test("a row above the header of a table, and one that a blank line cut off, are found where they are")
  func besideTables() {
    let table = "| 序 | 城市 |\n|---|---|\n| 1 | 800 |\n"
    let above = "| 标准 | |\n" + table
    #expect(rendered(above).places(in: above) == ["table-text 1:1+8"])
    guard case .looseTable(let loose)? = rendered(above).issues.first?.kind else { return }
    #expect(loose.isAboveTable)
    #expect(loose.table == "| 标准 | |\n| --- | --- |\n| 序 | 城市 |\n| 1 | 800 |")
    let below = table + "\n| 合计 | 800 |\n"
    #expect(rendered(below).places(in: below) == ["table-text 5:1+12"])
  }

  @Test(
    "what only looks like one is left alone",
    arguments: [
      "绝对值|x|不大于3，|y|不大于5。\n", "联系人：张*\t电话：0000-6010001\n", "第一条\t为了\n第二条\t为了规范\n", "1.\t甲\n2.\t乙\n",
      "\t（1）\t甲\n\t（2）\t乙\n",
      "第一章 总则\t1\n第二章 分则\t3\n", "───────\n",
      "```\n|甲|乙|\n|丙|丁|\n```\n", "~~~\n甲\t乙\n丙\t丁\n~~~\n", "\t首行缩进的一段。\n\t又一段。\n", "首页｜概况｜动态\n",
      "> | 甲 | 乙 |\n> |---|---|\n> | 丙 | 丁 |\n", "- 甲\n\n  | 甲 | 乙 |\n  |---|---|\n  | 丙 | 丁 |\n", "——摘自《年鉴》\n",
      "甲  乙\n---\n丙  丁\n", "* * *\n", "--- ---\n",
      "+86-000\n",
    ])
  func text(_ source: String) {
    #expect(offered(source) == [])
  }

  @Test("nothing that a source may hold makes the search stumble")
  func noise() {
    for seed in 1...300 {
      var random = SeededGenerator(UInt64(seed))
      let pieces = ["|", "｜", "\t", "-", "—", "+", "│", "┌─┐", "\n", "\n\n", " ", "甲", "a", "\\", "```", "\r\n", "^^"]
      let source = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      for issue in rendered(source).issues { #expect(issue.place.upperBound <= source.utf8.count, "\(source)") }
    }
  }
}
