package import Base

extension FrontMatterForm {
  /// A document to fill in: required facts with empty values, the kind's others behind `#`, each with what may be written there.
  /// It is a draft, so that nothing of it is published before somebody has taken that line out.
  ///
  /// - Parameters:
  ///   - today: The day of publication, to begin with.
  ///   - kindWord: What `kind` says; nil where the column says it.
  ///   - title: If it is known already.
  package func skeleton(today: CalendarDate, kindWord: String?, title: String? = nil) -> String {
    let own = Set(kind.fields.map(\.key))
    let shown = entries.filter { $0.isRequired || own.contains($0.key) }
    let lines = shown.map { entry -> (String, FormEntry) in
      var value: String?
      if entry.key == CommonField.publishedOn.rawValue { value = today.iso }
      if entry.key == CommonField.title.rawValue { value = title?.onOneLine }
      if let value { return (YAMLWriter.entry(entry.key, .scalar(value), isQuoted: entry.type == .text), entry) }
      if entry.isRequired { return ("\(entry.key):", entry) }
      return ("# \(entry.key):" + (entry.example.map { " " + $0 } ?? ""), entry)
    }
    let width = min(lines.map(\.0.displayWidth).max() ?? 0, Self.mostWidth)
    var text = "---\n"
    if let kindWord { text += "kind: \(kindWord)\n" }
    for (line, entry) in lines { text += line.padded(to: width) + "  # " + entry.remark + "\n" }
    text += "draft: 是".padded(to: width) + "  # 草稿不公开；写好、检查过以后删去这一行\n"
    return text + "---\n\n正文写在这里，一行是一个自然段。\n"
  }

  /// Longer lines push their remark out instead of everybody's.
  private static let mostWidth = 36
}

extension String {
  fileprivate var onOneLine: String { unicodeScalars.map { $0.value < 0x20 ? " " : String($0) }.joined() }
}

extension FormEntry {
  /// Label, whether it must be there, what it means, and what may be written: on one line.
  package var remark: String {
    var remark = label
    if isRequired { remark += "（必填）" }
    if !help.isEmpty { remark += "：" + help }
    let words = choices.isEmpty ? suggestions : choices
    if !words.isEmpty {
      let shown = words.prefix(Self.mostWords).joined(separator: "、")
      remark += "；可以写：" + shown + (words.count > Self.mostWords ? " 等 \(words.count) 个" : "")
    }
    if !columns.isEmpty { remark += "；表头：" + columns.map(\.label).joined(separator: "、") }
    return remark
  }

  private static let mostWords = 8
}
