/// Makes the rows of a comparison.
struct ComparisonBuilder {
  private let old: [Passage]
  private let new: [Passage]
  /// The passages of each article, and of each passage outside any.
  private let oldUnits: [Range<Int>]
  private let newUnits: [Range<Int>]
  private(set) var budget: ComparisonBudget

  init(_ old: [Passage], _ new: [Passage], _ budget: ComparisonBudget) {
    (self.old, self.new, self.budget) = (old, new, budget)
    (oldUnits, newUnits) = (Self.units(of: old), Self.units(of: new))
  }

  /// An article goes on until the next one, a heading, or what stands apart.
  private static func units(of passages: [Passage]) -> [Range<Int>] {
    var units: [Range<Int>] = []
    var isInArticle = false
    for (index, passage) in passages.enumerated() {
      let goesOn = passage.form == .paragraph(isApart: false) || passage.form == .row
      if isInArticle, goesOn, let last = units.last {
        units[units.count - 1] = last.lowerBound..<index + 1
      } else {
        units.append(index..<index + 1)
        isInArticle = passage.form == .article
      }
    }
    return units
  }

  mutating func rows() -> [TextComparison.Row] {
    let alignment = Alignment(
      oldUnits.map { AlignedText(old[$0]) }, newUnits.map { AlignedText(new[$0]) }, findsMoves: true)
    let partners = Dictionary(
      alignment.pairs.flatMap { pair in pair.old.map { ($0, pair) } }, uniquingKeysWith: { first, _ in first })
    var rows: [TextComparison.Row] = []
    var (before, after) = (0, 0)
    /// What stood before an old text and is not yet told.
    func tellOld(upTo end: Int) {
      while before < end {
        if let pair = partners[before] {
          rows.append(departed(pair))
          before = pair.old.upperBound
        } else {
          rows.append(row(.deleted, old: before..<before + 1, new: after..<after))
          before += 1
        }
      }
    }
    for pair in alignment.pairs {
      // What was deleted here stands before what was added.
      if !pair.isMoved { tellOld(upTo: pair.old.lowerBound) }
      while after < pair.new.lowerBound {
        rows.append(row(.added, old: before..<before, new: after..<after + 1))
        after += 1
      }
      rows.append(compared(pair))
      after = pair.new.upperBound
      if !pair.isMoved { before = pair.old.upperBound }
    }
    tellOld(upTo: oldUnits.count)
    while after < newUnits.count {
      rows.append(row(.added, old: before..<before, new: after..<after + 1))
      after += 1
    }
    return rows
  }

  // MARK: Rows

  /// The row of a text that only one side has.
  private func row(_ change: TextComparison.Change, old olds: Range<Int>, new news: Range<Int>) -> TextComparison.Row {
    TextComparison.Row(
      change: change, isMoved: false, old: parts(old, oldUnits[olds], marked: true),
      new: parts(new, newUnits[news], marked: true), movedTo: nil, range: (olds, news))
  }

  private func departed(_ pair: Alignment.Pair) -> TextComparison.Row {
    TextComparison.Row(
      change: .departed, isMoved: true, old: parts(old, oldUnits[pair.old], marked: false),
      new: [], movedTo: new[newUnits[pair.new.lowerBound].lowerBound], range: (pair.old, pair.new))
  }

  private func parts(_ passages: [Passage], _ units: ArraySlice<Range<Int>>, marked: Bool) -> [TextComparison.Part] {
    units.flatMap { unit in
      unit.map { index in
        let all = marked && !passages[index].text.isEmpty ? [0..<passages[index].text.count] : []
        return TextComparison.Part(passage: passages[index], isStart: index == unit.lowerBound, marks: all)
      }
    }
  }

  private mutating func compared(_ pair: Alignment.Pair) -> TextComparison.Row {
    let olds = oldUnits[pair.old].flatMap { $0.map(\.self) }
    let news = newUnits[pair.new].flatMap { $0.map(\.self) }
    var marks = PassageMarks(old, new)
    marks.compare(olds, news, &budget)
    let isEqual = marks.old.values.allSatisfy(\.isEmpty) && marks.new.values.allSatisfy(\.isEmpty)
    let isRenumbered =
      olds.count == news.count && olds.allSatisfy { old[$0].hasOnlyNumber(in: marks.old[$0] ?? []) }
      && news.allSatisfy { new[$0].hasOnlyNumber(in: marks.new[$0] ?? []) }
    return TextComparison.Row(
      change: isEqual ? .unchanged : isRenumbered ? .renumbered : .changed,
      isMoved: pair.isMoved, old: parts(old, oldUnits[pair.old], marks.old),
      new: parts(new, newUnits[pair.new], marks.new), movedTo: nil, range: (pair.old, pair.new))
  }

  private func parts(
    _ passages: [Passage], _ units: ArraySlice<Range<Int>>, _ marks: [Int: [Range<Int>]]
  ) -> [TextComparison.Part] {
    units.flatMap { unit in
      unit.map { index in
        TextComparison.Part(passage: passages[index], isStart: index == unit.lowerBound, marks: marks[index] ?? [])
      }
    }
  }
}

extension Passage {
  /// Whether marks are in its number only.
  fileprivate func hasOnlyNumber(in marks: [Range<Int>]) -> Bool { marks.allSatisfy { $0.upperBound <= numberCount } }
}
