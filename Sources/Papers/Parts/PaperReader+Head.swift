import Base

// 版头 and 标题: what stands above the addressee when a whole paper was copied.
extension PaperReader {
  /// Reads the head. Returns the index of the first block after it; 0 if the text has none.
  mutating func readHead() -> Int {
    var index = readMarks()
    index = readLetterhead(from: index)
    let isPaper = index > 0
    index = readTitle(from: index, isPaper: isPaper)
    return readTitleNote(at: index)
  }

  /// 份号, 密级 and 紧急程度, each on a line of its own or all on one, in any order.
  private mutating func readMarks() -> Int {
    var index = 0
    var hasCopyNumber = false
    while index < 4, plain(index, upTo: 60) != nil {
      let line = compact(index)
      if Self.isCopyNumber(line), index == 0 {
        hasCopyNumber = true
      } else if Self.isSecrecy(line) {
        paper.roles[index] = .secrecy
        paper.secrecy = Stated(line, at: place(index))
      } else if Self.urgencies.contains(line) {
        paper.roles[index] = .urgency
        paper.urgency = Stated(line, at: place(index))
      } else if let level = secrecyAmongMarks(index) {
        paper.roles[index] = .secrecy
        paper.secrecy = Stated(level, at: place(index))
      } else {
        break
      }
      index += 1
    }
    if hasCopyNumber {
      // Six figures are a 份号 only above another mark or the letterhead.
      let isHead = index > 1 || plain(index).map { isLetterhead(compact(index), $0) } ?? false
      guard isHead else { return 0 }
      paper.roles[0] = .copyNumber
    }
    return index
  }

  static let urgencies: Set<String> = ["特急", "加急", "急件", "特提", "平急", "紧急"]

  /// The 密级 on a line that has other marks beside it: 000001　机密★1年　特急.
  private func secrecyAmongMarks(_ index: Int) -> String? {
    let marks = trimmed(index).string.split(whereSeparator: \.isWhitespace).map(String.init)
    guard marks.allSatisfy({ Self.isCopyNumber($0) || Self.isSecrecy($0) || Self.urgencies.contains($0) }) else {
      return nil
    }
    return marks.first(where: Self.isSecrecy)
  }

  private static func isCopyNumber(_ line: String) -> Bool { line.utf8.count == 6 && line.utf8.allSatisfy(isFigure) }

  /// 机密★1年, 秘密, 绝密☆长期.
  static func isSecrecy(_ line: String) -> Bool {
    guard let level = ["绝密", "机密", "秘密"].first(where: line.hasPrefix) else { return false }
    let rest = line.dropFirst(level.count)
    guard let mark = rest.first else { return true }
    return "★☆＊*".contains(mark) && rest.count <= 8
  }

  private static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// 发文机关标志, 发文字号 and 签发人. Returns `start` unless a letterhead or a number is there.
  private mutating func readLetterhead(from start: Int) -> Int {
    var index = start
    var bodies: [Int] = []
    while bodies.count < 12, let text = plain(index, upTo: 240), isLetterhead(compact(index), text) {
      bodies.append(index)
      index += 1
      if compact(bodies[bodies.count - 1]).hasSuffix("文件") { break }
    }
    if bodies.isEmpty { index = skipOpeningName(from: start) }
    guard index > start || start > 0 || plain(start).map({ _ in isNumberLine(compact(start)) }) ?? false else {
      return start
    }
    let names = Array(start..<index)
    guard plain(index, upTo: 240) != nil, readNumber(at: index) else {
      if bodies.isEmpty { return start }
      names.forEach { takeLetterhead($0) }
      return index
    }
    names.forEach { takeLetterhead($0) }
    index += 1
    if plain(index, upTo: 120) != nil, let signer = Self.signer(in: compact(index)) {
      paper.roles[index] = .signer
      paper.signer = Stated(signer, at: place(index))
      index += 1
    }
    return index
  }

  private mutating func takeLetterhead(_ index: Int) {
    paper.roles[index] = .letterhead
    paper.letterhead.append(Stated(compact(index), at: place(index)))
  }

  /// 安澜县人民政府文件, 安澜县人民政府令, or a body of a joint paper above 文件.
  private func isLetterhead(_ line: String, _ text: Bytes) -> Bool {
    guard line.count <= 60, line.count >= 4, !text.endsWithMark, !line.contains("《"), !line.contains("关于") else {
      return false
    }
    return ["文件", "人民政府令", "委员会令", "局令", "部令"].contains(where: line.hasSuffix)
      || line.hasSuffix("公告") && line.count <= 30 && known.issuers.contains { line.hasPrefix($0) }
  }

  /// Names of bodies without 文件 (a letter, or an order) above a number.
  private func skipOpeningName(from start: Int) -> Int {
    var index = start
    while index < start + 8, let text = plain(index, upTo: 160), OfficialName.isBody(compact(index)), !text.endsWithMark
    {
      index += 1
    }
    return index > start && plain(index, upTo: 240) != nil && isNumberLine(compact(index)) ? index : start
  }

