import Base

// What stands below the text, of the paper and of each annex: 附件说明, 署名, 成文日期, 附注, 附件, 抄送, 印发.
extension PaperReader {
  mutating func readTail(from head: Int) {
    for index in head..<blocks.count {
      guard let text = plain(index, upTo: 600) else { continue }
      if text.has("附") {
        readAttachment(at: index)
      } else if index > 0, text.isDateEnd || text.isFigureDate, readSignature(at: index) {
        readNotes(from: index + 1)
      } else if text.has("（此件") || text.has("(此件") || text.has("（本文") {
        if trimmed(index).isBracketed { takeNote(at: index) }
      } else if text.has("抄") || text.has("分送") || text.has("主送") || text.has("报：") || text.has("送：") {
        readCopies(at: index)
      } else if text.has("（") || text.has("(") {
        if trimmed(index).isBracketed, Self.statesDisclosure(String(compact(index).dropFirst().dropLast())) {
          takeNote(at: index)
        } else {
          readInnerTitleNote(at: index)
        }
      } else if text.isPrintDate, !paper.signatures.isEmpty {
        paper.roles[index] = .imprint
        takePrintDate(at: index)
      } else if text.has("公开") || text.has("信息公开"), text.count <= 90, Self.statesDisclosure(compact(index)) {
        takeNote(at: index)
      } else if Self.isSecrecyLine(text) {
        paper.roles[index] = .secrecy
        paper.secrecy = paper.secrecy ?? Stated(compact(index), at: place(index))
      }
    }
  }

  /// 题注 under the title of an annexed text, which is a heading.
  private mutating func readInnerTitleNote(at index: Int) {
    guard index > 0, case .heading = blocks[index - 1].form, isTitleNote(index) else { return }
    paper.roles[index] = .titleNote
  }

  private static func isSecrecyLine(_ text: Bytes) -> Bool {
    guard text.count <= 60, text.has("机密") || text.has("秘密") || text.has("绝密") else { return false }
    let line = text.compact(0..<text.count)
    return isSecrecy(line) && line.count > 2
  }

  // MARK: 署名 and 成文日期

  /// Reads the date at an index and the names above it; false if it is no signature.
  private mutating func readSignature(at index: Int) -> Bool {
    let text = trimmed(index)
    var start = text.dateStart
    let name = text.part(text.trimmed(0..<start))
    text.skipBlanks(&start)
    guard let date = WrittenDate(text, at: start) ?? WrittenDate(figures: text, at: start),
      start + date.byteCount == text.count, name.isEmpty || isSigner(name)
    else { return false }
    var first = index
    while first > 0, first > index - 24, isSigning(first - 1, isNearest: first == index && name.isEmpty) {
      first -= 1
    }
    if let line = brokenName(endingAt: first) { first = line }
    guard first < index || !name.isEmpty || isAlone(index) else { return false }
    for line in first..<index { paper.roles[line] = .signature }
    paper.roles[index] = .signatureDate
    let offset = place(index).range.lowerBound + start
    let beside = name.isEmpty || Self.seals.contains(name.string) ? [] : bodies(of: name, at: place(index))
    paper.signatures.append(
      Signature(
        bodies: (first..<index).flatMap(bodies) + beside,
        date: Stated(date.day, at: PaperPlace(block: index, range: offset..<offset + date.byteCount))))
    return true
  }

  private static let seals: Set<String> = ["（印章）", "（盖章）", "(印章)", "(盖章)", "（公章）"]

  /// What may stand before a date on its line: a seal, or the name of the body.
  private func isSigner(_ name: Bytes) -> Bool {
    let text = name.string
    return Self.seals.contains(text) || known.issuers.contains(text.filter { !$0.isWhitespace })
      || OfficialName.names(text).allSatisfy(OfficialName.isBody)
  }

  /// Whether a line above a date belongs to the signature. The line right above may be any short line without
  /// punctuation; those further up must be names.
  private func isSigning(_ index: Int, isNearest: Bool) -> Bool {
    guard let text = plain(index, upTo: 480) else { return false }
    let compact = compact(index)
    if OfficialName.isSigningPerson(compact) { return true }
    if text.endsWithMark || ["附件", "特此", "专此"].contains(where: compact.hasPrefix) || compact == "此复" { return false }
    let isName =
      OfficialName.names(trimmed(index).string).allSatisfy(OfficialName.isBody) || OfficialName.isBody(compact)
      || known.issuers.contains(OfficialName.withoutSeal(compact))
    if isName || !isNearest { return isName }
    let isShort = (2...40).contains(compact.count) && compact.first.map { !$0.isASCII } ?? false
    return isShort && !compact.contains { "，。；：《》,;:“”".contains($0) || $0.isASCII && $0.isNumber }
  }

  /// A name broken over two lines: the issuer is known, and its first half stands above.
  private func brokenName(endingAt index: Int) -> Int? {
    guard index > 0, index < blocks.count, plain(index - 1, upTo: 160) != nil, plain(index, upTo: 160) != nil else {
      return nil
    }
    let joined = OfficialName.withoutSeal(compact(index - 1) + compact(index))
    return known.issuers.contains(joined) ? index - 1 : nil
  }

