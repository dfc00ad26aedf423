package import Base
package import Documents

extension Document {
  /// Whether it is public on `day`: 主动公开, not a draft, not embargoed and not taken down (docs/handbook.zh.md, 公开属性、定时发布、草稿).
  package func isPublic(on day: CalendarDate) -> Bool { isReleased(on: day) && retraction(on: day) == nil }

  /// Whether it is public on `day` or was before it was taken down.
  func isReleased(on day: CalendarDate) -> Bool {
    guard !isDraft, disclosure == .proactive else { return false }
    return publishedOn.map { $0.day <= day } ?? true
  }

  /// Whether only its title and number are public on `day` (依申请公开).
  func isCatalogued(on day: CalendarDate) -> Bool {
    guard !isDraft, disclosure == .onRequest, retraction(on: day) == nil else { return false }
    return publishedOn.map { $0.day <= day } ?? true
  }

  /// The first day of effect of one of its acts: the day given there or its own, but never before it is public.
  func effectDay(of reference: Reference) -> CalendarDate? {
    let own = reference.on ?? effectiveOn ?? publishedOn?.day ?? documentDate
    guard let own, let published = publishedOn?.day else { return own }
    return max(own, published)
  }
}
