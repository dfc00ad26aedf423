import Base
import Documents
import Resolution

extension Shape {
  static let stations: Shape = .object([
    "items": .list(
      .object([
        "name": .text, "state": .text, "isNow": .truth, "until": .text, "day": .text, "note": .text,
        "places": .list(.object(["text": .text, "href": .text])),
      ]))
  ])
}

/// The way of a decision, a consultation or an event as a line of stations: what is done, where it stands, what is ahead.
///
/// A decision's stations are those parts of its kind that have a `stage`; a consultation's follow from its days.
struct Stations {
  let corpus: Corpus
  let entry: CorpusEntry
  let address: PageAddress

  /// One station.
  private struct Station {
    let name: String
    var state: Progress
    var day: String?
    /// What is said of a station that is ahead.
    var note: String?
    var places: [(text: String, href: String)] = []
    /// The first day on which a station where the matter stands is passed.
    var until: CalendarDate?
  }

  /// Where a station lies; the raw value is a class.
  private enum Progress: String { case done, now, ahead }

  private var document: Document { entry.document }

  /// Nil for a record without a process.
  var view: View? {
    let stations: [Station]
    switch corpus.lifecycle(of: document) {
    case .consultation: stations = consultation
    case .event: stations = event
    case .validity, .publicNotice, .task, .none: stations = decision
    }
    guard stations.count > 1 else { return nil }
    return .make(["items": .list(stations.map(view))])
  }

  private func view(_ station: Station) -> View {
    .make([
      "name": .text(station.name), "state": .text(station.state.rawValue), "isNow": .flag(station.state == .now),
      "until": .optional(station.until?.iso), "day": .optional(station.day), "note": .optional(station.note),
      "places": .items(station.places.map { .make(["text": .text($0.text), "href": .text($0.href)]) }),
    ])
  }

  /// 征求意见 → 公布意见采纳情况.
  private var consultation: [Station] {
    [
      period("征求意见"),
      outcome("公布意见采纳情况", isWaiting: entry.status?.state == .closed, before: "征求意见结束后公布"),
    ]
  }

  /// 报名 → 举行 → 公布结果.
  private var event: [Station] {
    var held = Station(name: "举行", state: .ahead, day: document.heldOn?.chinese)
    if let day = document.heldOn {
      held.state = day < corpus.asOf ? .done : entry.status?.state == .enrolled ? .now : .ahead
      held.until = day.adding(days: 1)
    }
    return [
      period("报名"), held, outcome("公布结果", isWaiting: entry.status?.state == .held, before: "举行以后公布"),
    ]
  }

  /// The days on which people can take part.
  private func period(_ name: String) -> Station {
    let (opens, closes) = (document.opensOn, document.closesOn)
    let isOver = closes.map { $0 < corpus.asOf } ?? (entry.status?.state != .open)
    let isAhead = opens.map { $0 > corpus.asOf } ?? false
    return Station(
      name: name, state: isAhead ? .ahead : isOver ? .done : .now, day: Self.span(opens, closes),
      until: closes?.adding(days: 1))
  }

  /// What is published at the end. Nothing that is not due yet is called missing.
  private func outcome(_ name: String, isWaiting: Bool, before: String) -> Station {
    let results = entry.incoming.filter { $0.kind == .outcomeOf && $0.outside == nil }.compactMap { corpus[$0.source] }
    guard results.isEmpty else {
      return Station(
        name: name, state: .done, day: results.compactMap(\.listDate).min()?.chinese,
        places: results.map { ($0.document.title, address.href($0.document.url)) })
    }
    guard isWaiting, let last = document.heldOn ?? document.closesOn else {
      return Station(name: name, state: .ahead, note: before)
    }
    let due = last.adding(days: corpus.site.outcomeDays)
    let isLate = corpus.outcomeOverdue(of: entry) != nil
    return Station(name: name, state: .now, note: isLate ? "应于\(due.chinese)前公布，尚未公布" : "\(due.chinese)前公布")
  }

  /// The stages of the kind. A stage that was passed without a trace is left to the list of parts.
  private var decision: [Station] {
    let readings = corpus.parts(of: entry).filter { $0.part.stage != nil }
    let stations = readings.enumerated().map { index, reading in
      station(reading, later: readings[(index + 1)...].map(\.part))
    }
    let reached = stations.lastIndex { $0?.state != .ahead && $0 != nil } ?? -1
    let current = stations.compactMap(\.self).filter { $0.state == .now }.map(\.name)
    var isNext = !current.isEmpty
    return zip(stations.indices, stations).compactMap { index, station in
      guard var station else { return nil }
      guard station.state == .ahead else { return station }
      if index < reached { return nil }
      station.note = isNext ? "\(current.joined(separator: "、"))结束后进行" : "尚未进行"
      isNext = false
      return station
    }
  }

  /// A stage, found or ahead; nil for an optional one of which nothing is there.
  private func station(_ reading: PartReading, later: [Part]) -> Station? {
    var station = Station(name: reading.part.stage ?? reading.part.label, state: .ahead)
    let day = reading.part.day.flatMap(document.date(in:))
    station.day = day?.chinese
    // What is to be done on a day that has not come is described already, and lies ahead.
    if let day, day > corpus.asOf { return station }
    switch reading.place {
    case nil where day != nil: station.places = [("文件信息", "#facts")]
    case nil: return reading.part.demand == .optional ? nil : station
    case .field: station.places = [("文件信息", "#facts")]
    case .heading(let anchor): station.places = [("正文", "#" + anchor.encodedForURLPath)]
    case .attachment(let file): station.places = [(file.title, entry.document.href(of: file))]
    case .documents(let ids):
      // A hearing is both part of the draft's way and a stage of its own: it belongs to the last stage that takes it.
      let members = ids.compactMap { corpus[$0] }.filter { member in
        !later.contains { $0.stage != nil && $0.takes(member.document) }
      }
      .sorted { ($0.listDate ?? corpus.asOf, $0.document.id) < ($1.listDate ?? corpus.asOf, $1.document.id) }
      guard let first = members.first else { return reading.part.demand == .optional ? nil : station }
      station.places = members.map { ($0.document.title, address.href($0.document.url)) }
      station.day = station.day ?? Self.day(of: first.document) ?? first.listDate?.chinese
      if let open = members.first(where: isUnderWay) {
        station.state = .now
        station.until = (open.document.heldOn ?? open.document.closesOn)?.adding(days: 1)
        return station
      }
    }
    station.state = .done
    return station
  }

  private func isUnderWay(_ member: CorpusEntry) -> Bool {
    member.status.map { [.upcoming, .open, .enrolling, .enrolled].contains($0.state) } ?? false
  }

  private static func day(of document: Document) -> String? {
    document.heldOn?.chinese ?? span(document.opensOn, document.closesOn)
  }

  /// 2026年11月2日至12月5日.
  private static func span(_ opens: CalendarDate?, _ closes: CalendarDate?) -> String? {
    guard let opens, let closes else { return (opens ?? closes)?.chinese }
    if opens == closes { return opens.chinese }
    let end = opens.year == closes.year ? "\(closes.month)月\(closes.day)日" : closes.chinese
    return "\(opens.chinese)至\(end)"
  }
}

extension Part {
  /// Whether a contained document is this part.
  fileprivate func takes(_ document: Document) -> Bool {
    sources.contains { if case .relation(let wanted) = $0 { wanted.accepts(document) } else { false } }
  }
}
