import Base

// 署名 and 成文日期, and 附注 below them.
extension PaperReader {
  /// Reads the date at an index and the names above it; false if it is no signature.
  mutating func readSignature(at index: Int) -> Bool {
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
  mutating func readNotes(from start: Int) {
    var index = start
    while index < start + 4, plain(index) != nil, trimmed(index).isBracketed {
      takeNote(at: index)
      index += 1
    }
  }

  mutating func takeNote(at index: Int) {
    paper.roles[index] = .note
    let text = compact(index)
    paper.notes.append(Stated(DisclosureNote(text: text, meaning: Self.meaning(of: text)), at: place(index)))
  }

  /// 公开方式：主动公开, as some provinces print it below the text.
  static func statesDisclosure(_ line: String) -> Bool {
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
}
