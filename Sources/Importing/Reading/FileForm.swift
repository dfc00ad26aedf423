import Base

/// What a file is, by its bytes; the ending of its name only tells texts from each other.
package enum FileForm: Sendable, Hashable {
  case word
  case workbook
  case ofd
  case webPage
  case text
  case pdf
  /// What another program can turn into a form of today: the ending it shall have for that.
  case foreign(String)
  case picture
  case slides
  /// Packed files.
  case archive
  case unknown

  package init(_ bytes: [UInt8], name: String) {
    let ending = name.fileExtension.lowercased()
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) {
      self = Self.package(bytes, ending)
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .foreign(Self.older.contains(ending) ? ending : "doc")
    } else if bytes.starts(with: "{\\rtf".utf8) {
      self = .foreign("rtf")
    } else if bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil {
      self = .pdf
    } else if Self.pictures.contains(where: bytes.starts) {
      self = .picture
    } else if ["csv", "tsv"].contains(ending) {
      self = .workbook
    } else if Self.isWebPage(bytes) || ["htm", "html", "shtml", "xhtml"].contains(ending) {
      self = .webPage
    } else if bytes.isEmpty || Self.isBinary(bytes) {
      self = .unknown
    } else {
      self = .text
    }
  }

  /// A package of office programs, by what its entries are called.
  private static func package(_ bytes: [UInt8], _ ending: String) -> FileForm {
    // Names stand in front of entries and once more at the end; the first kilobytes and the last have those that tell.
    let names = bytes.prefix(1 << 16) + bytes.suffix(1 << 16)
    func has(_ name: String) -> Bool { names.firstRange(of: Array(name.utf8)) != nil }
    if has("OFD.xml") { return .ofd }
    if has("mimetypeapplication/vnd.oasis.opendocument") {
      return .foreign(["odt", "ods"].contains(ending) ? ending : has("spreadsheet") ? "ods" : "odt")
    }
    if has("word/") { return .word }
    if has("xl/") { return .workbook }
    if has("ppt/") { return .slides }
    return ["docx", "docm", "dotx"].contains(ending) ? .word : ["xlsx", "xlsm"].contains(ending) ? .workbook : .archive
  }

  private static func isWebPage(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(1024).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body", "<meta "].contains(where: head.contains)
  }

  /// Signs that no text has; two zeros in a row are in no UTF-16 either.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(4096)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return false }
    return head.contains { $0 < 0x07 || (0x0E...0x19).contains($0) || (0x1C...0x1F).contains($0) }
  }

  private static let older: Set<String> = ["doc", "dot", "wps", "wpt", "xls", "xlt", "et", "ett"]
  private static let pictures: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("BM".utf8), [0x49, 0x49, 0x2A, 0],
    [0x4D, 0x4D, 0, 0x2A],
  ]
}
