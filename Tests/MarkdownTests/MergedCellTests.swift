import Testing

@testable import Markdown

@Suite("Merged cells")
struct MergedCellTests {
  /// The cells of the body, row by row, as `text` or `text(columns×rows)`.
  private func rows(_ source: String) -> [[String]] {
    html(source).split(separator: "<tr>").dropFirst().map { row in
      row.split(separator: "\n").filter { $0.hasPrefix("<t") && ($0.hasSuffix("</td>") || $0.hasSuffix("</th>")) }
        .map(cell)
    }
  }

  private func cell(_ line: Substring) -> String {
    let text = line.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
    let columns = span("colspan", in: line)
    let rows = span("rowspan", in: line)
    return columns == 1 && rows == 1 ? String(text) : "\(text)(\(columns)×\(rows))"
  }

  private func span(_ name: String, in line: Substring) -> Int {
    guard let value = line.split(separator: "\(name)=\"").dropFirst().first else { return 1 }
    return Int(value.prefix { $0 != "\"" }) ?? 0
  }

  @Test("^^ joins the cell above, over several rows")
  func up() {
    #expect(
      rows("| 甲 | 乙 |\n|---|---|\n| a | b |\n| ^^ | c |\n|^^| d |\n| e | ^^ |\n")
        == [["甲", "乙"], ["a(1×3)", "b"], ["c"], ["d(1×2)"], ["e"]])
  }

  @Test("an empty || joins the cell to its left, a cell with a space stays empty")
  func left() {
    #expect(
      rows("| 甲 || 乙 |\n|---|---|---|\n| a ||| \n| b | | c |\n| d | e ||\n")
        == [["甲(2×1)", "乙"], ["a(3×1)"], ["b", "", "c"], ["d", "e(2×1)"]])
  }

  @Test("a block of rows and columns is one cell")
  func block() {
    let expected = [["甲", "乙", "丙"], ["a(2×2)", "b"], ["c"], ["d", "e", "f"]]
    #expect(rows("| 甲 | 乙 | 丙 |\n|-|-|-|\n| a || b |\n| ^^ || c |\n| d | e | f |\n") == expected)
    #expect(rows("| 甲 | 乙 | 丙 |\n|-|-|-|\n| a || b |\n| ^^ | ^^ | c |\n| d | e | f |\n") == expected)
  }

  @Test("a joined header cell names a group of columns")
  func header() {
    #expect(html("| 甲 || 乙 |\n|-|-|-|\n").contains("<th scope=\"colgroup\" colspan=\"2\">甲</th>"))
  }

  @Test("rows of ^^ right under the header belong to it, and the first row without one begins the body")
  func headerRows() {
    let source = """
      | 序号 | 补助标准 |||| 备注 |
      |---|---|---|---|---|---|
      | ^^ | 城市 || 农村 || ^^ |
      | ^^ | 低保 | 特困 | 低保 | 特困 | ^^ |
      | 1 | 800 | 900 | 600 | 700 | 无 |
      | ^^ | 810 | 910 | 610 | 710 | 无 |

      """
    #expect(
      rows(source) == [
        ["序号(1×3)", "补助标准(4×1)", "备注(1×3)"], ["城市(2×1)", "农村(2×1)"], ["低保", "特困", "低保", "特困"],
        ["1(1×2)", "800", "900", "600", "700", "无"], ["810", "910", "610", "710", "无"],
      ])
    let parts = html(source).split(separator: "</thead>")
    #expect(parts.count == 2 && !parts[0].contains("<td") && !parts[1].contains("<th"))
    #expect(parts[0].contains("<th scope=\"colgroup\" colspan=\"2\">农村</th>"))
    #expect(parts[0].contains("<th scope=\"col\" rowspan=\"3\">备注</th>"))
    #expect(rendered(source).issues.isEmpty)
  }

  @Test("a header that continues to the last row was meant as something else")
  func onlyHeader() {
    let source = "| 甲 | 乙 |\n|---|---|\n| ^^ | c |\n| d | ^^ |\n"
    #expect(rendered(source).places(in: source) == ["merge-target 3:3+2", "merge-target 4:7+2"])
  }

  @Test(
    "what cannot be joined is reported and shown empty",
    arguments: [
      ("| 甲 |\n|---|\n| ^^ |\n", "merge-target 3:3+2", MarkdownIssue.MergeProblem.nothingAbove),
      ("| ^^ |\n|---|\n", "merge-target 1:3+2", .nothingAbove),
      ("| 甲 | 乙 |\n|---|---|\n|| 全 |\n", "merge-target 3:2+1", .nothingLeft),
      ("| 甲 | 乙 |\n|---|---|\n| a ||\n| ^^ | 全 |\n", "merge-target 4:3+2", .notRectangular),
      ("| 甲 | 乙 |\n|---|---|\n| a ||\n| 全 | ^^ |\n", "merge-target 4:7+2", .notRectangular),
      ("| 甲 | 乙 |\n|---|---|\n| a | b |\n| 全 | c |\n| ^^ ||\n", "", .notRectangular),
    ])
  func problems(_ source: String, _ place: String, _ problem: MarkdownIssue.MergeProblem) {
    let text = rendered(source)
    if place.isEmpty {
      // The cell above has one column; joined with the next, it would not be a rectangle.
      #expect(text.places(in: source) == ["merge-target 5:7+1"])
    } else {
      #expect(text.places(in: source) == [place])
    }
    #expect(text.issues.first?.kind == .mergeTarget(problem))
    #expect(!text.filledHTML.contains("^^"))
  }

  @Test("a ^^ among other text is text")
  func literal() {
    #expect(rows("| 甲 |\n|---|\n| a |\n| ^^ b |\n") == [["甲"], ["a"], ["^^ b"]])
  }

  @Test("random merges always fill the grid without overlap")
  func tiling() {
    for seed in 1...300 {
      var random = SeededGenerator(UInt64(seed))
      let columns = Int.random(in: 1...5, using: &random)
      var source =
        "|" + String(repeating: "h|", count: columns) + "\n|" + String(repeating: "-|", count: columns) + "\n"
      let count = Int.random(in: 0...6, using: &random)
      for _ in 0..<count {
        let cells = (0..<columns).map { _ in ["x", "^^", "", " ", "y"].randomElement(using: &random) ?? "" }
        source += "|" + cells.joined(separator: "|") + "|\n"
      }
      #expect(isTiled(html(source), columns: columns, rows: count + 1), "\(source)")
    }
  }

  /// Lays the cells out as a browser does; every position must be filled exactly once.
  private func isTiled(_ html: String, columns: Int, rows: Int) -> Bool {
    var taken = Array(repeating: Array(repeating: false, count: columns), count: rows)
    for (row, text) in html.split(separator: "<tr>").dropFirst().enumerated() {
      var column = 0
      for line in text.split(separator: "\n") where line.hasPrefix("<td") || line.hasPrefix("<th ") {
        while column < columns, taken[row][column] { column += 1 }
        for y in row..<row + span("rowspan", in: line) {
          for x in column..<column + span("colspan", in: line) {
            guard y < rows, x < columns, !taken[y][x] else { return false }
            taken[y][x] = true
          }
        }
      }
    }
    return taken.allSatisfy { $0.allSatisfy(\.self) }
  }
}
