/// The words that differ in the passages of two articles.
struct PassageMarks {
  /// By the index of the passage.
  private(set) var old: [Int: [Range<Int>]] = [:]
  private(set) var new: [Int: [Range<Int>]] = [:]

  private let before: [Passage]
  private let after: [Passage]

  init(_ old: [Passage], _ new: [Passage]) { (before, after) = (old, new) }

  /// Compares passages: paragraph with paragraph first, then word by word.
  mutating func compare(_ olds: [Int], _ news: [Int], _ budget: inout ComparisonBudget) {
    if olds.count == 1, news.count == 1 { return compareWords(olds, news, &budget) }
    if olds.elementsEqual(news, by: { before[$0].text == after[$1].text }) { return }
    let pairs = Alignment(
      olds.map { AlignedText(before[$0...$0]) }, news.map { AlignedText(after[$0...$0]) }, findsMoves: false
    ).pairs
    var untold = (old: Set(olds), new: Set(news))
    for pair in pairs {
      let (first, second) = (pair.old.map { olds[$0] }, pair.new.map { news[$0] })
      compareWords(first, second, &budget)
      untold.old.subtract(first)
      untold.new.subtract(second)
    }
    for index in untold.old { old[index] = [0..<before[index].text.count].filter { !$0.isEmpty } }
    for index in untold.new { new[index] = [0..<after[index].text.count].filter { !$0.isEmpty } }
  }

  private mutating func compareWords(_ olds: [Int], _ news: [Int], _ budget: inout ComparisonBudget) {
    let (first, second) = (olds.map { before[$0].text }, news.map { after[$0].text })
    if first == second { return }
    let (old, new) = (Array(first.joined(separator: [0x0A])), Array(second.joined(separator: [0x0A])))
    let difference = WordDifference(old, new, &budget)
    Self.distribute(difference.old, over: first) { self.old[olds[$0]] = $1 }
    Self.distribute(difference.new, over: second) { self.new[news[$0]] = $1 }
  }

  /// Cuts the marks of joined texts at the breaks between them.
  private static func distribute(_ marks: [Range<Int>], over texts: [[UInt8]], _ body: (Int, [Range<Int>]) -> Void) {
    var start = 0
    for (index, text) in texts.enumerated() {
      let own = start..<start + text.count
      body(
        index,
        marks.map { $0.clamped(to: own) }.filter { !$0.isEmpty }.map { $0.lowerBound - start..<$0.upperBound - start })
      start = own.upperBound + 1
    }
  }
}
