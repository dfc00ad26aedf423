import Base

/// Reads the files that offices attach: what they say, and what was left in them.
///
/// Whatever the bytes are, reading ends, in time that grows with them, and takes at most some 200 MB.
package struct OfficeReader: Sendable {
  /// Longer files are not read.
  package static let mostBytes = 64 << 20
  /// Raised when the same file gives something else than before.
  package static let edition = 5

  private let pdfReader: PDFReader

  /// - Parameter pdfReader: asks a program for the text of a PDF; none by default.
  package init(pdfReader: @escaping PDFReader = { _ in nil }) { self.pdfReader = pdfReader }

  /// Whether there is anything to read in files of this extension.
  package static func reads(_ ending: String) -> Bool {
    texts.contains(ending) || pictures.contains(ending) || packages.contains(ending) || ending == "pdf"
      || others.contains(ending)
  }

  /// Reads a file by what it is; its extension only tells texts from the rest.
  package func read(_ bytes: [UInt8], ending: String) throws(OfficeFault) -> OfficeContent {
    guard bytes.count <= Self.mostBytes else { throw .tooLarge }
    if let sort = PictureSegments.sort(bytes) { return PictureProperties(bytes, sort).content }
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) { return try readPackage(bytes, ending) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw bytes.withUnsafeBufferPointer(Self.isEncryptedPackage) ? .encrypted : .otherForm
    }
    if Self.isPDF(bytes) { return try PDFText.read(bytes, by: pdfReader) }
    if Self.texts.contains(ending) { return try PlainText.read(bytes) }
    // A picture of another form has no text, and what is called an office file is none.
    if Self.pictures.contains(ending) { return OfficeContent() }
    throw Self.packages.contains(ending) || ending == "pdf" ? .damaged : .otherForm
  }

  /// Whether it takes longer to read a file than to find what was read of it: packages and PDF.
  package static func isCostly(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "PK\u{3}\u{4}".utf8) || isPDF(bytes)
  }

  /// Readers accept the mark anywhere in the first kilobyte.
  private static func isPDF(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil
  }

  private func readPackage(_ bytes: [UInt8], _ ending: String) throws(OfficeFault) -> OfficeContent {
    if ending == "zip" { throw .otherForm }
    var package = try OfficePackage(bytes)
    switch package.sort {
    case .word: try package.readWord()
    case .sheets: try package.readSheets()
    case .slides: try package.readSlides()
    case .ofd: try package.readOFD()
    case nil: throw .otherForm
    }
    if package.sort != .ofd { try package.readProperties() }
    return package.content
  }

  /// A file with a password is an old compound file whose only stream of content has this name, in UTF-16.
  private static func isEncryptedPackage(_ bytes: Bytes) -> Bool {
    bytes.contains(word: "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0")
  }

  private static let texts: Set<String> = ["csv", "tsv", "txt"]
  private static let pictures: Set<String> = ["jpg", "jpeg", "png", "webp"]
  private static let packages: Set<String> = [
    "docx", "docm", "dotm", "xlsx", "xlsm", "xltm", "pptx", "pptm", "potm", "ppsx", "ppsm", "ofd",
  ]
  /// With text that we do not read.
  private static let others: Set<String> = [
    "doc", "xls", "ppt", "pps", "wps", "wpt", "et", "ett", "dps", "dpt", "rtf", "odt", "ods", "odp", "ceb", "cebx",
    "xlsb", "zip", "7z", "rar", "tar", "gz", "tgz", "bz2", "xz",
  ]
}
