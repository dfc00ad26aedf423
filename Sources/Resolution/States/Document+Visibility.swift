import Documents

extension Document {
  /// Whether readers may see it on `day`; DESIGN.md section 6, publication.
  func isPublic(on day: CalendarDate) -> Bool {
    guard !isDraft, disclosure == .proactive else { return false }
    return publishedOn.map { $0.day <= day } ?? true
  }

  /// Whether it may stand in a catalogue with title and number only.
  func isCatalogued(on day: CalendarDate) -> Bool {
    guard !isDraft, disclosure == .onRequest else { return false }
    return publishedOn.map { $0.day <= day } ?? true
  }

  /// First day on which what it does to others can have an effect: its own day of effect, never before it is public.
  func effectDay(of reference: Reference) -> CalendarDate? {
    let own = reference.on ?? effectiveOn ?? publishedOn?.day ?? documentDate
    guard let own, let published = publishedOn?.day else { return own }
    return max(own, published)
  }
}
