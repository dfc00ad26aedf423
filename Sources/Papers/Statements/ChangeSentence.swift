/// Finds the documents that a sentence amends or extends: 《…》第三条修改为…, 对《…》作如下修改, 《…》有效期延长至….
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
    return (between.hasPrefix("第") || between.hasPrefix("中")) && between.count <= 40
  }

  private static func lead(_ line: TextLine, before index: Int) -> String {
    let sentence = line.index(afterLast: TextLine.stops, before: index)
    return line.plain(sentence..<index).filter { $0 != "原" }
  }

  /// The rest of the sentence, up to its end mark, without blanks.
  private static func tail(_ line: TextLine, after index: Int) -> String {
    let rest = line.characters[index...]
    let end = rest.firstIndex { TextLine.stops.contains($0) } ?? rest.endIndex
    return line.plain(index..<min(end, index + 60)).filter { $0 != "，" }
  }

  /// Words before a title that is only mentioned.
  private static let reporting = ["规定", "根据", "依据", "按照", "依照", "由", "被", "经", "参照", "拟对", "建议对", "建议将", "拟将"]
}
