import Base
import Documents
import Markdown
import Papers
import Resolution

extension Shape {
  static let fieldValues: Shape = .object([
    "label": .text, "values": .list(.object(["text": .text, "href": .text, "iso": .text, "html": .html])),
  ])
  static let linkedItems: Shape = .list(
    .object([
      "title": .text, "href": .text, "documentNumber": .text, "dateText": .text, "note": .text, "external": .truth,
      "status": .status,
    ]))
  static let documentPage: Shape = Frame.shape.merging([
    "layout": .layout,
    "document": .object([
      "title": .text, "titleHTML": .html, "kind": .text, "isOfficial": .truth, "documentNumber": .text,
      "status": .status, "validity": .validity, "timeline": .timeline, "history": .history, "body": .html,
      "tables": .tables,
      "qrCode": .html,
      "metadata": .object(["items": .list(.fieldValues)]), "fields": .open(.fieldValues),
      "contents": .object(["items": .list(.object(["text": .text, "anchor": .text, "level": .text]))]),
      "attachments": .object([
        "total": .text,
        "items": .list(
          .object([
            "title": .text, "href": .text, "type": .text, "size": .text, "bytes": .text, "sha256": .text,
            "note": .text,
          ])),
      ]),
      "relations": .object(["groups": .list(.object(["name": .text, "items": .linkedItems]))]), "citedBy": .citedBy,
      "publishedText": .text, "publishedISO": .text, "modified": .day,
      "updates": .object(["items": .list(.object(["day": .day, "sentence": .text]))]), "source": .text,
      "issuerText": .text,
      "actions": .actions, "formerChannels": .channels, "neighbours": .neighbours, "overdue": .text, "held": .text,
      "gathered": .gathered, "parts": .parts, "stations": .stations, "calendar": .text,
      "bundle": .object(["pageHref": .text, "archiveHref": .text]), "provenance": .provenance,
      "comparisons": .list(.object(["href": .text, "with": .text])),
    ]),
    "question": .object([
      "asked": .text, "updated": .day, "basis": .object(["items": .linkedItems]), "warning": .text,
    ]),
    "task": .object(["due": .day, "done": .day]), "overviews": .overviews,
    "consultation": .object([
      "opens": .day, "closes": .day, "countdown": .text, "shorterReason": .text,
      "overdue": .text,
      "outcome": .object([
        "received": .text, "adopted": .text, "partlyAdopted": .text, "notAdopted": .text, "reasons": .text,
        "result": .object(["href": .text, "title": .text, "dateText": .text]),
      ]),
    ]),
  ])
}

extension Shape {
  /// ``documentPage`` limited to these fields of kinds.
  static func documentPage(ownFields keys: [String]) -> Shape {
    guard case .object(var page) = documentPage, case .object(var document) = page["document"] else {
      preconditionFailure("the page of a document has a document")
    }
    document["fields"] = .object(Dictionary(keys.map { ($0, .fieldValues) }, uniquingKeysWith: { first, _ in first }))
    page["document"] = .object(document)
    return .object(page)
  }
}

/// The view of a document's page.
struct DocumentView: Sendable {
  let input: RenderInput
  let frame: Frame
  let plan: SitePlan
  let titles: TitleBreaks

  private var corpus: Corpus { input.corpus }
  private var terms: TermIndex { plan.shelves.terms }

