import Manuscripts

/// The marks of footnotes, as official texts print them: ① in the text, and at the beginning of the note.
///
/// Not `[^1]`: a reader, a copy and a feed would see [1], which no printed paper has.
struct NoteMarks {
  private let marks: [String]
  /// Those that are not written in the manuscript.
  let added: [String]

  init(_ manuscript: Manuscript) {
    let isUsed = manuscript.blocks.contains(where: Self.hasCircledNumber)
    let counted = manuscript.notes.indices.map { index in
      (isUsed ? nil : Self.circled(index + 1)) ?? "〔注\(index + 1)〕"
    }
    let isOwn = manuscript.notes.map { !$0.mark.isEmpty && $0.mark.allSatisfy { !$0.isNumber && !$0.isLetter } }
    marks = manuscript.notes.indices.map { isOwn[$0] ? manuscript.notes[$0].mark : counted[$0] }
    added = manuscript.notes.indices.filter { !isOwn[$0] }.map { counted[$0] }
  }

  /// The mark of a note.
  subscript(index: Int) -> String { marks[index] }

  /// ① to ㊿
  private static func circled(_ number: Int) -> String? {
    let start: Int? =
      switch number {
      case 1...20: 0x2460 - 1
      case 21...35: 0x3251 - 21
      case 36...50: 0x32B1 - 36
      default: nil
      }
    return start.flatMap { UnicodeScalar($0 + number) }.map(String.init)
  }

  /// Whether the text counts with ①: then it cannot mark notes, too.
  private static func hasCircledNumber(_ block: ManuscriptBlock) -> Bool {
    switch block {
    case .paragraph(let paragraph): paragraph.text.unicodeScalars.contains { (0x2460...0x2473).contains($0.value) }
    case .table(let table): table.rows.contains { $0.cells.contains { $0.blocks.contains(where: hasCircledNumber) } }
    }
  }
}
