import Base

/// The text of a file beside a document, for what a page cannot prove or show. Equal texts are one file.
struct AttachmentFile {
  private let passages: [String]

  init(_ passages: [String]) { self.passages = passages }

  /// Approximate number of characters that a reader loads.
  var length: Int { passages.reduce(0) { $0 + $1.utf8.count } / 3 }

  var bytes: [UInt8] {
    var bytes = Array("{\"version\":\(SearchFile.version),\"texts\":[".utf8)
    for (place, passage) in passages.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.appendJSON(passage)
    }
    return bytes + Array("]}".utf8)
  }
}
