import Base
import Documents
import Manuscripts
import OfficeFiles

/// What a person should know of a document that was made of a file, in words: for the terminal and for the desk.
package struct ImportAccount: Sendable, Hashable {
  /// What is written into the front matter: 标题：关于…的通知.
  package private(set) var facts: [Line] = []
  /// What is written there as a comment.
  package private(set) var proposals: [Line] = []
  package private(set) var omissions: [Line] = []
  package private(set) var questions: [ImportQuestion] = []
  /// What should be compared with the original.
  package private(set) var doubts: [Line] = []
  /// The names of the files that were taken along.
  package private(set) var pictures: [String] = []

  package struct Line: Sendable, Hashable {
    package let text: String
    /// Where it is in the original: 第3段.
    package let place: String?

    /// Memberwise.
    package init(_ text: String, _ place: String? = nil) { (self.text, self.place) = (text, place) }
  }

  /// Of a whole document.
  package init(_ document: ImportedDocument) {
    self.init(omissions: document.omissions, doubts: document.doubts, remarks: document.body.remarks)
    facts = document.facts.entries.filter { !$0.isProposal }.map(Self.line)
    proposals = document.facts.entries.filter(\.isProposal).map(Self.line)
    questions = document.facts.questions
    pictures = document.body.pictures.map(\.name)
  }

  /// Of a text.
  init(omissions: [Omission], doubts: [Doubt], remarks: [ImportRemark]) {
    // A mark that is written in another form is not left out.
    self.omissions = omissions.filter { $0.kind != .mark }.merged.map {
      Line($0.kind.label + Self.shown($0.text), $0.place?.text)
    }
    self.doubts =
      doubts.merged.map { Line($0.kind.label + Self.shown($0.text), $0.place?.text) }
      + remarks.map { Line($0.message, $0.place?.text) }
  }

  private static func line(_ entry: FrontMatterEntry) -> Line {
    let label = CommonField(rawValue: entry.key)?.label ?? entry.key
    return Line("\(label)：\(TextReport.printable(entry.value.words))", entry.place?.text)
  }

  /// The beginning of a text.
  private static func shown(_ text: String) -> String {
    let line = TextReport.printable(text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed)
    if line.isEmpty { return "" }
    return "“" + (line.count > 40 ? line.prefix(40) + "…" : line) + "”"
  }
}

extension Array where Element: Equatable {
  /// Each once.
  fileprivate var merged: [Element] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}

extension Omission.Kind {
  /// For people.
  fileprivate var label: String {
    switch self {
    case .header: "页眉"
    case .footer: "页脚"
    case .pageNumber: "页码"
    case .seal: "印章"
    case .deletedText: "修订中删去的文字"
    case .hiddenText: "隐藏文字"
    case .comment: "批注"
    case .mark: "换了写法的编号、注号"
    case .column: "表格里类型没有的列"
    case .navigation: "网页上正文以外的文字"
    }
  }
}

extension Doubt.Kind {
  /// For people.
  fileprivate var label: String {
    switch self {
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
