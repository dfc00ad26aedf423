import Base
import Documents
import Papers
import Resolution

extension Shape {
  static let gathered: Shape = .object([
    "heading": .text, "total": .text, "counts": .list(.object(["label": .text, "tone": .text, "total": .text])),
    "groups": .list(.object(["name": .text, "total": .text, "isOrdered": .truth, "rows": .list(.row)])),
    "ended": .object(["items": .linkedItems]), "quotas": .list(.object(["text": .text])), "timeline": .timeline,
  ])
}

/// The documents that a document gathers: those it contains by name, in its order, then those its query finds.
struct GatheredView {
  let corpus: Corpus
  let entry: CorpusEntry
  let address: PageAddress

  private var kind: Kind? { corpus.kind(of: entry) }

  /// Nil when it gathers nothing.
  var view: View? {
    let chosen = entry.outgoing.filter { $0.kind == .contains }
    let query = entry.document.collects
    guard !chosen.isEmpty || query != nil else { return nil }
    let gathered = corpus.gathered(by: entry)
    let ids = Set(chosen.compactMap { if case .document(let id) = $0.target { id } else { nil } })
    let byDay = kind?.layout == .decision ? timeline(gathered) : nil
    // Dated documents are in the list by day, if there is one.
    let isListed = { (entry: CorpusEntry?) in byDay == nil || entry?.listDate == nil }
    let found =
      query.map { query in
        groups(corpus.gather(query, for: entry.document.id)) { !ids.contains($0.document.id) && isListed($0) }
      } ?? []
    let listed = chosen.filter { if case .document(let id) = $0.target { isListed(corpus[id]) } else { true } }
    let first = listed.isEmpty ? [] : [group(found.isEmpty ? nil : "重点", listed.map(row), isOrdered: true)]
    let external = chosen.count { if case .external = $0.target { true } else { false } }
    return .make([
      "heading": .text(heading(gathered, isMixed: external > 0)),
      "total": .text(String(gathered.count + external)), "counts": .items(counts(gathered)),
      "groups": .items(first + found),
      "quotas": .items(quotas(gathered)), "ended": View.items(ended).map { .make(["items": $0]) },
      "timeline": byDay,
    ])
  }

  /// Documents of one kind are called by it; of several, by what they are to the page: the process of a decision, or what a
  /// collection holds.
  private func heading(_ gathered: [CorpusEntry], isMixed: Bool) -> String {
    let kinds = Set(gathered.compactMap { corpus.kind(of: $0)?.readersLabel })
    if let only = kinds.first, kinds.count == 1, !isMixed { return only }
    return kind?.layout == .decision ? "相关材料" : kind?.series.isEmpty == false ? "本期目录" : "收录内容"
  }

  private func groups(_ gathering: Gathering, where isShown: (CorpusEntry) -> Bool) -> [View] {
    let query = entry.document.collects
    let isCalendar = (query?.groupBy ?? query?.sortBy) == .field(KnownField.heldOn.rawValue)
    return (isCalendar ? gathering.groupsByDay(asOf: corpus.asOf) : gathering.groups).compactMap { found in
      let shown = found.entries.filter(isShown).map { member in
        rows.row(member, from: address, day: isCalendar ? member.document.heldOn : nil)
      }
      return shown.isEmpty ? nil : group(found.name.map(Self.heading), shown, isOrdered: false)
    }
  }

  private var rows: Rows { Rows(corpus: corpus) }

  private func group(_ name: String?, _ rows: [View], isOrdered: Bool) -> View {
    .make([
      "name": .optional(name), "total": .text(String(rows.count)), "isOrdered": .flag(isOrdered), "rows": .list(rows),
    ])
  }

  /// 2026-08 → 2026年8月.
  private static func heading(_ name: String) -> String {
    let parts = name.utf8.split(separator: 0x2D)
    guard name.utf8.count == 7, parts.count == 2, let year = Int(written: String(parts[0]) ?? ""),
      let month = Int(written: String(parts[1]) ?? "")
    else { return name }
    return "\(year)年\(month)月"
  }

  private func row(_ relation: Relation) -> View {
    switch relation.target {
    case .document(let id):
      (corpus[id].map { rows.row($0, from: address) } ?? .make(["title": .text(id.path)]))
        .adding(["note": .optional(relation.note)])
    case .external(let title, let number, let url):
      .make([
        "title": .text(title), "documentNumber": .optional(number), "href": url.map { .text($0.encodedForURL) },
        "note": .optional(relation.note),
      ])
    }
  }

  /// The number of documents in each state: 现行有效4件.
  private func counts(_ gathered: [CorpusEntry]) -> [View] {
    let states = Dictionary(grouping: gathered.compactMap { $0.status?.state }, by: \.self).mapValues(\.count)
    return State.allCases.compactMap { state in
      states[state].map {
        .make(["label": .text(state.label), "tone": .text(state.tone.rawValue), "total": .text(String($0))])
      }
    }
  }

  /// Yearly counts against the site's quotas: 2026年邀请代表列席3次，要求每年不少于5次.
  private func quotas(_ gathered: [CorpusEntry]) -> [View] {
    // A query that does not select by kind may gather only some of the counted documents.
    guard entry.document.collects?.conditions.contains(where: { $0.criterion == .kind }) ?? false else { return [] }
    return corpus.site.quotas.flatMap { quota -> [View] in
      let tally = QuotaTally(quota, in: gathered, of: corpus)
      return tally.years.map { View.make(["text": .text(Self.wording(quota, tally, $0))]) }
    }
  }

  private static func wording(_ quota: Site.Quota, _ tally: QuotaTally, _ year: Int) -> String {
    guard let each = quota.each else {
      return "\(year)年\(quota.label)\(tally.count(in: year))次，要求每年不少于\(quota.perYear)次"
    }
    let lacking = tally.lacking(in: year)
    let reached = "\(year)年\(quota.label)：应有\(each.names.count)个，已有\(each.names.count - lacking.count)个"
    return lacking.isEmpty ? reached : reached + "，还没有的：" + lacking.joined(separator: "、")
  }

  /// Members of a package that are no longer in force.
  private var ended: [View] {
    guard kind?.isBundle ?? false else { return [] }
    return entry.outgoing.compactMap { relation in
      guard relation.kind == .contains, case .document(let id) = relation.target, let member = corpus[id],
        let status = member.status, status.state.isEnded
      else { return nil }
      return .make([
        "title": .text(member.document.title), "href": .text(address.href(member.document.url)),
        "documentNumber": .optional(member.document.documentNumber?.text),
        "status": .badge(status, lifecycle: .validity),
      ])
    }
  }

  /// The gathered documents by day, oldest first.
  private func timeline(_ gathered: [CorpusEntry]) -> View? {
    let dated = gathered.compactMap { entry in entry.listDate.map { (day: $0, entry: entry) } }
      .sorted { ($0.day, $0.entry.document.id) < ($1.day, $1.entry.document.id) }
    return View.items(
      dated.map { day, entry in
        .make([
          "day": .day(day), "label": .text(corpus.kind(of: entry)?.readersLabel ?? ""),
          "other": .make([
            "href": .text(address.href(entry.document.url)), "title": .text(entry.document.title),
            "documentNumber": .optional(entry.document.documentNumber?.text),
            "badge": .badge(of: entry, in: corpus),
          ]),
        ])
      }
    ).map { .make(["items": $0]) }
  }
}