  /// The first page: text and tables.
  func view(_ entry: CorpusEntry) -> View {
    let document = entry.document
    let body = document.body.text
    let address = PageAddress(document.url)
    let acts = entry.acts
    let column = corpus.column(document.column)
    let kind = corpus.kind(of: document)
    let lifecycle = kind?.lifecycle ?? .none
    let facts = DocumentFacts(corpus: corpus, terms: terms, entry: entry, address: address)
    let relations = RelationsView(corpus: corpus, entry: entry, address: address)
    let actions = ActionsView(corpus: corpus, entry: entry)
    let layout = kind?.layout ?? .document
    var heading = heading(entry, column: column)
    heading.structuredData =
      StructuredData(corpus: corpus, entry: entry, ancestors: [("首页", "")] + heading.ancestors).json
    let view = frame.view(heading, at: address).adding([
      "layout": layout.view,
      "document": .make([
        "title": .text(document.title), "titleHTML": .html(titles.html(document.title, issuers: document.issuers)),
        "kind": kind?.layout == .page ? nil : .optional(kind?.readersLabel),
        "isOfficial": .flag(layout.isOfficial && (lifecycle != .none || document.documentNumber != nil)),
        "documentNumber": .optional(document.documentNumber?.text),
        "body": .html(html(of: body, in: entry, acts: acts, on: address)),
        "tables": TablesView(corpus: corpus, document: document, address: address).views(page: 1, body: body),
        "qrCode": qrCode(document, kind),
        "status": entry.status.map { .badge($0, lifecycle: lifecycle) },
        "validity": ValidityView(corpus: corpus, entry: entry, address: address, acts: acts).box,
        "timeline": Timeline(corpus: corpus, entry: entry, address: address, acts: acts).view,
        "history": HistoryView(corpus: corpus, entry: entry, address: address).view,
        "metadata": View.items(facts.rows).map { .make(["items": $0]) }, "fields": facts.ownFields,
        "contents": contents(of: document), "attachments": attachments(of: document),
        "relations": View.items(relations.groups).map { .make(["groups": $0]) },
        "citedBy": CitedByView(corpus: corpus, entry: entry, address: address).view,
        "publishedText": .optional(document.publishedOn.map { $0.minute == nil ? $0.day.iso : $0.isoMinute }),
        "publishedISO": .optional(document.publishedOn.map { Self.isoTime($0) }),
        "modified": .day(modifiedOn(document)), "source": .optional(document.origin ?? document.issuers.first),
        "updates": View.items(
          document.updates(by: corpus.asOf).map {
            .make(["day": .day($0.on), "sentence": .text($0.sentence)])
          }
        ).map { .make(["items": $0]) },
        "issuerText": .optional(document.issuers.joined(separator: "、")),
        "actions": actions.view, "formerChannels": actions.formerChannels,
        "neighbours": plan.shelves.neighbours(of: document, from: address),
        "overdue": .optional(corpus.overdueNote(on: entry)),
        "held": .optional(document.isHeld ? "这份文件正在修改，本页仍是修改前的内容。" : nil),
        "gathered": GatheredView(corpus: corpus, entry: entry, address: address).view,
        "stations": Stations(corpus: corpus, entry: entry, address: address).view,
        "calendar": !document.isRegional && corpus.isComing(entry)
          ? .text(address.href(DocumentFile.calendar.path(beside: document.url))) : nil,
        "parts": PartsView(corpus: corpus, entry: entry, address: address).view, "bundle": bundle(entry, address),
        "comparisons": comparisons(entry, address), "provenance": document.provenance?.view(in: corpus),
      ]),
    ])
    return view.adding([
      "question": question(entry, relations), "consultation": consultation(entry, relations), "task": task(entry),
      "overviews": .items((plan.overviews[document.id] ?? []).map { $0.view(from: address) }),
    ])
  }

  /// The day of its last edit; nil where the page states a later one already.
  private func modifiedOn(_ document: Document) -> CalendarDate? {
    input.revisions.documents[document.id]?.modifiedOn.flatMap { day in
      document.lastUpdate.map { day > $0 } ?? true ? day : nil
    }
  }

  /// A further page of its tables: title and tables, no text.
  func tablePage(_ entry: CorpusEntry, number: Int) -> View {
    let document = entry.document
    let address = PageAddress(DocumentFile.page(number).url(beside: document.url))
    var heading = heading(entry, column: corpus.column(document.column))
    heading.ancestors.append((document.title, document.url))
    heading.number = number
    return frame.view(heading, at: address).adding([
      "document": .make([
        "title": .text(document.title),
        "status": .badge(of: entry, in: corpus),
        "tables": TablesView(corpus: corpus, document: document, address: address).views(page: number),
      ])
    ])
  }

