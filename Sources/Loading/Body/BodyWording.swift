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
        .error, "HTML 代码“\(text.prefix(40))”不会显示，正文只用 Markdown", ["改用 Markdown；要显示“<”本身，写作 \\<"])
    case .htmlComment:
      BodyWording(.warning, "HTML 注释不会出现在网页上", ["删去注释"])
    case .imageWithoutText(let target):
      BodyWording(.error, "图片“\(target.prefix(60))”缺少替代文字，看不见图片的人不知道内容", ["写作 ![图片内容的说明](\(target.prefix(60)))"])
    case .unsafeScheme(let scheme):
      BodyWording(.error, "“\(scheme):”链接不安全，不会输出", ["改为 https:// 网址、站内路径或附件"])
    case .tableCells(let columns, let cells):
      BodyWording(.error, "表格这一行有 \(cells) 格，表头只有 \(columns) 列，多出的内容不会显示", ["补齐表头，或者把单元格中的“|”写作 \\|"])
    case .mergeTarget(.nothingAbove):
      BodyWording(.error, "“^^”的上方没有可以合并的单元格", ["写上内容，或者留空"])
    case .mergeTarget(.nothingLeft):
      BodyWording(.error, "“||”的左边没有可以合并的单元格", ["写上内容，或者留一个空格"])
    case .mergeTarget(.notRectangular):
      BodyWording(.error, "合并的单元格不成矩形", ["同一块合并区域的各行写同样多的“^^”或“||”"])
    }
  }
}
