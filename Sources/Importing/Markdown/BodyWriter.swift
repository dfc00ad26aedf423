import Base
package import Manuscripts
import OfficeFiles
import Papers

extension ImportedBody {
  /// Writes the blocks of a manuscript: a paragraph for each, in the order of the file.
  ///
  /// - Parameters:
  ///   - title: The document's title, if it is known.
  ///   - taken: Blocks that stand in the front matter.
  package init(_ manuscript: Manuscript, title: String = "", taken: Set<Int>) {
    var writer = BodyWriter(manuscript)
    let roles = BlockRoles(manuscript, title: title)
    writer.write(HeadingFinder(manuscript, roles, taken: taken).headings, taken)
    writer.writeNotes()
    self = writer.finished()
  }
}

/// The body while it is written.
private struct BodyWriter {
  private let manuscript: Manuscript
  private let marks: NoteMarks
  private var body = ImportedBody()
  private var blocks: [String] = []
  private var pictures: PictureNames
  /// The number of the table that is written.
  private var tableCount = 0

  init(_ manuscript: Manuscript) {
    self.manuscript = manuscript
    marks = NoteMarks(manuscript)
    pictures = PictureNames(manuscript.pictures)
  }

  mutating func write(_ headings: [HeadingFinder.Heading], _ taken: Set<Int>) {
    let starts = Dictionary(headings.map { ($0.blocks.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    var index = 0
    while index < manuscript.blocks.count {
      if let heading = starts[index] {
        write(heading)
        index = heading.blocks.upperBound
        continue
      }
      if !taken.contains(index) { write(manuscript.blocks[index]) }
      index += 1
    }
  }

  consuming func finished() -> ImportedBody {
    body.pictures = pictures.used
    body.addedMarks = marks.added
    body.markdown = blocks.isEmpty ? "" : blocks.joined(separator: "\n\n") + "\n"
    return body
  }

  private mutating func write(_ block: ManuscriptBlock) {
    switch block {
    case .paragraph(let paragraph): add(MarkdownLine(pieces(of: paragraph)))
    case .table(let table): write(table)
    }
  }

  private mutating func add(_ line: MarkdownLine) { if !line.isEmpty { blocks.append(line.markdown) } }

  /// The lines of a title are one heading; what is spaced out to fill a line is closed up: 通　知.
  private mutating func write(_ heading: HeadingFinder.Heading) {
    var pieces: [MarkdownLine.Piece] = []
    for index in heading.blocks {
      guard case .paragraph(let paragraph) = manuscript.blocks[index] else { continue }
      let lines = self.pieces(of: paragraph).split(separator: .lineBreak)
      let isBroken = heading.blocks.count > 1 || lines.count > 1
      for line in lines {
        pieces += line.map { piece in
          guard isBroken, case .text(let text) = piece else { return piece }
          return .text(TitleText.closedUp(text.trimmed))
        }
      }
    }
    add(MarkdownLine(pieces, in: .heading(heading.level)))
  }

  /// The notes stand below the text, each a paragraph that begins with its mark.
  mutating func writeNotes() {
    for (index, note) in manuscript.notes.enumerated() {
      var mark: String? = marks[index] + " "
      for block in note.blocks {
        guard case .paragraph(let paragraph) = block else {
          write(block)
          continue
        }
        let line = MarkdownLine((mark.map { [.text($0)] } ?? []) + pieces(of: paragraph))
        if !line.isEmpty { mark = nil }
        add(line)
      }
      if let mark { add(MarkdownLine([.text(mark)])) }
    }
  }
}

// MARK: - Pieces of a paragraph

extension BodyWriter {
  private mutating func pieces(of paragraph: ManuscriptParagraph) -> [MarkdownLine.Piece] {
    var pieces: [MarkdownLine.Piece] = paragraph.label.isEmpty ? [] : [.text(paragraph.label)]
    for span in paragraph.spans {
      switch span {
      case .text(let text): pieces.append(.text(text))
      case .link(let text, let target): pieces.append(link(text, to: target, at: paragraph.place))
      case .lineBreak: pieces.append(.lineBreak)
      case .note(let index):
        if manuscript.notes.indices.contains(index) { pieces.append(.text(marks[index])) }
      case .picture(let index): if let piece = picture(index, at: paragraph.place) { pieces.append(piece) }
      }
    }
    return pieces
  }

  /// A link that leads nowhere a reader can go is text.
  private mutating func link(_ text: String, to target: String, at place: OfficePlace?) -> MarkdownLine.Piece {
    let shown = text.trimmed
    guard !shown.isEmpty else { return .text(text) }
    switch LinkAddress(target) {
    case .web, .mail, .telephone: return .link(text, to: Self.written(target))
    case .local where target.isFileBeside: return .link(text, to: Self.written(target))
    case .local where target.hasPrefix("#"): return .text(text)
    case .local, .refused, .incomplete:
      if !target.isEmpty { body.remarks.append(ImportRemark("“\(shown)”的链接没有带入，读者打不开：\(target)", at: place)) }
      return .text(text)
    }
  }

  /// A target that ends only where it should.
  private static func written(_ target: String) -> String {
    target.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case " ", "(", ")", "<", ">", "\\", "\t", "\n", "\r": text += "%" + OutputBuffer.hex(UInt8(scalar.value))
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  private mutating func picture(_ index: Int, at place: OfficePlace?) -> MarkdownLine.Piece? {
    guard manuscript.pictures.indices.contains(index) else { return nil }
    let picture = manuscript.pictures[index]
    guard let name = pictures.name(of: index) else {
      body.remarks.append(ImportRemark("图片 \(picture.name) 没有带入：浏览器不能显示这种格式，请另存为 PNG 后放进来", at: place))
      return nil
    }
    // Alternative text is one line.
    let alternative = picture.description.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
    return .picture(name, alternative: alternative)
  }
}

// MARK: - Tables

extension BodyWriter {
  private mutating func write(_ table: ManuscriptTable) {
    tableCount += 1
    // A frame around a text is none of its letters.
    if table.rows.count == 1, table.rows[0].cells.count == 1 {
      for block in table.rows[0].cells[0].blocks { write(block) }
      return
    }
    guard table.rows.contains(where: { $0.cells.contains { !$0.blocks.isEmpty } }) else { return }
    var written = PipeTable(table)
    for row in 0..<written.titleRows {
      for block in written.titleCell(row).blocks { write(block) }
    }
    // Cells are written one after the other, and what is noted of them is noted here.
    var writer = self
    let lines = written.markdown { writer.text(of: $0) }
    self = writer
    if written.hasDoubtfulHead {
      body.remarks.append(ImportRemark("第\(tableCount)个表格第一行与下面各行合并，看不出哪几行是表头，请核对", at: table.place))
    }
    blocks.append(lines)
  }

  /// The text of a cell: a break between its paragraphs, unless one is only the end of a list that did not fit into a line.
  private mutating func text(of cell: ManuscriptTable.Cell) -> String {
    var pieces: [MarkdownLine.Piece] = []
    for block in cell.blocks {
      if !pieces.isEmpty { pieces.append(.lineBreak) }
      switch block {
      case .paragraph(let paragraph): pieces += self.pieces(of: paragraph)
      case .table(let inner):
        pieces += lines(of: inner)
        body.remarks.append(ImportRemark("格中的表格改写成几行文字，每行是它的一行，请核对", at: cell.place))
      }
    }
    return MarkdownLine(pieces.joiningLists, in: .cell).markdown
  }

  /// A table in a cell, which no Markdown has: a line for each row.
  private mutating func lines(of table: ManuscriptTable) -> [MarkdownLine.Piece] {
    var pieces: [MarkdownLine.Piece] = []
    for row in table.rows {
      if !pieces.isEmpty { pieces.append(.lineBreak) }
      for (number, cell) in row.cells.enumerated() where !cell.continuesAbove {
        if number > 0 { pieces.append(.text("\u{3000}")) }
        for block in cell.blocks {
          switch block {
          case .paragraph(let paragraph): pieces += self.pieces(of: paragraph).filter { $0 != .lineBreak }
          case .table(let inner): pieces += lines(of: inner)
          }
        }
      }
    }
    return pieces
  }
}

extension [MarkdownLine.Piece] {
  /// Without the breaks after 、, which a list in a narrow column has.
  fileprivate var joiningLists: [MarkdownLine.Piece] {
    enumerated().filter { index, piece in
      guard piece == .lineBreak, index > 0, case .text(let before) = self[index - 1] else { return true }
      return !before.trimmed.hasSuffix("、")
    }.map(\.element)
  }
}

extension String {
  /// Whether it is the name of a file beside the text, and no path.
  fileprivate var isFileBeside: Bool { !contains("/") && !contains("\\") && !hasPrefix("#") && !fileExtension.isEmpty }
}
