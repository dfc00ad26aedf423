import Base
package import Documents
import Papers
import Resolution

extension Shape {
  static let row: Shape = .object([
    "title": .text, "href": .text, "documentNumber": .text, "date": .text, "dateText": .text, "dateLabel": .text,
    "kind": .text, "anchor": .text,
    "issuer": .text, "summary": .text, "note": .text, "overdue": .text, "status": .status,
    "hasSince": .truth, "since": .text,
    "soon": .object(["text": .text, "from": .text, "until": .text, "isLater": .truth]),
    "facts": .list(.object(["label": .text, "text": .text, "html": .html])),
  ])
  static let pagination: Shape = .object([
    "previous": .text, "next": .text, "position": .text, "pageCount": .text, "total": .text,
    "pages": .list(.object(["number": .text, "href": .text, "current": .truth, "gap": .truth])),
  ])
}

/// Rows of lists.
struct Rows: Sendable {
  let corpus: Corpus

  /// The row of a public document in a list.
  ///
  /// - Parameter day: The day of an event, which is shown instead of that of its publication.
  func row(_ entry: CorpusEntry, from address: PageAddress, day: CalendarDate? = nil) -> View {
    let document = entry.document
    let kind = corpus.kind(of: entry)
    let hasSince = kind?.lifecycle == .validity && !(since(entry) == nil && entry.status?.upcoming.isEmpty ?? true)
    return .make([
      "title": .text(document.title), "href": .text(address.href(document.url)),
      "documentNumber": .optional(document.documentNumber?.text), "date": .optional((day ?? entry.listDate)?.iso),
      "dateText": .optional((day ?? entry.listDate)?.iso),
      "dateLabel": .text(day == nil ? document.publishedOn == nil ? "成文" : "发布" : "举行"),
      // 综合信息 tells a reader nothing.
      "kind": kind?.layout == .page ? nil : .optional(kind?.readersLabel),
      "issuer": .optional(document.issuers.joined(separator: "、")), "summary": .optional(document.summary),
      "status": .badge(of: entry, in: corpus), "hasSince": .flag(hasSince),
      "since": .optional(since(entry)), "soon": soon(entry),
      "overdue": .optional(corpus.overdueNote(on: entry)),
      "facts": .items(kind.map { facts(entry, kind: $0, from: address, without: day == nil ? nil : .heldOn) } ?? []),
    ])
  }

  /// The first day of a state whose date matters to readers: 2024-12-01起.
  private func since(_ entry: CorpusEntry) -> String? {
    guard let status = entry.status, status.state.tone.saysSince else { return nil }
    return status.since.map { $0.iso + "起" }
  }

  /// What is about to happen to its validity: 2027-01-01起施行, 2026-11-30届满, 2026-12-01起被替代. An end is said from
  /// ``CorpusEntry/horizonDays`` days before it; the page's script shows and removes it between two builds, of which some
  /// may fail.
  private func soon(_ entry: CorpusEntry) -> View? {
    let today = corpus.asOf
    if entry.status?.state == .notYetInForce {
      let begins = entry.status?.upcoming.first { $0.state.isInForce }?.from
      return begins.map { .make(["text": .text("\($0.iso)起施行"), "until": .text($0.iso)]) }
    }
    guard entry.status?.state.isInForce ?? false, let ending = entry.ending(after: today) else { return nil }
    let from = ending.from.adding(days: -CorpusEntry.horizonDays)
    guard from <= today.adding(days: Self.nights) else { return nil }
    let act = ending.act?.words.event
    return .make([
      "text": .text(act.map { "\(ending.from.iso)起\($0)" } ?? "\(ending.from.adding(days: -1).iso)届满"),
      "from": today < from ? .text(from.iso) : nil, "until": .text(ending.from.iso), "isLater": .flag(today < from),
    ])
  }

  /// For how many days a page is expected to be right without a new build.
  private static let nights = 14

  /// The fields that the kind lists, except those that every row has and one that this row shows already.
  private func facts(
    _ entry: CorpusEntry, kind: Kind, from address: PageAddress, without shown: KnownField?
  ) -> [View] {
    let links = TextLinks(corpus: corpus, address: address, document: entry.document)
    return kind.fields.filter { $0.isListed && $0.key != shown?.rawValue }.compactMap { field in
      let isExpiry = field.key == CommonField.expiresOn.rawValue
      let text = isExpiry ? expiry(entry) : entry.document.listedText(of: field)
      guard let text, !text.isEmpty else { return nil }
      let html = links.html(text, of: field.label)
      return .make(["label": .text(field.label), "text": .text(text), "html": html.map(View.html)])
    }
  }

  /// The last day of the term, with the act that ends it sooner.
  private func expiry(_ entry: CorpusEntry) -> String? {
    guard let ending = entry.ending(after: corpus.asOf), let act = ending.act?.words.event else {
      return entry.lastDay?.iso
    }
    return entry.lastDay.map { "\($0.iso)（\(ending.from.iso)起\(act)）" }
  }

  /// A document available on request: title and number, no link.
  func catalogued(_ document: Document) -> View {
    .make([
      "title": .text(document.title), "documentNumber": .optional(document.documentNumber?.text),
      "note": .text("依申请公开"),
    ])
  }
}

extension Pagination {
  /// The pagination controls; nil when there is only one page.
  func view(_ base: String, page number: Int, from address: PageAddress) -> View? {
    guard pageCount > 1 else { return nil }
    let link = { (page: Int) in View.text(address.href(DirectoryPage.url(base, number: page))) }
    return .make([
      "previous": number > 1 ? link(number - 1) : nil, "next": number < pageCount ? link(number + 1) : nil,
      "position": .text(String(number)), "pageCount": .text(String(pageCount)), "total": .text(String(total)),
      "pages": .list(
        shown(around: number).map { page in
          guard let page else { return .make(["gap": .truth]) }
          return .make(["number": .text(String(page)), "href": link(page), "current": .flag(page == number)])
        }),
    ])
  }

  /// First, last and two around the current one; nil marks a gap.
  private func shown(around current: Int) -> [Int?] {
    var shown: [Int?] = []
    for page in 1...pageCount where page == 1 || page == pageCount || abs(page - current) <= 2 {
      if let last = shown.last, let last, page - last > 1 { shown.append(page - last == 2 ? last + 1 : nil) }
      shown.append(page)
    }
    return shown
  }
}

extension Corpus {
  /// The notice that a document is overdue for an update.
  func overdueNote(on entry: CorpusEntry) -> String? {
    updateOverdue(of: entry).map { "应于\($0.chinese)前更新，已逾期" }
  }
}

extension CorpusEntry {
  /// The last day of its term, including extensions.
  var lastDay: CalendarDate? { status?.expiresOn ?? document.expiresOn }
}

extension Document {
  /// The value of a field in a list; nil for fields that rows show elsewhere.
  fileprivate func listedText(of field: Field) -> String? {
    guard let common = CommonField(rawValue: field.key)?.definition else {
      return fields[field.key].flatMap(\.listedText)
    }
    return common.uses.contains(.row) ? common.value.texts(of: self).joined(separator: "、") : nil
  }
}

extension FieldValue {
  /// One line of text; nil for what does not fit on a line.
  package var listedText: String? {
    switch self {
    case .text(let text), .number(let text): text
    case .date(let date): date.iso
    case .boolean(let flag): flag ? "是" : "否"
    case .link(let title, _): title
    case .file(let attachment): attachment.title
    case .reference, .table: nil
    case .list(let values): values.compactMap(\.listedText).joined(separator: "、")
    }
  }
}
