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
    case .pastedTable(let table):
      BodyWording(
        .error, "HTML 表格的代码不会显示，正文只用 Markdown",
        ["改为（前后各空一行）：\n" + table, "与上一行合并的格写“^^”，与左边合并的写“||”，空着的格留一个空格"])
    case .leftoverHTML(let text):
      BodyWording(
        .error, "“\(text.prefix(40))”是从别的程序带来的代码，会原样显示", ["删去；确实要显示“<”的，写作 \\<"])
    case .htmlComment:
      BodyWording(.warning, "HTML 注释不会出现在网页上", ["删去注释"])
    case .imageWithoutText(let target):
      BodyWording(.error, "图片“\(target.prefix(60))”缺少替代文字，看不见图片的人不知道内容", ["写作 ![图片内容的说明](\(target.prefix(60)))"])
    case .unsafeScheme(let scheme):
      BodyWording(
        .error, "“\(scheme):”链接不安全，不会输出",
        ["改为 https:// 网址、mailto:、tel:、站内路径或附件；文件名中有冒号的，前面写上“./”"])
    case .incompleteAddress(let address):
      BodyWording(
        .error, "“\(address.prefix(60))”不是完整的网址，浏览器会打开别的网站，不会输出", ["写作 https://www.example.gov.cn/… 的形式"])
    case .localPath(let target):
      BodyWording(
        .error, "“\(target.prefix(60))”是本机路径，别人的电脑上没有这个文件",
        ["把文件放在正文旁边，只写文件名：(\(target.split { $0 == "\\" || $0 == "/" }.last ?? ""))"])
    case .link(let problem): of(problem)
    case .strayMark(let mark): of(strayMark: mark)
    case .listMark(let mark):
      BodyWording(
        .warning, "以“\(mark)”开头的行不会成为列表，会原样显示", ["列表写作“- ”（减号和一个空格），每项一行"])
    case .headingMark(let isWide, let level):
      BodyWording(
        .warning, isWide ? "“＃”是全角的，不会成为标题" : "“#”后面没有空格，不会成为标题",
        ["写作“\(String(repeating: "#", count: level)) 标题”；不是标题的，写作“\\#”"])
    case .entity(let text) where CharacterFault.inReference(text) != nil:
      BodyWording(
        .error,
        "“\(text)”是网页代码，代表看不见的\(CharacterFault.inReference(text).map { $0.fault.name(of: $0.scalar) } ?? "字符")，不会输出",
        ["删去；确实要显示“&”的，写作“\\&”"])
    case .entity(let text):
      BodyWording(
        .warning, "“\(text)”是网页代码，不是文字", ["改为要显示的字符；空格删去；确实要显示“&”的，写作“\\&”"])
    case .footnote(let problem): of(problem)
    case .brokenSentence(let end, let next):
      BodyWording(
        .warning, "这一句好像断成了两段：“…\(end)”后面没有句末标点，下一段是“\(next)…”",
        ["把下一段接到这一行后面；确实是两段的，补上标点"])
    case .lostText(let text):
      BodyWording(
        .error, "从“\(text)”起，网页上的文字与原文不一致", ["这里的符号可能被当作 Markdown 标记，在符号前加“\\”"])
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

  private static func of(_ problem: MarkdownIssue.LinkProblem) -> BodyWording {
    switch problem {
    case .blankInTarget(let target):
      BodyWording(
        .error, "链接或图片的地址“\(target.prefix(60))”中有空格，没有成为链接", ["写作 [名称](<\(target.prefix(60))>)，或者把文件名中的空格去掉"])
    case .wideBrackets(let target):
      BodyWording(
        .error, "链接用了全角括号，没有成为链接", ["写作 [网站](\(target.prefix(60)))，方括号后面用半角的 ( )"])
    case .notATarget(let target):
      BodyWording(
        .warning, "“\(target.prefix(60))”不是网址、文件名或站内路径，没有成为链接",
        ["改为网址、文件名（附件1.docx）或站内路径（zhengce/2023-3）；不是链接的，写作 \\["])
    }
  }

  private static func of(strayMark mark: String) -> BodyWording {
    switch mark {
    case "~~": BodyWording(.warning, "“~~”不是删除线，会原样显示", ["删去“~~”；正式文件中没有删除线"])
    case "__": BodyWording(.warning, "“__”不是加粗，会原样显示", ["加粗写作 **文字**；是填空线的，多写几个“_”"])
    default: BodyWording(.warning, "“\(mark)”没有配对，会原样显示星号", ["在这几个字后面补上“\(mark)”；不是加粗的，写作“\\*\\*”"])
    }
  }

  private static func of(_ problem: MarkdownIssue.FootnoteProblem) -> BodyWording {
    switch problem {
    case .missing(let mark):
      BodyWording(.error, "脚注“\(mark)”没有注文", ["另起一行写作“\(mark): 注文”；不是脚注的，写作“\\\(mark)”"])
    case .unused(let mark):
      BodyWording(.warning, "正文中没有用到脚注“\(mark)”", ["在要注释的文字后面写“\(mark)”，或者删去这条注文"])
    case .repeated(let mark):
      BodyWording(.error, "脚注“\(mark)”有两条注文", ["改其中一条的编号"])
    }
  }

  /// Whether it is a reference to a character that no page may hold, which another stands for on the page.
  static func isMended(_ issue: MarkdownIssue) -> Bool {
    if case .entity(let text) = issue.kind { CharacterFault.inReference(text) != nil } else { false }
  }
}
