import Base
import Documents
import Resolution

extension InspectionReport {
  /// Places shown of each indicator; JSON and HTML have them all.
  private static let shownPlaces = 5

  /// For people at a terminal: the indicators under their headings, then what is due, then one line.
  ///
  /// - Parameter colored: Whether states are coloured.
  package func text(colored: Bool) -> String {
    var lines = ["\(siteName)　检查指标（\(asOf.iso)）"]
    let width = readings.map(\.indicator.definition.name.displayWidth).max() ?? 0
    for group in Indicator.Group.allCases {
      let rows = readings.filter { $0.indicator.definition.group == group }
      if rows.isEmpty { continue }
      lines += ["", group.rawValue]
      for row in rows { lines += self.lines(row, width, colored) }
    }
    if readings.contains(where: \.isReminder) {
      lines += ["", "“作提醒”的没有核对到原文，或者由各地规定；要从严的，把它的编号写进 site.yml 的 inspection.strict"]
    }
    lines += dueLines + ["", line]
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ row: Reading, _ width: Int, _ colored: Bool) -> [String] {
    let definition = row.indicator.definition
    let state = row.state.rawValue.padded(to: 8)
    let left = row.daysLeft.map { "，还有 \($0) 天" } ?? ""
    var lines = [
      "  \(colored ? row.state.colored(state) : state)  \(definition.name.padded(to: width))  \(row.measured)\(left)"
        + (row.isReminder ? "  [\(row.indicator.rawValue)]" : "")
    ]
    if row.state == .passed { return lines }
    let indent = String(repeating: " ", count: 12)
    if row.state != .unmeasured {
      lines.append(indent + "要求：\(row.indicator.threshold(settings))" + (row.isReminder ? "（作提醒）" : ""))
      lines.append(indent + "依据：\(definition.basis)")
    }
    for place in row.places.prefix(Self.shownPlaces) {
      lines.append(indent + "· " + place.text + (place.file.map { "  \($0)" } ?? ""))
    }
    if row.places.count > Self.shownPlaces { lines.append(indent + "· 另有 \(row.places.count - Self.shownPlaces) 处") }
    return lines
  }

  private var dueLines: [String] {
    let rows = due.items(.overdue, .soon, .late, .ahead)
    if rows.isEmpty { return ["", "到期清单：没有"] }
    return ["", "到期清单（以后 \(DueList.horizonDays) 日）"]
      + DueItem.State.inOrder.flatMap { state in rows.filter { $0.state == state }.map(line) }
  }

  private func line(_ item: DueItem) -> String {
    let days = item.due.daysSince1970 - asOf.daysSince1970
    let when = days < 0 ? "过了 \(-days) 天" : days == 0 ? "今天" : "还有 \(days) 天"
    let done = item.doneOn.map { "，\($0.iso) 完成" } ?? ""
    let detail = item.detail.map { "，\($0)" } ?? ""
    let state = item.state.label.padded(to: 8)
    return "  \(state)  \(item.due.iso)  \(when.padded(to: 10))  \(item.what)：\(item.subject)\(detail)\(done)"
      + (item.office.map { "（\($0)）" } ?? "") + "  \(item.location.shown)"
  }
}

extension DueItem.State {
  /// The most urgent first.
  static let inOrder: [DueItem.State] = [.overdue, .soon, .ahead, .late]
}

extension Reading.State {
  fileprivate func colored(_ text: String) -> String {
    let code =
      switch self {
      case .failed: "31"
      case .near: "33"
      case .passed: "32"
      case .unmeasured: "2"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
