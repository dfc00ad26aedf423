import Base
import Glibc
import Papers

// A paper and its table say the same thing twice: a plan and its 任务分解表. Where they differ, one of them was not corrected.
extension PaperForm {
  /// Texts with more sentences are not papers with a table of tasks.
  private static let mostSentences = 4_000
  /// Shorter ones say too little, longer ones are no sentences.
  private static let lengths = 8...400

  mutating func readAgreement() {
    // Most texts have no table, in whatever form.
    guard let base = text.baseAddress,
      blocks.contains(where: { $0.form == .table }) || memchr(base, 0x09, text.count) != nil
    else { return }
    let (cells, prose) = TableCell.split(text, blocks)
    guard cells.count > 3 else { return }
    readOfficeNames(cells)
    readDeadlines(cells)
    let inCells = cells.map { Sentence.all(in: $0.range, of: text) }
    guard inCells.reduce(0, { $0 + $1.count }) <= Self.mostSentences else { return }
    readRepeated(inCells)
    let inProse = prose.flatMap { Sentence.all(in: $0, of: text) }.filter { Self.lengths ~= $0.characters.count }
    guard !inProse.isEmpty, inProse.count <= Self.mostSentences else { return }
    compare(inCells.flatMap(\.self).filter { Self.lengths ~= $0.characters.count }, with: inProse)
  }

  // MARK: Names of offices

  private struct OfficeName {
    var first: Range<Int>
    var count: Int
  }

  /// 区发展改革委 in one row, 区发展改革局 in another.
  private mutating func readOfficeNames(_ cells: [TableCell]) {
    var names: [[Character]: OfficeName] = [:]
    for cell in cells {
      for place in pieces(of: cell.range) {
        var name = Array(text.part(place).string)
        if let other = name.firstIndex(of: "等") { name = Array(name[..<other]) }
        guard 4...20 ~= name.count, let last = name.last, Self.officeEnds.contains(last) else { continue }
        let range = place.lowerBound..<place.lowerBound + String(name).utf8.count
        names[name, default: OfficeName(first: range, count: 0)].count += 1
      }
    }
    guard names.count <= 400 else { return }
    let sorted = names.sorted { $0.value.first.lowerBound < $1.value.first.lowerBound }
    for (index, one) in sorted.enumerated() {
      for other in sorted[(index + 1)...] where Self.areVariants(one.key, other.key) {
        let (rare, usual) = one.value.count < other.value.count ? (one, other) : (other, one)
        sightings.append(
          Sighting(
            "office-differs", .warning, rare.value.first,
            "“\(String(rare.key))”和“\(String(usual.key))”像是同一个机关，表格里两种写法都有", cures: ["核对后写成一种"]))
      }
    }
  }

  private static let officeEnds: Set<Character> = ["局", "委", "办", "厅", "部", "处", "院", "心", "会"]

  /// Whether two names are one office in two spellings: another last word, or one character more.
  private static func areVariants(_ one: [Character], _ other: [Character]) -> Bool {
    if one.count == other.count {
      return one.dropLast() == other.dropLast() && one.count >= 5
        && [one.last, other.last].allSatisfy { "局委办厅部".contains($0 ?? " ") }
    }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard long.count == short.count + 1, short.count >= 5 else { return false }
    var same = 0
    while same < short.count, short[same] == long[same] { same += 1 }
    guard same > 1, !"市县区省镇乡一二三四五六七八九十".contains(long[same]) || same > 2 else { return false }
    return short[same...] == long[(same + 1)...]
  }

  /// The pieces of a list of names.
  private func pieces(of range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var offset = start
    while offset < range.upperBound {
      let isMark =
        text[offset] < 0x30 && text[offset] != 0x28
        || ["、", "，", "；", "：", "。", "　"].contains { text.has($0, at: offset) }
      if isMark {
        if offset > start { pieces.append(start..<offset) }
        start = text.after(offset)
      }
      offset = text.after(offset)
    }
    if start < range.upperBound { pieces.append(start..<range.upperBound) }
    return pieces
  }

  // MARK: Deadlines

  /// A deadline in a table that was over when the paper was made: 2023年6月底前, in a notice of July.
  private mutating func readDeadlines(_ cells: [TableCell]) {
    guard let made else { return }
    for cell in cells {
      var offset = cell.range.lowerBound
      while offset < cell.range.upperBound {
        guard let (end, last) = deadline(at: offset, before: cell.range.upperBound) else {
          offset = text.after(offset)
          continue
        }
        if last < made {
          sightings.append(
            Sighting(
              "deadline-past", .warning, offset..<end,
              "时限“\(text.part(offset..<end).string)”早于本文件的日期 \(made.iso)", cures: ["核对年份和月份"]))
        }
        offset = end
      }
    }
  }

