import Base
import Documents
import Resolution

extension Shape {
  static let channels: Shape = .object([
    "title": .text, "closes": .text, "isOver": .truth,
    "items": .list(
      .object(["label": .text, "values": .list(.object(["text": .text, "href": .text, "html": .html]))])),
  ])
  static let actions: Shape = .object([
    "channels": .channels, "section": .object(["title": .text, "href": .text]), "attachments": .text,
    "office": .object(["name": .text, "phone": .text]),
  ])
  static let neighbours: Shape = .object([
    "older": .object(["title": .text, "href": .text]), "newer": .object(["title": .text, "href": .text]),
  ])
}

/// What a reader can do about a document, shown above its text: take part, apply, download, call.
struct ActionsView {
  let corpus: Corpus
  let entry: CorpusEntry

  private var document: Document { entry.document }

  /// The box; nil when there is nothing to do.
  var view: View? {
    let channels = isOver ? nil : self.channels
    let count = document.attachments.count
    let office = office
    let section = isOver || channels != nil ? nil : section
    guard channels != nil || section != nil || count > 0 || office != nil else { return nil }
    return .make([
      "channels": channels, "section": section, "attachments": count > 0 ? .text(String(count)) : nil, "office": office,
    ])
  }

  /// The ways to take part once that is over: they stand at the end of the page, and say so.
  var formerChannels: View? { isOver ? channels : nil }

  private var channels: View? {
    guard let kind = corpus.kind(of: document) else { return nil }
    let links = TextLinks(corpus: corpus, address: PageAddress(document.url), document: document)
    return View.items(Channels.views(of: document, kind: kind, links: links)).map {
      .make([
        "title": .text(Self.title(kind.lifecycle)), "closes": .optional(closes(kind.lifecycle)?.iso),
        "isOver": .flag(isOver), "items": $0,
      ])
    }
  }

  /// The section of the text that says how to take part, where no field does.
  private var section: View? {
    guard let kind = corpus.kind(of: document), !kind.channels.isEmpty else { return nil }
    let keys = Set(kind.channels.map(\.key))
    for reading in corpus.parts(of: entry) {
      guard case .heading(let anchor) = reading.place else { continue }
      let isWay = reading.part.sources.contains { if case .field(let key) = $0 { keys.contains(key) } else { false } }
      if isWay { return .make(["title": .text(reading.part.label), "href": .text("#" + anchor.encodedForURLPath)]) }
    }
    return nil
  }

  private var isOver: Bool {
    switch entry.status?.state {
    case .closed, .answered, .enrolled, .held, .reported, .ended: true
    default: false
    }
  }

  private static func title(_ lifecycle: Lifecycle) -> String {
    switch lifecycle {
    case .consultation: "提出意见的方式"
    case .event: "报名方式"
    case .publicNotice: "提出异议的方式"
    case .validity, .task, .none: "办理方式"
    }
  }

  /// The first day on which it is too late.
  private func closes(_ lifecycle: Lifecycle) -> CalendarDate? {
    [.consultation, .event, .publicNotice].contains(lifecycle) ? document.closesOn?.adding(days: 1) : nil
  }

  /// The first office with a telephone: the one in charge, then the issuers.
  private var office: View? {
    let offices = [document.responsibleBody].compactMap(\.self) + document.issuers
    for name in offices {
      if let phone = corpus.site.phone(of: name) { return .make(["name": .text(name), "phone": .text(phone)]) }
    }
    return nil
  }
}

extension Shelves {
  /// The links to the documents before and after one of a series.
  func neighbours(of document: Document, from address: PageAddress) -> View? {
    guard let found = neighbours[document.id] else { return nil }
    let link = { (entry: CorpusEntry) in
      View.make(["title": .text(entry.document.title), "href": .text(address.href(entry.document.url))])
    }
    return .make(["older": found.older.map(link), "newer": found.newer.map(link)])
  }
}
