import Base

/// What a program that reads PDF made of one.
package enum PDFReading: Sendable, Hashable {
  /// The text of all pages, each ended by a form feed.
  case text([UInt8])
  /// It cannot be opened: it is damaged, or asks for a password.
  case refused
  /// It forbids to copy its text.
  case restricted
  /// The program took too long, or crashed.
  case failed
}

/// Asks such a program, with the bytes of a file; nil where none is installed.
package typealias PDFReader = @Sendable (_ bytes: [UInt8]) -> PDFReading?

/// A PDF: its pages by the reader, the rest by its own bytes.
package enum PDFText {
  /// Whether a file says that it is encrypted.
  package static func isEncrypted(_ bytes: [UInt8]) -> Bool { PDFProperties(bytes).isEncrypted }

  static func read(_ bytes: [UInt8], by reader: PDFReader) throws(OfficeFault) -> OfficeContent {
    let properties = PDFProperties(bytes)
    var content = OfficeContent()
    if let author = properties.author { content.note(.author, name: author) }
    if properties.isEncrypted { content.note(.protection) }
    switch reader(bytes) {
    case nil: content.textFault = .noReader
    case .refused: throw properties.isEncrypted ? .encrypted : .damaged
    case .restricted: return content
    case .failed: content.textFault = .readerFailed
    case .text(let text):
      var pages = text.split(separator: 0x0C, omittingEmptySubsequences: false)
      if pages.last?.isEmpty == true { pages.removeLast() }
      for (index, page) in pages.enumerated() {
        let text = String(decoding: page, as: UTF8.self)
        if text.allSatisfy(\.isWhitespace) { content.note(.pageWithoutText, at: .page(index + 1)) }
        content.add(text, at: .page(index + 1))
      }
      content.pageCount = pages.count
    }
    return content
  }
}
