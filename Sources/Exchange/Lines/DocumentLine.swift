import Base
import Documents
import Papers
import Resolution

/// A public document as a line of `documents.jsonl`: all that another site needs to show it, file it, find it and say what is
/// in force on any day. docs/exchange.schema.json describes it.
struct DocumentLine {
  let input: ExchangeInput
  let entry: CorpusEntry

  var corpus: Corpus { input.corpus }
  var document: Document { entry.document }

  /// The members of the line, in order.
  var members: [JSONValue.Member] {
    [
      .init("type", "document"), .init("id", .string(document.id.path)), .init("path", .string(document.url)),
      .init("url", .string(input.address(document.url))), .init("kind", .string(document.kind)),
      .init("column", .string(document.column)),
    ] + facts + [
      .init("fields", .object(ownFields)), .init("state", state), .init("relations", .array(relations)),
      .init("acts", .array(acts)), .init("cites", .array(cites)), .init("updates", .array(updates)),
      .init("texts", .array(texts)), .init("attachments", .array(document.attachments.map(attachment))),
      .init("files", .array(otherFiles)), .init("provisions", .array(provisions)), .init("text", text),
      .init("html", html), .init("file", .string(document.sourcePath)), .init("markdown", markdown),
    ]
  }

  /// The fields that every kind has, by their keys.
  private var facts: [JSONValue.Member] {
    [
      .init("title", .string(document.title)), .init("documentNumber", .optional(document.documentNumber?.text)),
      .init("indexNumber", .optional(document.indexNumber)),
      .init("registrationNumber", .optional(document.registrationNumber)),
      .init("issuer", .strings(document.issuers)), .init("responsibleBody", .optional(document.responsibleBody)),
      .init("form", .optional(document.form)), .init("documentDate", day(document.documentDate)),
      .init("publishedOn", .optional(published)), .init("effectiveOn", day(document.effectiveOn)),
      .init("commences", .array(commences)), .init("expiresOn", day(document.expiresOn)),
      .init("validity", .optional(document.declaredValidity?.rawValue)), .init("opensOn", day(document.opensOn)),
      .init("closesOn", day(document.closesOn)), .init("doneOn", day(document.doneOn)),
      .init("disclosure", .string(document.disclosure.rawValue)), .init("topics", .strings(document.topics)),
      .init("themes", .strings(document.themes)), .init("audience", .strings(document.audience)),
      .init("places", .strings(document.localities)), .init("perPlace", .optional(document.perPlace?.label)),
      .init("benefits", .array(benefits)),
      .init("keywords", .strings(document.keywords)), .init("summary", .optional(document.summary)),
      .init("source", .optional(document.origin)), .init("publicUntil", day(document.publicUntil)),
      .init("aliases", .strings(document.aliases)),
    ]
  }

  /// With the time, if its author gave one.
  private var published: String? { document.publishedOn.map { $0.minute == nil ? $0.day.iso : $0.isoMinute } }

  private var commences: [JSONValue] {
    document.commencements.map { .object(["articles": .strings($0.articles), "on": .string($0.on.iso)]) }
  }

  /// What it gives, and to whom.
  private var benefits: [JSONValue] {
    document.benefits.map { benefit in
      .object([
        "who": .strings(benefit.who), "what": .string(benefit.what), "amount": .optional(benefit.amount),
        "where": .optional(benefit.locality), "until": day(benefit.until), "how": benefit.how.map(reference) ?? .null,
      ])
    }
  }

  private var updates: [JSONValue] {
    document.updates(by: corpus.asOf).map {
      .object(["on": .string($0.on.iso), "note": .string($0.note), "isCorrection": .boolean($0.isCorrection)])
    }
  }

  /// Its texts so far, if it has had more than one.
  private var texts: [JSONValue] {
    document.texts.map { text in
      .object([
        "from": day(text.from), "url": .string(input.address(DocumentFile.text(text.name).url(beside: document.url))),
        "note": .optional(text.note),
      ])
    }
  }

  /// What the clock says, with all states that are known, so that a reader on another day is right, too.
  private var state: JSONValue {
    guard let status = entry.status, let history = entry.history else { return .null }
    return .object([
      "code": .string(status.state.rawValue), "label": .string(status.state.label), "since": day(status.since),
      "until": day(status.until), "nextOn": day(status.upcoming.first?.from), "lastDay": day(status.expiresOn),
      "by": .strings(status.by.filter { !corpus.isRegional($0) }.map(\.path)),
      "steps": .array(
        history.steps.map { step in
          let own = step.acts.filter { $0.outside == nil && !corpus.isRegional($0.source) }
          let sources = Set(own.map(\.source.path)).sorted()
          return .object(["from": day(step.from), "code": .string(step.state.rawValue), "by": .strings(sources)])
        }),
    ])
  }

  func day(_ date: CalendarDate?) -> JSONValue { .optional(date?.iso) }
}
