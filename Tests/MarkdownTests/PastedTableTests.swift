import Testing

@testable import Markdown

@Suite("Tables in HTML")
struct PastedTableTests {
  /// The table that is offered; nil if there is another issue or more than one.
  private func offered(_ source: String) -> String? {
    let issues = rendered(source).issues
    guard issues.count == 1, case .pastedTable(let table) = issues[0].kind else { return nil }
    return table
  }

  @Test("are one mistake, with the table as Markdown has it")
  func plain() {
    let rows = "<tr><th>类别</th><th>标准</th></tr>\n<tr><td>低保</td><td>800元</td></tr>\n"
    let source = "标准如下：\n\n<table>\n\(rows)</table>\n\n完。\n"
    #expect(offered(source) == "| 类别 | 标准 |\n| --- | --- |\n| 低保 | 800元 |")
    #expect(rendered(source).places(in: source) == ["raw-html 3:1+7"])
  }

  @Test("keep what is merged, broken and escaped in their cells")
  func merged() {
    let source = """
      <TABLE border="1"><tbody>
      <tr><td rowspan="2">类别</td><td colspan="2"><p>标准</p></td></tr>
      <tr><td>城市</td><td>农村</td></tr>
      <tr><td>低保|特困</td><td>800<br>元</td><td>&nbsp;</td></tr>
      </tbody></TABLE>

      """
    #expect(
      offered(source)
        == "| 类别 | 标准 ||\n| --- | --- | --- |\n| ^^ | 城市 | 农村 |\n| 低保\\|特困 | 800<br>元 |  |")
  }

  @Test("without an end, or with a table in them, are reported tag by tag")
  func open() {
    #expect(rendered("<table>\n<tr><td>甲</td></tr>\n").issues.count == 5)
    #expect(rendered("<table><tr><td><table><tr><td>甲</td></tr></table></td></tr></table>\n").issues.count > 5)
  }

  @Test("hide no mistake after them")
  func after() {
    let source = "<table><tr><td>甲</td></tr></table>\n<b>乙</b>\n"
    #expect(rendered(source).places(in: source) == ["raw-html 1:1+7", "raw-html 2:1+3", "raw-html 2:5+4"])
  }
}
