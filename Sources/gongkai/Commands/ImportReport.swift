import Base
import Importing
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
    for detail in fault.details.prefix(Self.mostDetails) { text += Self.line(detail.text, detail.place?.text) }
    if fault.details.count > Self.mostDetails { text += "  …… 共 \(fault.details.count) 处\n" }
    return text + (cure.map { "  = \($0)\n" } ?? "")
  }

  private static let mostDetails = 50

  private func text(
    of document: ImportedDocument, from file: String, to path: String, _ found: [Diagnostic], _ findings: TextReport
  ) -> String {
    var text = "\(file) → Content/\(path)/\(document.isDraft ? "（草稿）" : "")\n"
    let account = ImportAccount(document)
    if !isBrief {
      text += section("写进文件开头", account.facts.map(Self.line))
      text += section("可能有，写成注释，由人确认", account.proposals.map(Self.line))
      text += section("没有带进来", account.omissions.map(Self.line))
    }
    text += section("请决定", account.questions.map(Self.lines))
    text += section("请与原件核对", account.doubts.map(Self.line))
    if !isBrief, !account.pictures.isEmpty {
      text += section("图片", [Self.line(account.pictures.joined(separator: "、"), nil)])
    }
    let shown = isBrief ? found.filter { $0.severity == .error } : found
    return text + shown.map(findings.text).joined() + (isBrief ? "" : "\n")
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "  \(title)：\n" + lines.map { "  " + $0 }.joined()
  }

  private static func line(_ line: ImportAccount.Line) -> String { Self.line(line.text, line.place) }

  private static func line(_ text: String, _ place: String?) -> String {
    "  " + text + (place.map { "（\($0)）" } ?? "") + "\n"
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
