/// A document number at the end of a text: 澜政办发〔2022〕10号 of 按照澜政办发〔2022〕10号.
package struct CitedNumber: Sendable {
  package let number: DocumentNumber
  /// Its length in UTF-8.
  package let byteCount: Int

  /// Nil if the text does not end with a whole number.
  package init?(endOf text: String) {
    var scalars = Array(text.unicodeScalars)
    if let words = scalars.indices.end(ofLast: Self.words, in: scalars) { scalars.removeFirst(words) }
    var text = String(String.UnicodeScalarView(scalars))
    let citations = text.withUTF8 { Citation.all(in: TextLine(block: 0, start: 0, text: $0)) }
    guard let last = citations.last, last.title.isEmpty, let number = last.number else { return nil }
    guard last.end == scalars.count else { return nil }
    self.number = number
    byteCount = scalars[last.start...].reduce(0) { $0 + UTF8.width($1) }
  }

  /// Words before a number that are no part of it, besides those of ``Citation``.
  private static let words = ["见", "执行", "落实", "贯彻", "印发", "公布", "下发", "替代", "废止", "修改", "延长", "遵照", "适用", "文号", "字号"]
    .map { Array($0.unicodeScalars) }
}
