import Base
import Documents
import Guard
import Markdown
import Papers

// Everything of a document that would be published goes past the guard: its fields, its text, the addresses of its links.
extension DocumentReader {
  /// Looks at the fields, apart from those that nobody but the office sees.
  mutating func watchFields(_ draft: Draft, of document: Document) {
    if document.disclosure == .onRequest, let title = draft[.title] { watch(title, made: document.day) }
    guard document.disclosure == .proactive else { return }
    if document.documentNumber != nil, let title = draft[.title] { watchTitle(title, made: document.day) }
    let hidden = Set(kind?.fields.filter(\.isInternal).map(\.key) ?? [])
    for key in draft.values.keys.sorted() where !hidden.contains(key) && !Self.unread.contains(key) {
      draft.values[key].map { watch($0, made: document.day) }
    }
  }

  /// Fields that are not shown, or whose words are held against a list anyway.
  private static let unread: Set<String> = [
    CommonField.checked, .review, .kind, .disclosure, .disclosureGround, .draft, .collects, .overviews, .topics,
    .themes,
    .audience, .places,
  ].reduce(into: []) { $0.insert($1.rawValue) }

  private mutating func watch(_ value: YAMLValue, made: CalendarDate?) {
    switch value.content {
    case .empty: return
    case .text(let text): file.watch(text, at: value.place, by: context.textGuard, made: made)
    case .list(let items): for item in items { watch(item, made: made) }
    case .mapping(let entries): for entry in entries { watch(entry.value, made: made) }
    }
  }

  /// Looks at the form of the title of an official document; its words are looked at with the other fields.
  private mutating func watchTitle(_ value: YAMLValue, made: CalendarDate?) {
    var title = value.words
    title.withUTF8 { text in
      let block = GuardedBlock(range: 0..<text.count, form: .paragraph, role: .title)
      let form = PaperForm.sightings(in: text, [block], made: made, isNumbered: true)
      let marks = context.textGuard.sightings(in: text, .prose, made: made).filter { $0.replacement != nil }
      file.report(form + marks, in: text, at: value.place)
    }
  }

  /// Looks at the text.
  mutating func watchBody(_ reading: MarkdownReading, from start: Int, of document: Document) {
    guard document.disclosure == .proactive else { return }
    file.watch(
      reading, from: start, by: context.textGuard, made: document.day,
      level: document.issuers.first.flatMap(AdministrativeLevel.init(office:)),
      isNumbered: document.documentNumber != nil)
  }
}

extension FileReader {
  /// Looks at a text that was rendered, at its form as a paper, and at where its links lead.
  mutating func watch(
    _ reading: MarkdownReading, from start: Int, by textGuard: TextGuard, made: CalendarDate?,
    level: AdministrativeLevel? = nil,
    isNumbered: Bool = false
  ) {
    reading.plainText.withUnsafeBufferPointer { text in
      let form = PaperForm.sightings(
        in: text, reading.guardedBlocks, made: made, isNumbered: isNumbered || reading.paper.number != nil)
      let sightings = (textGuard.sightings(in: text, .prose, made: made, level: level) + form).sorted {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
      }
      guard !sightings.isEmpty else { return }
      let places = reading.sources(ofText: sightings.map(\.range), in: source.bytes[start...])
      // Of `<https://…>` the text is the address: its signs are not those of a sentence.
      let addresses = reading.text.slots.map(\.place).filter { source.bytes[start + $0.lowerBound] == 0x3C }
      let seen = zip(sightings, places).filter { sighting, place in
        sighting.replacement == nil || !addresses.contains { $0.contains(place.lowerBound) }
      }
      report(seen.map(\.0), at: seen.map { $1.shifted(by: start) }, in: text)
    }
    for table in reading.tableSources { watchPeople(in: table.shifted(by: start)) }
    for slot in reading.text.slots where !slot.destination.contains("://") {
      watch(slot.destination, at: slot.place.shifted(by: start), by: textGuard, made: made)
    }
  }
}

extension FileReader {
  /// Looks at a pipe table for people whose names should not stand beside what it says of them.
  private mutating func watchPeople(in table: Range<Int>) {
    var rows: [[(text: String, place: Range<Int>)]] = []
    var line = table.lowerBound
    while line < table.upperBound {
      let range = source.bytes.line(at: line)
      var cells: [(text: String, place: Range<Int>)] = []
      var start = range.lowerBound
      for end in Array(range) + [range.upperBound] where end == range.upperBound || source.bytes[end] == 0x7C {
        let text = String(decoding: source.bytes[start..<end], as: UTF8.self)
        // What stands before the first pipe of a row is no cell.
        if start > range.lowerBound || !text.trimmed.isEmpty { cells.append((text.trimmed, start..<end)) }
        start = end + 1
      }
      rows.append(cells)
      line = max(range.upperBound, line) + 1
    }
    guard let head = rows.first,
      let people = PeopleTable.sighting(headings: head.map(\.text), rows: rows.dropFirst().map { $0.map(\.text) })
    else { return }
    let cell = rows[people.row + 1][people.column]
    add(people.rule, people.severity, at: find(cell.text, in: cell.place), people.message, cures: people.cures)
  }

  private func find(_ text: String, in place: Range<Int>) -> Range<Int> {
    source.bytes[place].firstRange(of: Array(text.utf8)) ?? place
  }
}

extension MarkdownReading {
  /// The blocks with their parts in the paper, as far as the recogniser has read them.
  fileprivate var guardedBlocks: [GuardedBlock] {
    zip(blockTexts, paper.roles).map { GuardedBlock(range: $0.range, form: $0.form, role: $1) }
  }
}

extension Document {
  /// The day of the text: when it was made, or else published.
  var day: CalendarDate? { documentDate ?? publishedOn?.day }
}
