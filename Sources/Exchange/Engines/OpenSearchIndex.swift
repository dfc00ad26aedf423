import Base
import Search

/// `index.json`: settings and mapping.
enum OpenSearchIndex {
  /// The members of a line that a document of the index has under the same names.
  static let copied = [
    "id", "url", "kind", "column", "title", "documentNumber", "indexNumber", "issuer", "form", "documentDate",
    "effectiveOn", "expiresOn", "topics", "themes", "audience", "places", "benefits", "keywords", "summary",
    "provisions",
    "text",
  ]

  static var json: JSONValue {
    .object([
      "settings": .object(["index": .object(["max_ngram_diff": 0]), "analysis": analysis]),
      "mappings": .object(["dynamic": "strict", "properties": .object(properties)]),
    ])
  }

  /// The folding of our own index as character filters; then everything that is neither letter nor figure is dropped.
  private static var analysis: JSONValue {
    let spellings = FoldingTable.rows.compactMap { row -> JSONValue? in
      let plain = FoldingTable.plain(row.folded)
      // Not as texts: those are equal to their compatibility forms.
      return plain.unicodeScalars.elementsEqual([row.character]) ? nil : .string("\(row.character) => \(plain)")
    }
    return .object([
      "char_filter": .object([
        "gongkai_fold": .object(["type": "mapping", "mappings": .array(spellings)]),
        "gongkai_marks": .object(["type": "pattern_replace", "pattern": #"[^\p{L}\p{N}]+"#, "replacement": ""]),
      ]),
      "tokenizer": .object([
        "gongkai_pairs": .object(["type": "ngram", "min_gram": 2, "max_gram": 2, "token_chars": .array([])])
      ]),
      "analyzer": .object([
        "gongkai": .object([
          "type": "custom", "char_filter": .strings(["gongkai_fold", "gongkai_marks"]), "tokenizer": "gongkai_pairs",
        ])
      ]),
      "normalizer": .object([
        "gongkai_number": .object([
          "type": "custom", "char_filter": .strings(["gongkai_fold", "gongkai_marks"]), "filter": .array([]),
        ])
      ]),
    ])
  }

  private static var properties: [JSONValue.Member] {
    let text: JSONValue = .object(["type": "text", "analyzer": "gongkai"])
    let keyword: JSONValue = .object(["type": "keyword"])
    let day: JSONValue = .object(["type": "date", "format": "yyyy-MM-dd"])
    func both(_ type: JSONValue) -> JSONValue {
      .object(["type": "text", "analyzer": "gongkai", "fields": .object(["exact": type])])
    }
    let number: JSONValue = .object(["type": "keyword", "normalizer": "gongkai_number"])
    return [
      .init("id", keyword), .init("url", keyword), .init("kind", keyword), .init("column", keyword),
      .init("title", both(keyword)), .init("documentNumber", both(number)), .init("indexNumber", both(number)),
      .init("issuer", both(keyword)), .init("form", keyword), .init("documentDate", day), .init("publishedOn", day),
      .init("effectiveOn", day), .init("expiresOn", day), .init("topics", keyword), .init("themes", keyword),
      .init("audience", keyword), .init("places", keyword), .init("keywords", both(keyword)), .init("summary", text),
      .init("text", text),
      .init(
        "benefits",
        .object([
          "type": "nested",
          "properties": .object([
            "who": keyword, "what": both(keyword), "amount": keyword, "where": keyword, "until": day,
            "how": .object(["type": "object", "enabled": .boolean(false)]),
          ]),
        ])),
      .init(
        "provisions",
        .object([
          "type": "nested",
          "properties": .object([
            "anchor": keyword, "kind": keyword, "level": .object(["type": "integer"]), "heading": text, "text": text,
          ]),
        ])),
      .init(
        "states",
        .object([
          "type": "nested",
          "properties": .object([
            "code": keyword, "days": .object(["type": "date_range", "format": "yyyy-MM-dd"]),
          ]),
        ])),
    ]
  }
}
