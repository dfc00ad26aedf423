import Documents

/// Ways to take part or to apply, from the channels of a kind.
enum Channels {
  /// Label, text and, where it can be followed, a link.
  static func views(of document: Document, kind: Kind) -> [View] {
    kind.channels.flatMap { field in
      (document.fields[field.key].map(texts) ?? []).map { value in
        .make(["label": .text(field.label), "text": .text(value.text), "href": .optional(value.href)])
      }
    }
  }

  /// Whether the whole text is an email address; addresses inside a sentence are not guessed.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (0x21...0x7E).contains($0) && ![0x22, 0x26, 0x3C, 0x3E, 0x3F].contains($0) }
      }
  }

  private static func texts(_ value: FieldValue) -> [(text: String, href: String?)] {
    switch value {
    case .text(let text), .number(let text):
      [(text, isAddress(text) ? "mailto:" + text : nil)]
    case .link(let title, let url): [(title, BodyWriter.safeURL(url))]
    case .list(let values): values.flatMap(texts)
    case .date, .boolean, .file, .table, .reference: []
    }
  }
}
