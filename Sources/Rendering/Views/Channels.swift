import Documents

/// Ways to answer a consultation: the fields of its kind whose key begins with `channel`.
enum Channels {
  /// Label, text and, for what can be followed, a link.
  static func views(of document: Document, kind: Kind) -> [View] {
    kind.ownFields.filter { $0.key.hasPrefix("channel") }.flatMap { field in
      (document.fields[field.key].map(texts) ?? []).map { value in
        .make(["label": .text(field.label), "text": .text(value.text), "href": .optional(value.href)])
      }
    }
  }

  private static func texts(_ value: FieldValue) -> [(text: String, href: String?)] {
    switch value {
    case .text(let text), .number(let text):
      [(text, text.contains("@") && !text.contains("：") ? "mailto:" + text : nil)]
    case .link(let title, let url): [(title, BodyWriter.safeURL(url))]
    case .list(let values): values.flatMap(texts)
    case .date, .boolean, .file, .reference: []
    }
  }
}
