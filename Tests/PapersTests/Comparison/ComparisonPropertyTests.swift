import Testing

@testable import Papers

/// What holds of every comparison, tested on random texts and random changes of them.
struct ComparisonPropertyTests {
  @Test(arguments: 0..<80) func `the rows give both texts to the letter, and what is not marked is the same`(
    _ seed: UInt64
  ) {
    var random = RandomTexts(seed: seed)
    let old = random.text()
    let new = seed % 8 == 0 ? random.text() : random.changed(old)
    let steps = seed % 5 == 0 ? 40 : 1_000_000
    let compared = TextComparison(from: old, to: new, budget: ComparisonBudget(steps: steps))
    let shown = compared.rows.filter { $0.change != .departed }
    let before = shown.filter { !$0.old.isEmpty }.sorted { $0.range.old.lowerBound < $1.range.old.lowerBound }
    #expect(before.flatMap(\.old).map(\.passage) == old, "the old text of seed \(seed)")
    #expect(shown.flatMap(\.new).map(\.passage) == new, "the new text of seed \(seed)")
    for row in shown {
      #expect(kept(row.old) == kept(row.new), "what is not marked in a row of seed \(seed)")
      switch row.change {
      case .unchanged: #expect(row.old.allSatisfy(\.marks.isEmpty) && row.new.allSatisfy(\.marks.isEmpty))
      case .added: #expect(row.old.isEmpty)
      case .deleted: #expect(row.new.isEmpty)
      case .renumbered: #expect(row.new.allSatisfy { $0.marks.allSatisfy { $0.upperBound <= 24 } })
      case .changed, .departed: break
      }
    }
    for row in compared.rows where row.change == .departed {
      #expect(shown.contains { $0.isMoved && $0.range.old == row.range.old }, "a moved text is shown once")
    }
  }

  /// The letters outside the marks.
  private func kept(_ parts: [TextComparison.Part]) -> String {
    parts.map { part in
      var text = part.passage.text
      for mark in part.marks.reversed() { text.removeSubrange(mark) }
      return String(decoding: text, as: UTF8.self).filter { !$0.isWhitespace }
    }.joined()
  }
}

/// Laws of random words.
private struct RandomTexts: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  private static let words = [
    "县级以上人民政府", "应当", "可以", "不得", "主管部门", "自受理之日起", "十五日内", "30个工作日", "第十二条", "申请人", "“重点”", "，", "、", "。",
    "；", " ", "登记", "备案", "审查", "公布", "的", "罚款", "百分之五", "Excel", "养护", "绿地", "责令改正",
  ]

  private mutating func sentence() -> String {
    (0..<Int.random(in: 1...14, using: &self)).map { _ in Self.words.randomElement(using: &self) ?? "" }.joined() + "。"
  }

  private mutating func passage(_ number: Int) -> Passage {
    let text = sentence()
    switch Int.random(in: 0..<10, using: &self) {
    case 0: return Passage(.heading, Array("第\(number)章　\(text)".utf8))
    case 1: return Passage(.row, Array("\(text)\t\(sentence())".utf8))
    case 2: return Passage(.paragraph(isApart: true), Array(text.utf8))
    case 3, 4: return Passage(.paragraph(isApart: false), Array("（\(number)）\(text)".utf8))
    default: return Passage(.article, Array("第\(number)条　\(text)".utf8))
    }
  }

  mutating func text() -> [Passage] {
    (0..<Int.random(in: 0...24, using: &self)).map { passage($0 + 1) }
  }

  /// A text with passages deleted, inserted, moved, divided and changed.
  mutating func changed(_ old: [Passage]) -> [Passage] {
    var new: [Passage] = []
    for passage in old {
      switch Int.random(in: 0..<10, using: &self) {
      case 0: break
      case 1: new += [passage, self.passage(90)]
      case 2: new.insert(passage, at: Int.random(in: 0...new.count, using: &self))
      case 3:
        let text = String(decoding: passage.text, as: UTF8.self)
        let cut = text.index(text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &self))
        new += [Passage(passage.form, Array(text[..<cut].utf8)), Passage(passage.form, Array(text[cut...].utf8))]
      case 4, 5:
        new.append(Passage(passage.form, Array((String(decoding: passage.text, as: UTF8.self) + sentence()).utf8)))
      default: new.append(passage)
      }
    }
    return new
  }
}
