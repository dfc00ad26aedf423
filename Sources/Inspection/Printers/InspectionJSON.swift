package import Base
import Documents
import Resolution

extension InspectionReport {
  /// For programs: `schema`, `asOf`, `site`, `summary`, `indicators`, `due`.
  package var json: JSONValue {
    let counts = Reading.State.allCases.map { state in
      JSONValue.Member(state.code, .integer(readings(state).count))
    }
    return .object([
      "schema": "gongkai-inspection/1", "asOf": .string(asOf.iso), "site": .string(siteName),
      "baseURL": .string(baseURL), "line": .string(line), "counts": .object(counts),
      "indicators": .array(readings.map(value)), "due": .array(due.items.map(\.json)),
    ])
  }

  private func value(_ row: Reading) -> JSONValue {
    let definition = row.indicator.definition
    return .object([
      "id": .string(row.indicator.rawValue), "name": .string(definition.name),
      "group": .string(definition.group.rawValue), "state": .string(row.state.code),
      "stateLabel": .string(row.state.rawValue), "threshold": .string(row.indicator.threshold(settings)),
      "measured": .string(row.measured), "value": row.value.map(JSONValue.integer) ?? .null,
      "daysLeft": row.daysLeft.map(JSONValue.integer) ?? .null, "basis": .string(definition.basis),
      "certain": .boolean(definition.isCertain), "reminder": .boolean(row.isReminder),
      "places": .array(
        row.places.map { place in
          .object(["text": .string(place.text), "file": .optional(place.file), "url": .optional(place.url)])
        }),
    ])
  }
}

extension Reading.State {
  /// Its word for programs.
  package var code: String {
    switch self {
    case .failed: "failed"
    case .near: "near"
    case .passed: "passed"
    case .unmeasured: "unmeasured"
    }
  }
}

extension DueItem {
  /// An item of the 到期清单, for programs.
  package var json: JSONValue {
    .object([
      "state": .string(state.rawValue), "due": .string(due.iso), "source": .string(source.rawValue),
      "what": .string(what), "subject": .string(subject), "detail": .optional(detail), "office": .optional(office),
      "doneOn": .optional(doneOn?.iso), "basis": .string(basis), "local": .boolean(isLocal), "cure": .string(cure),
      "file": .string(location.shown), "url": .optional(url),
    ])
  }
}
