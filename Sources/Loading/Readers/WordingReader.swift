import Base
import Documents
import Guard

/// Reads a file of `wording/` into a dictionary, with findings.
struct WordingReader {
  private var file: FileReader
  /// What the words of the file have in common unless they say otherwise.
  private var severity = Severity.warning
  private var countsInTitles = false

  private static let vocabulary = Vocabulary(
    ["label", "rule", "level", "quoted", "source", "words", "phrases"].map { ($0, nil) }, required: ["label", "words"])
  private static let wordVocabulary = Vocabulary(
    ["word", "instead", "since", "until", "office", "except", "level", "quoted", "why", "source"].map { ($0, nil) },
    required: ["word"])
  private static let phraseVocabulary = Vocabulary(
    ["phrase", "except", "level", "quoted"].map { ($0, nil) }, required: ["phrase"])

  /// The rules that a dictionary may speak for.
  private static let rules = [
    "wrong-name", "office-title", "territory-word", "fixed-formula", "outdated-term", "discriminating-word",
    "vulgar-word",
    "confused-word", "repeated-word", "official-term", "secrecy-word", "scope-word",
  ]

  /// Reads a file known to be text; `file` has its findings so far.
  ///
  /// - Returns: The dictionary with its valid words; nil if the file is not a YAML mapping.
  static func read(_ file: FileReader) -> (list: WordList?, findings: [Diagnostic]) {
    var reader = WordingReader(file: file)
    return (reader.read(), reader.file.findings)
  }

  private init(file: FileReader) { self.file = file }

  private mutating func read() -> WordList? {
    guard let root = file.readYAML(file.source.markLength..<file.source.bytes.count),
      let entries = file.entries(of: root, what: "用语文件")
    else { return nil }
    let draft = Draft(entries, vocabulary: Self.vocabulary, file: &file)
    severity = level(draft["level"]) ?? severity
    countsInTitles = quoted(draft["quoted"]) ?? countsInTitles
    _ = file.text(draft["source"], "source（出处）", multiline: true)
    let rule = file.choice(draft["rule"], "rule（规则名）", words: Self.rules) { Self.rules.contains($0) ? $0 : nil }
    return WordList(
      label: file.text(draft["label"], "label（名称）") ?? file.source.path.fileStem, rule: rule ?? "official-term",
      words: words(draft["words"]), phrases: phrases(draft["phrases"]))
  }

  private mutating func words(_ value: YAMLValue?) -> [WordList.Word] {
    file.items(of: value, "words（用语）").compactMap { item in
      guard let entries = file.entries(of: item, what: "用语") else { return nil }
      let draft = Draft(entries, vocabulary: Self.wordVocabulary, file: &file)
      let wrong = exact(draft["word"], "word（不用的词）")
      guard !wrong.isEmpty else {
        file.add("missing-field", at: item.place, "这一条没有写 word", cures: ["写作 {word: 错的, instead: 对的}"])
        return nil
      }
      for (text, place) in wrong where text.unicodeScalars.count < 2 {
        file.add("wrong-type", at: place, "“\(text)”只有一个字，会找到太多", cures: ["连同前后的字一起写"])
      }
      _ = file.text(draft["source"], "source（出处）", multiline: true)
      let exceptions = exact(draft["except"], "except（例外）")
      for (text, place) in exceptions where !wrong.contains(where: { Self.holds(text, $0.text) }) {
        file.add("wrong-type", at: place, "例外“\(text)”里没有这一条的词，不起作用", cures: ["写上包含那个词的、正确的说法"])
      }
      return WordList.Word(
        wrong: wrong.map(\.text), right: exact(draft["instead"], "instead（改为）").map(\.text),
        why: file.text(draft["why"], "why（理由）"), severity: level(draft["level"]) ?? severity,
        countsInTitles: quoted(draft["quoted"]) ?? countsInTitles, since: file.date(draft["since"], "since（从哪天起）"),
        until: file.date(draft["until"], "until（到哪天止）"),
        level: file.choice(
          draft["office"], "office（哪一级的机关不用）", words: AdministrativeLevel.allCases.map(\.rawValue),
          read: AdministrativeLevel.init(rawValue:)),
        exceptions: exceptions.map(\.text))
    }
  }

  /// Whether a text contains a word, or the first part of one with a gap.
  private static func holds(_ text: String, _ word: String) -> Bool {
    text.contains(word) || word.contains("…")
  }

  private mutating func phrases(_ value: YAMLValue?) -> [WordList.Phrase] {
    file.items(of: value, "phrases（固定表述）").compactMap { item in
      guard let entries = item.entries else {
        return file.text(item, "固定表述").map { WordList.Phrase($0, severity: severity, countsInTitles: countsInTitles) }
      }
      let draft = Draft(entries, vocabulary: Self.phraseVocabulary, file: &file)
      guard let text = file.text(draft["phrase"], "phrase（固定表述）") else { return nil }
      return WordList.Phrase(
        text, severity: level(draft["level"]) ?? severity, countsInTitles: quoted(draft["quoted"]) ?? countsInTitles,
        exceptions: exact(draft["except"], "except（例外）").map(\.text))
    }
  }

  /// The texts of a list as they stand: what parts words elsewhere may be the mistake.
  private mutating func exact(_ value: YAMLValue?, _ label: String) -> [(text: String, place: Range<Int>)] {
    file.items(of: value, label).compactMap { item in file.text(item, label).map { ($0, item.place) } }
  }

  private mutating func level(_ value: YAMLValue?) -> Severity? {
    file.choice(value, "level（级别）", words: Severity.allCases.map(\.rawValue), read: Severity.init(rawValue:))
  }

  /// Whether the words count inside 《》.
  private mutating func quoted(_ value: YAMLValue?) -> Bool? {
    file.choice(value, "quoted（书名号里）", words: ["exempt", "checked"]) { ["exempt": false, "checked": true][$0] }
  }
}
