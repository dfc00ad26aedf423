import Base
package import Manuscripts
package import OfficeFiles

/// A file that was read twice: as a manuscript, and as plain letters for the proof.
package struct ReadFile: Sendable {
  package var manuscript: Manuscript
  package let letters: [OfficePiece]
  /// The sheets that the manuscript was made of.
  package var workbook: Workbook?
  /// Files that lie beside a page and that it leads to, by the names that its links have now.
  package var attachments: [(name: String, bytes: [UInt8])] = []

  /// Memberwise.
  package init(_ manuscript: Manuscript, letters: [OfficePiece]) {
    (self.manuscript, self.letters) = (manuscript, letters)
  }
}

/// Reads files by what they are, with the help of other programs where it needs them.
package struct FileReading: Sendable {
  /// Turns a file of an older form into .docx or .xlsx; nil if there is no program that does.
  package typealias Converter = @Sendable (_ bytes: [UInt8], _ ending: String) -> Conversion?

  /// What came of a conversion.
  package enum Conversion: Sendable {
    case converted([UInt8])
    case failed
  }

  /// The bytes of a file by its path from the folder of the one that is read; nil if there is none.
  package typealias Beside = (String) -> [UInt8]?

  private let pdfReader: PDFReader
  private let converter: Converter
  private let selector: String?

  /// - Parameters:
  ///   - pdfReader: Asks a program for the words of a PDF with their places.
  ///   - selector: Which part of a web page is its text; nil: it is looked for.
  package init(
    pdfReader: @escaping PDFReader = { _ in nil }, converter: @escaping Converter = { _, _ in nil },
    selector: String? = nil
  ) {
    (self.pdfReader, self.converter, self.selector) = (pdfReader, converter, selector)
  }

  /// Longer files are not read.
  package static let mostBytes = OfficeReader.mostBytes

  /// How files of text end, besides those without an ending.
  private static let texts: Set<String> = ["", "txt", "text", "md", "log"]

  /// Reads a file.
  package func read(_ bytes: [UInt8], name: String, beside: @escaping Beside = { _ in nil })
    throws(ImportFault) -> ReadFile
  {
    guard bytes.count <= Self.mostBytes else { throw .tooLarge }
    if bytes.isEmpty { throw .empty }
    if name.hasPrefix("~$") || name.hasPrefix(".~") { throw .leftOver }
    let ending = name.fileExtension.lowercased()
    let form = FileForm(bytes, name: name)
    // A text that is called an office file is the rest of one.
    if form == .text, !Self.texts.contains(ending) { throw .damaged(ending) }
    do throws(OfficeFault) {
      switch form {
      case .word: return try word(bytes)
      case .workbook: return try workbook(bytes, ending)
      case .ofd: return ReadFile(try OFDManuscript.read(bytes), letters: try pieces(bytes, "ofd").words)
      case .pdf:
        // The program is asked once.
        let reading = pdfReader(bytes)
        let manuscript = try PDFManuscript.read(bytes) { _ in reading }
        return ReadFile(manuscript, letters: try PDFManuscript.words(bytes) { _ in reading })
      case .text:
        let letters = [OfficePiece(place: .line(1), text: DecodedText(bytes).text)].words
        return ReadFile(try TextManuscript.read(bytes), letters: letters)
      case .webPage:
        let manuscript = try WebManuscript.read(bytes, select: selector, file: beside)
        return ReadFile(manuscript, letters: PageLetters.pieces(of: bytes)).takingLinkedFiles(beside)
      case .foreign, .picture, .slides, .archive, .unknown: break
      }
    } catch {
      // The reader of Word files takes none with programs in them.
      if form == .word, error == .otherForm { throw .macros }
      throw ImportFault(error, ending: form == .webPage ? "html" : ending)
    }
    switch form {
    case .foreign(let ending): return try foreign(bytes, ending)
    case .picture: throw .picture
    case .slides: throw .slides
    case .archive: throw .archive
    default: throw .unknown
    }
  }

  private func word(_ bytes: [UInt8]) throws(OfficeFault) -> ReadFile {
    ReadFile(try WordManuscript.read(bytes), letters: try pieces(bytes, "docx"))
  }

  /// Numbers and days are shown in another form than a workbook keeps them in; words are what can be compared.
  private func workbook(_ bytes: [UInt8], _ ending: String) throws(OfficeFault) -> ReadFile {
    let isText = !bytes.starts(with: "PK".utf8)
    let letters = try pieces(bytes, isText ? "csv" : "xlsx").words.filter {
      $0.text.contains { $0.isLetter } && Double($0.text) == nil
    }
    let workbook = try Workbook(bytes)
    var file = ReadFile(SheetManuscript.manuscript(workbook), letters: isText ? letters.cells : letters)
    file.workbook = workbook
    return file
  }

  private func pieces(_ bytes: [UInt8], _ ending: String) throws(OfficeFault) -> [OfficePiece] {
    let content = try OfficeReader().read(bytes, ending: ending)
    if content.isCut { throw .tooLarge }
    return content.pieces
  }

  private func foreign(_ bytes: [UInt8], _ ending: String) throws(ImportFault) -> ReadFile {
    // A file with a password is one of an older form, too.
    do throws(OfficeFault) { _ = try OfficeReader().read(bytes, ending: ending) } catch {
      if error == .encrypted { throw .encrypted }
    }
    guard let conversion = converter(bytes, ending) else { throw .noConverter(ending: ending) }
    guard case .converted(let converted) = conversion else { throw .conversionFailed(ending: ending) }
    do throws(OfficeFault) {
      return FileForm(converted, name: "") == .word ? try word(converted) : try workbook(converted, "xlsx")
    } catch {
      if error == .tooLarge { throw .tooLarge }
      throw .conversionFailed(ending: ending)
    }
  }
}

