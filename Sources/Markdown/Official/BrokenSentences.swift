import Base
import Papers

/// Finds sentences that go on in the next paragraph, as copies from a PDF leave them: “一⏎业一证”.
///
/// The first paragraph is prose (it has a comma or a full stop) and ends in the middle of a phrase; the next one is no
/// numbered paragraph, no signature, no note, and comes to an end as prose does. Titles, lists of names and forms have
/// no commas.
struct BrokenSentences {
  let text: [UInt8]
  let blocks: [Block]
  let roles: [Role]
  let html: [UInt8]

  func issues() -> [MarkdownIssue] {
    text.withUnsafeBufferPointer { text in
      blocks.indices.dropFirst().compactMap { issue(at: $0, text) }
    }
  }

  private func issue(at index: Int, _ text: Bytes) -> MarkdownIssue? {
    let (block, next) = (blocks[index - 1], blocks[index])
    guard block.form == .paragraph, next.form == .paragraph, roles[index - 1].isProse, case .text = roles[index] else {
      return nil
    }
    let (first, second) = (text.part(block.text), text.part(next.text))
    // Tabs are between the cells of a table that is none.
    guard first.isUnfinished, second.goesOn, !first.contains(0x09), !second.contains(0x09), !endsWithImage(block) else {
      return nil
    }
    let end = first.part(first.lastScalars(12)..<first.count).string
    let start = second.part(0..<second.firstScalars(12)).string
    let lower = max(block.source.lowerBound, block.source.upperBound - end.utf8.count)
    return MarkdownIssue(
      kind: .brokenSentence(end: end, next: start), place: lower..<block.source.upperBound, other: next.source)
  }
}

extension BrokenSentences {
  /// Whether the last of a block's text is the alternative text of an image.
  private func endsWithImage(_ block: Block) -> Bool { html[block.html].reversed().starts(with: "\n>p/<>/".utf8) }
}

extension Role {
  fileprivate var isProse: Bool {
    switch self {
    case .text: true
    case .clause(_, let isTitle): !isTitle
    default: false
    }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether the text is prose that ends in the middle of a phrase.
  fileprivate var isUnfinished: Bool {
    guard count >= 60, let last = neighbourAtEnd else { return false }
    guard last.isText || last == .opening || ends(with: "，") || ends(with: "、") else { return false }
    return contains("，") || contains("。")
  }

  /// Whether the text reads like the rest of a sentence.
  fileprivate var goesOn: Bool {
    guard let first, scalarCount >= 4 else { return false }
    let start = neighbour(at: 0, in: 0..<count)
    guard start.isText || start == .closing || start == .mark && first >= 0x80 && !has("—") && !has("★") else {
      return false
    }
    // A label, as in 副组长：李某某.
    guard !part(0..<firstScalars(8)).contains("："), !beginsNumbered, !has("附"), !has("注"), !has("抄送"), !has("（") else {
      return false
    }
    return ends(with: "。") || ends(with: "；") || ends(with: "：") || ends(with: "。”")
  }

  /// Whether the text begins with a number of an enumeration: `1.`, `1、`, `①`, `第三`.
  private var beginsNumbered: Bool {
    var digits = 0
    while digits < count, 0x30...0x39 ~= self[digits] { digits += 1 }
    if digits > 0, digits < count {
      return self[digits] == 0x2E || self[digits] == 0x29 || has("、", at: digits) || has("．", at: digits)
        || has("）", at: digits)
    }
    return has("第") || 0x2460...0x24FF ~= scalar(at: 0)
  }

  private var neighbourAtEnd: Neighbour? { isEmpty ? nil : neighbour(before: count, in: 0..<count) }

  fileprivate func lastScalars(_ wanted: Int) -> Int {
    var (offset, left) = (count, wanted)
    while offset > 0, left > 0 {
      offset -= 1
      if self[offset] & 0xC0 != 0x80 { left -= 1 }
    }
    return offset
  }

  fileprivate func firstScalars(_ wanted: Int) -> Int {
    var (offset, left) = (0, wanted + 1)
    while offset < count {
      if self[offset] & 0xC0 != 0x80 { left -= 1 }
      if left == 0 { return offset }
      offset += 1
    }
    return count
  }
}
