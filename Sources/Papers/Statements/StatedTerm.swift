package import Base

/// A statement of how long a text is in force: 有效期5年, 有效期限为2023年1月1日至2027年12月31日, 试行一年, 执行期限至….
package struct StatedTerm: Sendable, Equatable {
  /// The end as the text states it.
  package enum End: Sendable, Equatable {
    case day(CalendarDate)
    /// Counted from the first day.
    case duration(ValidityDuration, text: String)
  }

  package let end: End
  /// The first day, if the statement names one: 有效期自…至….
  package let from: CalendarDate?
}

extension StatedTerm {
  /// Words for a term, longest first. The ones of trial need a length right after them, because 试行 alone is only a word
  /// of titles.
  private static let words = ["有效期限", "有效期", "试行期限", "试行期", "执行期限", "实施期限", "施行期限", "试行"]

  private static let beginnings: [Unicode.Scalar] = ["有", "试", "执", "实", "施"]

  /// The statements on a line that are about the text itself.
  static func all(in line: TextLine) -> [Stated<StatedTerm>] {
    guard !line.isRow else { return [] }
    var found: [Stated<StatedTerm>] = []
    var taken = 0
    var index = 0
    while index < line.characters.count {
      guard index >= taken, beginnings.contains(line.characters[index]),
        let word = words.first(where: { line.has($0, at: index) })
      else {
        index += 1
        continue
      }
      if let statement = read(line, word, at: index) {
        found.append(statement)
        taken = index + word.count
      }
      index += word.count
    }
    if found.isEmpty, let period = period(line) ?? lastDay(line) { found.append(period) }
    return found
  }

  private static func read(_ line: TextLine, _ word: String, at index: Int) -> Stated<StatedTerm>? {
    var start = line.skipBlanks(from: index + word.count)
    while let joint = joints.first(where: { line.has($0, at: start) }) {
      start = line.skipBlanks(from: start + joint.count)
    }
    // Few mentions of a term name its end; whose it is, is asked of those only.
    guard let (end, from, last) = end(line, at: start), !line.isQuoted(at: index), isOwn(line, word, at: index) else {
      return nil
    }
    return Stated(StatedTerm(end: end, from: from), at: line.place(of: index..<last))
  }

  private static let rangeMarks: [Unicode.Scalar] = ["至", "到", "以", "—", "-", "~", "内"]

  private static let joints = ["暂定为", "暂定", "截止至", "截止到", "截止", "截至", "延长至", "为期", "为", "至", "到", "：", ":", "均", "限"]

  /// A day, a length, or 自…至….
  private static func end(_ line: TextLine, at start: Int) -> (End, CalendarDate?, Int)? {
    let first = line.has("自", at: start) || line.has("从", at: start) ? line.skipBlanks(from: start + 1) : start
    if let day = line.date(at: first) {
      var next = line.skipBlanks(from: day.end)
      if line.has("起", at: next) { next = line.skipBlanks(from: next + 1) }
      guard let joint = ["至", "到", "—", "-", "－", "～"].first(where: { line.has($0, at: next) }) else {
        return first == start ? (.day(day.day), nil, day.end) : nil
      }
      next += joint.count
      while line.has(joint, at: next) { next += 1 }
      guard let last = line.date(at: line.skipBlanks(from: next)) else { return nil }
      return (.day(last.day), day.day, last.end)
    }
    return duration(line, at: start)
  }

  /// A length such as 5年 or 一年, and the index after it.
  static func duration(_ line: TextLine, at start: Int) -> (End, CalendarDate?, Int)? {
    let rest = line.characters[min(start, line.characters.count)...]
    for length in stride(from: min(12, rest.count), to: 1, by: -1) {
      let text = line.plain(start..<start + length)
      guard text.hasSuffix("年") || text.hasSuffix("月") || text.hasSuffix("长期有效"), let duration = ValidityDuration(text)
      else { continue }
      // 3年至5年 and 5年以内 are rules, not the term of this text.
      if let next = line.sign(from: start + length), rangeMarks.contains(next) { return nil }
      return (.duration(duration, text: text), nil, start + length)
    }
    return nil
  }

  /// 自2025年1月1日起至2025年12月31日止施行: the sentence has no word for the term.
  private static func period(_ line: TextLine) -> Stated<StatedTerm>? {
    for verb in ["施行", "实施", "执行", "有效"] {
      for index in line.indices(of: verb) {
        guard let since = line.characters[max(0, index - 40)..<index].lastIndex(where: { $0 == "自" || $0 == "从" }),
          let (end, from, last) = end(line, at: since), from != nil, case .day = end,
          last <= index, ["", "止", "期间"].contains(line.plain(last..<index)),
          isAboutText(line, before: since), !line.isQuoted(at: since)
        else { continue }
        return Stated(StatedTerm(end: end, from: from), at: line.place(of: since..<index + verb.count))
      }
    }
    return nil
  }

