import Base
import Documents

/// What the first bytes of a file say that it is.
enum FileSignature: String {
  case page = "网页"
  case program = "程序"
  case pdf = "PDF"
  case zip = "ZIP"
  /// Office files of before 2007, and encrypted ones of today.
  case compound = "OLE"
  case rtf = "RTF"
  case rar = "RAR"
  case sevenZip = "7z"
  case gzip = "GZIP"
  case picture = "图片"

  /// How many bytes it takes to tell.
  static let length = 1024

  /// Reads the first bytes; nil if they tell nothing.
  init?(_ head: [UInt8]) {
    if let plain = Self.plain.first(where: { head.starts(with: $0.0) }) {
      self = plain.1
    } else if head.starts(with: "RIFF".utf8), head.dropFirst(8).starts(with: "WEBP".utf8) {
      self = .picture
    } else if head.starts(with: "MZ".utf8), head.prefix(64).contains(0) || head.count < 64 {
      // A table may begin with the letters MZ, but has no NUL.
      self = .program
    } else if Self.isPage(head) {
      self = .page
    } else if head.firstRange(of: Array("%PDF-".utf8)) != nil {
      // Readers accept it anywhere in the first kilobyte.
      self = .pdf
    } else {
      return nil
    }
  }

  private static let plain: [([UInt8], FileSignature)] = [
    ([0x7F, 0x45, 0x4C, 0x46], .program), ([0xCA, 0xFE, 0xBA, 0xBE], .program), ([0xCF, 0xFA, 0xED, 0xFE], .program),
    ([0xCE, 0xFA, 0xED, 0xFE], .program), ([0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], .program),
    (Array("#!/".utf8), .program), (Array("#! /".utf8), .program), (Array("PK\u{3}\u{4}".utf8), .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound), (Array("{\\rtf".utf8), .rtf),
    (Array("Rar!".utf8), .rar), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip), ([0x1F, 0x8B, 0x08], .gzip),
    ([0x89, 0x50, 0x4E, 0x47], .picture), ([0xFF, 0xD8, 0xFF], .picture), (Array("GIF8".utf8), .picture),
    ([0x49, 0x49, 0x2A, 0x00], .picture), ([0x4D, 0x4D, 0x00, 0x2A], .picture),
  ]

  /// Whether browsers that guess would take it for a page (WHATWG MIME Sniffing, 7.1), in UTF-16 too.
  private static func isPage(_ head: [UInt8]) -> Bool {
    let marks: Set<UInt8> = [0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
    var text = head.drop { marks.contains($0) || $0 <= 0x20 }.filter { $0 != 0 }.map { byte in
      (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }[...]
    // What may stand before the first tag: comments, and the declaration of XML.
    while let (opening, closing) = skipped.first(where: { text.starts(with: $0.0.utf8) }) {
      guard let end = text.firstRange(of: Array(closing.utf8)) else { return opening == "<!--" }
      text = text[end.upperBound...].drop { $0 <= 0x20 }
    }
    return tags.contains { text.starts(with: $0.utf8) }
  }

  private static let skipped = [("<!--", "-->"), ("<?xml", "?>")]
  private static let tags = [
    "<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<title", "<style", "<meta", "<table", "<div",
    "<h1", "<a ", "<font", "<svg", "<?php", "<%",
  ]

  /// Whether a file of this extension may be of this kind.
  func fits(_ ending: String) -> Bool {
    switch self {
    case .page: ending == "svg"
    case .program: false
    case .pdf: ending == "pdf"
    // A type that a site added may well be an archive inside.
    case .zip: Self.zipped.contains(ending) || !FileTypes.published.contains(ending)
    case .compound: Self.compounds.contains(ending)
    case .rtf: ["rtf", "doc", "wps", "wpt"].contains(ending)
    case .rar: ending == "rar"
    case .sevenZip: ending == "7z"
    case .gzip: ["gz", "tgz"].contains(ending)
    case .picture: Self.pictures.contains(ending)
    }
  }

  private static let zipped: Set<String> = [
    "zip", "ofd", "docx", "docm", "dotm", "xlsx", "xlsm", "xltm", "xlsb", "pptx", "pptm", "potm", "ppsx", "ppsm",
    "odt", "ods", "odp", "wps", "wpt", "et", "ett", "dps", "dpt", "cebx",
  ]
  private static let compounds: Set<String> = [
    "doc", "xls", "ppt", "pps", "wps", "wpt", "et", "ett", "dps", "dpt", "docx", "docm", "xlsx", "xlsm", "xlsb",
    "pptx", "pptm", "ppsx",
  ]
  private static let pictures: Set<String> = [
    "jpg", "jpeg", "png", "gif", "webp", "avif", "bmp", "tif", "tiff", "heic", "heif",
  ]
}
