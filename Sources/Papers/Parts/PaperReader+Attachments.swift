import Base

// 附件说明, and the marks and titles of annexes.
extension PaperReader {
  mutating func readAttachment(at index: Int) {
    let text = trimmed(index)
    var offset = 3
    text.skipBlanks(&offset)
    let isWhole = text.has("件", at: offset)
    // 附： alone stands above an annex of old papers.
    guard isWhole || text.count <= 9, isWhole || text.ends(with: "：") else { return }
    if isWhole { offset += 3 }
    text.skipBlanks(&offset)
    let numeral = ChineseNumeral(text, at: offset)
    if let numeral, numeral.value < 100 { offset += numeral.byteCount }
    text.skipBlanks(&offset)
    let hasColon = text.has("：", at: offset) || text.has(":", at: offset) || text.has(".", at: offset)
    if hasColon { offset += text[offset] < 0x80 ? 1 : 3 }
    text.skipBlanks(&offset)
    if offset == text.count {
      if hasColon, numeral == nil, plain(index + 1).flatMap(ListNumber.init)?.value == 1 {
        return takeAttachmentNote(at: index, from: text.count)
      }
      return takeAnnexMark(at: index, titled: false)
    }
    guard hasColon || numeral != nil && text.isTitleLine else { return }
    if numeral == nil || isListedAgain(after: index) {
      if numeral == nil, !paper.signatures.isEmpty, isAnnex(after: index) {
        return takeAnnexMark(at: index, titled: true)
      }
      takeAttachmentNote(at: index, from: place(index).range.lowerBound + offset)
    } else if text.isTitleLine, !paper.signatures.isEmpty || isAnnex(after: index) {
      takeAnnexMark(at: index, titled: true)
    } else {
      takeAttachmentNote(at: index, from: place(index).range.lowerBound + offset)
    }
  }

  /// Whether the next line names another attachment: 附件2：… right below 附件1：….
  private func isListedAgain(after index: Int) -> Bool {
    plain(index + 1).map { $0.has("附件") } ?? false || paper.roles[max(index, 1) - 1] == .attachmentNote
  }

  /// Whether an annexed text follows, not the end of the paper.
  private func isAnnex(after index: Int) -> Bool {
    guard index + 1 < blocks.count else { return false }
    guard let next = plain(index + 1) else { return true }
    return !next.has("抄") && !next.has("附") && !next.isDateEnd && !OfficialName.isBody(compact(index + 1))
      && ListNumber(next) == nil
  }

  private mutating func takeAnnexMark(at index: Int, titled: Bool) {
    paper.roles[index] = .annexMark
    guard !titled, let title = plain(index + 1, upTo: 240), !title.endsWithMark, Clause(title) == nil else { return }
    paper.roles[index + 1] = .annexTitle
  }

  /// 附件：1.任务分解表 and the lines that go on with 2., or a list.
  private mutating func takeAttachmentNote(at index: Int, from offset: Int) {
    paper.roles[index] = .attachmentNote
    list(index, from: offset, numbered: number(of: index))
    var next = index + 1
    while let text = plain(next, upTo: 400), let number = ListNumber(text), number.value > 1 || next == index + 1 {
      paper.roles[next] = .attachmentNote
      list(next, from: 0)
      next += 1
    }
    if next == index + 1, blocks.indices.contains(next), blocks[next].form == .list,
      ListNumber(blocks[index].text.part(offset..<blocks[index].text.count)) != nil
        || offset == blocks[index].text.count
    {
      list(next, from: 0)
    }
  }

  /// The figure of 附件1.
  private func number(of index: Int) -> Int? {
    let line = compact(index).dropFirst(2)
    return ChineseNumeral(line).map(\.value)
  }

  /// Enters every line of a block as an attachment.
  private mutating func list(_ index: Int, from start: Int, numbered first: Int? = nil) {
    let text = blocks[index].text
    var start = start
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let range = text.trimmed(start..<end)
      let number = ListNumber(text.part(range))
      let title = text.trimmed(range.lowerBound + (number?.byteCount ?? 0)..<range.upperBound)
      if !title.isEmpty {
        paper.attachments.append(
          Stated(
            ListedAttachment(number: number?.value ?? first, title: text.part(title).string),
            at: PaperPlace(block: index, range: range)))
      }
      start = end + 1
    }
  }
}

/// The number of an entry in 附件说明: `1.`, `1．`, `1、`, `（1）`; 1.2024年… is entry 1.
private struct ListNumber {
  let value: Int
  let byteCount: Int

  init?(_ text: Bytes) {
    var offset = 0
    text.skipBlanks(&offset)
    let isBracketed = text.has("（", at: offset)
    if isBracketed { offset += 3 }
    var value = 0
    let start = offset
    while offset < text.count, text[offset] >= 0x30, text[offset] <= 0x39, offset - start < 2 {
      value = value * 10 + Int(text[offset] - 0x30)
      offset += 1
    }
    guard offset > start, value > 0 else { return nil }
    let marks: [StaticString] = isBracketed ? ["）"] : [".", "．", "、"]
    guard let mark = marks.first(where: { text.has($0, at: offset) }) else { return nil }
    offset += mark.utf8CodeUnitCount
    text.skipBlanks(&offset)
    (self.value, byteCount) = (value, offset)
  }
}
