import Base
import Documents
import Guard
import Markdown
import Papers

// Everything of a document that would be published goes past the guard: its fields, its text, the addresses of its links.
extension DocumentReader {
  /// Looks at the fields, apart from those that nobody but the office sees.
  mutating func watchFields(_ draft: Draft, of document: Document) {
    guard document.disclosure == .proactive else { return }
    let hidden = Set(kind?.fields.filter(\.isInternal).map(\.key) ?? [])
    for key in draft.values.keys.sorted() where !hidden.contains(key) && !Self.unread.contains(key) {
      draft.values[key].map { watch($0, made: document.day) }
    }
  }

  /// Fields that are not shown, or whose words are held against a list anyway.
  private static let unread: Set<String> = [
    CommonField.checked, .kind, .disclosure, .disclosureGround, .draft, .collects, .overviews, .topics, .themes,
    .audience,
  ].reduce(into: []) { $0.insert($1.rawValue) }

  private mutating func watch(_ value: YAMLValue, made: CalendarDate?) {
    switch value.content {
    case .empty: return
    case .text(let text): file.watch(text, at: value.place, by: context.textGuard, made: made)
    case .list(let items): for item in items { watch(item, made: made) }
    case .mapping(let entries): for entry in entries { watch(entry.value, made: made) }
    }
  }

  /// Looks at the text.
  mutating func watchBody(_ reading: MarkdownReading, from start: Int, of document: Document) {
    guard document.disclosure == .proactive else { return }
    file.watch(reading, from: start, by: context.textGuard, made: document.day)
  }
}

extension FileReader {
  /// Looks at a text that was rendered, and at where its links lead.
  mutating func watch(_ reading: MarkdownReading, from start: Int, by textGuard: TextGuard, made: CalendarDate?) {
    let body = source.bytes[start...]
    reading.plainText.withUnsafeBufferPointer { text in
      watch(text, .prose, by: textGuard, made: made) { reading.source(ofText: $0, in: body).shifted(by: start) }
    }
    for slot in reading.text.slots where !slot.destination.contains("://") {
      watch(slot.destination, at: slot.place.shifted(by: start), by: textGuard, made: made)
    }
  }
}

extension Document {
  /// The day of the text: when it was made, or else published.
  var day: CalendarDate? { documentDate ?? publishedOn?.day }
}
