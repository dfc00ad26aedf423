package import Documents

extension CorpusEntry {
  /// The day that lists show and sort by: published, else signed.
  package var listDate: CalendarDate? { document.publishedOn?.day ?? document.documentDate }

  /// Newest first; without a date last; equal ones by number, newest first, and id.
  package static func newestFirst(_ a: CorpusEntry, _ b: CorpusEntry) -> Bool {
    let (first, second) = (a.document.publishedOn, b.document.publishedOn)
    if a.listDate != b.listDate { return a.listDate ?? .distantPast > b.listDate ?? .distantPast }
    if let first, let second, first != second { return first > second }
    if let first = a.document.documentNumber, let second = b.document.documentNumber, first != second {
      return first > second
    }
    return a.document.id < b.document.id
  }
}
