import Base
import Documents

// Lifecycles that depend on dates alone, both of documents and of table rows.
extension StateHistory {
  /// 公示: from the first to the last day, both inclusive.
  static func publicNotice(opensOn: CalendarDate?, closesOn: CalendarDate?) -> StateHistory {
    StateHistory(boundaries: [opensOn, closesOn?.adding(days: 1)].compactMap(\.self)) { day in
      if let opensOn, day < opensOn { return (.upcoming, []) }
      return (closesOn.map { day > $0 } ?? false ? .ended : .current, [])
    }
  }

  /// A task: 已逾期 after its last day, 即将到期 from `dueSoonDays` days before it.
  static func task(
    opensOn: CalendarDate?, closesOn: CalendarDate?, doneOn: CalendarDate?, dueSoonDays: Int, outcomes: [Relation] = []
  ) -> StateHistory {
    let soon = closesOn?.adding(days: -dueSoonDays)
    let boundaries = [opensOn, closesOn?.adding(days: 1), doneOn, soon].compactMap(\.self)
    return StateHistory(boundaries: boundaries) { day in
      if let doneOn, day >= doneOn { return (.done, outcomes) }
      if let closesOn, day > closesOn { return (.overdue, []) }
      return (soon.map { day >= $0 } ?? false ? .dueSoon : .pending, [])
    }
  }

  /// A standard or a price: in force from its first to its last day, both inclusive.
  static func term(effectiveOn: CalendarDate?, expiresOn: CalendarDate?) -> StateHistory {
    StateHistory(boundaries: [effectiveOn, expiresOn?.adding(days: 1)].compactMap(\.self)) { day in
      if let effectiveOn, day < effectiveOn { return (.notYetInForce, []) }
      return (expiresOn.map { day > $0 } ?? false ? .expired : .inForce, [])
    }
  }
}
