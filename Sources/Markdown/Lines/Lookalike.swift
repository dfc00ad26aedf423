import Base

/// The beginning of a line that looks like the mark of a list or a heading but is none.
struct Lookalike {
  let issue: MarkdownIssue.Kind
  /// Length in bytes of the mark.
  let length: Int

  /// Signs that other programs write before the items of a list.
  private static let bullets: [StaticString] = [
    "•", "●", "·", "∙", "‧", "▪", "■", "◆", "–", "－", "\u{2010}", "\u{2011}",
  ]

  /// Reads the beginning of a line; nil if it is ordinary.
  init?(_ text: Bytes) {
    switch text.first {
    case 0x23, 0xEF: self.init(heading: text)
    case 0x2D: self.init(hyphen: text)
    case 0xC2, 0xE2: self.init(bullet: text)
    default: return nil
    }
  }

  private init(_ issue: MarkdownIssue.Kind, length: Int) { (self.issue, self.length) = (issue, length) }

  private init?(heading text: Bytes) {
    var (marks, wide, offset) = (0, 0, 0)
    while true {
      if text.has("＃", at: offset) {
        (wide, offset) = (wide + 1, offset + 3)
      } else if text.has("#", at: offset) {
        (marks, offset) = (marks + 1, offset + 1)
      } else {
        break
      }
    }
    let rest = text.part(offset..<text.count)
    if marks + wide == 0 {
      self.init(bullet: text)
      return
    }
    // `#3号楼` is a number, `#话题#` a topic.
    let content = 0..<rest.count
    guard marks + wide <= 6, rest.neighbour(at: 0, in: content) != .ascii || rest[0].isASCIILetter, !rest.isEmpty,
      rest.last != 0x23, !rest.ends(with: "＃"), wide > 0 || !isBlank(rest[0])
    else { return nil }
    self.init(.headingMark(wide: wide > 0, level: marks + wide), length: offset)
  }

  private init?(bullet text: Bytes) {
    guard let bullet = Self.bullets.first(where: { text.has($0) }) else { return nil }
    self.init(text, mark: bullet.utf8CodeUnitCount)
  }

  private init?(hyphen text: Bytes) {
    self.init(text, mark: 1)
  }

  /// A bullet stands before words: `-5℃` and `——` are no items.
  private init?(_ text: Bytes, mark: Int) {
    var offset = mark
    while offset < text.count, case let length = text.blankLength(at: offset), length > 0 { offset += length }
    let next = text.neighbour(at: offset, in: 0..<text.count)
    guard next == .letter || next == .opening else { return nil }
    self.init(.listMark(text.part(0..<mark).string), length: mark)
  }
}