extension [OfficePiece] {
  /// The pieces between blanks: what stands side by side may be in two cells.
  fileprivate var words: [OfficePiece] {
    flatMap { piece in
      piece.text.split(whereSeparator: \.isWhitespace).map { OfficePiece(place: piece.place, text: String($0)) }
    }
  }

  /// The cells of lines of CSV, without what stands around them.
  fileprivate var cells: [OfficePiece] {
    flatMap { piece in
      piece.text.split { ",;\"=".contains($0) }.filter { $0.contains { $0.isLetter } }
        .map { OfficePiece(place: piece.place, text: String($0)) }
    }
  }
}

extension ReadFile {
  /// With the files that lie beside it and that its links lead to, as files beside the document.
  fileprivate func takingLinkedFiles(_ beside: FileReading.Beside) -> ReadFile {
    var taken = self
    taken.manuscript.blocks = manuscript.blocks.map { taken.relinked($0, beside) }
    return taken
  }

  private mutating func relinked(_ block: ManuscriptBlock, _ beside: FileReading.Beside) -> ManuscriptBlock {
    switch block {
    case .paragraph(var paragraph):
      paragraph.spans = paragraph.spans.map { span in
        guard case .link(let text, let target) = span, let name = take(target, beside) else { return span }
        return .link(text, to: name)
      }
      return .paragraph(paragraph)
    case .table(var table):
      for row in table.rows.indices {
        for cell in table.rows[row].cells.indices {
          table.rows[row].cells[cell].blocks = table.rows[row].cells[cell].blocks.map { relinked($0, beside) }
        }
      }
      return .table(table)
    }
  }

  /// The name beside the document of what a link leads to; nil if it is no file that readers may have.
  private mutating func take(_ target: String, _ beside: FileReading.Beside) -> String? {
    guard let path = WebAddress(target).path, Self.published.contains(path.fileExtension.lowercased()),
      let bytes = beside(path)
    else { return nil }
    let name = path.lastSegment
    if let same = attachments.first(where: { $0.name == name }) { return same.bytes == bytes ? name : nil }
    attachments.append((name, bytes))
    return name
  }

  private static let published: Set<String> = [
    "pdf", "ofd", "doc", "docx", "wps", "rtf", "txt", "xls", "xlsx", "et", "csv", "ppt", "pptx", "zip", "rar", "7z",
    "jpg", "jpeg", "png",
  ]
}
