package import Base

/// Something that a text says, and where.
package struct Stated<Value: Sendable>: Sendable {
  package let value: Value
  package let place: PaperPlace

  /// Memberwise.
  package init(_ value: Value, at place: PaperPlace) { (self.value, self.place) = (value, place) }
}

extension Stated: Equatable where Value: Equatable {}

/// 附注 and what it says about publication.
package struct DisclosureNote: Sendable, Equatable {
  /// The three kinds of 公开属性 in the words of a note.
  package enum Meaning: Sendable, Equatable {
    /// 此件公开发布, 此件主动公开
    case proactive
    /// 此件依申请公开
    case onRequest
    /// 此件不予公开, 此件不公开, 此件删减后公开 is ``proactive``
    case withheld
  }

  package let text: String
  /// Nil for other notes: （联系人：…）
  package let meaning: Meaning?
}

/// Who signed, and when.
package struct Signature: Sendable, Equatable {
  /// The bodies as written, without blanks; several on one line are several.
  package let bodies: [Stated<String>]
  /// Nil for a day that does not exist.
  package let date: Stated<CalendarDate>?
}

/// One entry of 附件说明.
package struct ListedAttachment: Sendable, Equatable {
  /// As numbered in the text; nil for the only one.
  package let number: Int?
  package let title: String
}
