/// All rules, in the order in which docs/rules.md lists them. A rule that is not here cannot be looked up, or marked; a test finds it.
package enum RuleTable {
  /// The rules about one thing.
  package struct Chapter: Sendable {
    package let title: String
    package let rules: [RuleEntry]
  }

  package static let chapters = [
    Chapter(title: "站点和文件", rules: files), Chapter(title: "文件开头", rules: frontMatter),
    Chapter(title: "内容", rules: content), Chapter(title: "关系", rules: relations),
    Chapter(title: "互相矛盾", rules: contradictions), Chapter(title: "把关", rules: guarding),
    Chapter(title: "附件", rules: attachments),
    Chapter(title: "CSV 表格", rules: tables), Chapter(title: "正文", rules: bodies),
    Chapter(title: "其他专栏的导出", rules: sources), Chapter(title: "站点设置和类型", rules: settings),
    Chapter(title: "模板", rules: templates),
  ]

  /// Every rule once.
  package static let all = chapters.flatMap(\.rules)

  /// The rule with an id.
  package static subscript(id: String) -> RuleEntry? { all.first { $0.id == id } }

  /// Rules with findings that an editor may mark as looked at: warnings. A mark about marks would be never-ending.
  package static let markable = Set(all.filter { $0.level != .error && $0.id != "checked-idle" }.map(\.id))

  /// Rules of which `gongkai fix` can mend findings, where the meaning cannot change.
  package static let mended: Set<String> = [
    "attachment-author", "attachment-position", "date-form", "document-number", "encoding", "figure-blank",
    "half-width-mark", "invisible-character", "leading-zero", "line-separator", "lookalike-character",
    "mark-between-quotations", "title-blank", "yaml-blank", "yaml-comment", "yaml-syntax",
    "yaml-tab",
  ]

  /// Rules whose errors rest on the reading of a sentence: an editor who knows better may mark those, too.
  package static let readings: Set<String> = ["unrecorded-repeal"]
}

extension Diagnostic {
  /// Whether an editor may mark it as looked at.
  package var isMarkable: Bool { severity == .warning || RuleTable.readings.contains(rule) }
}

extension RuleTable {
  /// The text of docs/rules.md.
  package static var markdown: String {
    let head = """
      # 规则

      本页由程序写出（`gongkai explain --markdown`），共 \(all.count) 条。编号写在检查结果的方括号里；一条规则也可以在终端上看：`gongkai explain 编号`。
      错误：不改正不能发布。警告：可以发布，请看一看；看过、确实没有问题的，可以[标为已核对](handbook.zh.md#看过的警告)。

      """
    return head + chapters.map { "\n## \($0.title)\n" + $0.rules.map(markdown).joined() }.joined()
  }

  private static func markdown(_ rule: RuleEntry) -> String {
    let lines = rule.lines.map { "- \($0.label)：\(escaped($0.text))\n" }
    return "\n### \(rule.id)\n\n\(rule.level.label)\n\n" + lines.joined()
  }

  /// The signs that Markdown would take for its own; what stands in backquotes is left as it is.
  private static func escaped(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2)
        ? String(part.flatMap { "\\*_[]<>#&~^|".contains($0) ? ["\\", $0] : [$0] }) : "`" + part + "`"
    }.joined()
  }
}
