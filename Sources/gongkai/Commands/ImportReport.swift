import Base
import Documents
import Importing
import Manuscripts
import OfficeFiles
import SiteBuild

/// What `import` says of each file, and of all.
struct ImportReport {
  /// Of more files, only what somebody has to look at is said.
  static let mostInFull = 20

  private let isDry: Bool
  private let isBrief: Bool
  private var (written, drafts, known, refused) = (0, 0, 0, 0)
  private var (errors, warnings, questions) = (0, 0, 0)

  init(isDry: Bool, isBrief: Bool) { (self.isDry, self.isBrief) = (isDry, isBrief) }

  /// Whether a file was refused, or has errors.
  var isFaulty: Bool { refused > 0 || errors > 0 }

  mutating func text(of result: ImportResult, _ findings: TextReport) -> String {
    switch result.outcome {
    case .document(let document, let path, let found):
      count(document, found)
      return text(of: document, from: result.file, to: path, found, findings)
    case .known(let path):
      known += 1
      return "\(result.file)：以前导入过，是 Content/\(path)，没有再写\n"
    case .refused(let fault):
      refused += 1
      return text(of: fault, in: result.file)
    }
  }

  private mutating func count(_ document: ImportedDocument, _ found: [Diagnostic]) {
    written += 1
    drafts += document.isDraft ? 1 : 0
    errors += document.isDraft ? 1 : 0
    warnings += found.count { $0.severity == .warning }
    questions += document.facts.questions.count
  }

  // MARK: One file

  private func text(of fault: ImportFault, in file: String) -> String {
    let (what, cure) = fault.message
    var text = "\(file)：没有导入，\(what)\n"
    for detail in fault.details.prefix(Self.mostDetails) { text += Self.line(detail.text, detail.place) }
    if fault.details.count > Self.mostDetails { text += "  …… 共 \(fault.details.count) 处\n" }
    return text + (cure.map { "  = \($0)\n" } ?? "")
  }

  private static let mostDetails = 50

  private func text(
    of document: ImportedDocument, from file: String, to path: String, _ found: [Diagnostic], _ findings: TextReport
  ) -> String {
    var text = "\(file) → Content/\(path)/\(document.isDraft ? "（草稿）" : "")\n"
    if !isBrief {
      text += section("写进文件开头", document.facts.entries.filter { !$0.isProposal }.map(Self.line))
      text += section("可能有，写成注释，由人确认", document.facts.entries.filter(\.isProposal).map(Self.line))
      text += section("没有带进来", document.omissions.merged.map { Self.line($0.label + $0.shown, $0.place) })
    }
    text += section("请决定", document.facts.questions.map(Self.lines))
    text += section(
      "请与原件核对",
      document.doubts.merged.map { Self.line($0.label + $0.shown, $0.place) }
        + document.body.remarks.map { Self.line($0.message, $0.place) })
    if !isBrief, !document.body.pictures.isEmpty {
      text += section("图片", [Self.line(document.body.pictures.map(\.name).joined(separator: "、"), nil)])
    }
    let shown = isBrief ? found.filter { $0.severity == .error } : found
    return text + shown.map(findings.text).joined() + (isBrief ? "" : "\n")
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "  \(title)：\n" + lines.map { "  " + $0 }.joined()
  }

  private static func line(_ text: String, _ place: OfficePlace?) -> String {
    "  " + text + (place.map { "（\($0.text)）" } ?? "") + "\n"
  }

  private static func line(_ entry: FrontMatterEntry) -> String {
    let label = CommonField(rawValue: entry.key)?.label ?? entry.key
    return line("\(label)：\(TextReport.printable(entry.value.words))", entry.place)
  }

  private static func lines(_ question: ImportQuestion) -> String {
    let places = question.places.isEmpty ? "" : "（\(question.places.map(\.text).joined(separator: "、"))）"
    let rule = question.rule.map { " [\($0)]" } ?? ""
    return "  \(TextReport.printable(question.message))\(places)\(rule)\n"
      + question.cures.map { "      = \(TextReport.printable($0))\n" }.joined()
  }

  // MARK: All files

  var summary: String {
    var parts = ["\(isDry ? "可以导入" : "已导入") \(written) 个文件"]
    if drafts > 0 { parts.append("其中 \(drafts) 个有错误要改，写成草稿") }
    if known > 0 { parts.append("\(known) 个以前导入过") }
    if refused > 0 { parts.append("\(refused) 个没有导入") }
    if questions > 0 { parts.append("要决定的 \(questions) 处") }
    if warnings > 0 { parts.append("警告 \(warnings) 条" + (isBrief ? "（用 gongkai check 看）" : "")) }
    return parts.joined(separator: "，") + (isDry ? "；没有写任何文件" : "") + "\n"
  }
}

/// Something said of a file, with its text and place.
private protocol Noted {
  var label: String { get }
  var text: String { get }
  var place: OfficePlace? { get }
}

extension Noted {
  /// The beginning of its text.
  fileprivate var shown: String {
    let line = TextReport.printable(text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed)
    if line.isEmpty { return "" }
    return "“" + (line.count > 40 ? line.prefix(40) + "…" : line) + "”"
  }
}

extension Omission: Noted {
  fileprivate var label: String {
    switch kind {
    case .header: "页眉"
    case .footer: "页脚"
    case .pageNumber: "页码"
    case .seal: "印章"
    case .deletedText: "修订中删去的文字"
    case .hiddenText: "隐藏文字"
    case .comment: "批注"
    case .column: "表格里类型没有的列"
    case .navigation: "网页上正文以外的文字"
    }
  }
}

extension Doubt: Noted {
  fileprivate var label: String {
    switch kind {
    case .struckText: "加了删除线的文字，看起来是删去的，照样带入"
    case .privateCharacters: "只有个别电脑的字体里才有的字"
    case .object: "公式、图表或嵌入的文件，没有带入"
    case .field: "域的结果可能不是最新的"
    case .textBox: "文本框，位置请核对"
    case .picture: "图片没有带入"
    case .numbering: "编号的形式不认得"
    case .raisedText: "上标、下标写成了普通的字"
    case .tableGrid: "表格的格数对不齐"
    case .joinedLines: "原件只有一行一行的字，段落是接起来的，请与原件逐段核对"
    case .flatTable: "像是表格，原件没有格线可认，按行写成了文字"
    case .pageWithoutText: "这一页没有文字，是图片或者空白页"
    case .formula: "公式出错或者没有算出结果"
    case .lostDigits: "数字太长，后几位已经变成 0"
    case .encoding: "有不属于文件编码的字节"
    }
  }
}

extension [Omission] {
  /// Each once.
  fileprivate var merged: [Omission] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}

extension [Doubt] {
  /// Each once.
  fileprivate var merged: [Doubt] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