  /// 自2025年1月1日起施行，至2026年12月31日止 or 执行至2026年12月31日: a last day without a word for the term.
  private static func lastDay(_ line: TextLine) -> Stated<StatedTerm>? {
    for index in line.indices(of: "至") {
      guard let day = line.date(at: line.skipBlanks(from: index + 1)), !line.isQuoted(at: index) else { continue }
      let sentence = line.index(afterLast: TextLine.stops, before: index)
      let words = line.plain(max(sentence, min(line.numberCount, index))..<index)
      let isEnd = line.has("止", at: line.skipBlanks(from: day.end))
      guard isEnd && "，,".contains(words.last ?? " ") || ["，执行", "，实施", ",执行", ",实施"].contains(where: words.hasSuffix),
        isBegun(words), !isCited(words)
      else { continue }
      return Stated(StatedTerm(end: .day(day.day), from: nil), at: line.place(of: index..<day.end))
    }
    return nil
  }

  // MARK: Whose term it is

  /// Whether the term is that of the text, not of a permit, a contract or another document.
  private static func isOwn(_ line: TextLine, _ word: String, at index: Int) -> Bool {
    let sentence = line.index(afterLast: TextLine.stops, before: index)
    let plain = line.plain(max(sentence, min(line.numberCount, index))..<index)
    if word == "试行" {
      // 试行一年 and （试行3年）; 起试行 alone is a commencement.
      guard duration(line, at: line.skipBlanks(from: index + 2)) != nil else { return false }
    }
    if isBegun(plain) || word == "试行" && plain.hasSuffix("起") { return !ofOthers(plain) && !isCited(plain) }
    if plain.isEmpty || "（(".contains(plain.last ?? " ") { return isAfterCommencement(line, before: sentence, index) }
    return isAboutText(line, before: index)
  }

  /// Whether the sentence says before that the text begins to apply: 自印发之日起施行，.
  private static func isBegun(_ words: String) -> Bool {
    ["施行", "实施", "执行", "生效", "试行", "印发之日起", "发布之日起", "公布之日起"].contains { verb in
      words.range(of: verb).map { range in
        let before = words[..<range.lowerBound]
        return before.contains("起") || before.contains("之日") || verb.hasSuffix("起")
      } ?? false
    }
  }

  /// Whether it is something else that begins to apply: 《省里的办法》自…, 备案自….
  private static func isCited(_ words: String) -> Bool {
    guard let since = words.lastIndex(where: { "自从".contains($0) }) else { return false }
    return StatedCommencement.subject(String(words[..<since])) != []
  }

  /// Whether the sentence or bracket before it, or nothing else, is about the text: …起施行。有效期5年。
  private static func isAfterCommencement(_ line: TextLine, before sentence: Int, _ index: Int) -> Bool {
    let before = line.plain(max(0, sentence - TextLine.longestSentence)..<min(sentence, index))
    let bracket = line.plain(sentence..<index)
    if isBegun(before.suffixString(60)) || isBegun(bracket) { return true }
    return line.index(afterLast: ["　", " ", "、", "）"], before: index) == index || index == line.numberCount
      || index == 0
  }

  /// Whether the clause has the text itself as its subject: 本办法有效期…, 上述政策执行期限….
  private static func isAboutText(_ line: TextLine, before index: Int) -> Bool {
    let sentence = line.index(afterLast: TextLine.stops, before: index)
    let words = line.plain(max(sentence, min(line.numberCount, index))..<index)
    if ofOthers(words) { return false }
    let clause = words.split { "，,（(".contains($0) }.last.map(String.init) ?? ""
    if words.isEmpty { return true }
    let subject = clause.isEmpty ? words : clause
    return namesText(subject)
      || ["上述政策", "以上政策", "该政策", "上述措施", "以上措施", "政策"].contains(where: subject.hasPrefix)
  }

  /// Whether 本 or 此 stands right before a word for a text.
  private static func namesText(_ subject: String) -> Bool {
    let signs = Array(subject.unicodeScalars)
    return signs.indices.contains { index in
      (signs[index] == "本" || signs[index] == "此")
        && texts.contains { signs[(index + 1)...].starts(with: $0.unicodeScalars) }
    }
  }

  private static let texts = [
    "办法", "规定", "通知", "意见", "细则", "方案", "政策", "公告", "通告", "决定", "措施", "条例", "规则", "标准", "文件", "实施意见", "实施细则", "实施办法",
    "指引", "计划", "规程", "清单", "目录", "规范", "指南", "制度", "要点", "预案", "暂行",
  ]

  /// Terms of what the text regulates: 许可证有效期5年, 贷款期限.
  private static func ofOthers(_ words: String) -> Bool {
    let tail = words.suffixString(10)
    return ["证", "合同", "许可", "贷款", "票", "协议", "批文", "意见书", "资质", "证书", "承诺书", "报告", "备案", "密码", "申请"].contains {
      tail.hasSuffix($0) || tail.hasSuffix($0 + "的") || tail.hasSuffix($0 + "书")
    }
  }
}

extension String {
  /// The last characters.
  fileprivate func suffixString(_ count: Int) -> String { String(suffix(count)) }

  fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
