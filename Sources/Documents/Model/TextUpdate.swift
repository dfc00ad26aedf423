package import Base

/// A change of a published text that is told to its readers: 更新, or 更正 of a mistake of this page.
package struct TextUpdate: Sendable, Hashable {
  package let on: CalendarDate
  /// What is different now, for readers.
  package let note: String
  package let isCorrection: Bool

  /// Memberwise.
  package init(on: CalendarDate, note: String, isCorrection: Bool = false) {
    (self.on, self.note, self.isCorrection) = (on, note, isCorrection)
  }

  /// `更正：第三条的“三日”改为“五日”`.
  package var sentence: String { (isCorrection ? "更正：" : "更新：") + note }
}

extension Document {
  /// What was told by a day, newest first.
  package func updates(by day: CalendarDate) -> [TextUpdate] {
    updates.filter { $0.on <= day }.enumerated().sorted { ($1.element.on, $1.offset) < ($0.element.on, $0.offset) }
      .map(\.element)
  }
}
