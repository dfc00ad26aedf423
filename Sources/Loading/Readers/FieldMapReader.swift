package import Base
package import Documents

/// Reads a field map: how a library of a higher level calls what ours says. No part of Content.
package struct FieldMapReader {
  private var file: FileReader
  private let words: [String: FieldMap.Word]
  private let names: [String]

  private static let vocabulary = Vocabulary([("label", "名称"), ("fields", "字段")], required: ["label", "fields"])
  private static let fieldVocabulary = Vocabulary(
    [
      ("to", "对方字段"), ("from", "本站字段"), ("value", "固定值"), ("date", "日期格式"), ("choices", "对照"), ("otherwise", "其他"),
      ("join", "间隔"), ("list", "列表"),
    ], required: ["to"])

  /// The forms of dates, as people write them.
  package static let dateForms = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "yyyy年M月d日", "yyyy-MM-dd HH:mm:ss"]

  /// The map, unless a finding is an error, and the findings.
  ///
  /// - Parameters:
  ///   - path: For findings.
  ///   - words: What may be named.
  package static func read(
    _ bytes: [UInt8], path: String, words: [FieldMap.Word]
  ) -> (map: FieldMap?, findings: [Diagnostic]) {
    var reader = FieldMapReader(SourceText(path: path, bytes: bytes), words)
    let map = reader.file.checkText() ? reader.read() : nil
    // `gongkai fix` mends what is in Content, and a map is not.
    return (reader.file.hasErrors ? nil : map, reader.file.findings.map(\.withoutEdits))
  }

  private init(_ source: SourceText, _ all: [FieldMap.Word]) {
    file = FileReader(source: source)
    words = Dictionary(all.flatMap { [($0.key, $0), ($0.label, $0)] }, uniquingKeysWith: { first, _ in first })
    names = all.map(\.label) + all.map(\.key)
  }

  private mutating func read() -> FieldMap? {
    guard let root = file.readYAML(file.source.markLength..<file.source.bytes.count),
      let entries = file.entries(of: root, what: "字段对照文件")
    else { return nil }
    let draft = Draft(entries, vocabulary: Self.vocabulary, file: &file)
    let label = file.text(draft["label"], "label（名称）")
    if label == nil {
      file.add("missing-field", at: draft.place(of: "label") ?? root.place, "label 没有写", cures: ["写上对方系统的名称"])
    }
    var fields: [FieldMap.Entry] = []
    for item in file.items(of: draft["fields"], "fields（字段）") {
      guard let field = field(item) else { continue }
      if fields.contains(where: { $0.name == field.name }) {
        file.add("duplicate-key", at: item.place, "对方的字段“\(field.name)”写了两次", cures: ["只留一处"])
      }
      fields.append(field)
    }
    if fields.isEmpty {
      file.add(
        "missing-field", at: draft.place(of: "fields") ?? root.place, "fields 没有写",
        cures: ["每个字段一行，如 - {to: 标题, from: title}"])
    }
    return label.map { FieldMap(label: $0, fields: fields) }
  }

  private mutating func field(_ item: YAMLValue) -> FieldMap.Entry? {
    guard let entries = file.entries(of: item, what: "字段") else { return nil }
    let draft = Draft(entries, vocabulary: Self.fieldVocabulary, file: &file)
    guard let name = file.text(draft["to"], "to（对方字段）") else {
      file.add("missing-field", at: draft.place(of: "to") ?? item.place, "to 没有写", cures: ["写上对方系统里的字段名"])
      return nil
    }
    guard let (source, word) = source(draft, name, at: item.place) else { return nil }
    return FieldMap.Entry(
      name: name, source: source, dateForm: dateForm(draft["date"], isDay: word?.isDay ?? false),
      choices: choices(draft["choices"], of: word),
      otherwise: file.text(draft["otherwise"], "otherwise（其他）"),
      separator: file.text(draft["join"], "join（间隔）") ?? "；",
      isList: file.boolean(draft["list"], "list（列表）") ?? false)
  }

  /// Where the value comes from, and what it is; nil: it is constant.
  private mutating func source(
    _ draft: Draft, _ name: String, at place: Range<Int>
  ) -> (FieldMap.Source, FieldMap.Word?)? {
    switch (draft["from"], draft["value"]) {
    case (let from?, nil):
      guard let word = file.text(from, "from（本站字段）") else { return nil }
      if let known = words[word] { return (.member(known.path), known) }
      file.add(
        "unknown-key", at: from.place, "“\(word)”不是本站文件的字段",
        cures: NearMiss.cure(for: word, among: names) + ["可以写的字段见手册“数据交换”一章"])
      return nil
    case (nil, let value?): return file.text(value, "value（固定值）").map { (.constant($0), nil) }
    default:
      file.add(
        "missing-field", at: place, "“\(name)”要写 from（本站字段）或者 value（固定值），两样写一样",
        cures: ["如 - {to: \(name), from: title}，或者 - {to: \(name), value: 文字}"])
      return nil
    }
  }

  private mutating func dateForm(_ value: YAMLValue?, isDay: Bool) -> String? {
    guard let value, let form = file.choice(value, "date（日期格式）", words: Self.dateForms, read: Self.dateForm) else {
      return nil
    }
    if !isDay { file.add("wrong-type", at: value.place, "只有日期可以写 date", cures: ["删去 date，或者改 from"]) }
    return form
  }

  private static func dateForm(_ word: String) -> String? { dateForms.first { $0 == word } }

  /// Our words with theirs. One that we never write is a slip, as nothing else would tell.
  private mutating func choices(_ value: YAMLValue?, of word: FieldMap.Word?) -> [String: String] {
    guard let value, let entries = file.entries(of: value, what: "choices（对照）") else { return [:] }
    var choices: [String: String] = [:]
    for entry in entries {
      choices[entry.key] = file.text(entry.value, "“\(entry.key)”") ?? ""
      guard let word, !word.choices.isEmpty, !word.choices.contains(entry.key) else { continue }
      let all = word.choices.count <= 24 ? ["可以写的有：" + word.choices.joined(separator: "、")] : []
      file.add(
        "wrong-choice", .warning, at: entry.place, "“\(entry.key)”不是“\(word.label)”的值，这一对不起作用",
        cures: NearMiss.cure(for: entry.key, among: word.choices) + all)
    }
    return choices
  }
}

extension Diagnostic {
  fileprivate var withoutEdits: Diagnostic {
    Diagnostic(rule, severity, at: location, message, cures: cures, related: related)
  }
}
