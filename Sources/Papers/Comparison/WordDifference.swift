/// What differs between two paragraphs, in marks that can be read.
struct WordDifference {
  /// The bytes of the old text that are gone, and those of the new one that have come, in ascending order.
  let old: [Range<Int>]
  let new: [Range<Int>]

  init(_ old: [UInt8], _ new: [UInt8], _ budget: inout ComparisonBudget) {
    var vocabulary = WordTokens.Vocabulary()
    let (before, after) = (WordTokens(old, &vocabulary), WordTokens(new, &vocabulary))
    let marks = Self.edits(before, after, &budget)
    // A blank more or less is no change of a text.
    let told = marks.filter { before.isBlank[$0.old].contains(false) || after.isBlank[$0.new].contains(false) }
    self.old = told.map { before.bytes($0.old) }.filter { !$0.isEmpty }
    self.new = told.map { after.bytes($0.new) }.filter { !$0.isEmpty }
  }

  private static func edits(_ old: WordTokens, _ new: WordTokens, _ budget: inout ComparisonBudget) -> [Edit] {
    var (start, oldEnd, newEnd) = (0, old.count, new.count)
    while start < min(oldEnd, newEnd), old.ids[start] == new.ids[start] { start += 1 }
    while oldEnd > start, newEnd > start, old.ids[oldEnd - 1] == new.ids[newEnd - 1] {
      (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
    }
    if start == oldEnd, start == newEnd { return [] }
    let whole = [Edit(old: start..<oldEnd, new: start..<newEnd)]
    if start == oldEnd || start == newEnd { return slid(whole, old, new) }
    guard let found = shortestEdit(old.ids[start..<oldEnd], new.ids[start..<newEnd], &budget) else { return whole }
    let moved = found.map { Edit(old: $0.old.moved(by: start), new: $0.new.moved(by: start)) }
    let marks = joined(slid(moved, old, new), old)
    // Where little is left between the marks, they would only be read one by one.
    let kept = zip(marks, marks.dropFirst()).reduce(0) { $0 + letters(old, $1.0.old.upperBound..<$1.1.old.lowerBound) }
    let changed = letters(old, start..<oldEnd)
    return marks.count > 2 && kept * 5 < changed ? whole : marks
  }

  /// Joins marks between which hardly anything is left.
  private static func joined(_ edits: [Edit], _ old: WordTokens) -> [Edit] {
    var marks: [Edit] = []
    for edit in edits {
      var mark = edit
      while let last = marks.last, isIsland(between: last, mark, old) {
        mark = Edit(old: last.old.lowerBound..<mark.old.upperBound, new: last.new.lowerBound..<mark.new.upperBound)
        marks.removeLast()
      }
      marks.append(mark)
    }
    return marks
  }

  private static func isIsland(between a: Edit, _ b: Edit, _ old: WordTokens) -> Bool {
    let island = a.old.upperBound..<b.old.lowerBound
    let length = letters(old, island)
    if length <= 1, island.count <= 2 { return !(a.isPure && b.isPure) || length == island.count }
    // Between words that were only inserted, what is left can be read.
    if a.isPure, b.isPure, a.old.isEmpty == b.old.isEmpty { return false }
    return length <= 3 && length < min(a.size, b.size) && !old.isSign[island].contains(true)
  }

  private static func letters(_ tokens: WordTokens, _ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (tokens.isSign[$1] ? 0 : 1) }
  }

  /// Moves pure insertions and deletions to where a phrase begins or ends: of 甲、[乙、]丙 and 甲[、乙]、丙 the first.
  private static func slid(_ edits: [Edit], _ old: WordTokens, _ new: WordTokens) -> [Edit] {
    var result: [Edit] = []
    for (index, edit) in edits.enumerated() {
      guard edit.isPure else {
        result.append(edit)
        continue
      }
      let tokens = edit.old.isEmpty ? new : old
      let range = edit.old.isEmpty ? edit.new : edit.old
      let before = result.last
      let room = min(
        edit.old.lowerBound - (before?.old.upperBound ?? 0), edit.new.lowerBound - (before?.new.upperBound ?? 0))
      let next = index + 1 < edits.count ? edits[index + 1] : nil
      let ahead = min(
        (next?.old.lowerBound ?? old.count) - edit.old.upperBound,
        (next?.new.lowerBound ?? new.count) - edit.new.upperBound)
      let shift = bestShift(of: range, in: tokens, back: room, ahead: ahead)
      result.append(Edit(old: edit.old.moved(by: shift), new: edit.new.moved(by: shift)))
    }
    return result
  }

  private static func bestShift(of range: Range<Int>, in tokens: WordTokens, back: Int, ahead: Int) -> Int {
    var (least, most) = (0, 0)
    while -least < back, tokens.ids[range.lowerBound + least - 1] == tokens.ids[range.upperBound + least - 1] {
      least -= 1
    }
    while most < ahead, tokens.ids[range.lowerBound + most] == tokens.ids[range.upperBound + most] { most += 1 }
    func worth(_ shift: Int) -> Int {
      tokens.break(at: range.lowerBound + shift) + tokens.break(at: range.upperBound + shift)
    }
    return (least...most).max { (worth($0), -abs($0)) < (worth($1), -abs($1)) } ?? 0
  }
}

extension WordTokens {
  /// How clearly a phrase ends before a token.
  fileprivate func `break`(at index: Int) -> Int {
    if index == 0 || index == count { return 3 }
    return isSign[index - 1] ? 3 : isSign[index] ? 2 : 0
  }
}

extension Edit {
  /// Whether it only inserts or only deletes.
  fileprivate var isPure: Bool { old.isEmpty || new.isEmpty }

  fileprivate var size: Int { max(old.count, new.count) }
}

extension Range where Bound == Int {
  fileprivate func moved(by distance: Int) -> Range { lowerBound + distance..<upperBound + distance }
}
