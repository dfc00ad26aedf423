import Base

// What the text says about itself and other documents.
extension PaperReader {
  mutating func readStatements() {
    for index in blocks.indices {
      let words = StatementWords(in: blocks[index].text)
      if words.isEmpty { continue }
      for line in lines(of: index) {
        if words.contains(.commencement) { paper.commencements += StatedCommencement.all(in: line) }
        if words.contains(.term) || words.contains(.commencement) { paper.terms += StatedTerm.all(in: line) }
      }
    }
  }

  /// The lines of a block: one for a paragraph, one for each row or item.
  private func lines(of index: Int) -> [TextLine] {
    let block = blocks[index]
    switch block.form {
    case .paragraph, .heading:
      return [TextLine(block: index, start: 0, text: block.text, number: number(of: index))]
    case .table, .other:
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
