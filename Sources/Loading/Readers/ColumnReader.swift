import Base
import Documents
import Guard
import Markdown

/// Reads a `_column.md` into a column, with findings.
struct ColumnReader {
  private var file: FileReader
  private let kinds: KindTable
  private let textGuard: TextGuard

  /// The words of a column's front matter; some are those of a document.
  static let vocabulary = Vocabulary(
    [
      ("title", "标题"), ("kind", "类型"), ("order", "排序"), ("description", "描述"), ("keywords", "关键词"),
      ("columnType", "栏目类别"), ("updateEvery", "更新周期"), ("collects", "归集"), ("checked", "已核对"),
      ("statutory", "法定依据"), ("notApplicable", "不涉及"),
    ], required: ["title"])

  /// Reads a file known to be text; `file` has its findings so far.
  ///
  /// - Returns: The column, even if some values were wrong; nil if there is no front matter.
  static func read(
    _ file: FileReader, path: String, kinds: KindTable, textGuard: TextGuard
  ) -> (column: Column?, findings: [Diagnostic]) {
    var reader = ColumnReader(file: file, kinds: kinds, textGuard: textGuard)
    let column = reader.read(path)
    return (column, reader.file.findings)
  }

  private mutating func read(_ path: String) -> Column? {
    guard let frontMatter = file.frontMatter(example: "title: 栏目名称") else { return nil }
    let source = file.source
    let head = SourceText(path: source.path, bytes: Array(source.bytes[..<frontMatter.bodyStart]))
    var column = Column(path: path, frontMatter: head)
    if let root = file.readYAML(frontMatter.yaml),
      let entries = file.entries(of: root, what: "文件开头")
    {
      fill(&column, Draft(entries, vocabulary: Self.vocabulary, file: &file))
    }
    let (reading, targets) = file.readBody(frontMatter)
    file.watch(reading, from: frontMatter.bodyStart, by: textGuard, made: nil)
    column.introduction = Body(
      text: reading.text, targets: targets, fingerprint: file.fingerprint(from: frontMatter.bodyStart))
    return column
  }

  private mutating func fill(_ column: inout Column, _ draft: Draft) {
    if let title = file.text(draft["title"], "栏目标题") {
      column.title = title
    } else if draft["title"] == nil {
      file.add("missing-title", at: draft.place(of: "title"), "标题缺失，每个栏目都要有标题", cures: ["写上 title: 栏目名称"])
    }
    let kinds = kinds
    for value in [draft["title"], draft["description"]].compactMap(\.self) {
      file.watch(value.words, at: value.place, by: textGuard, made: nil)
    }
    column.kind = file.choice(draft["kind"], "类型", words: kinds.words) { word in
      kinds.kind(word)?.id ?? (kinds.isIncomplete ? word : nil)
    }
    column.order = file.integer(draft["order"], "排序", in: -9999...9999) ?? 0
    column.description = file.text(draft["description"], "描述", multiline: true) ?? ""
    column.keywords = file.texts(draft["keywords"], "关键词", .likely).map(\.text)
    column.columnType = file.text(draft["columnType"], "栏目类别")
    column.statutory = statutory(draft["statutory"])
    column.notApplicable = notApplicable(draft["notApplicable"])
    column.collects = file.query(draft["collects"], kinds: kinds)
    column.checked = file.checked(draft["checked"])
    column.updateEvery = file.period(draft["updateEvery"], "更新周期")
    column.updateEveryPlace = draft["updateEvery"]?.place
  }

  private static let statutoryItems = StatutoryItem.allCases.map(\.key)

  private mutating func statutory(_ value: YAMLValue?) -> [Query.Word] {
    file.texts(value, "法定依据").compactMap { text, place in
      if Self.statutoryItems.contains(text) { return Query.Word(text: text, place: place) }
      file.reportChoice(text, at: place, "法定依据", words: Self.statutoryItems)
      return nil
    }
  }

  private static let declarationWords = Vocabulary([("on", "日期"), ("reason", "理由")], required: ["on", "reason"])

  private mutating func notApplicable(_ value: YAMLValue?) -> Column.NotApplicable? {
    guard let value, let entries = file.entries(of: value, what: "不涉及") else { return nil }
    let draft = Draft(entries, vocabulary: Self.declarationWords, file: &file)
    for (word, label) in [("on", "日期"), ("reason", "理由")] where draft[word] == nil {
      file.add(
        "missing-field", at: draft.place(of: word) ?? value.place, "不涉及没有写\(label)",
        cures: ["写作 notApplicable: {on: 2026-01-05, reason: 理由}"])
    }
    guard let on = file.date(draft["on"], "不涉及的日期"), let reason = file.text(draft["reason"], "不涉及的理由") else {
      return nil
    }
    return Column.NotApplicable(on: on, reason: reason, place: value.place)
  }
}
