import Base
import Documents
import Papers
import Resolution

extension Shape {
  static let history: Shape = .object([
    "hasTexts": .truth,
    "items": .list(
      .object([
        "from": .day, "until": .day, "isCurrent": .truth, "isFuture": .truth, "state": .text, "tone": .text,
        "text": .object(["href": .text, "label": .text]), "comparison": .text,
        "by": .list(.object(["title": .text, "href": .text])),
        "note": .text,
      ])),
  ])
}

/// 各个时期: what state a document was in and which text it had, from day to day, as known today.
struct HistoryView {
  let corpus: Corpus
  let entry: CorpusEntry
  let address: PageAddress

  private var document: Document { entry.document }

  /// Nil for records without a history: those whose only change is that they begin.
  var view: View? {
    let days = self.days
    guard !document.texts.isEmpty || entry.status.map({ State.validity.contains($0.state) }) ?? false, days.count > 1
    else { return nil }
    let periods = zip([nil] + days, days + [nil])
    return .make([
      "hasTexts": .flag(!document.texts.isEmpty), "items": .list(periods.map { period(from: $0, next: $1) }),
    ])
  }

  /// The first days of all periods but the first.
  private var days: [CalendarDate] {
    let states = entry.history?.steps.compactMap(\.from) ?? []
    return Set(states + document.texts.dropFirst().compactMap(\.from)).sorted()
  }

  private func period(from: CalendarDate?, next: CalendarDate?) -> View {
    let day = from ?? next?.adding(days: -1) ?? corpus.asOf
    let state = entry.history?.state(on: day)
    let text = document.texts.last { $0.from.map { $0 <= day } ?? true } ?? document.texts.first
    let isNewText = text?.file != nil && text?.from == from
    return .make([
      "from": .day(from), "until": .day(next?.adding(days: -1)),
      "isCurrent": .flag(from.map { $0 <= corpus.asOf } ?? true && next.map { $0 > corpus.asOf } ?? true),
      "isFuture": .flag(from.map { $0 > corpus.asOf } ?? false), "state": .optional(state?.label),
      "tone": .optional(state?.tone.rawValue), "text": text.map(link),
      "comparison": text.flatMap { isNewText ? comparison($0) : nil },
      "by": isNewText ? text.flatMap { TextSource.views(of: $0, in: document, corpus, from: address) } : nil,
      "note": .optional(isNewText ? text?.note : nil),
    ])
  }

  private func link(_ text: DatedText) -> View {
    .make([
      "href": .text(address.href(DocumentFile.text(text.name).url(beside: document.url))),
      "label": .text(text.file == nil ? "最初的文本" : "\(text.from?.chinese ?? "")起的文本"),
    ])
  }

  private func comparison(_ text: DatedText) -> View {
    .text(address.href(DocumentFile.comparison(text.name).url(beside: document.url)))
  }
}

/// An act that made a text.
struct TextSource {
  /// Those of a text that readers see; nil if there are none.
  static func views(
    of text: DatedText, in document: Document, _ corpus: Corpus, from address: PageAddress
  ) -> View? {
    View.items(
      text.by.compactMap { TextSource($0, of: document, corpus) }.map {
        .make(["title": .text($0.title), "href": .optional($0.href(from: address))])
      })
  }

  private let title: String
  private let entry: CorpusEntry?
  private let url: String?

  /// Nil for one that readers do not see.
  private init?(_ reference: Reference, of document: Document, _ corpus: Corpus) {
    if case .external(let title, let number, let url) = reference.target {
      self.title = Actor.citation(title, number)
      (entry, self.url) = (nil, url)
    } else if let act = corpus.target(of: reference, in: document) {
      title = Actor.citation(act.document.title, act.document.documentNumber?.text)
      (entry, url) = (act, nil)
    } else {
      return nil
    }
  }

  private func href(from address: PageAddress) -> String? {
    entry.map { address.href($0.document.url) } ?? url.map(\.encodedForURL)
  }
}
