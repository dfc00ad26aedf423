import Base
import Markdown

/// Chinese messages for mistakes in Markdown bodies.
struct BodyWording {
  let severity: Severity
  let message: String
  let cures: [String]

  private init(_ severity: Severity, _ message: String, _ cures: [String]) {
    self.severity = severity
    self.message = message
    self.cures = cures
  }

  static func of(_ kind: MarkdownIssue.Kind) -> BodyWording {
    switch kind {
    case .rawHTML(let text):
      BodyWording(
        .error, "HTML 代码“\(text.prefix(40))”不会显示，正文只用 Markdown", [cure(ofTag: text)])
    case .htmlComment:
      BodyWording(.warning, "HTML 注释不会出现在网页上", ["删去注释"])
    case .imageWithoutText(let target):
      BodyWording(.error, "图片“\(target.prefix(60))”缺少替代文字，看不见图片的人不知道内容", ["写作 ![图片内容的说明](\(target.prefix(60)))"])
    case .unsafeScheme(let scheme):
      BodyWording(.error, "“\(scheme):”链接不安全，不会输出", ["改为 https:// 网址、站内路径或附件"])
    case .tableCells(let columns, let cells):
      BodyWording(.error, "表格这一行有 \(cells) 格，表头只有 \(columns) 列，多出的内容不会显示", ["补齐表头，或者把单元格中的“|”写作 \\|"])
    case .shortRow(let columns, let cells): shortRow(columns, cells)
    case .lineInTable(let text):
      BodyWording(
        .warning, "“\(text.prefix(40))”紧接在表格后面，成了表格的一行", ["在它前面空一行；是表格的一行的，两端写上“|”；是同一格里的，写在同一行，用 <br> 换行"])
    case .looseTable(let table): looseTable(table)
    case .mergeTarget(.nothingAbove):
      BodyWording(.error, "“^^”的上方没有可以合并的单元格", ["写上内容，或者留空"])
    case .mergeTarget(.nothingLeft):
      BodyWording(.error, "“||”的左边没有可以合并的单元格", ["写上内容，或者留一个空格"])
    case .mergeTarget(.notRectangular):
      BodyWording(.error, "合并的单元格不成矩形", ["同一块合并区域的各行写同样多的“^^”或“||”"])
    }
  }

  /// What to write in place of a tag.
  private static func cure(ofTag text: String) -> String {
    let tag = text.lowercased().drop { "</".contains($0) }
    if ["table", "tr", "td", "th", "tbody", "thead"].contains(where: {
      tag.hasPrefix($0 + ">") || tag.hasPrefix($0 + " ")
    }) {
      return "写成用“|”分列的表格，合并的格写“^^”或“||”"
    }
    if tag.hasPrefix("br") { return "换行写；只有表格的格中可以写 <br>" }
    return "改用 Markdown；要显示“<”本身，写作 \\<"
  }

  /// Which cells are missing only the author knows: a merged one in front, or an empty one at the end.
  private static func shortRow(_ columns: Int, _ cells: [String]) -> BodyWording {
    let message = "表格这一行有 \(cells.count) 格，表头有 \(columns) 列，内容可能错了列"
    if cells.contains(where: { $0.contains("｜") }) { return BodyWording(.warning, message, ["“｜”是全角的，改为半角的“|”"]) }
    let missing = columns - cells.count
    let row = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |" }
    let above = Array(repeating: "^^", count: missing) + cells
    let empty = cells + Array(repeating: "", count: missing)
    if row(empty).count > 160 {
      return BodyWording(.warning, message, ["前面的格与上一行合并的，写“^^”；后面的格空着的，写“| |”"])
    }
    return BodyWording(.warning, message, ["前面的格与上一行合并的，写作 \(row(above))", "后面的格空着的，写作 \(row(empty))"])
  }

  private static func looseTable(_ table: MarkdownIssue.LooseTable) -> BodyWording {
    let message =
      switch table.form {
      case .pipes where table.isAboveTable: "这一行在表格的表头上面，没有进入表格"
      case .pipes: "这几行没有成为表格：表头下面紧接着写一行“|---|---|”，格数与表头相同，各行之间不空行"
      case .fullWidthPipes: "表格的竖线是全角的“｜”，没有成为表格"
      case .tabs: "这几行用制表符分列，像是从 Excel 或 Word 复制的表格，网页上会连成一片"
      case .drawn: "这是用线条画的表格，网页上会连成一片"
      }
    if table.form == .pipes, table.isAboveTable {
      let cures = [
        "表头有几行的，只有第一行写在“|---|---|”上面，与上面合并的格写“^^”：\n" + table.table, "它是表的名称的，写在表格前面，空一行，不用“|”",
      ]
      return BodyWording(.warning, message, cures)
    }
    return BodyWording(
      .warning, message,
      ["改为（前后各空一行）：\n" + table.table, "与上一行合并的格写“^^”，与左边合并的写“||”，空着的格留一个空格"])
  }
}
