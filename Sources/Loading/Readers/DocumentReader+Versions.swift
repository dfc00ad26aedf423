import Base
import Disk
import Documents
import Guard
import Markdown
import Papers

// versions/2024-12-01.md beside a document: its whole text from that day on.
extension DocumentReader {
  private static let example = "by: 澜政发〔2024〕8号"

  /// Reads the later texts of a document; the first is that of its own file.
  mutating func readVersions(_ document: inout Document) throws(FileError) {
    guard !entry.versions.isEmpty else { return }
    var texts: [DatedText] = []
    for version in entry.versions {
      switch try version.open(in: context.tree) {
      case .rejected(let findings): file.add(findings)
      case .text(var reader):
        reader.agencyCodes = context.agencyCodes
        if let text = read(&reader, of: document) { texts.append(text) }
        file.add(reader.findings)
      }
    }
    let first = DatedText(from: document.firstTextDay, body: document.body)
    // Names are days, so their order is that of the days.
    if !texts.isEmpty { document.texts = [first] + texts }
  }

  private func read(_ reader: inout FileReader, of document: Document) -> DatedText? {
    let name = reader.source.path.fileStem
    guard case .success(let from) = CalendarDate.parse(name), from.iso == name else {
      reader.add(
        "version-name", at: nil, "“\(name)”不是一天：文件名要写这个文本从哪一天起施行", cures: ["改名，写作 versions/2024-12-01.md"])
      return nil
    }
    guard let frontMatter = reader.frontMatter(example: Self.example) else { return nil }
    let entries = reader.readYAML(frontMatter.yaml).flatMap { reader.entries(of: $0, what: "文件开头") } ?? []
    let draft = Draft(entries, vocabulary: .version, file: &reader)
    if draft["by"] == nil {
      reader.add(
        "missing-field", at: draft.place(of: "by"), "没有写 by（修改文件）：是哪件文件把原文改成这样的", cures: ["写上 \(Self.example)"])
    }
    let by = reader.references(draft["by"], "by（修改文件）")
    let note = reader.text(draft["note"], "note（说明）", multiline: true)
    if let first = document.firstTextDay, from <= first {
      reader.add(
        "version-day", at: nil, "这个文本自 \(from.iso) 起，不晚于原文的第一天 \(first.iso)", cures: ["核对文件名里的日期；最早的文本写在文档自己的文件里"])
    }
    let known = KnownFacts(
      title: document.title, documentNumber: document.documentNumber?.text ?? "", issuers: document.issuers)
    let (reading, targets) = reader.readBody(frontMatter, known: known)
    if reading.text.plainText.isEmpty {
      reader.add("missing-part", at: nil, "没有正文：每个版本要写修改后的全文，不只写改了的几条", cures: ["复制原文，改成修改后的样子"])
    }
    if document.disclosure == .proactive {
      reader.watch(reading, from: frontMatter.bodyStart, by: context.textGuard, made: from)
      if let note = draft["note"] { reader.watch(note.words, at: note.place, by: context.textGuard, made: from) }
    }
    let paper = PaperCheck(document, reading, reader.source, bodyStart: frontMatter.bodyStart, kind?.lifecycle)
    let body = Body(
      text: reading.text, targets: targets, mentions: paper.mentions,
      partAnchors: partAnchors(reading.text, of: document),
      fingerprint: reader.fingerprint(from: frontMatter.bodyStart))
    let head = SourceText(path: reader.source.path, bytes: Array(reader.source.bytes[..<frontMatter.bodyStart]))
    return DatedText(from: from, by: by, note: note, body: body, file: head)
  }
}

extension Vocabulary {
  /// The words of a version.
  static let version = Vocabulary([("by", "修改文件"), ("note", "说明")], required: ["by"])
}
