import Base

/// The parts of `[text](destination "title")` on one line.
struct LinkSyntax {
  /// Where the text ends: the offset of `]`.
  let textEnd: Int
  /// The destination, without `<` and `>`.
  let destination: Range<Int>
  /// The offset after `)`.
  let end: Int

  /// Longer texts and targets are no links; this bounds the work for a line of many brackets.
  static let mostBytes = 1_500

  /// Reads what follows the `]` at an offset, as libcmark does; nil if that makes no link.
  init?(_ source: Bytes, textEnd close: Int, before bound: Int) {
    let limit = Swift.min(bound, close + Self.mostBytes)
    guard close + 1 < limit, source[close + 1] == 0x28 else { return nil }
    var next = source.skipBlanks(from: close + 2, before: limit)
    guard let (destination, after) = source.destination(at: next, before: limit) else { return nil }
    next = source.skipBlanks(from: after, before: limit)
    if next > after, let title = source.titleEnd(at: next, before: limit) {
      next = source.skipBlanks(from: title, before: limit)
    }
    guard next < limit, source[next] == 0x29 else { return nil }
    (textEnd, self.destination, end) = (close, destination, next + 1)
  }
}

/// The brackets of a text that belong together: what stands in code or in a tag, or behind a backslash, is none.
struct Brackets {
  private var closing: [Int: Int] = [:]

  /// The `]` that closes the `[` at an offset.
  subscript(open: Int) -> Int? { closing[open] }

  init(_ source: Bytes, in text: Range<Int>) {
    var open: [Int] = []
    var offset = text.lowerBound
    while offset < text.upperBound {
      switch source[offset] {
      case 0x5C: offset += 1
      case 0x60: offset = source.codeEnd(at: offset, before: text.upperBound).end - 1
      case 0x3C:
        let rest = offset..<text.upperBound
        if let end = source.autolink(in: rest) ?? source.tag(in: rest) { offset = end - 1 }
      case 0x5B: open.append(offset)
      case 0x5D: if let start = open.popLast() { closing[start] = offset }
      default: break
      }
      offset += 1
    }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The end of the code span that begins at an offset; if it is none, the end of its grave accents.
  func codeEnd(at start: Int, before limit: Int) -> (end: Int, isCode: Bool) {
    let length = run(of: 0x60, in: start..<limit)
    var next = start + length
    while next < limit {
      let run = run(of: 0x60, in: next..<limit)
      if run == length { return (next + run, true) }
      next += Swift.max(run, 1)
    }
    return (start + length, false)
  }

  fileprivate func skipBlanks(from start: Int, before limit: Int) -> Int {
    var offset = start
    while offset < limit, isBlank(self[offset]) { offset += 1 }
    return offset
  }

  fileprivate func destination(at start: Int, before limit: Int) -> (Range<Int>, after: Int)? {
    var offset = start
    if offset < limit, self[offset] == 0x3C {
      offset += 1
      while offset < limit, self[offset] != 0x3E {
        if self[offset] == 0x3C { return nil }
        offset += self[offset] == 0x5C ? 2 : 1
      }
      return offset < limit ? (start + 1..<offset, offset + 1) : nil
    }
    var depth = 0
    while offset < limit, self[offset] > 0x20 {
      if self[offset] == 0x5C, offset + 1 < limit, self[offset + 1].isASCIIMark {
        offset += 2
        continue
      }
      if self[offset] == 0x28 { depth += 1 }
      if self[offset] == 0x29 {
        if depth == 0 { break }
        depth -= 1
      }
      if depth > 30 { return nil }
      offset += 1
    }
    return depth == 0 && offset <= limit ? (start..<offset, offset) : nil
  }

  fileprivate func titleEnd(at start: Int, before limit: Int) -> Int? {
    guard start < limit else { return nil }
    let close: UInt8
    switch self[start] {
    case 0x22, 0x27: close = self[start]
    case 0x28: close = 0x29
    default: return nil
    }
    var offset = start + 1
    while offset < limit, self[offset] != close {
      if close == 0x29, self[offset] == 0x28 { return nil }
      offset += self[offset] == 0x5C ? 2 : 1
    }
    return offset < limit ? offset + 1 : nil
  }
}
