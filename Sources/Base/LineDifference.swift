/// What differs between two texts, line by line, in the form of `diff -u`.
package struct LineDifference: Sendable {
  private enum Side { case both, old, new }

  /// All lines of both texts, those that only the old one has before those that only the new one has.
  private let lines: [(side: Side, text: ArraySlice<UInt8>)]

  /// Compares two texts.
  package init(from old: [UInt8], to new: [UInt8]) {
    let (old, new) = (Self.lines(of: old), Self.lines(of: new))
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [(Side, ArraySlice<UInt8>)] = []
    var (before, after) = (0, 0)
    while before < old.count || after < new.count {
      if removed.contains(before) {
        lines.append((.old, old[before]))
        before += 1
      } else if inserted.contains(after) {
        lines.append((.new, new[after]))
        after += 1
      } else {
        lines.append((.both, old[before]))
        (before, after) = (before + 1, after + 1)
      }
    }
    self.lines = lines
  }

  /// The lines of a text with their ends.
  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = text[...]
    while let end = rest.firstIndex(of: 0x0A) {
      lines.append(rest[...end])
      rest = rest[(end + 1)...]
    }
    return rest.isEmpty ? lines : lines + [rest]
  }

  /// The changed lines with three others around them; empty if nothing differs.
  package var unified: String {
    var out = ""
    var (before, after) = (1, 1)
    var done = 0
    for hunk in hunks {
      for line in lines[done..<hunk.lowerBound] { Self.step(line.side, &before, &after) }
      let (start, first) = (before, after)
      var body = ""
      for line in lines[hunk] {
        Self.step(line.side, &before, &after)
        body += Self.shown(line.side, line.text)
      }
      out += "@@ -\(Self.range(start, before - start)) +\(Self.range(first, after - first)) @@\n" + body
      done = hunk.upperBound
    }
    return out
  }

  /// Where lines are changed, with what is shown around them.
  private var hunks: [Range<Int>] {
    let context = 3
    var hunks: [Range<Int>] = []
    for index in lines.indices where lines[index].side != .both {
      let around = max(0, index - context)..<min(lines.count, index + context + 1)
      if let last = hunks.last, around.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
      } else {
        hunks.append(around)
      }
    }
    return hunks
  }

  private static func step(_ side: Side, _ before: inout Int, _ after: inout Int) {
    if side != .new { before += 1 }
    if side != .old { after += 1 }
  }

  /// As diff writes it: a range without lines begins at the line before it.
  private static func range(_ start: Int, _ count: Int) -> String { "\(count == 0 ? start - 1 : start),\(count)" }

  private static func shown(_ side: Side, _ text: ArraySlice<UInt8>) -> String {
    let sign =
      switch side {
      case .both: " "
      case .old: "-"
      case .new: "+"
      }
    let line = sign + String(decoding: text, as: UTF8.self)
    return text.last == 0x0A ? line : line + "\n\\ 末尾没有换行\n"
  }
}
