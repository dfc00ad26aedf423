/// Finds the documents that a sentence amends or extends, and those of which it ends provisions: 《…》第三条修改为…,
/// 对《…》作如下修改, 《…》有效期延长至…, 《…》第三条同时废止.
enum ChangeSentence {
  /// The statements on a line, in reading order.
  static func all(in line: TextLine) -> [Stated<StatedAct>] {
    let cited = Citation.all(in: line)
    return cited.compactMap { citation in
      guard !line.isQuoted(at: citation.start) else { return nil }
      let lead = lead(line, before: citation.start)
      if reporting.contains(where: lead.hasSuffix) { return nil }
      let tail = tail(line, after: citation.end)
      if isExtended(tail) { return citation.act(.extends, "延长有效期", in: line) }
      if let articles = endedPart(tail, lead) { return citation.act(.endsPart, "废止", articles, in: line) }
      if isAmended(tail, lead) { return citation.act(.amends, "修改", in: line) }
      return nil
    }
  }

  /// 有效期延长至, 继续执行至, 有效期延续.
  private static func isExtended(_ tail: String) -> Bool {
    guard let verb = tail.firstRange(of: "延长") ?? tail.firstRange(of: "延续") ?? tail.firstRange(of: "继续执行") else {
      return false
    }
    let between = tail[..<verb.lowerBound]
    let isTerm = ["有效期", "期限", ""].contains { between.hasSuffix($0) } && between.count <= 16
    let isStated =
      tail[verb.upperBound...].hasPrefix("至") || tail[verb.upperBound...].hasPrefix("到")
      || tail[verb.upperBound...].contains("年")
    return isTerm && isStated && !["可", "经", "需要"].contains(where: between.contains)
  }

  /// The provisions of 《…》第三条、第五条同时废止 and 决定废止《…》第三条; nil if the sentence ends none.
  private static func endedPart(_ tail: String, _ lead: String) -> [String]? {
    guard tail.first == "第" else { return nil }
    var rest = Substring(tail)
    var articles: [String] = []
    while rest.first == "第",
      let last = rest.prefix(12).prefix(while: { !"、和及".contains($0) }).lastIndex(where: { "条款项章节".contains($0) })
    {
      articles.append(String(rest[...last]))
      rest = rest[last...].dropFirst()
      if let joint = rest.first, "、和及".contains(joint), rest.dropFirst().first == "第" { rest = rest.dropFirst() }
    }
    if articles.isEmpty { return nil }
    let isBefore = lead == "废止" || ["决定废止", "现废止", "同时废止", "起废止", "起，废止"].contains(where: lead.hasSuffix)
    if isBefore { return rest.isEmpty ? articles : nil }
    while let word = ["同时", "予以", "即行", "一并", "均", "相应"].first(where: rest.hasPrefix) {
      rest = rest.dropFirst(word.count)
    }
    return ["废止", "失效", "停止执行", "不再执行"].contains(String(rest)) ? articles : nil
  }

  /// 第三条修改为, 作如下修改, 予以修改; or 决定修改 before the title.
  private static func isAmended(_ tail: String, _ lead: String) -> Bool {
    if ["决定修改", "现修改"].contains(where: lead.hasSuffix) { return true }
    if ["作如下修改", "作出如下修改", "做如下修改", "做出如下修改", "作以下修改", "作出修改", "予以修改", "进行如下修改", "作如下修订", "作如下调整"]
      .contains(where: tail.hasPrefix)
    {
      return true
    }
    // 第三条第二款修改为, 中的“…”修改为.
    guard let verb = tail.firstRange(of: "修改为") ?? tail.firstRange(of: "修订为") else { return false }
    let between = tail[..<verb.lowerBound]
    // 第一百六十九条的罪名由…修改为: something about the article is changed, not the article.
    if between.contains("的"), between.contains("由") { return false }
    return (between.hasPrefix("第") || between.hasPrefix("中")) && between.count <= 40
  }

  private static func lead(_ line: TextLine, before index: Int) -> String {
    let sentence = max(line.index(afterLast: TextLine.stops, before: index), min(line.numberCount, index))
    return line.plain(sentence..<index).filter { $0 != "原" }
  }

  /// The rest of the sentence, up to its end mark, without blanks.
  private static func tail(_ line: TextLine, after index: Int) -> String {
    let rest = line.characters[index...].prefix(60)
    let end = rest.firstIndex { TextLine.stops.contains($0) } ?? rest.endIndex
    return line.plain(index..<end).filter { $0 != "，" }
  }

  /// Words before a title that is only mentioned.
  private static let reporting = ["规定", "根据", "依据", "按照", "依照", "由", "被", "经", "参照", "拟对", "建议对", "建议将", "拟将"]
}