  private func html(
    of body: MarkdownText, in entry: CorpusEntry, acts: Acts, on address: PageAddress
  ) -> [UInt8] {
    let document = entry.document
    let tables = TablesView(corpus: corpus, document: document, address: address).insertions(into: body)
    let interpretations = entry.incoming.filter { $0.kind == .interprets && !$0.isWhole }
    let marks =
      (ArticleMarks(
        corpus: corpus, document: document, address: address, acts: acts, interpretations: interpretations,
        commencements: entry.commencements(after: corpus.asOf)
      )
      .insertions(into: body) + tables)
      .sorted { ($0.offset, $0.dropped == nil ? 0 : 1) < ($1.offset, $1.dropped == nil ? 0 : 1) }
    let links = TextLinks(corpus: corpus, address: address, document: document)
    return BodyWriter(
      resolver: input.resolver, host: corpus.site.domain, links: links, showsPictures: !document.isRegional
    ).html(body, from: document.sourcePath, on: address, marks: marks)
  }

  private func qrCode(_ document: Document, _ kind: Kind?) -> View? {
    guard kind?.hasQRCode ?? false else { return nil }
    let address = corpus.site.baseURL + document.url.encodedForURLPath
    return QRSymbol(Array(address.utf8)).map { .html(Array($0.svg(label: "本页网址的二维码").utf8)) }
  }

  private func heading(_ entry: CorpusEntry, column: Column?) -> Frame.Heading {
    let document = entry.document
    var heading = Frame.Heading(heading: document.title, description: document.summary, keywords: document.keywords)
    heading.column = column
    heading.state = entry.status?.state.label
    heading.sheets = corpus.tables(of: document).isEmpty ? [] : [.table]
    heading.ancestors = ColumnTree(corpus).ancestors(of: document.column, inclusive: true)
    heading.type = "article"
    heading.canonical = document.provenance.map { $0.url.encodedForURL }
    let image = firstImage(of: document)
    heading.image = image
    heading.tags = [
      ("ArticleTitle", document.title),
      ("PubDate", (document.publishedOn ?? document.documentDate.map { Moment(day: $0) })?.isoMinute ?? ""),
      (
        "ContentSource",
        document.origin ?? document.issuers.first ?? document.provenance?.siteName ?? corpus.site.organizer
      ),
      ("Keywords", document.keywords.joined(separator: ",")), ("Author", document.responsibleBody ?? ""),
      ("Description", document.summary ?? ""), ("Image", image ?? ""),
      ("Url", document.provenance?.url ?? corpus.site.baseURL + document.url.encodedForURLPath),
    ].filter { !$0.1.isEmpty }
    return heading
  }

  private func firstImage(of document: Document) -> String? {
    document.body.targets.lazy.filter(\.isPicture).compactMap { target -> String? in
      guard case .file(let path) = input.resolver.resolve(target.destination, from: document.sourcePath) else {
        return nil
      }
      let file = PublishedFile(content: path, beside: document.url)
      return corpus.site.baseURL + file.output.encodedForURLPath
    }.first
  }

  private static func isoTime(_ moment: Moment) -> String {
    moment.minute == nil ? moment.day.iso : moment.isoMinute.split(separator: " ").joined(separator: "T")
  }

  /// A contents list for long texts: at least four headings and four thousand bytes.
  private func contents(of document: Document) -> View? {
    let body = document.body.text
    guard body.plainText.count >= 4000 else { return nil }
    let headings = body.outline.filter { $0.kind != .article && $0.level <= 3 }
    guard headings.count >= 4, let top = headings.map(\.level).min() else { return nil }
    return .make([
      "items": .items(
        headings.map { entry in
          .make([
            "text": .text(entry.text), "anchor": .text(entry.anchor), "level": .text(String(entry.level - top + 1)),
          ])
        })
    ])
  }

