import Base
import Documents
import Resolution

extension InspectionReport {
  /// The days of the 到期清单 for the clerk's own calendar program, with a reminder a week ahead; never published. What was done
  /// too late is not in it.
  package var calendar: [UInt8] {
    let events = due.items(.overdue, .soon, .ahead).map { item in
      let lines = [item.detail, item.office, "依据：\(item.basis)", item.cure, item.location.shown].compactMap(\.self)
      return CalendarFile.Event(
        uid:
          "due/\(item.source.rawValue)/\(item.location.path.encodedForURLPath)/\(item.what.encodedForURLPath)/\(item.due.iso)@\(host)",
        day: item.due, stamp: asOf, summary: "\(item.what)：\(item.subject)",
        url: item.url.map { baseURL + $0.encodedForURLPath }, description: lines.joined(separator: "\n"),
        category: item.state.label, reminder: 7)
    }
    return CalendarFile(name: "到期清单_" + siteName, events: events).bytes
  }

  private var host: String { LinkAddress(baseURL).host?.name ?? "gongkai" }
}