  /// Whether a date without a name above it is that of the paper: only what follows a signature comes after it.
  private func isAlone(_ index: Int) -> Bool {
    guard index > 0, blocks[index - 1].form == .paragraph else { return false }
    if case .clause(_, isTitle: true) = paper.roles[index - 1] { return false }
    guard index + 1 < blocks.count else { return blocks[index - 1].text.endsWithMark || index > 2 }
    if case .heading = blocks[index + 1].form { return true }
    guard let next = plain(index + 1) else { return false }
    return next.isBracketed || next.has("附件") || next.has("抄送")
  }

  private func bodies(_ index: Int) -> [Stated<String>] { bodies(of: trimmed(index), at: place(index)) }

  private func bodies(of line: Bytes, at place: PaperPlace) -> [Stated<String>] {
    let names = OfficialName.names(line.string)
    guard names.count > 1, OfficialName.isBody(names[0]) else {
      return [Stated(OfficialName.withoutSeal(line.compact(0..<line.count)), at: place)]
    }
    return names.map { Stated(OfficialName.withoutSeal($0), at: place) }
  }

  // MARK: 附注

  /// The bracketed lines right below a date.
  private mutating func readNotes(from start: Int) {
    var index = start
    while index < start + 4, plain(index) != nil, trimmed(index).isBracketed {
      takeNote(at: index)
      index += 1
    }
  }

  private mutating func takeNote(at index: Int) {
    paper.roles[index] = .note
    let text = compact(index)
    paper.notes.append(Stated(DisclosureNote(text: text, meaning: Self.meaning(of: text)), at: place(index)))
  }

  /// 公开方式：主动公开, as some provinces print it below the text.
  private static func statesDisclosure(_ line: String) -> Bool {
    guard let colon = line.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return false }
    let value = line[line.index(after: colon)...]
    return ["公开方式", "公开属性", "公开类别", "公开选项", "信息公开属性", "信息公开选项", "信息公开类别"].contains(String(line[..<colon]))
      && ["主动公开", "依申请公开", "不予公开", "不公开", "免予公开"].contains(String(value))
  }

  /// What a note says about publication.
  private static func meaning(of note: String) -> DisclosureNote.Meaning? {
    if ["不予公开", "不公开", "不宜公开", "免予公开", "不得公开"].contains(where: note.contains) { return .withheld }
    if note.contains("依申请公开") { return .onRequest }
    return note.contains("公开") ? .proactive : nil
  }

  // MARK: 附件

  private mutating func readAttachment(at index: Int) {
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

  // MARK: 版记

  private mutating func readCopies(at index: Int) {
    let line = compact(index).prefix(4)
    guard
      ["抄送", "抄报", "分送", "主送", "报送"].contains(where: { line.hasPrefix($0 + "：") || line.hasPrefix($0 + ":") })
        || line.hasPrefix("报：") || line.hasPrefix("送：")
    else { return }
    paper.roles[index] = .copies
    var next = index + 1
    // A list that goes on over several lines ends with 。.
    while next < index + 6, !trimmed(next - 1).ends(with: "。"), let text = plain(next), !text.isPrintDate,
      !OfficialName.isBody(compact(next))
    {
      paper.roles[next] = .copies
      next += 1
    }
    readImprint(from: next)
  }

  /// 印发机关 and 2023年10月12日印发, on one line or two.
  private mutating func readImprint(from start: Int) {
    guard let end = (start..<min(start + 2, blocks.count)).first(where: { plain($0)?.isPrintDate ?? false }) else {
      return
    }
    for index in start...end where plain(index) != nil { paper.roles[index] = .imprint }
    takePrintDate(at: end)
  }

  private mutating func takePrintDate(at index: Int) {
    let text = blocks[index].text
    for offset in text.indices where text[offset] & 0xC0 != 0x80 {
      guard let date = WrittenDate(text, at: offset) else { continue }
      paper.printedOn = Stated(date.day, at: PaperPlace(block: index, range: offset..<offset + date.byteCount))
      return
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

extension UnsafeBufferPointer where Element == UInt8 {
  /// Whether it may be a date alone on its line: short, and 日 at the end, blanks aside.
  fileprivate var isDateEnd: Bool {
    guard count <= 96, count >= 10 else { return false }
    let range = trimmed(0..<count)
    return part(range).ends(with: "日")
  }

  /// Whether it may be a date in figures alone on its line: 2026.2.3, 2026-02-03.
  fileprivate var isFigureDate: Bool {
    guard count >= 8, count <= 40 else { return false }
    let text = part(trimmed(0..<count))
    return text.count >= 8 && text.count <= 16 && WrittenDate(figures: text)?.byteCount == text.count
  }

  /// Where the date at the end of a line begins: at its first figure after the last word, or at 0.
  fileprivate var dateStart: Int {
    var offset = 0
    while offset < count {
      if WrittenDate(self, at: offset).map({ offset + $0.byteCount == count }) ?? false { return offset }
      offset += 1
      while offset < count, self[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return 0
  }

  /// Whether it ends with 印发 and a day: 2023年10月12日印发.
  fileprivate var isPrintDate: Bool {
    guard count <= 240, part(trimmed(0..<count)).ends(with: "印发") else { return false }
    return contains("日")
  }
}