  private func attachments(of document: Document) -> View? {
    guard !document.attachments.isEmpty else { return nil }
    return .make([
      "total": .text(String(document.attachments.count)),
      "items": .items(
        document.attachments.map { attachment in
          .make([
            "title": .text(attachment.title), "href": .text(document.href(of: attachment)),
            "type": .text(FileSize.type(of: attachment.fileName)), "size": .text(FileSize.text(attachment.byteCount)),
            "bytes": .text(String(attachment.byteCount)),
            "sha256": .optional(
              input.fileHashes[attachment.path] ?? document.provenance?.files[attachment.path]?.sha256),
          ])
        }),
    ])
  }

  /// Links to a package's members as one page and as one archive.
  private func bundle(_ entry: CorpusEntry, _ address: PageAddress) -> View? {
    guard corpus.isPackage(entry) else { return nil }
    let url = entry.document.url
    return .make([
      "pageHref": .text(address.href(DocumentFile.fullText.url(beside: url))),
      "archiveHref": .text(address.href(DocumentFile.archive.path(beside: url))),
    ])
  }

  /// Links to the pages that show its text beside one that it replaces; with their numbers if there are several.
  private func comparisons(_ entry: CorpusEntry, _ address: PageAddress) -> View? {
    let pairs = corpus.comparisons(of: entry)
    return .items(
      pairs.map { pair in
        .make([
          "href": .text(address.href(pair.url)),
          "with": pairs.count > 1 ? .text(with(pair)) : nil,
        ])
      })
  }

  private func with(_ pair: ComparedPair) -> String {
    if let from = pair.new.text?.from { return "\(from.chinese)的修改" }
    return pair.old.entry.document.documentNumber?.text ?? pair.old.entry.document.title
  }

  private func question(_ entry: CorpusEntry, _ relations: RelationsView) -> View? {
    guard corpus.kind(of: entry)?.layout == .question else { return nil }
    let ended = corpus.endedBasis(of: entry)
    return .make([
      "updated": .day(entry.document.date(in: .updatedOn)),
      "basis": relations.items(.basedOn).map { .make(["items": $0]) },
      "warning": ended.isEmpty ? nil : .text("本答复所依据的文件已不再有效，内容可能已经过时，请向承办单位核实。"),
    ])
  }

  private func task(_ entry: CorpusEntry) -> View? {
    guard corpus.kind(of: entry)?.lifecycle == .task else { return nil }
    let done = entry.status.flatMap { $0.state == .done ? $0.since ?? entry.document.doneOn : nil }
    return .make(["due": .day(entry.document.closesOn), "done": .day(done)])
  }

  private func consultation(_ entry: CorpusEntry, _ relations: RelationsView) -> View? {
    let document = entry.document
    guard let kind = corpus.kind(of: document), [.consultation, .event].contains(kind.lifecycle) else { return nil }
    let outcome = relations.shownOutcome.flatMap { corpus[$0.source] }
    let address = PageAddress(document.url)
    return .make([
      "opens": .day(document.opensOn), "closes": .day(document.closesOn),
      "countdown": entry.status.flatMap { countdown($0, document) },
      "shorterReason": .optional(document.text(in: .shortenedReason)),
      "overdue": .optional(corpus.outcomeOverdue(of: entry).map { "应于\($0.chinese)前反馈意见采纳情况，已逾期" }),
      "outcome": outcome.map { outcome in
        .make([
          "received": .optional(outcome.document.text(in: .received)),
          "adopted": .optional(outcome.document.text(in: .adopted)),
          "partlyAdopted": .optional(outcome.document.text(in: .partlyAdopted)),
          "notAdopted": .optional(outcome.document.text(in: .notAdopted)),
          "reasons": .optional(outcome.document.text(in: .reasons)),
          "result": .make([
            "href": .text(address.href(outcome.document.url)), "title": .text(outcome.document.title),
            "dateText": .optional(outcome.listDate?.chinese),
          ]),
        ])
      },
    ])
  }

  private func countdown(_ status: Status, _ document: Document) -> View? {
    guard status.state == .open, let closesOn = document.closesOn else { return nil }
    let days = closesOn.daysSince1970 - corpus.asOf.daysSince1970
    return .text(days == 0 ? "今天截止" : "还有\(days)天")
  }
}
