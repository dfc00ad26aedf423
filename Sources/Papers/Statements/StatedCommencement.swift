package import Base

/// A statement of when a text, or some of its provisions, begin to apply: 本办法自2023年8月1日起施行.
package struct StatedCommencement: Sendable, Equatable {
  /// The first day as the text states it.
  package enum Start: Sendable, Equatable {
    case day(CalendarDate)
    /// 自印发之日起, 自公布之日起30日后: the event, and the days after it.
    case event(Event, days: Int)
  }

  /// What the first day is counted from.
  package enum Event: Sendable, Equatable {
    /// 印发, 成文, 签发, 下发, 发文, 签署: the day of the paper.
    case made
    /// 公布, 发布, 公告: the day on which it is made public.
    case published

    init?(_ word: String) {
      switch word {
      case "印发", "成文", "签发", "下发", "发文", "签署", "制定", "文件印发", "本文件印发", "通过", "批准", "颁发": self = .made
      case "公布", "发布", "公告", "颁布", "发布施行", "公开发布", "正式发布": self = .published
      default: return nil
      }
    }
  }

  package let start: Start
  /// 第十条, 第三条至第五条, as written; empty: the whole text.
  package let articles: [String]
  /// The words: 自2023年8月1日起施行.
  package let words: String
}

extension StatedCommencement {
  /// The statements on a line that are about the text itself.
  static func all(in line: TextLine) -> [Stated<StatedCommencement>] {
    guard !line.isRow else { return [] }
    var found: [Stated<StatedCommencement>] = []
    for verb in ["施行", "实施", "执行", "生效", "试行"] {
      for index in line.indices(of: verb) {
        guard let statement = read(line, verbAt: index, length: verb.count) else { continue }
        found.append(statement)
      }
    }
    return found.sorted { $0.place.range.lowerBound < $1.place.range.lowerBound }
  }

  private static func read(_ line: TextLine, verbAt index: Int, length: Int) -> Stated<StatedCommencement>? {
    let end = index + length
    // 施行前, 施行的 and 施行之日 only refer to the day.
    let next = line.skipBlanks(from: end)
    let isTrial = line.has("试行", at: index) && StatedTerm.duration(line, at: next) != nil
    if next < line.characters.count, !isEnd(line.characters[next]), !isTrial { return nil }
    guard let since = beginning(line, before: index), !line.isQuoted(at: since) else { return nil }
    // The paragraph's own number (第九条　自…) is no part of the sentence.
    let sentence = max(line.index(afterLast: TextLine.stops, before: since), min(line.numberCount, since))
    guard let start = start(line, from: since, to: index), let articles = subject(line.plain(sentence..<since))
    else { return nil }
    let words = line.plain(since..<end)
    return Stated(
      StatedCommencement(start: start, articles: articles, words: words), at: line.place(of: since..<end))
  }

  private static func isEnd(_ sign: Unicode.Scalar) -> Bool { ends.contains(sign) }

  private static let ends: [Unicode.Scalar] = ["。", "；", "，", ",", ";", ".", "）", ")", "、", "：", "！"]

  /// The index of the 自, 从 or 于 that the statement begins with.
  private static func beginning(_ line: TextLine, before index: Int) -> Int? {
    let lower = max(0, index - 40)
    return line.characters[lower..<index].lastIndex { $0 == "自" || $0 == "从" || $0 == "于" }
  }

  private static func start(_ line: TextLine, from since: Int, to index: Int) -> Start? {
    let first = line.skipBlanks(from: since + 1)
    if let date = line.date(at: first) {
      let rest = line.plain(date.end..<index)
      return ["起", "起正式", "", "零时起", "0时起", "之日起", "起开始", "起全面"].contains(rest) ? .day(date.day) : nil
    }
    var rest = Substring(line.plain(first..<max(first, index)))
    guard let day = rest.firstRange(of: "之日") ?? (rest.hasPrefix("即日") ? rest.firstRange(of: "日") : nil) else {
      return nil
    }
    let word = String(rest[..<day.lowerBound])
    rest = rest[day.upperBound...]
    let event: Event? = word == "即" ? .made : Event(word.drop("本办法").drop("本通知").drop("本意见").drop("本规定").drop("本文件"))
    guard let event else { return nil }
    if rest.first == "起" { rest.removeFirst() }
    if rest == "正式" || rest.isEmpty { return .event(event, days: 0) }
    for prefix in ["满", "第", ""] {
      guard rest.hasPrefix(prefix), let numeral = ChineseNumeral(rest.dropFirst(prefix.count)) else { continue }
      let tail = String(decoding: rest.dropFirst(prefix.count).utf8.dropFirst(numeral.byteCount), as: UTF8.self)
      if ["日后", "日后起", "天后", "个自然日后", "日起", "日", "日后正式"].contains(tail) {
        return .event(event, days: numeral.value)
      }
    }
    return nil
  }

  /// The provisions that a statement is about; nil if it is about something else than the text or its provisions.
  static func subject(_ words: String) -> [String]? {
    // What stands before the last comma is another clause of the sentence: 现予公布，自….
    let clause = words.lastIndex { "，,".contains($0) }.map { String(words[$0...].dropFirst()) } ?? words
    if let articles = provisions(clause) { return articles }
    // 《省里的办法》（某政发〔2025〕9号，自…: in brackets behind the title of another document.
    if let open = words.lastIndex(where: { "（(".contains($0) }), words[..<open].hasSuffix("》"),
      !words[open...].contains(where: { "）)".contains($0) }), !words.contains("本")
    {
      return nil
    }
    if clause.contains("》") { return clause.contains("本") ? [] : nil }
    if clause.isEmpty { return [] }
    // 以上一、二、三项政策 and 第四项政策 are parts that cannot be named.
    if clause.contains("项") || clause.contains("款") { return nil }
    if clause.contains("本") || clause.contains("此") { return [] }
    return ["政策", "上述规定", "以上规定", "上述措施", "以上措施", "上述意见"].contains(where: clause.hasSuffix) ? [] : nil
  }

  /// 第十条, 第三条、第五条, 本办法第十条 and the like at the end of a clause.
  private static func provisions(_ clause: String) -> [String]? {
    guard let first = clause.firstIndex(of: "第"), ["条", "款", "章", "节", "项"].contains(where: clause.hasSuffix) else {
      return nil
    }
    let list = clause[first...].split { "、和及，".contains($0) }.map(String.init)
    return list.allSatisfy { $0.hasPrefix("第") } ? list : nil
  }
}

extension String {
  fileprivate func drop(_ prefix: String) -> String { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self }
}
