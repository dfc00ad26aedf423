import Markdown
import Base
import Documents
import Disk

// The fields that a kind defines.
extension DocumentReader {
  /// Reads the kind's own fields; internal ones are checked but not kept.
  mutating func fillOwnFields(_ document: inout Document, _ draft: Draft) {
    for field in kind?.ownFields ?? [] {
      guard let value = draft[field.key] else { continue }
      let found = read(value, field)
      if !field.isInternal { document.fields[field.key] = found }
    }
  }

  private mutating func read(_ value: YAMLValue, _ field: Field) -> FieldValue? {
    if field.isMany {
      let values = separated(value, field).compactMap { single($0, field) }
      return values.isEmpty ? nil : .list(values)
    }
    if case .list = value.content {
      file.add("wrong-type", at: value.place, "\(field.label)只能有一个值，这里是列表", cures: ["去掉方括号或“-”，只写一个值"])
      return nil
    }
    return single(value, field)
  }

  /// The items of a list, with texts that hold several values parted.
  private mutating func separated(_ value: YAMLValue, _ field: Field) -> [YAMLValue] {
    switch field.type {
    case .text, .person, .organization, .choice: break
    default: return file.items(of: value, field.label)
    }
    let table = context.organizations
    let isKnown = { (word: String) in
      field.choices.contains(word) || field.type == .organization && table.name(word) != nil
    }
    return file.texts(value, field.label, field.type == .text ? .likely : .all, isKnown: isKnown).map {
      YAMLValue(place: $0.place, content: .text($0.text))
    }
  }

  private mutating func single(_ value: YAMLValue, _ field: Field) -> FieldValue? {
    let label = field.label
    switch field.type {
    case .text: return file.text(value, label, multiline: true).map(FieldValue.text)
    case .markdown: return file.text(value, label, multiline: true).map(FieldValue.text)
    case .person: return file.text(value, label).map(FieldValue.text)
    case .period: return file.period(value, label).map { .text($0.label) }
    case .organization: return file.text(value, label).map { .text(organization($0, value.place)) }
    case .date: return file.date(value, label).map(FieldValue.date)
    case .number: return number(value, label)
    case .boolean: return file.boolean(value, label).map(FieldValue.boolean)
    case .choice:
      return file.choice(value, label, words: field.choices) { word in field.choices.first { $0 == word } }
        .map(FieldValue.text)
    case .link: return link(value, label)
    case .file: return fileValue(value, label)
    case .table: return table(value, label)
    case .reference: return file.reference(value, label).map(FieldValue.reference)
    }
  }

  /// Pictures, audio and video that are interpretations, and recordings in any text, need a text for people who cannot see or hear them (WCAG 1.1.1, 1.2.1): a transcript, or
  /// a body of at least 150 bytes (50 Chinese characters).
  mutating func checkTranscript(_ document: Document) {
    guard document.body.text.plainText.count < 150, document.places[KnownField.transcript.rawValue] == nil else {
      return
    }
    if let recording = document.targets.first(where: { $0.medium != nil }) {
      file.add(
        Diagnostic(
          "missing-transcript", at: recording.location, "正文里的音视频没有文字稿",
          cures: ["在正文中写出内容" + (kind?.has(.transcript) ?? false ? "，或者写 transcript（文字稿）" : "")]))
      return
    }
    for field in kind?.ownFields ?? [] where !field.needsText.isEmpty {
      let chosen = document.fields[field.key].map(\.words) ?? []
      guard let word = chosen.first(where: field.needsText.contains) else { continue }
      file.add(
        "missing-transcript", at: document.places[field.key], "\(field.label)是“\(word)”，没有文字稿",
        cures: ["在正文中写出内容，或者写 transcript（文字稿）"])
    }
  }

  private mutating func number(_ value: YAMLValue, _ label: String) -> FieldValue? {
    guard let text = file.text(value, label) else { return nil }
    if ExactNumber(text) != nil { return .number(text) }
    file.add(
      "wrong-type", at: value.place, NumberText.message(text, label), cures: NumberText.cures(text, isRequired: true))
    return nil
  }

  private mutating func link(_ value: YAMLValue, _ label: String) -> FieldValue? {
    guard let entries = value.entries else {
      return file.webAddress(value, label).map { .link(title: $0, url: $0) }
    }
    let draft = Draft(entries, vocabulary: .link, file: &file)
    let title = file.text(draft["title"], "\(label)的标题")
    guard let url = draft["url"] else {
      file.add("missing-field", at: value.place, "\(label)没有写 url（网址）", cures: ["写作 {title: 标题, url: 网址}"])
      return nil
    }
    return file.webAddress(url, label).map { .link(title: title ?? $0, url: $0) }
  }

  private mutating func fileValue(_ value: YAMLValue, _ label: String) -> FieldValue? {
    guard let text = file.text(value, label) else { return nil }
    return attachedFile(text, at: value.place, title: nil, label).map(FieldValue.file)
  }

  private mutating func table(_ value: YAMLValue, _ label: String) -> FieldValue? {
    guard let text = file.text(value, label) else { return nil }
    guard text.fileExtension == "csv" else {
      file.add("wrong-type", at: value.place, "\(label)应为 CSV 文件，这里是“\(text)”", cures: ["把表格另存为 UTF-8 编码的 CSV"])
      return nil
    }
    return attachedFile(text, at: value.place, title: nil, label).map(FieldValue.file)
  }
}

// Tables are separate files, read after the front matter.
extension DocumentReader {
  /// Reads the CSV files named in the kind's fields; findings about them point into the CSV file.
  mutating func readTables(_ document: inout Document) throws(FileError) {
    for field in kind?.ownFields ?? [] where field.type == .table {
      guard let value = document.fields[field.key] else { continue }
      if case .list(let values) = value {
        var tables: [FieldValue] = []
        for value in values { tables.append(try readTable(value, field, year: document.tableYear, made: document.day)) }
        document.fields[field.key] = .list(tables)
      } else {
        document.fields[field.key] = try readTable(value, field, year: document.tableYear, made: document.day)
      }
    }
  }

  private mutating func readTable(
    _ value: FieldValue, _ field: Field, year: Int?, made: CalendarDate?
  ) throws(FileError) -> FieldValue {
    guard case .file(let attachment) = value else { return value }
    let path = ContentLayout.root + "/" + attachment.path
    let entry = TextEntry(path: path, shownPath: path, byteCount: attachment.byteCount)
    switch try entry.open(in: context.tree) {
    case .rejected(let findings):
      var rejected = FileReader(source: SourceText(path: path, bytes: []))
      if entry.byteCount <= TextEntry.byteLimit, let foreign = ForeignTable(try context.tree.read(path)) {
        rejected.add(foreign)
      } else {
        rejected.add(findings)
      }
      file.add(rejected.findings)
      return value
    case .text(var csv):
      csv.agencyCodes = context.agencyCodes
      let (table, findings) = TableReader.read(
        csv, attachment, field.table, organizations: context.organizations, year: year,
        textGuard: context.textGuard, made: made)
      file.add(findings)
      return .table(table)
    }
  }
}

extension Document {
  /// The year that its tables are about: 年度, the one in its title, or else that of its publication.
  fileprivate var tableYear: Int? {
    if let year = number(in: .year) { return year }
    let titled = title.split { !$0.isASCII || !$0.isNumber }.first { $0.count == 4 && $0.hasPrefix("20") }
    return titled.flatMap { Int(written: $0) } ?? publishedOn?.day.year ?? documentDate?.year
  }
}

extension Vocabulary {
  /// The words of a link written as a mapping.
  static let link = Vocabulary(MappingForm.link)
}
