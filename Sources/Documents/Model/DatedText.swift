package import Base

/// One of the texts that a document has had: the whole of it, from a day on.
package struct DatedText: Sendable {
  /// Its first day; nil for the first text of a document without dates.
  package let from: CalendarDate?
  /// The acts that made it; none for the first one.
  package let by: [Reference]
  /// What changed, for readers.
  package let note: String?
  package let body: Body
  /// Its own file up to the end of its front matter; nil for the first one, which is that of the document.
  package let file: SourceText?

  /// Memberwise.
  package init(
    from: CalendarDate?, by: [Reference] = [], note: String? = nil, body: Body, file: SourceText? = nil
  ) {
    (self.from, self.by, self.note, self.body, self.file) = (from, by, note, body, file)
  }

  /// The same with this body.
  package func with(_ body: Body) -> DatedText { DatedText(from: from, by: by, note: note, body: body, file: file) }

  /// The name of its page among those of the document.
  package var name: String { from?.iso ?? "original" }
}

extension Document {
  /// The first day of the text in its own file.
  package var firstTextDay: CalendarDate? { effectiveOn ?? publishedOn?.day ?? documentDate }

  /// The document as it is read on a day: with the text of that day, and none of later ones.
  package func showing(_ day: CalendarDate) -> Document {
    guard !texts.isEmpty else { return self }
    var shown = self
    let begun = texts.enumerated().filter { $0.offset == 0 || $0.element.from.map { $0 <= day } ?? true }.map(\.element)
    shown.texts = begun.count > 1 ? begun : []
    if let current = begun.last { shown.body = current.body }
    return shown
  }

  /// The first day of the text that it shows, if that is not its first one.
  package var textFrom: CalendarDate? { texts.count > 1 ? texts.last?.from : nil }

  /// The links and pictures of all its texts.
  package var targets: [BodyTarget] { texts.isEmpty ? body.targets : texts.flatMap(\.body.targets) }

  /// The numbers of the provisions if none of its texts has this one; nil if one has.
  package func numbers(lacking provision: String) -> [String]? {
    var all: [String] = []
    for body in texts.isEmpty ? [body] : texts.map(\.body) {
      guard let known = body.numbers(lacking: provision) else { return nil }
      all = known
    }
    return all
  }
}
