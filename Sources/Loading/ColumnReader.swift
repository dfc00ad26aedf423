import Diagnostics
import Documents
import Markdown

/// Turns a `_column.md` into a column, or into findings.
struct ColumnReader {
  private var findings: Findings
  private let kinds: KindTable

  /// The words of a column: some are those of a document.
  private static let vocabulary = Vocabulary(
    [
      ("title", "标题"), ("kind", "类型"), ("order", "排序"), ("description", "描述"), ("keywords", "关键词"),
      ("columnType", "栏目类别"), ("updateEvery", "更新周期"), ("collects", "归集"),
    ], required: ["title"])

  /// Reads a file that is known to be text; `findings` has what was found in it so far.
  ///
  /// - Returns: The column even when some of its values were wrong, absent when it has no front matter.
  static func read(
    _ findings: Findings, path: String, kinds: KindTable, digest: Digest
  ) -> (column: LoadedColumn?, findings: [Diagnostic]) {
    var reader = ColumnReader(findings: findings, kinds: kinds)
    let column = reader.read(path, digest)
    return (column, reader.findings.list)
  }

  private mutating func read(_ path: String, _ digest: Digest) -> LoadedColumn? {
    guard let frontMatter = findings.frontMatter(example: "title: 栏目名称") else { return nil }
    let source = findings.source
    let head = SourceText(path: source.path, bytes: Array(source.bytes[..<frontMatter.bodyStart]))
    var column = Column(path: path, frontMatter: head)
    if let root = findings.readYAML(frontMatter.yaml, quotedMarkers: frontMatter.quotedMarkers),
      let entries = findings.entries(of: root, what: "文件开头")
    {
      fill(&column, Draft(entries, vocabulary: Self.vocabulary, findings: &findings))
    }
    let introduction = findings.renderBody(frontMatter)
    column.bodyTargets = introduction.targets(in: source)
    return LoadedColumn(column: column, introduction: introduction, digest: digest(source.bytes))
  }

  private mutating func fill(_ column: inout Column, _ draft: Draft) {
    if let title = findings.text(draft["title"], "栏目标题") {
      column.title = title
    } else if draft["title"] == nil {
      findings.add("missing-title", at: draft.place(of: "title"), "标题缺失，每个栏目都要有标题", cures: ["写上 title: 栏目名称"])
    }
    let kinds = kinds
    column.kind = findings.choice(draft["kind"], "类型", words: kinds.words) { word in
      kinds.kind(word)?.id ?? (kinds.isIncomplete ? word : nil)
    }
    column.order = findings.integer(draft["order"], "排序", in: -9999...9999) ?? 0
    column.description = findings.text(draft["description"], "描述", multiline: true) ?? ""
    column.keywords = findings.texts(draft["keywords"], "关键词").map(\.text)
    column.columnType = findings.text(draft["columnType"], "栏目类别")
    column.collects = findings.query(draft["collects"], kinds: kinds)
    column.updateEvery = period(draft["updateEvery"])
  }

  private mutating func period(_ value: YAMLValue?) -> Period? {
    guard let value, let text = findings.text(value, "更新周期") else { return nil }
    if let period = Period(text) { return period }
    findings.add("wrong-type", at: value.place, "更新周期“\(text)”不是一段时间", cures: ["写作 14天、2周、1季度、半年、6个月 或 1年"])
    return nil
  }
}