  /// A 发文字号 alone on its line, or beside 签发人.
  private mutating func readNumber(at index: Int) -> Bool {
    let line = compact(index)
    let number = line.firstRange(of: "签发人").map { String(line[..<$0.lowerBound]) } ?? line
    guard isNumberLine(number) else { return false }
    let text = blocks[index].text
    let end = (0..<text.count).first { text.has("签发人", at: $0) } ?? text.count
    let range = text.trimmed(0..<end)
    paper.roles[index] = .number
    paper.number = Stated(text.part(range).string, at: PaperPlace(block: index, range: range))
    if let signer = Self.signer(in: String(line.dropFirst(number.count))) {
      paper.signer = Stated(
        signer, at: PaperPlace(block: index, range: text.trimmed(end..<text.count)))
    }
    return true
  }

  /// Whether a line without blanks can only be a number: it ends with 号, has a figure, and is no sentence.
  private func isNumberLine(_ line: String) -> Bool {
    if !known.documentNumber.isEmpty, line == known.documentNumber.filter({ !$0.isWhitespace }) { return true }
    guard line.count <= 40, line.hasSuffix("号"), line.contains(where: \.isNumber) else { return false }
    let isOrder = line.hasPrefix("第") && line.count <= 10
    return (isOrder || line.contains(where: { "〔[［【（(﹝〈„".contains($0) }) || line.contains("第"))
      && !line.contains(where: { "，。；：《".contains($0) })
  }

  /// 签发人：张三
  private static func signer(in line: String) -> String? {
    guard line.hasPrefix("签发人") else { return nil }
    let name = line.dropFirst(3).drop { $0 == "：" || $0 == ":" }
    return name.isEmpty || name.count > 20 ? nil : String(name)
  }

  // MARK: The title

  /// The title: the known one on any number of lines, or after a letterhead the lines that end with a kind of document.
  private mutating func readTitle(from start: Int, isPaper: Bool) -> Int {
    // Something short may stand above it: what a web page showed beside the text.
    for first in start..<start + 3 {
      if let end = knownTitleEnd(from: first) { return takeTitle(first..<end) }
      guard plain(first, upTo: 60) != nil else { break }
    }
    guard let end = titleEnd(from: start), isPaper || isAboveAddressee(start..<end) else { return start }
    return takeTitle(start..<end)
  }

  /// Whether lines can only be a title although no letterhead stands above: 关于…的通知, and then the addressee.
  private func isAboveAddressee(_ range: Range<Int>) -> Bool {
    guard range.map(compact).joined().contains("关于"), let next = plain(range.upperBound, upTo: 800) else {
      return false
    }
    return next.isAddressee
  }

  private mutating func takeTitle(_ range: Range<Int>) -> Int {
    for index in range { paper.roles[index] = .title }
    let joined = range.map(compact).joined()
    let title = known.title.filter { !$0.isWhitespace }
    // The number may stand on the same line.
    paper.title = Stated(!title.isEmpty && joined.contains(title) ? title : joined, at: place(range.lowerBound))
    return range.upperBound
  }

  /// A paragraph or a heading may be a line of the title.
  private func titleLine(_ index: Int) -> String? {
    guard blocks.indices.contains(index), blocks[index].text.count <= 400 else { return nil }
    switch blocks[index].form {
    case .paragraph, .heading: return compact(index)
    case .table, .list, .quotation, .other: return nil
    }
  }

  private func knownTitleEnd(from start: Int) -> Int? {
    let title = known.title.filter { !$0.isWhitespace }
    let number = known.documentNumber.filter { !$0.isWhitespace }
    guard !title.isEmpty else { return nil }
    // Web pages print the number right before or after the title.
    return (number.isEmpty ? [title] : [title, number + title, title + number]).lazy
      .compactMap { end(of: $0, from: start) }.first
  }

  /// The index after the lines that make up a text; nil if they do not.
  private func end(of wanted: String, from start: Int) -> Int? {
    var joined = ""
    var index = start
    while joined.utf8.count < wanted.utf8.count, let line = titleLine(index), !line.isEmpty {
      joined += line
      index += 1
      if joined == wanted { return index }
      if !wanted.hasPrefix(joined) { return nil }
    }
    return nil
  }

  private func titleEnd(from start: Int) -> Int? {
    var joined = ""
    var index = start
    while index < start + 6, let line = titleLine(index), !line.isEmpty, !blocks[index].text.endsWithMark,
      Clause(blocks[index].text) == nil, joined.count + line.count <= 120
    {
      joined += line
      index += 1
      if OfficialName.endsTitle(joined) { return index }
    }
    return nil
  }

  /// 题注: in brackets under a title, with a day or a year.
  private mutating func readTitleNote(at index: Int) -> Int {
    guard plain(index) != nil, isTitleNote(index) else { return index }
    paper.roles[index] = .titleNote
    return index + 1
  }

  /// （2023年5月1日县人民政府第12次常务会议通过　自2023年7月1日起施行）
  func isTitleNote(_ index: Int) -> Bool {
    let text = trimmed(index)
    guard text.isBracketed, text.contains("年") else { return false }
    return Self.titleNoteWords.contains { text.contains($0) }
  }

  private static var titleNoteWords: [StaticString] {
    ["通过", "公布", "发布", "修正", "修订", "批准", "施行", "印发", "废止", "修改", "签署"]
  }
}
