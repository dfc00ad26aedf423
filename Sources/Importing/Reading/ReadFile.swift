import Base
package import Manuscripts
package import OfficeFiles

/// A file that was read twice: as a manuscript, and as plain letters for the proof.
package struct ReadFile: Sendable {
  package let manuscript: Manuscript
  package let letters: [OfficePiece]

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

  private let pdfReader: PDFReader
  private let converter: Converter

  /// Memberwise.
  package init(pdfReader: @escaping PDFReader = { _ in nil }, converter: @escaping Converter = { _, _ in nil }) {
    (self.pdfReader, self.converter) = (pdfReader, converter)
  }

  /// Longer files are not read.
  package static let mostBytes = OfficeReader.mostBytes

  /// Reads a file.
  package func read(_ bytes: [UInt8], name: String) throws(ImportFault) -> ReadFile {
    guard bytes.count <= Self.mostBytes else { throw .tooLarge }
    if bytes.isEmpty { throw .empty }
    let ending = name.fileExtension.lowercased()
    switch FileForm(bytes, name: name) {
    case .word: return try word(bytes)
    case .foreign(let ending): return try foreign(bytes, ending)
    case .picture: throw .picture
    case .slides: throw .slides
    case .archive: throw .archive
    case .unknown: throw .unknown
    case .workbook, .ofd, .webPage, .text, .pdf: throw .damaged(ending)
    }
  }

  private func word(_ bytes: [UInt8]) throws(ImportFault) -> ReadFile {
    do throws(OfficeFault) {
      let content = try OfficeReader().read(bytes, ending: "docx")
      if content.isCut { throw .tooLarge }
      return ReadFile(try WordManuscript.read(bytes), letters: content.pieces)
    } catch { throw ImportFault(error, ending: "docx") }
  }

  private func foreign(_ bytes: [UInt8], _ ending: String) throws(ImportFault) -> ReadFile {
    // A file with a password is one of an older form, too.
    do throws(OfficeFault) { _ = try OfficeReader().read(bytes, ending: ending) } catch {
      if error == .encrypted { throw .encrypted }
    }
    guard let conversion = converter(bytes, ending) else { throw .noConverter(ending: ending) }
    guard case .converted(let converted) = conversion else { throw .conversionFailed(ending: ending) }
    switch FileForm(converted, name: "") {
    case .word: return try word(converted)
    default: throw .conversionFailed(ending: ending)
    }
  }
}
