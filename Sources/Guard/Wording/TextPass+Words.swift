import Base

// Words of the dictionaries.
extension TextPass {
  /// Reports the words that begin at an offset: of several, the longest.
  mutating func readWords(at offset: Int, _ words: WordTree) {
    var longest: Sighting?
    var triggered: (Trigger, Int)?
    words.forEach(in: text, at: offset) { find, end in
      switch find {
      case .word(let list, let word):
        longest = sighting(of: word, list, words, offset..<end) ?? longest
      case .opening(let list, let word, let tail):
        guard let close = close(tail, after: end) else { return }
        longest = sighting(of: word, list, words, offset..<close) ?? longest
      case .half(let half):
        guard let slip = half.slip(in: text, half: offset..<end) else { return }
        longest = sighting(of: half, words, slip) ?? longest
      case .trigger(let trigger): triggered = (trigger, end)
      }
    }
    if let longest, longest.range.lowerBound >= wordEnd || longest.range.upperBound > wordEnd,
      !sightings.suffix(8).contains(where: { $0.rule == longest.rule && $0.range.overlaps(longest.range) })
    {
      add(longest)
      wordEnd = longest.range.upperBound
    }
    if let (trigger, end) = triggered { read(trigger, offset..<end) }
  }

  /// Where the second part of a word with a gap ends; nil if it does not follow in the same clause.
  private func close(_ tail: [UInt8], after end: Int) -> Int? {
    var offset = end
    for _ in 0...WordTree.gap {
      guard offset < text.count else { return nil }
      if offset + tail.count <= text.count, text[offset..<offset + tail.count].elementsEqual(tail) {
        return offset + tail.count
      }
      if text[offset] == 0x0A || text.has("，", at: offset) || text.has("。", at: offset) || text.has("；", at: offset)
        || text.has("：", at: offset)
      {
        return nil
      }
      offset = text.after(offset)
    }
    return nil
  }

  private func sighting(of number: Int, _ list: Int, _ words: WordTree, _ range: Range<Int>) -> Sighting? {
    let list = words.lists[list]
    let word = list.words[number]
    if titleDepth > 0, !word.countsInTitles { return nil }
    if word.since != nil || word.until != nil {
      guard let made else { return nil }
      if let since = word.since, made < since { return nil }
      if let until = word.until, made >= until { return nil }
    }
    if let wanted = word.level, level != wanted { return nil }
    if isInside(word.exceptions, range) { return nil }
    let wrong = text.part(range).string
    let right = word.right.map { "“\($0)”" }.joined(separator: "或者")
    let reason = word.why.map { "：" + $0 } ?? ""
    let message =
      right.isEmpty ? "“\(wrong)”不妥（\(list.label)）\(reason)" : "“\(wrong)”应为\(right)（\(list.label)）\(reason)"
    return Sighting(
      list.rule, word.severity, range, message,
      cures: word.right.isEmpty ? ["改写这一句"] : ["改为：" + word.right.joined(separator: "，或者：")])
  }

  private func sighting(of half: NearPhrase, _ words: WordTree, _ range: Range<Int>) -> Sighting? {
    let list = words.lists[half.list]
    if titleDepth > 0, !half.phrase.countsInTitles { return nil }
    if isInside(half.phrase.exceptions, range) { return nil }
    return Sighting(
      list.rule, half.phrase.severity, range,
      "“\(text.part(range).string)”与固定表述“\(half.phrase.text)”差一个字（\(list.label)）", cures: ["改为：" + half.phrase.text])
  }

  /// Whether one of the longer strings stands around a range.
  private func isInside(_ exceptions: [String], _ range: Range<Int>) -> Bool {
    guard !exceptions.isEmpty else { return false }
    let word = Array(text[range])
    return exceptions.contains { exception in
      let whole = Array(exception.utf8)
      guard whole.count >= word.count else { return false }
      return (0...(whole.count - word.count)).contains { shift in
        let start = range.lowerBound - shift
        guard start >= 0, start + whole.count <= text.count, whole[shift..<shift + word.count].elementsEqual(word)
        else {
          return false
        }
        return text[start..<start + whole.count].elementsEqual(whole)
      }
    }
  }
}
