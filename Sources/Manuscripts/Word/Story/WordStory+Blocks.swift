import Base
import OfficeFiles

// What holds blocks: tables, text boxes, notes, the part itself.
extension WordStory {
  mutating func beginTablePart(_ name: String) {
    let last = tables.count - 1
    switch name {
    case "w:tbl":
      flush()
      places.beginTable()
      tables.append(OpenTable(at: places.firstCell))
    case "w:tr" where last >= 0:
      if tables[last].row != nil { endTablePart("w:tr") }
      places.beginRow()
      tables[last].beginRow()
    case "w:tc":
      places.beginCell()
      guard last >= 0, let row = tables[last].row, row.cell == nil else { return }
      tables[last].beginCell(at: place)
      blocks.append(OpenBlocks())
    default: break
    }
  }

  mutating func endTablePart(_ name: String) {
    let last = tables.count - 1
    guard last >= 0 else { return }
    switch name {
    case "w:tc":
      guard let cell = tables[last].row?.cell, blocks.count > 1 else { return }
      pieceCount += cell.columns
      if pieceCount > Self.mostPieces { isTooLarge = true }
      flush()
      let text = tables[last].endCell(blocks.removeLast().blocks).text
      if !text.isEmpty { hide(text, at: cell.place) }
    case "w:tr":
      if tables[last].row?.cell != nil { endTablePart("w:tc") }
      if let row = tables[last].endRow() { noteFate(of: row) }
    default:
      if tables[last].row != nil { endTablePart("w:tr") }
      var table = tables.removeLast()
      places.endTable()
      guard let whole = table.finished() else { return }
      blocks[blocks.count - 1].blocks.append(.table(whole))
      if table.isIrregular {
        findings.doubt(.tableGrid, whole.rows[0].cells.map(\.text).joined(separator: " "), at: whole.place)
      }
    }
  }

  /// Notes a row that a change added or removed, or that is hidden.
  private mutating func noteFate(of row: OpenTable.OpenRow) {
    guard row.changedBy != nil || row.isHidden else { return }
    let text = row.cells.map(\.blocks.text).filter { !$0.isEmpty }.joined(separator: "\n")
    if case .some(let author) = row.changedBy, !findings.hasRevision(at: place) {
      findings.stop(.revision, text, author: author, at: place)
    }
    if text.isEmpty { return }
    if row.isDeleted { findings.leaveOut(.deletedText, text, at: place) } else if row.isHidden { hide(text, at: place) }
  }

  private mutating func hide(_ text: String, at place: OfficePlace) {
    findings.leaveOut(.hiddenText, text, at: place)
    findings.stop(.hiddenText, text, at: place)
  }

  mutating func beginBox() {
    let isHidden = !isSeen()
    blocks.append(OpenBlocks(fieldCount: fields.open.count, isBox: true, isHidden: isHidden))
  }

  mutating func endBox() {
    guard blocks.count > 1, blocks[blocks.count - 1].isBox else { return }
    flush()
    let box = blocks.removeLast()
    endFields(but: box.fieldCount)
    let boxed = box.blocks.map(Self.boxed)
    if let last = paragraphs.indices.last {
      paragraphs[last].floats += boxed
    } else {
      blocks[blocks.count - 1].blocks += boxed
    }
  }

  mutating func beginEntry(_ attributes: XMLAttributes) {
    entry = (attributes["id"] ?? "", attributes["author"], (attributes["type"] ?? "normal") == "normal")
    blocks.append(OpenBlocks(fieldCount: fields.open.count))
  }

  mutating func endEntry() {
    guard blocks.count > 1 else { return }
    flush()
    let text = blocks.removeLast()
    endFields(but: text.fieldCount)
    guard let entry, places.part == .notes || places.part == .comments else {
      return blocks[blocks.count - 1].blocks += text.blocks
    }
    self.entry = nil
    if entry.isText { entries.append(Entry(id: entry.id, author: entry.author, blocks: text.blocks)) }
  }

  /// The end of the part; what was never closed is part of it.
  mutating func endBlocks() {
    flush()
    while blocks.count > 1 {
      let inner = blocks.removeLast()
      blocks[blocks.count - 1].blocks += inner.blocks
    }
    endFields(but: 0)
  }
}

extension [ManuscriptBlock] {
  /// The text of its paragraphs and of the tables in it, a line each.
  var text: String {
    map { block in
      switch block {
      case .paragraph(let paragraph): paragraph.text
      case .table(let table):
        table.rows.flatMap(\.cells).map(\.blocks.text).filter { !$0.isEmpty }.joined(separator: "\n")
      }
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
