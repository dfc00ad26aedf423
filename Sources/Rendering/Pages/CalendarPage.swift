import Base
import Documents
import Resolution

extension Shape {
  static let appointment: Shape = .object([
    "iso": .text, "day": .text, "weekday": .text, "isToday": .truth, "label": .text, "title": .text, "href": .text,
    "place": .text, "issuer": .text, "kind": .text, "file": .text,
  ])
  static let calendarPage: Shape = Frame.shape.merging([
    "calendar": .object([
      "file": .text, "subscribeHref": .text, "none": .truth,
      "parts": .list(
        .object([
          "id": .text, "name": .text, "empty": .text,
          "months": .object(["items": .list(.object(["name": .text, "days": .list(.appointment)]))]),
        ])),
    ])
  ])
}

/// `/calendar/`: what people can still take part in, by month, soonest first; then what is over, latest first.
struct CalendarPage: Sendable {
  let frame: Frame
  let agenda: Agenda

  private var corpus: Corpus { frame.corpus }

  /// The page's view.
  func view() -> View {
    let address = PageAddress(SiteFile.calendar.url)
    var heading = Frame.Heading(heading: "日历")
    heading.description = "征求意见、听证、开放活动和公示的日子，文件施行和届满的日子，先列将要到来的，再列已经过去的。"
    let file = agenda.isEmpty ? nil : View.text(address.href(SiteFile.calendarFeed(.site).path))
    heading.sheets = [.follow]
    return frame.view(heading, at: address).adding([
      "calendar": .make([
        "file": file,
        "subscribeHref": .text(address.href(SiteFile.subscribe.url, fragment: SiteFile.calendarFeed(.site).path)),
        "parts": .items([
          part("coming", "将要到来", agenda.coming, empty: "目前没有已经确定的日子。", from: address),
          part("past", "已经过去", agenda.past, empty: "没有过去的日子。", from: address),
        ]),
      ])
    ])
  }

  private func part(
    _ id: String, _ name: String, _ appointments: [Appointment], empty: String, from address: PageAddress
  ) -> View {
    var months: [(name: String, days: [View])] = []
    for appointment in appointments {
      let name = "\(appointment.day.year)年\(appointment.day.month)月"
      if months.last?.name != name { months.append((name, [])) }
      months[months.count - 1].days.append(row(appointment, from: address))
    }
    return .make([
      "id": .text(id), "name": .text(name), "empty": months.isEmpty ? .text(empty) : nil,
      "months": View.items(months.map { .make(["name": .text($0.name), "days": .list($0.days)]) }).map {
        .make(["items": $0])
      },
    ])
  }

  /// One line of the calendar.
  func row(_ appointment: Appointment, from address: PageAddress) -> View {
    let document = appointment.entry.document
    return .make([
      "iso": .text(appointment.day.iso), "day": .text("\(appointment.day.month)月\(appointment.day.day)日"),
      "weekday": .text(appointment.day.weekdayName), "isToday": .flag(appointment.day == corpus.asOf),
      "label": .text(appointment.label), "title": .text(document.title), "href": .text(address.href(document.url)),
      "place": appointment.occasion == .held ? .optional(document.text(in: .place)) : nil,
      "issuer": .optional(document.issuers.joined(separator: "、")),
      "kind": .optional(corpus.kind(of: document)?.readersLabel),
      "file": corpus.isComing(appointment.entry)
        ? .text(address.href(DocumentFile.calendar.path(beside: document.url))) : nil,
    ])
  }
}
