import Base
import Documents
import Resolution

extension Shape {
  static let parts: Shape = .object([
    "summary": .text,
    "items": .list(
      .object([
        "label": .text, "note": .text, "isLate": .truth, "places": .list(.object(["text": .text, "href": .text])),
      ])),
  ])
}

/// 应公开内容: which parts of a complete record are public, and where. What is not due yet is not missing.
struct PartsView {
  let corpus: Corpus
  let entry: CorpusEntry
  let address: PageAddress

  /// Where a part stands.
  private enum Standing {
    case published
    /// Not due yet, with what is known of its day.
    case awaited(String)
    case missing
  }

  /// Nil when the kind requires none. Missing optional parts are not shown.
  var view: View? {
    let parts = corpus.parts(of: entry).filter { $0.place != nil || $0.part.demand != .optional }
    guard !parts.isEmpty else { return nil }
    let standings = parts.map(standing)
    return .make([
      "summary": .text(Self.summary(standings)),
      "items": .list(
        zip(parts, standings).map { reading, standing in
          var isLate = false
          let note: String
          switch standing {
          case .published: note = "已公开"
          case .awaited(let words): note = words
          case .missing: (note, isLate) = ("未公开", true)
          }
          return .make([
            "label": .text(reading.part.label), "note": .text(note), "isLate": .flag(isLate),
            "places": .items(reading.place.map(places) ?? []),
          ])
        }),
    ])
  }

  /// `已公开3项，待公开1项`.
  private static func summary(_ standings: [Standing]) -> String {
    let missing = standings.count { if case .missing = $0 { true } else { false } }
    let awaited = standings.count { if case .awaited = $0 { true } else { false } }
    return [
      "已公开\(standings.count - missing - awaited)项", awaited > 0 ? "待公开\(awaited)项" : "",
      missing > 0 ? "未公开\(missing)项" : "",
    ].filter { !$0.isEmpty }.joined(separator: "，")
  }

  /// A part that must be there is missing; one that may still come is missing only after its day.
  private func standing(_ reading: PartReading) -> Standing {
    if reading.place != nil { return .published }
    if reading.part.demand == .required { return .missing }
    let isOutcome = reading.part.sources.contains { source in
      if case .relation(let related) = source { related.relation == .outcomeOf && related.isIncoming } else { false }
    }
    guard isOutcome else { return .awaited("待公布") }
    if corpus.outcomeOverdue(of: entry) != nil { return .missing }
    let document = entry.document
    guard let last = document.heldOn ?? document.closesOn else { return .awaited("待公布") }
    if last < corpus.asOf { return .awaited("待公布（\(last.adding(days: corpus.site.outcomeDays).chinese)前）") }
    return .awaited(document.heldOn == nil ? "征集结束后公布" : "待公布（\(last.chinese)后）")
  }

  private func places(_ place: PartReading.Place) -> [View] {
    switch place {
    case .field(let key):
      [Self.link(value(key) ?? "文件信息", "#facts")]
    case .heading(let anchor): [Self.link("正文", "#" + anchor.encodedForURLPath)]
    case .attachment(let file): [Self.link(file.title, entry.document.href(of: file))]
    case .documents(let ids):
      ids.compactMap { corpus[$0]?.document }.map { Self.link($0.title, address.href($0.url)) }
    }
  }

  /// The value itself.
  private func value(_ key: String) -> String? {
    let words = entry.document.fields[key]?.words ?? []
    return words.isEmpty ? nil : words.joined(separator: "；")
  }

  private static func link(_ text: String, _ href: String) -> View {
    .make(["text": .text(text), "href": .text(href)])
  }
}
