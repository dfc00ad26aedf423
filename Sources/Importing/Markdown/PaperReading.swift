import Base
package import Manuscripts
package import Papers

/// What the recogniser reads in a manuscript.
package struct PaperReading: Sendable {
  package let paper: Paper
  /// For each block of the paper, which block of the manuscript it is; blank ones are none of the paper's.
  package let blocks: [Int]
  private let roles: [Int: Role]

  /// Reads the top-level blocks of a manuscript.
  ///
  /// - Parameter known: What is known about the document from elsewhere.
  package init(_ manuscript: Manuscript, known: KnownFacts = KnownFacts()) {
    var (text, pieces) = ([UInt8](), [(block: Int, range: Range<Int>, form: PaperBlock.Form, lead: Int)]())
    for (index, block) in manuscript.blocks.enumerated() {
      let start = text.count
      var (form, lead) = (PaperBlock.Form.paragraph, 0)
      switch block {
      case .paragraph(let paragraph):
        let own = paragraph.text
        let trimmed = own.trimmed
        text += trimmed.utf8
        if paragraph.look.lead > 0 {
          let indent = own.prefix(while: \.isWhitespace).count
          lead = trimmed.prefix(max(paragraph.label.count + paragraph.look.lead - indent, 0)).utf8.count
        }
      case .table(let table):
        form = .table
        for (number, cell) in table.rows.flatMap(\.cells).enumerated() {
          if number > 0 { text.append(0x0A) }
          text += cell.text.trimmed.utf8
        }
      }
      if text.count > start { pieces.append((index, start..<text.count, form, lead)) }
    }
    let paper = text.withUnsafeBufferPointer { text in
      Paper(
        reading: pieces.map { PaperBlock(form: $0.form, text: text.part($0.range), lead: $0.lead) }, known: known)
    }
    self.paper = paper
    blocks = pieces.map(\.block)
    roles = Dictionary(zip(pieces.map(\.block), paper.roles), uniquingKeysWith: { first, _ in first })
  }

  /// What a block of the manuscript is; nil for a blank one.
  package func role(of block: Int) -> Role? { roles[block] }
}
