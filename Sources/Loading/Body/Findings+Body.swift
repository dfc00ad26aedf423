import Base
import Documents
import Markdown

// Front matter and body of a Markdown file.
extension Findings {
  /// Finds the front matter, or says what is wrong with it.
  mutating func frontMatter(example: String) -> FrontMatter? {
    switch FrontMatter.find(in: source) {
    case .success(let found): return found
    case .failure(.missing):
      add(
        "front-matter-missing", at: nil, "文件开头缺少“---”：第一行应为“---”，其后写 \(example) 等项，再以“---”结束",
        cures: ["在文件开头加上这几行"])
    case .failure(.notClosed):
      let start = source.markLength
      add(
        "front-matter-open", at: start..<(start + 3), "文件开头的“---”没有结束", cures: ["在各项之后、正文之前加一行“---”，顶格书写"])
    }
    return nil
  }

  /// Renders what follows the front matter; its mistakes become findings.
  mutating func renderBody(_ frontMatter: FrontMatter) -> MarkdownText {
    let body = renderMarkdown(source.bytes[frontMatter.bodyStart...], firstLine: frontMatter.bodyLine)
    for issue in body.issues {
      let wording = BodyWording.of(issue.kind)
      let place = issue.place
      add(
        Diagnostic(
          issue.id, wording.severity,
          at: source.location(line: place.line, column: place.column, length: place.length), wording.message,
          cures: wording.cures))
    }
    return body
  }
}

extension MarkdownText {
  /// The links and images, as the model keeps them.
  func targets(in source: SourceText) -> [BodyTarget] {
    guard !slots.isEmpty else { return [] }
    let lines = LineTable(source)
    var texts: [Int: String] = [:]
    return slots.map { slot in
      let text = texts[slot.place.line] ?? lines.text(slot.place.line)
      texts[slot.place.line] = text
      return BodyTarget(
        destination: slot.destination, isImage: slot.kind == .image, line: slot.place.line, column: slot.place.column,
        length: slot.place.length, sourceLine: text)
    }
  }
}

/// Where the lines of a file begin: for many look-ups in one file.
private struct LineTable {
  private let bytes: [UInt8]
  private var starts: [Int]

  init(_ source: SourceText) {
    bytes = source.bytes
    starts = [source.markLength]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
  }

  /// The text of a 1-based line without its line break.
  func text(_ number: Int) -> String {
    guard number >= 1, number <= starts.count else { return "" }
    var end = number < starts.count ? starts[number] - 1 : bytes.count
    if end > starts[number - 1], bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[starts[number - 1]..<end], as: UTF8.self)
  }
}

/// The mistakes of Markdown bodies in Chinese.
private struct BodyWording {
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
