import Base

// Levels: 第X编, 章, 节, 条, 一、, （一）, and 1, 1.1, 1.1.1 of plans.
extension PaperReader {
  mutating func readClauses() {
    var sequence = ClauseSequence()
    var decimals = DecimalSequence()
    for index in blocks.indices where paper.roles[index] == .text {
      switch blocks[index].form {
      case .heading: readHeading(index, &sequence)
      case .paragraph: readParagraph(index, &sequence, &decimals)
      case .table, .list, .quotation, .other: break
      }
    }
    for (index, clause) in decimals.accepted { paper.roles[index] = .clause(clause, isTitle: true) }
  }

  private mutating func readHeading(_ index: Int, _ sequence: inout ClauseSequence) {
    let block = blocks[index]
    guard let clause = Clause(block.text) else { return }
    if clause.unit == .article, !isSetApart(clause, in: block), !sequence.follows(clause) { return }
    sequence.take(clause)
    paper.roles[index] = .clause(clause, isTitle: true)
  }

  private mutating func readParagraph(
    _ index: Int, _ sequence: inout ClauseSequence, _ decimals: inout DecimalSequence
  ) {
    let block = blocks[index]
    guard let clause = Clause(block.text) else {
      if let clause = Clause(decimal: block.text), block.text.isTitleLine { decimals.take(clause, at: index) }
      return
    }
    switch clause.unit {
    case .first, .second: paper.roles[index] = .clause(clause, isTitle: block.text.isTitleLine)
    case .decimal: break
    case .article, .book, .part, .chapter, .section:
      let isTitle = clause.unit != .article
      if isTitle, !block.text.isTitleLine { return }
      guard isSetApart(clause, in: block) || isGlued(clause, index, sequence) else { return }
      sequence.take(clause)
      paper.roles[index] = .clause(clause, isTitle: isTitle)
    }
  }

  private func isSetApart(_ clause: Clause, in block: PaperBlock) -> Bool {
    block.lead == clause.byteCount || clause.isSetApart(in: block.text)
  }

  /// Whether a number without a blank after it opens a provision: 第二条本办法适用于…. It must be next in the sequence, and
  /// what follows must not continue a reference: 第二条至第五条…, 第二条规定的….
  private func isGlued(_ clause: Clause, _ index: Int, _ sequence: ClauseSequence) -> Bool {
    guard !clause.isReference(in: blocks[index].text) else { return false }
    if sequence.follows(clause) { return true }
    return clause.number == 1 && clause.inserted == 0 && isFollowed(clause.unit, after: index)
  }

  /// Whether the next provision of the unit is the second.
  private func isFollowed(_ unit: Clause.Unit, after index: Int) -> Bool {
    for block in blocks[(index + 1)...] where block.form == .paragraph {
      guard let next = Clause(block.text), next.unit == unit, !next.isReference(in: block.text) else { continue }
      return next.number == 2
    }
    return false
  }
}

/// The last number of each unit.
private struct ClauseSequence {
  private var article: Clause?
  private var book: Clause?
  private var part: Clause?
  private var chapter: Clause?
  private var section: Clause?

  /// Whether the clause is the next one of its unit.
  func follows(_ clause: Clause) -> Bool {
    guard let before = last(clause.unit) else { return false }
    return clause.number == before.number + 1 && clause.inserted == 0
      || clause.number == before.number && clause.inserted == before.inserted + 1
  }

  private func last(_ unit: Clause.Unit) -> Clause? {
    switch unit {
    case .article: article
    case .book: book
    case .part: part
    case .chapter: chapter
    case .section: section
    case .first, .second, .decimal: nil
    }
  }

  mutating func take(_ clause: Clause) {
    switch clause.unit {
    case .article: article = clause
    case .book: book = clause
    case .part: part = clause
    case .section: section = clause
    case .chapter:
      chapter = clause
      // Sections are counted anew in every chapter.
      section = nil
    case .first, .second, .decimal: break
    }
  }
}

/// Headings numbered 1, 1.1, 1.1.1: only a run in sequence with at least three of them, one of them of the second level,
/// is taken; a single “1 项目” or “2.5 万元” is text.
private struct DecimalSequence {
  private var run: [(index: Int, clause: Clause)] = []
  private var finished: [(Int, Clause)] = []

  mutating func take(_ clause: Clause, at index: Int) {
    if let last = run.last?.clause.path, Self.follows(clause.path, last) {
      run.append((index, clause))
    } else if clause.path == [1] {
      finished = accepted
      run = [(index, clause)]
    }
  }

  var accepted: [(Int, Clause)] {
    let isPlan = run.count >= 3 && run.contains { $0.clause.path.count > 1 }
    return finished + (isPlan ? run.map { ($0.index, $0.clause) } : [])
  }

  /// 1.1 after 1, 1.2 after 1.1 or 1.1.3, 2 after 1.4.
  private static func follows(_ path: [Int], _ last: [Int]) -> Bool {
    if path.count == last.count + 1 { return Array(path.dropLast()) == last && path.last == 1 }
    guard path.count <= last.count else { return false }
    let start = last.prefix(path.count)
    return path.dropLast() == start.dropLast() && path[path.count - 1] == start[path.count - 1] + 1
  }
}
