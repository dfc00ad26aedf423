import Base
package import OfficeFiles

/// PDF files that have text, to be compared with the original.
package enum PDFManuscript {
  /// Reads what `pdftotext -bbox` makes of a file.
  ///
  /// - Parameter reader: Asks that program; its text is the words of each page with their places, in XHTML.
  /// - Throws: ``OfficeFault/noText`` for scanned pages.
  package static func read(_ bytes: [UInt8], by reader: PDFReader) throws(OfficeFault) -> Manuscript {
    guard let manuscript = PageParagraphs.read(try pages(bytes, reader)) else { throw .noText }
    return manuscript
  }

  /// The words of a file, which stand whole in its manuscript.
  package static func words(_ bytes: [UInt8], by reader: PDFReader) throws(OfficeFault) -> [OfficePiece] {
    try pages(bytes, reader).enumerated().flatMap { index, page in
      page.words.map { OfficePiece(place: .page(index + 1), text: $0.text) }
    }
  }

  private static func pages(_ bytes: [UInt8], _ reader: PDFReader) throws(OfficeFault) -> [PageText] {
    guard bytes.count <= OfficeReader.mostBytes else { throw .tooLarge }
    switch reader(bytes) {
    case nil: throw .noReader
    case .refused: throw PDFText.isEncrypted(bytes) ? .encrypted : .damaged
    case .restricted: throw .restricted
    case .failed: throw .readerFailed
    case .text(let text): return try pages(text)
    }
  }

  /// The pages in the program's output.
  private static func pages(_ output: [UInt8]) throws(OfficeFault) -> [PageText] {
    guard let start = output.firstRange(of: Array("<doc>".utf8))?.lowerBound,
      let end = output.lastRange(of: Array("</doc>".utf8))?.upperBound, start < end
    else { throw .readerFailed }
    // Fonts may name characters that XML does not have.
    let document = output[start..<end].map { $0 < 0x20 && $0 != 0x0A ? 0x20 : $0 }
    var handler = PageWords()
    do throws(XMLReader.Fault) { try XMLReader.read(document, root: "doc", into: &handler) } catch {
      throw .readerFailed
    }
    return handler.pages
  }
}

private struct PageWords: XMLHandler {
  private struct Box {
    let text: String
    let place: (left: Double, right: Double, top: Double, bottom: Double)

    /// What a Chinese character takes; nil if there are few.
    var em: Double? {
      let (wide, all) = (text.unicodeScalars.count(where: PageWord.isWide), text.unicodeScalars.count)
      return wide * 2 >= all - wide && wide > 0
        ? (place.right - place.left) / (Double(wide) + Double(all - wide) / 2) : nil
    }
  }

  private var found: [(page: PageText, boxes: [Box])] = []
  private var text: [UInt8]?
  private var box: (left: Double, right: Double, top: Double, bottom: Double) = (0, 0, 0, 0)

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    func number(_ name: StaticString) -> Double {
      attributes[name].flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil } ?? 0
    }
    switch name {
    case "page": found.append((PageText(width: number("width"), height: number("height")), []))
    case "word":
      text = []
      box = (number("xMin"), number("xMax"), number("yMin"), number("yMax"))
    default: break
    }
  }

  mutating func end(_ name: String) {
    guard name == "word", let text, !found.isEmpty else { return }
    self.text = nil
    let word = text.withUnsafeBufferPointer(\.string).trimmed
    guard !word.isEmpty else { return }
    found[found.count - 1].boxes.append(Box(text: word, place: box))
  }

  /// The pages. Boxes are as high as the font says, which may be far from the size of its characters; their middle is
  /// the line's.
  var pages: [PageText] {
    let ratios = found.flatMap(\.boxes).filter { $0.text.unicodeScalars.count > 3 }.compactMap { box in
      box.em.map { $0 / max(box.place.bottom - box.place.top, 0.1) }
    }.sorted()
    let ratio = ratios.isEmpty ? 0.77 : ratios[ratios.count / 2]
    return found.map { page, boxes in
      var page = page
      page.words = boxes.map { box in
        PageWord(
          text: box.text, left: box.place.left, right: box.place.right, middle: (box.place.top + box.place.bottom) / 2,
          em: max(box.em ?? (box.place.bottom - box.place.top) * ratio, 0.1))
      }
      return page
    }
  }

  mutating func text(_ text: Bytes) { self.text? += text }
}

extension [UInt8] {
  fileprivate func lastRange(of word: [UInt8]) -> Range<Int>? {
    guard count >= word.count else { return nil }
    return stride(from: count - word.count, through: 0, by: -1).first { self[$0...].starts(with: word) }
      .map { $0..<($0 + word.count) }
  }
}
