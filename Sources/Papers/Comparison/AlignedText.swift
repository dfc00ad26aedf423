/// One of the texts that are put side by side: an article with all its paragraphs, or a single passage.
struct AlignedText {
  /// Only texts of one sort are put side by side.
  enum Sort: Int {
    case heading, provision, row
  }

  let sort: Sort
  /// The number that opens it; empty if there is none.
  let number: String
  /// Everything but the numbers of its passages, which move when others are inserted.
  let content: [UInt8]
  /// The letters and figures of ``content``.
  let letters: [UInt32]

  init(_ passages: ArraySlice<Passage>) {
    number = passages.first?.number ?? ""
    sort =
      switch passages.first?.form {
      case .heading: .heading
      case .row: .row
      case .article, .paragraph, nil: .provision
      }
    var content: [UInt8] = []
    for passage in passages {
      if !content.isEmpty { content.append(0x0A) }
      content += passage.text[passage.contentStart...]
    }
    self.content = content
    letters = String(decoding: content, as: UTF8.self).unicodeScalars.map(\.value).filter(Self.isLetter)
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x3400...0x9FFF, 0xFF10...0xFF19, 0xFF21...0xFF3A,
      0xFF41...0xFF5A, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
