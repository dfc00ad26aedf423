import Foundation
import Testing

@testable import Markdown

@Suite("Pipe tables")
struct TableTests {
  struct Example: Decodable {
    let source: String
    let markdown: String
    let html: String
  }

  static let options: MarkdownOptions = {
    var options = MarkdownOptions.commonMark
    options.tables = true
    return options
  }()

  @Test("tables have the structure that cmark-gfm gives")
  func structure() throws {
    let examples = try fixture("gfm-tables.json", as: [Example].self)
    #expect(examples.count == 53)
    for example in examples {
      let ours = structure(of: html(example.markdown, options: Self.options))
      #expect(ours == structure(of: example.html), "\(example.source): \(example.markdown.debugDescription)")
    }
  }

  /// The HTML without our attributes and without whitespace around tags.
  private func structure(of html: String) -> String {
    let rules = [
      (#"<div class="table-scroll"[^>]*>"#, ""), ("</table></div>", "</table>"), (#" scope="col(group)?""#, ""),
      (#" class="align-(\w+)""#, #" align="$1""#), (#"\s*(</?[a-z0-9]+[^>]*>)\s*"#, "$1"),
    ]
    return rules.reduce(html) { text, rule in
      text.replacingOccurrences(of: rule.0, with: rule.1, options: .regularExpression)
    }
  }

  @Test("a table stands in a scroll container, its header cells name their columns")
  func markup() {
    #expect(
      html("| 项目 | 数量 |\n|:--|--:|\n| 甲 | 1 |\n") == """
        <div class="table-scroll" tabindex="0" role="region" aria-label="表格（可左右滚动）"><table>
        <thead>
        <tr>
        <th scope="col" class="align-left">项目</th>
        <th scope="col" class="align-right">数量</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-left">甲</td>
        <td class="align-right">1</td>
        </tr>
        </tbody>
        </table></div>

        """)
  }

  @Test("cells beyond the header's columns are reported at the first of them")
  func overflow() {
    let source = "正文。\n\n> | 甲 | 乙 |\n> |---|---|\n> | 一 | 二 | 三 | 四 |\n"
    let text = rendered(source)
    #expect(text.places(in: source) == ["table-cells 5:13+5"])
    #expect(text.issues.first?.kind == .tableCells(columns: 2, cells: 4))
    #expect(!text.plain.contains("三"))
  }

  @Test("a short row is filled up, and reported: which cell is missing only its author knows")
  func shortRow() {
    let source = "| 甲 | 乙 |\n|---|---|\n| 一 |\n"
    let text = rendered(source)
    #expect(text.places(in: source) == ["table-short-row 3:3+1"])
    #expect(text.issues.map(\.kind) == [.shortRow(columns: 2, cells: ["一"])])
    #expect(text.filledHTML.contains("<td>一</td>\n<td></td>\n"))
  }

  @Test(
    "in CommonMark, a line that follows a table is a row of it, and reported; in an official text it is a paragraph")
  func lineInTable() {
    let source = "| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n以上自印发之日起执行。\n"
    let text = rendered(source, options: Self.options)
    #expect(text.places(in: source) == ["table-line 4:1+11"])
    #expect(text.issues.map(\.kind) == [.lineInTable("以上自印发之日起执行。")])
  }

  @Test("a line break in a cell is the only HTML that is shown")
  func lineBreak() {
    let text = rendered("| 甲<br>乙 | 丙<BR/>丁<br />戊 |\n|---|---|\n| `<br>` | 己 |\n")
    #expect(text.issues.isEmpty)
    #expect(text.filledHTML.contains(">甲<br />\n乙</th>") && text.filledHTML.contains(">丙<br />\n丁<br />\n戊</th>"))
    #expect(text.plain.hasPrefix("甲\n乙\n丙\n丁\n戊\n<br>"))
    let others = "段<br>落\n\n| 甲<br class=\"x\">乙 | <b>丙</b> |\n|---|---|\n"
    #expect(rendered(others).issues.map(\.id) == ["raw-html", "raw-html", "raw-html", "raw-html"])
  }

  @Test("a table directly below a line of text is a table")
  func textBefore() {
    let text = rendered("标准如下：\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n")
    #expect(text.issues.isEmpty && text.plain == "标准如下：\n甲\n乙\n一\n二")
  }

  @Test("an issue in a cell is found where it stands in the source, behind escaped pipes and container marks")
  func placeInCell() {
    let source = "- 项\n\n  | 甲 | 乙 |\n  |---|---|\n  | 全\\|角 <b>x</b> | [附](a.pdf) |\n"
    let text = rendered(source)
    #expect(text.places(in: source) == ["raw-html 5:10+3", "raw-html 5:14+4"])
    #expect(shown(text.slots.map(\.place), in: source) == ["5:21+10"])
  }

  @Test("cells are lines of the plain text")
  func plainText() {
    #expect(rendered("前\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n\n后\n").plain == "前\n甲\n乙\n一\n二\n后")
  }

  @Test("lines after a table keep their places")
  func placesAfter() {
    let source = "| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n\n末尾 <i>\n"
    let text = rendered(source)
    #expect(text.places(in: source) == ["raw-html 5:4+3"])
  }

  @Test("a large table takes linear time")
  func large() {
    let row = "| 一 | 二 | 三 | 四 | 五 |\n"
    let source = "| 甲 | 乙 | 丙 | 丁 | 戊 |\n|---|---|---|---|---|\n" + String(repeating: row, count: 20_000)
    let start = ContinuousClock.now
    let text = rendered(source)
    #expect(text.filledHTML.components(separatedBy: "<td>").count == 100_001)
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test("many short rows under many columns do not make a huge table")
  func amplification() {
    let columns = 5_000
    let header = "|" + String(repeating: "a|", count: columns) + "\n|" + String(repeating: "-|", count: columns) + "\n"
    let text = rendered(header + String(repeating: "|x\n", count: 20_000))
    #expect(text.html.count < 20_000_000)
  }

  @Test("the block of a table holds the text of its cells") func block() {
    let source = "甲\n\n| 乙 | 丙 |\n|---|---|\n| 丁 | 戊 |\n\n己\n"
    let blocks = readMarkdown(ArraySlice(Array(source.utf8))).blocks
    #expect(blocks.map(\.text.count) == [3, 15, 3])
  }
}
