package import Base
import Documents

extension CorpusEntry {
  /// The day that lists show and sort by: of publication, or else of signing.
  package var listDate: CalendarDate? { document.listDate }

  /// Newest first, undated ones last; ties by document number, newest first, then by id.
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

extension Document {
  /// The day by which lists sort it: of publication, or of the paper.
  package var listDate: CalendarDate? { publishedOn?.day ?? documentDate }
}
