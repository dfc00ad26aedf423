import Base

/// Gives every block its role, from what stands in it and around it.
struct PaperReader {
  let blocks: [PaperBlock]
  private(set) var roles: [Role]

  init(_ blocks: [PaperBlock]) {
    self.blocks = blocks
    roles = Array(repeating: .text, count: blocks.count)
  }

  mutating func read() {
    for index in blocks.indices {
      switch blocks[index].form {
      case .heading: readHeading(index)
      case .paragraph: readParagraph(index)
      case .table, .other: break
      }
    }
  }

  private mutating func readHeading(_ index: Int) {
    let block = blocks[index]
    guard let clause = Clause(block.text), clause.unit != .article || isSetApart(clause, in: block) else { return }
    roles[index] = .clause(clause, isTitle: true)
  }

  private mutating func readParagraph(_ index: Int) {
    let block = blocks[index]
    if let clause = Clause(block.text), let role = role(of: clause, in: block) {
      roles[index] = role
    } else if index > 0, roles[index - 1] == .text, blocks[index - 1].form == .paragraph, index > 1,
      blocks[index - 1].text.isOrganizationLine, block.text.isDateLine
    {
      roles[index - 1] = .signature
      roles[index] = .signatureDate
    } else if index == 0, block.text.isAddressee {
      roles[index] = .addressee
    } else if block.text.isDisclosureNote {
      roles[index] = .note
    }
  }

  private func role(of clause: Clause, in block: PaperBlock) -> Role? {
    switch clause.unit {
    case .article: isSetApart(clause, in: block) ? .clause(clause, isTitle: false) : nil
    case .first, .second: .clause(clause, isTitle: block.text.isTitleLine)
    case .book, .part, .chapter, .section:
      block.text.isTitleLine && isSetApart(clause, in: block) ? .clause(clause, isTitle: true) : nil
    }
  }

  private func isSetApart(_ clause: Clause, in block: PaperBlock) -> Bool {
    block.lead == clause.byteCount || clause.isSetApart(in: block.text)
  }
}