  /// Reads 2023年6月底前, 2023年6月30日前.
  private func deadline(at start: Int, before limit: Int) -> (end: Int, last: CalendarDate)? {
    guard let (year, afterYear) = figures(start, 4...4), text.has("年", at: afterYear),
      start == 0 || !(0x30...0x39 ~= text[start - 1]),
      let (month, afterMonth) = figures(afterYear + 3, 1...2), text.has("月", at: afterMonth)
    else { return nil }
    var offset = afterMonth + 3
    var day = 31
    if let (written, afterDay) = figures(offset, 1...2), text.has("日", at: afterDay) {
      day = written
      offset = afterDay + 3
    } else if text.has("底", at: offset) {
      offset += 3
    }
    guard text.has("前", at: offset), offset + 3 <= limit else { return nil }
    for last in stride(from: day, to: 27, by: -1).map(\.self) + [day] {
      if let date = CalendarDate(year: year, month: month, day: last) { return (offset + 3, date) }
    }
    return nil
  }

  private func figures(_ start: Int, _ count: ClosedRange<Int>) -> (value: Int, end: Int)? {
    var value = 0
    var offset = start
    while offset < text.count, 0x30...0x39 ~= text[offset], offset - start < count.upperBound {
      value = value * 10 + Int(text[offset] - 0x30)
      offset += 1
    }
    return count ~= offset - start ? (value, offset) : nil
  }

  // MARK: Sentences

  /// A sentence of a row that stands in another row as well, as the second line of a copied cell does.
  private mutating func readRepeated(_ cells: [[Sentence]]) {
    var places: [Sentence: [Int]] = [:]
    for (index, sentences) in cells.enumerated() {
      for sentence in sentences where sentence.characters.count >= 25 { places[sentence, default: []].append(index) }
    }
    for (index, sentences) in cells.enumerated() {
      for sentence in sentences {
        guard let found = places[sentence], found.count == 2, found[0] != found[1], found[1] == index,
          cells[found[0]] != sentences
        else { continue }
        sightings.append(
          Sighting(
            "repeated-sentence", .warning, sentence.range,
            "“\(String(sentence.characters.prefix(12)))……”这一句在另一格里已经有了", cures: ["核对两格，删去多余的一句"]))
      }
    }
  }

  /// Compares the sentences of a table with those of the text: almost the same is a difference.
  private mutating func compare(_ cells: [Sentence], with prose: [Sentence]) {
    let known = Set(prose)
    var byPair: [[Character]: [Int]] = [:]
    for (index, sentence) in prose.enumerated() {
      for pair in Set(sentence.pairs) { byPair[pair, default: []].append(index) }
    }
    var reported: Set<[Character]> = []
    for cell in cells where !known.contains(cell) {
      var shared: [Int: Int] = [:]
      for pair in Set(cell.pairs) {
        guard let holders = byPair[pair], holders.count <= 60 else { continue }
        for index in holders { shared[index, default: 0] += 1 }
      }
      guard let (index, count) = shared.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }),
        count * 20 >= (cell.characters.count + prose[index].characters.count) * 8,
        let (ours, theirs) = Self.difference(cell.characters, prose[index].characters),
        reported.insert(ours + ["|"] + theirs).inserted
      else { continue }
      let message: String
      if ours.isEmpty {
        message = "表格比正文少了“\(String(theirs))”"
      } else if theirs.isEmpty {
        message = "表格比正文多了“\(String(ours))”"
      } else {
        message = "表格写“\(String(ours))”，正文同一句写“\(String(theirs))”"
      }
      sightings.append(Sighting("table-differs", .warning, cell.range, message, cures: ["核对后改成一样的"]))
    }
  }

  /// Where two sentences differ, with the words around; nil if in more than one short place, or only at an end, where a
  /// table leaves things out.
  private static func difference(_ one: [Character], _ other: [Character]) -> ([Character], [Character])? {
    var front = 0
    while front < min(one.count, other.count), one[front] == other[front] { front += 1 }
    var back = 0
    while back < min(one.count, other.count) - front, one[one.count - 1 - back] == other[other.count - 1 - back] {
      back += 1
    }
    let ours = Array(one[front..<one.count - back])
    let theirs = Array(other[front..<other.count - back])
    guard front >= 2, back >= 2, ours.count <= 12, theirs.count <= 12, front + back >= 6 else { return nil }
    // Numbers, marks and the name of the list are not what somebody forgot to correct.
    guard (ours + theirs).contains(where: { $0.unicodeScalars.allSatisfy { 0x4E00...0x9FFF ~= $0.value } }) else {
      return nil
    }
    return (ours, theirs)
  }
}

extension Sentence {
  fileprivate var pairs: [[Character]] { zip(characters, characters.dropFirst()).map { [$0, $1] } }
}
