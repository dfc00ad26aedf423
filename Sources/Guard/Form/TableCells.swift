import Base
import Papers

/// A cell of a table in a text, or a piece of a line that tabs part, as a table looks that was lost on the way from Word.
struct TableCell {
  /// Bytes of the text.
  let range: Range<Int>

  /// The cells of the blocks, in order, and the other texts.
  static func split(_ text: Bytes, _ blocks: [GuardedBlock]) -> (cells: [TableCell], prose: [Range<Int>]) {
    var cells: [TableCell] = []
    var prose: [Range<Int>] = []
    for block in blocks {
      let isTable = block.form == .table
      if isTable || text[block.range].contains(0x09) {
        var start = block.range.lowerBound
        for offset in block.range where text[offset] == 0x0A || text[offset] == 0x09 {
          if offset > start { cells.append(TableCell(range: start..<offset)) }
          start = offset + 1
        }
        if start < block.range.upperBound { cells.append(TableCell(range: start..<block.range.upperBound)) }
      } else {
        prose.append(block.range)
      }
    }
    return (cells, prose)
  }
}

/// A sentence, and what of it counts when two are compared: no blanks, marks in one width.
struct Sentence: Hashable {
  let range: Range<Int>
  let characters: [Character]

  static func == (a: Sentence, b: Sentence) -> Bool { a.characters == b.characters }
  func hash(into hasher: inout Hasher) { hasher.combine(characters) }

  /// The sentences of a stretch, in order, up to 。 or ；.
  static func all(in range: Range<Int>, of text: Bytes) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = range.lowerBound
    var offset = start
    func close(_ end: Int) {
      if end > start { sentences.append(Sentence(start..<end, text)) }
    }
    while offset < range.upperBound {
      let next = text.after(offset)
      if text.has("。", at: offset) || text.has("；", at: offset) || text[offset] == 0x3B {
        close(offset)
        start = next
      }
      offset = next
    }
    close(range.upperBound)
    return sentences
  }

  private init(_ range: Range<Int>, _ text: Bytes) {
    self.range = range
    let marks: [Character: Character] = [",": "，", "(": "（", ")": "）", ":": "：", ";": "；"]
    characters = text.part(range).string.compactMap { $0.isWhitespace ? nil : marks[$0] ?? $0 }
  }
}
