import Base

// What the text says about itself and other documents.
extension PaperReader {
  mutating func readStatements() {
    var list: String?
    for index in blocks.indices {
      let words = StatementWords(in: blocks[index].text)
      if words.contains(.number) { paper.citedYears += CitedYear.all(in: blocks[index].text, block: index) }
      if words.subtracting(.number).isIdle, list == nil { continue }
      let lines = lines(of: index)
      if let verb = list { list = readList(lines, verb, of: index) }
      for line in lines where !line.isRow {
        if words.contains(.commencement) { paper.commencements += StatedCommencement.all(in: line) }
        if !words.isDisjoint(with: [.commencement, .term]) { paper.terms += StatedTerm.all(in: line) }
        if words.contains(.repeal) {
          paper.acts += RepealSentence.all(in: line)
          list = RepealList.verb(in: line) ?? list
        }
        if !words.isDisjoint(with: [.change, .repeal]) { paper.acts += ChangeSentence.all(in: line) }
      }
      if !words.isDisjoint(with: [.citation, .own]), mayCite(index) {
        for line in lines { paper.mentions += Mention.all(in: line).map { Stated($0, at: line.place(of: $0.range)) } }
      }
    }
  }

  /// Reads the lines of a block as a list of documents that are ended. Returns the verb while the list may go on.
  private mutating func readList(_ lines: [TextLine], _ verb: String, of index: Int) -> String? {
    let acts = lines.compactMap { RepealList.act($0, verb) }
    switch blocks[index].form {
    case .table, .list:
      paper.acts += acts
      return nil
    case .heading, .quotation, .other: return nil
    case .paragraph:
      guard let act = acts.first else { return isCaption(index) ? verb : nil }
      if RepealSentence.all(in: lines[0]).isEmpty { paper.acts.append(act) }
      return verb
    }
  }

  /// Whether what the block names is cited: a title names its own subject.
  private func mayCite(_ index: Int) -> Bool {
    if case .heading = blocks[index].form { return false }
    return switch paper.roles[index] {
    case .clause(_, let isTitle): !isTitle
    case .title, .letterhead, .number, .contents, .annexTitle: false
    default: true
    }
  }

  /// Whether a line may stand between the sentence and its list: 一、县政府文件; not what begins another list.
  private func isCaption(_ index: Int) -> Bool {
    let text = blocks[index].text
    guard text.count <= 90, paper.roles[index] != .signature else { return false }
    return !["有效", "保留", "修改"].contains { text.compact(0..<text.count).contains($0) }
  }

  /// The lines of a block: one for a paragraph, one for each row or item.
  private func lines(of index: Int) -> [TextLine] {
    let block = blocks[index]
    switch block.form {
    case .paragraph, .heading:
      return [TextLine(block: index, start: 0, text: block.text, number: number(of: index))]
    case .quotation: return []
    case .table, .list, .other:
      var lines: [TextLine] = []
      var start = 0
      while start <= block.text.count {
        let end = block.text[start...].firstIndex(of: 0x0A) ?? block.text.count
        if end > start {
          lines.append(
            TextLine(block: index, start: start, text: block.text.part(start..<end), isRow: block.form == .table))
        }
        start = end + 1
      }
      return lines
    }
  }

  /// Bytes of the block's own number.
  private func number(of index: Int) -> Int {
    if case .clause(let clause, _) = paper.roles[index] { return clause.byteCount }
    return 0
  }
}
