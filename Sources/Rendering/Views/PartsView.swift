import Documents
import Resolution
import Base

extension Shape {
  static let parts: Shape = .object([
    "summary": .text,
    "items": .list(
      .object(["label": .text, "isThere": .truth, "places": .list(.object(["text": .text, "href": .text]))])),
  ])
}

/// 要素: which parts of a complete record are public, and where.
struct PartsView {
  let corpus: Corpus
  let entry: CorpusEntry
  let address: PageAddress

  /// Nil when the kind requires none. Missing optional parts are not shown.
  var view: View? {
    let parts = corpus.parts(of: entry).filter { $0.place != nil || $0.part.demand != .optional }
    guard !parts.isEmpty else { return nil }
    let missing = parts.count { $0.place == nil }
    return .make([
      "summary": .text("\(parts.count - missing)项已公开" + (missing == 0 ? "" : "，\(missing)项未公开")),
      "items": .list(
        parts.map { reading in
          .make([
            "label": .text(reading.part.label), "isThere": .flag(reading.place != nil),
            "places": .items(reading.place.map(places) ?? []),
          ])
        }),
    ])
  }

  private func places(_ place: PartReading.Place) -> [View] {
    switch place {
    case .field(let key):
      [Self.link(value(key) ?? "文件信息", "#facts")]
    case .heading(let anchor): [Self.link("正文", "#" + anchor.encodedForURLPath)]
    case .attachment(let file): [Self.link(file.title, file.fileName.encodedForURLPath)]
    case .documents(let ids):
      ids.compactMap { corpus[$0]?.document }.map { Self.link($0.title, address.href($0.url)) }
    }
  }

  /// The value itself; only printed pages show it here.
  private func value(_ key: String) -> String? {
    let words = entry.document.fields[key]?.words ?? []
    return words.isEmpty ? nil : words.joined(separator: "；")
  }

  private static func link(_ text: String, _ href: String) -> View {
    .make(["text": .text(text), "href": .text(href)])
  }
}
