import Base
import Documents

/// What citations ask of a document. Mentions are many, and a whole `Document` is dear to copy.
struct Citable: Sendable {
  let id: DocumentID
  let issuers: [String]
  let isNumbered: Bool
  /// The day by which it was there.
  let made: CalendarDate?
  /// The id of the other site whose document it is; nil: this site.
  let source: String?

  init(_ document: Document) {
    id = document.id
    source = document.provenance?.source
    issuers = document.issuers
    isNumbered = document.documentNumber != nil
    made = CitingDays(document).made
  }
}

extension [Citable] {
  /// Those that a text of a library means if it cannot say which: its own library's, else this site's, else those of the other sites. Of
  /// copies on several sites, the first is as good as any.
  func nearest(to source: String?) -> [Citable] {
    guard count > 1, contains(where: { $0.source != first?.source }) else { return self }
    for library in [source, nil] {
      let own = filter { $0.source == library }
      if !own.isEmpty { return own }
    }
    return reduce(into: []) { kept, one in
      if !kept.contains(where: one.isCopy) { kept.append(one) }
    }
  }
}

extension Citable {
  /// Whether another site has the same document, as far as issuer and day tell.
  fileprivate func isCopy(of other: Citable) -> Bool {
    source != other.source && issuers.first == other.issuers.first && made == other.made
  }
}

/// What titles are compared by: without blanks, quotation marks and the name of the state, brackets of one kind. Bytes, because a
/// Chinese `String` is normalized whenever it is hashed.
struct TitleKey: Sendable, Hashable {
  let bytes: [UInt8]

  init(_ title: String) {
    var title = title
    bytes = title.withUTF8 { text in
      var key: [UInt8] = []
      key.reserveCapacity(text.count)
      var offset = 0
      while offset < text.count {
        if !Self.isInsideSign(text[offset]), let sign = Self.left.first(where: { text.has($0, at: offset) }) {
          offset += sign.utf8CodeUnitCount
        } else if text.has("（", at: offset) || text.has("）", at: offset) {
          key.append(text.has("（", at: offset) ? 0x28 : 0x29)
          offset += 3
        } else {
          key.append(text[offset])
          offset += 1
        }
      }
      return key
    }
  }

  /// The rest of a key.
  init(_ rest: ArraySlice<UInt8>) { bytes = Array(rest) }

  /// As a text, to be searched.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func starts(with words: String) -> Bool { bytes.starts(with: words.utf8) }

  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }

  private static func isInsideSign(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private static let left: [StaticString] = [
    "中华人民共和国", "《", "》", "〈", "〉", "＜", "＞", "“", "”", "‘", "’", "\u{3000}", "\u{A0}", " ", "\t", "\n", "<", ">", "\"",
  ]
}
