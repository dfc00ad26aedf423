import Documents

/// Ways to take part or to apply, from the channels of a kind.
enum Channels {
  /// Label, text and, where it can be followed, a link.
  static func views(of document: Document, kind: Kind, links: TextLinks) -> [View] {
    kind.channels.flatMap { field in
      (document.fields[field.key].map(texts) ?? []).map { value in
        .make([
          "label": .text(field.label), "text": .text(value.text), "href": .optional(value.href),
          "html": value.href == nil ? links.html(value.text, of: field.label).map(View.html) : nil,
        ])
      }
    }
  }

  private static func texts(_ value: FieldValue) -> [(text: String, href: String?)] {
    switch value {
    case .text(let text), .number(let text): [(text, nil)]
    case .link(let title, let url): [(title, BodyWriter.safeURL(url))]
    case .list(let values): values.flatMap(texts)
    case .date, .boolean, .file, .table, .reference: []
    }
  }
}
