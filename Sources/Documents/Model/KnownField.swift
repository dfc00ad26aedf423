/// Fields of kinds that the program knows by their keys, whichever kind has them and whatever their labels. If a kind
/// file gives one of them another type, there is a warning (`known-field`) and it is treated like any other field.
package enum KnownField: String, Sendable, Hashable, CaseIterable {
  /// 举行日期: the day on which a hearing or an event takes place.
  case heldOn
  /// 地点: where it takes place.
  case place
  /// 村（社区）: the villages that it is for, besides `places`.
  case village
  /// 更新日期: the day of the newest content.
  case updatedOn
  /// 更新周期: how often the document must be updated.
  case updateEvery
  /// 文字稿: the text of a picture, a recording or a video.
  case transcript
  /// 解读形式: the forms of an interpretation, counted where site.yml asks for several.
  case interpretationForm
  /// 缩短理由: why a consultation is open for less than 30 days.
  case shortenedReason
  /// 收到, 采纳, 部分采纳 and 未采纳意见数 of an outcome, and 未采纳理由.
  case received, adopted, partlyAdopted, notAdopted, reasons
  /// 报告年度: the year of an annual report.
  case year
  /// 受理日期 and 答复日期 of a message.
  case receivedOn, repliedOn

  /// The types with which the program understands it, the usual one first; empty: any.
  package var types: [FieldType] {
    switch self {
    case .heldOn, .updatedOn, .receivedOn, .repliedOn: [.date]
    case .updateEvery: [.period, .text, .choice]
    case .transcript: []
    case .interpretationForm: [.choice, .text]
    case .place, .village: [.text, .choice]
    case .shortenedReason, .reasons: [.text, .markdown, .choice]
    case .received, .adopted, .partlyAdopted, .notAdopted: [.number, .text]
    case .year: [.number, .text]
    }
  }

  /// Whether it may have several values.
  package var takesMany: Bool { [.interpretationForm, .transcript, .village].contains(self) }
}

/// Columns of tables that the program knows by their keys.
package enum KnownColumn: String, Sendable, Hashable, CaseIterable {
  /// 公开位置 of a catalogue: where the row's content is published.
  case target
  /// 公开时限 of a catalogue.
  case timeLimit
  /// 佐证 of a ledger: what proves that a task was done.
  case evidence

  /// As ``KnownField/types``.
  package var types: [FieldType] {
    switch self {
    case .target: [.reference, .link, .text]
    case .timeLimit: [.text, .choice]
    case .evidence: []
    }
  }
}

/// Rows and columns of the tables of an annual report that are compared with the library and with the previous year.
package enum ReportCell: String, Sendable, Hashable {
  /// 上年结转 and 结转下年度.
  case carried, carriedOver
  /// 总计 of all applicants.
  case total
  /// 本年制发, 本年废止 and 现行有效件数.
  case made, repealed, inForce
}
