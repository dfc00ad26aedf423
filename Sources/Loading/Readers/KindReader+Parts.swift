import Base
package import Documents
package import Markdown

// Parts (要素): what a complete document of the kind contains.
extension KindReader {
  private static let partVocabulary = Vocabulary(.part)

  /// Reads the parts; the kind's fields must have been read.
  mutating func parts(_ value: YAMLValue?, of kind: Kind) -> [Part] {
    var taken: Set<String> = []
    return file.items(of: value, "parts（要素）").compactMap { item in
      guard let entries = file.entries(of: item, what: "要素") else { return nil }
      let draft = Draft(entries, vocabulary: Self.partVocabulary, file: &file)
      guard let part = part(draft, item, of: kind) else { return nil }
      if taken.insert(part.label).inserted { return part }
      file.add("duplicate-field", at: item.place, "要素“\(part.label)”定义了两次", cures: ["只保留一处"])
      return nil
    }
  }

  /// Reads the severity of a missing part: `error` or `warning`.
  mutating func missingPart(_ value: YAMLValue?) -> Severity? {
    file.choice(value, "missing（缺少要素）", words: ["error", "warning"]) { word in
      ["error", "warning"].contains(word) ? Severity(rawValue: word) : nil
    }
  }

  /// Reports parts that are needed with one that there is not.
  mutating func checkNeeds(of parts: [Part], _ value: YAMLValue?) {
    let labels = parts.map(\.label)
    for part in parts {
      guard let other = part.neededWith, !labels.contains(other) || other == part.label else { continue }
      file.add(
        "wrong-choice", at: value?.place, "要素“\(part.label)”的 neededWith 不能是“\(other)”",
        cures: NearMiss.cure(for: other, among: labels.filter { $0 != part.label }) + ["写另一项要素的名称（label）"])
    }
  }

  private mutating func part(_ draft: Draft, _ item: YAMLValue, of kind: Kind) -> Part? {
    guard let label = file.text(draft["label"], "label（名称）") else {
      if draft["label"] == nil {
        file.add("missing-field", at: item.place, "要素没有写 label", cures: ["写上 label: 名称"])
      }
      return nil
    }
    let sources =
      file.items(of: draft["field"], "field（字段）").compactMap { field($0, of: kind) }
      + file.texts(draft["heading"], "heading（正文标题）").map { .heading($0.text) }
      + file.texts(draft["attachment"], "attachment（附件名称）").map { .attachment($0.text) }
      + [relation(draft)].compactMap(\.self)
    if sources.isEmpty, ["field", "heading", "attachment", "relation"].allSatisfy({ draft[$0] == nil }) {
      file.add(
        "missing-field", at: item.place, "要素“\(label)”没有写在哪里找",
        cures: ["写上 field（字段）、heading（正文标题）、attachment（附件名称）或 relation（关系）"])
    }
    let isRequired = file.boolean(draft["required"], "required（必备）") ?? false
    let isOptional = file.boolean(draft["optional"], "optional（视情）") ?? false
    let stage = file.text(draft["stage"], "stage（办理环节）")
    let neededWith = file.text(draft["neededWith"], "neededWith（同哪一项一起）")
    guard !sources.isEmpty else { return nil }
    var part = Part(
      label: label, demand: isRequired ? .required : isOptional ? .optional : .expected, sources: sources, stage: stage)
    part.neededWith = neededWith
    part.day = day(draft, of: kind)
    return part
  }

  private mutating func field(_ value: YAMLValue, of kind: Kind) -> Part.Source? {
    guard let word = file.text(value, "field（字段）") else { return nil }
    if let common = CommonField(word: word) { return .field(common.rawValue) }
    if let own = kind.ownFields.first(where: { $0.key == word || $0.label == word }) { return .field(own.key) }
    file.reportChoice(
      word, at: value.place, "field（字段）", words: kind.ownFields.map(\.key) + CommonField.allCases.map(\.rawValue))
    return nil
  }

  /// The key of a date of the kind's own; a station shows it.
  private mutating func day(_ draft: Draft, of kind: Kind) -> String? {
    if draft["stage"] == nil, let value = draft["day"] {
      file.add("fixed-field", at: value.place, "没有 stage（办理环节）的要素，day 没有作用", cures: ["删去 day，或者写上 stage"])
    }
    let days = kind.ownFields.filter { $0.type == .date && !$0.isMany && !$0.isInternal }.map(\.key)
    return file.choice(draft["day"], "day（这一环节的日期）", words: days) { days.contains($0) ? $0 : nil }
  }

  private mutating func relation(_ draft: Draft) -> Part.Source? {
    let kinds = file.texts(draft["kind"], "kind（类型）")
    kindWords += kinds.map { Query.Word(text: $0.text, place: $0.place) }
    let title = file.text(draft["title"], "title（标题）")
    let own = Dictionary(uniqueKeysWithValues: RelationKind.allCases.map { ($0.rawValue, $0) })
    let inverse = Dictionary(uniqueKeysWithValues: RelationKind.allCases.map { ($0.inverseName, $0) })
    let words = RelationKind.allCases.flatMap { [$0.rawValue, $0.inverseName] }
    let read = { (word: String) in own[word].map { ($0, false) } ?? inverse[word].map { ($0, true) } }
    guard let (relation, isIncoming) = file.choice(draft["relation"], "relation（关系）", words: words, read: read)
    else { return nil }
    return .relation(
      RelatedPart(relation: relation, isIncoming: isIncoming, kinds: kinds.map(\.text), title: title))
  }
}

extension MarkdownText {
  /// Anchors of the headings that a kind's parts look for, by the words they look for. A heading with nothing beneath it is none.
  ///
  /// - Parameter tables: Headings below which tables from files are shown.
  package func partAnchors(_ kind: Kind, tables: [String] = []) -> [String: String] {
    let words = kind.parts.flatMap(\.sources).compactMap { source -> String? in
      if case .heading(let word) = source { word } else { nil }
    }
    guard !words.isEmpty else { return [:] }
    let filled = filledEntries(tables)
    return Dictionary(
      words.compactMap { word in filled.first { $0.text.contains(word) }.map { (word, $0.anchor) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The entries of the outline with something beneath them, in them or in those of lower levels.
  private func filledEntries(_ tables: [String]) -> [OutlineEntry] {
    let texts = Dictionary(
      sections.map { ($0.anchor, $0.text.contains { $0 > 0x20 }) }, uniquingKeysWith: { first, _ in first })
    var open: [OutlineEntry] = []
    var filled: Set<String> = []
    for entry in outline {
      open.removeAll { $0.level >= entry.level }
      open.append(entry)
      // A short line with a number may be all that is to be said.
      if entry.kind != .heading || texts[entry.anchor] ?? true || tables.contains(where: entry.text.contains) {
        filled.formUnion(open.map(\.anchor))
      }
    }
    return outline.filter { filled.contains($0.anchor) }
  }
}
