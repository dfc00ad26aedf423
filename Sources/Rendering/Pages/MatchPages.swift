import Base
import Documents
import Papers
import Resolution

extension Shape {
  static let offers: Shape = .object([
    "items": .list(
      .object([
        "what": .text, "amount": .text, "who": .text, "place": .text, "from": .text, "until": .text, "isLater": .truth,
        "untilText": .text, "title": .text, "href": .text, "documentNumber": .text,
        "how": .object(["title": .text, "href": .text]),
      ]))
  ])
  static let matchPage: Shape = Frame.shape.merging([
    "match": .object([
      "data": .text, "answer": .text, "question": .text, "allHref": .text, "offers": .offers,
      "questions": .list(
        .object([
          "label": .text,
          "answers": .list(.object(["id": .text, "name": .text, "href": .text, "total": .text, "current": .truth])),
        ])),
    ])
  ])
}

/// 找政策: a page on which readers say what is true of them, to nobody but their own browser, and a list for each answer. Both have
/// what can be had today; a page that stays open a few days corrects itself by the reader's own day.
struct MatchPages {
  let frame: Frame
  let offers: Offers

  private var corpus: Corpus { frame.corpus }

  /// `/match/`.
  func view() -> View {
    let address = PageAddress(SiteFile.match.url)
    var heading = Frame.Heading(heading: "找政策")
    heading.description = "勾选符合自己情况的项目，看现在能享受哪些政策，怎样办理。"
    return page(heading, at: address)
  }

  /// `/match/<answer>/`.
  func view(_ question: MatcherQuestion, _ answer: Term) -> View {
    let address = PageAddress(SiteFile.answer(answer.id).url)
    var heading = Frame.Heading(heading: answer.name + "能享受的政策")
    heading.description = "现在面向\(answer.name)的政策：内容、标准、截止日期和怎样办理。"
    heading.ancestors = [("找政策", SiteFile.match.url)]
    let items = offers.of(answer).map { item($0, from: address) }
    return page(
      heading, at: address, current: answer,
      .make([
        "answer": .text(answer.name), "question": .text(question.label),
        "offers": View.items(items).map { .make(["items": $0]) },
      ]))
  }

  private func page(
    _ heading: Frame.Heading, at address: PageAddress, current: Term? = nil, _ own: View = .make([:])
  ) -> View {
    var heading = heading
    heading.sheets = [.match]
    let questions = offers.questions.map { question in
      View.make([
        "label": .text(question.label),
        "answers": .list(
          question.answers.map { answer in
            .make([
              "id": .text(answer.id), "name": .text(answer.name),
              "href": .text(address.href(SiteFile.answer(answer.id).url)),
              "total": .text(String(offers.of(answer).count)), "current": .flag(answer == current),
            ])
          }),
      ])
    }
    return frame.view(heading, at: address).adding([
      "match": own.adding([
        "data": .text(address.href(SiteFile.benefitsJSON.path)), "allHref": .text(address.href(SiteFile.match.url)),
        "questions": .list(questions),
      ])
    ])
  }

  private func item(_ offer: Offer, from address: PageAddress) -> View {
    let document = offer.entry.document
    return .make([
      "what": .text(offer.benefit.what), "amount": .optional(offer.benefit.amount),
      "who": .text(offer.benefit.who.joined(separator: "、")), "place": .optional(offer.benefit.locality),
      "from": .optional(offer.from?.iso), "until": .optional(offer.until?.iso), "isLater": .flag(offer.from != nil),
      "untilText": .optional(offer.lastDay?.iso), "title": .text(document.title),
      "href": .text(address.href(document.url)), "documentNumber": .optional(document.documentNumber?.text),
      "how": how(offer, from: address).map { .make(["title": .text($0.title), "href": .text($0.href)]) },
    ])
  }

  /// Its guide, on this site or elsewhere.
  private func how(_ offer: Offer, from address: PageAddress) -> (title: String, href: String)? {
    guard let reference = offer.benefit.how else { return nil }
    if case .external(let title, _, let url) = reference.target {
      return url.map { (title, $0.encodedForURL) }
    }
    let guide = corpus.target(of: reference, in: offer.entry.document)?.document
    return guide.map { ($0.title, address.href($0.url)) }
  }

  /// `/match/benefits.json`: all that the page in the browser compares with the answers.
  func json() -> [UInt8] {
    let answers = offers.questions.flatMap(\.answers)
    let ids = Dictionary(answers.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    let address = PageAddress(SiteFile.match.url)
    let rows = offers.all.map { offer -> JSONValue in
      let document = offer.entry.document
      let how = how(offer, from: address)
      return .object([
        "what": .string(offer.benefit.what), "amount": .optional(offer.benefit.amount),
        "who": .strings(offer.benefit.who.compactMap { ids[$0] }),
        "whoText": .string(offer.benefit.who.joined(separator: "、")),
        "place": .optional(offer.benefit.locality), "from": .optional(offer.from?.iso),
        "until": .optional(offer.until?.iso), "lastDay": .optional(offer.lastDay?.iso),
        "title": .string(document.title), "url": .string(address.href(document.url)),
        "documentNumber": .optional(document.documentNumber?.text), "howTitle": .optional(how?.title),
        "howURL": .optional(how?.href),
      ])
    }
    return JSONValue.object(["asOf": .string(corpus.asOf.iso), "offers": .array(rows)]).pretty
  }
}

extension Offer {
  /// The last day on which it can be had.
  fileprivate var lastDay: CalendarDate? { until?.adding(days: -1) }
}
