import OfficeFiles

/// The marks of notes, as Word counts them.
struct NoteMarks {
  private let sections: [WordSection]
  private let settings: [NoteKind: NoteNumbering]

  init(_ sections: [WordSection], _ settings: [NoteKind: NoteNumbering]) {
    (self.sections, self.settings) = (sections, settings)
  }

  /// Of each reference.
  func marks(of references: [WordStory.Reference], _ findings: inout WordFindings) -> [String] {
    var counts: [NoteKind: (number: Int, section: Int)] = [:]
    return references.map { reference in
      if let mark = reference.mark { return mark }
      let numbering = numbering(reference)
      let start = numbering.start ?? 1
      let last = counts[reference.kind]
      let restarts = numbering.restart == "eachSect" && last?.section != reference.section
      let number = restarts ? start : last.map { $0.number + 1 } ?? start
      counts[reference.kind] = (number, reference.section)
      let format = numbering.format ?? (reference.kind == .foot ? "decimal" : "lowerRoman")
      let mark = NumberFormat.text(number, format) ?? String(number)
      // Where pages end is not in the file.
      if numbering.restart == "eachPage" || NumberFormat.text(number, format) == nil {
        findings.doubt(.numbering, mark, at: reference.place)
      }
      return mark
    }
  }

  private func numbering(_ reference: WordStory.Reference) -> NoteNumbering {
    let own = sections.indices.contains(reference.section) ? sections[reference.section].notes[reference.kind] : nil
    let all = settings[reference.kind] ?? NoteNumbering()
    return own?.over(all) ?? all
  }
}

extension [ManuscriptBlock] {
  /// Without the mark and blanks at the beginning: the note has its mark itself.
  func withoutMark(_ mark: String) -> [ManuscriptBlock] {
    guard case .paragraph(var paragraph)? = first, case .text(let text)? = paragraph.spans.first else { return self }
    let rest = text.hasPrefix(mark) ? text.dropFirst(mark.count) : text[...]
    paragraph.spans[0] = .text(String(rest.drop(while: \.isWhitespace)))
    return [.paragraph(paragraph)] + dropFirst()
  }
}

extension WordStory {
  /// A section begins a new page unless it says that it goes on.
  func startPages(in blocks: inout [ManuscriptBlock]) {
    for (index, end) in sectionEnds.enumerated() where end < blocks.count {
      guard sections.indices.contains(index + 1), sections[index + 1].startsPage,
        let started = blocks[end].startingPage
      else { continue }
      blocks[end] = started
    }
  }
}

extension ManuscriptBlock {
  /// The same on a new page: of a table, its first paragraph begins it; nil if there is none.
  fileprivate var startingPage: ManuscriptBlock? {
    switch self {
    case .paragraph(var paragraph):
      paragraph.startsPage = true
      return .paragraph(paragraph)
    case .table(var table):
      guard let first = table.rows.first?.cells.first?.blocks.first?.startingPage else { return nil }
      table.rows[0].cells[0].blocks[0] = first
      return .table(table)
    }
  }
}
