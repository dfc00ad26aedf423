package import Base

/// 分期施行: provisions of a document that come into force on a day of their own, later than the rest.
package struct Commencement: Sendable, Hashable {
  /// As written: 第十条.
  package let articles: [String]
  /// First day in force.
  package let on: CalendarDate
  /// Byte range in the document's source.
  package let place: Range<Int>

  /// Memberwise.
  package init(articles: [String], on: CalendarDate, place: Range<Int> = 0..<0) {
    self.articles = articles
    self.on = on
    self.place = place
  }

  /// The provisions as a list: 第十条、第十二条.
  package var provisions: String { articles.joined(separator: "、") }

  /// 第十条自2027年1月1日起施行.
  package var sentence: String { "\(provisions)自\(on.chinese)起施行" }
}
