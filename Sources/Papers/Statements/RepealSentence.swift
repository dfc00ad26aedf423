import Base

/// Finds the documents that a sentence ends: 《…》（澜政办发〔2022〕10号）同时废止, 决定废止《…》.
///
/// Only a plain statement counts: the title or number, optionally a day, and 同时废止, 予以废止, 自…起失效, 停止执行 or 不再执行 at
/// the end of a clause; or 废止 right before the titles. Quotations, statements about single provisions and reports of past
/// repeals (已被…废止) are passed over: guessing would report mistakes in correct texts.
enum RepealSentence {
  /// How a text ends others. All but the first say so without another word.
  private static let verbs = ["废止", "停止执行", "停止实施", "停止使用", "不再执行", "不再适用", "不再施行", "失效", "自行失效", "作废"]

  /// All repeals stated on a line, in reading order.
  static func all(in line: TextLine) -> [Stated<StatedAct>] {
    let cited = Citation.all(in: line)
    guard !cited.isEmpty else { return [] }
    var ended: [Int: String] = [:]
    for verb in verbs {
      for index in line.indices(of: verb) {
        for position in ending(verb, at: index, cited, line) { ended[position] = verb }
      }
    }
    return ended.sorted { $0.key < $1.key }.map { cited[$0.key].act(.ends, $0.value, in: line) }
  }

  /// The positions of the citations that a verb ends.
  private static func ending(_ verb: String, at index: Int, _ cited: [Citation], _ line: TextLine) -> [Int] {
    guard !line.isQuoted(at: index) else { return [] }
    let next = line.skipBlanks(from: index + 2)
    let first = cited.partitionIndex { $0.start >= next }
    if verb == "废止", first < cited.count, cited[first].start == next {
      return isDecided(line, before: index) ? list(from: first, cited, line) : []
    }
    let last = cited.partitionIndex { $0.end > index } - 1
    guard endsClause(line, at: index + verb.count), last >= 0 else { return [] }
    let head = head(of: last, cited, line)
    let lead = lead(line, before: cited[head].start)
    let tail = line.text(cited[last].end..<index)
    let needsWord = ["废止", "失效", "作废"].contains(verb) && !lead.hasSuffix("起")
    guard !reporting.contains(where: lead.hasSuffix), isStatement(tail, needsWord: needsWord) else { return [] }
    return Array(head...last)
  }

  /// Whether only punctuation follows: 废止的, 废止后 and 废止前 are not statements of repeal.
  private static func endsClause(_ line: TextLine, at index: Int) -> Bool {
    guard let next = line.sign(from: index) else { return true }
    return TextLine.stops.contains(next) || ends.contains(next)
  }

  private static let ends: [Unicode.Scalar] = ["，", ",", ".", "）", ")"]
  private static let joints: [Unicode.Scalar] = ["、", "和", "及", "与", "以"]
  private static let breaks: [Unicode.Scalar] = ["，", ",", "：", ":"]

  // MARK: 决定废止《甲》、《乙》

  /// Whether the words before 废止 make it an act of this text: 决定废止, 现予废止; not 关于废止 or 已废止.
  private static func isDecided(_ line: TextLine, before index: Int) -> Bool {
    let sentence = max(line.index(afterLast: TextLine.stops, before: index), min(line.numberCount, index))
    let lead = line.plain(sentence..<index)
    return lead.isEmpty || ["决定", "决定对", "同时", "一并", "现", "即日起", "，", ",", "日起"].contains(where: lead.hasSuffix)
  }

  /// The citations joined by 、 and 和 from `first` on, unless only provisions of the last one are meant.
  private static func list(from first: Int, _ cited: [Citation], _ line: TextLine) -> [Int] {
    var last = first
    while last + 1 < cited.count, isJoint(line.characters[cited[last].end..<cited[last + 1].start]) { last += 1 }
    if let next = line.sign(from: cited[last].end), next == "第" || next == "中" || next == "的" { last -= 1 }
    return last < first ? [] : Array(first...last)
  }

  // MARK: 《甲》、《乙》同时废止

  /// Whether the words between the last title and the verb form a statement of repeal.
  private static func isStatement(_ tail: String, needsWord: Bool) -> Bool {
    var rest = Substring(tail)
    var isStated = !needsWord
    takeOthers(&rest)
    while let first = rest.first {
      if takeDay(&rest) {
        isStated = true
      } else if let word = adverbs.first(where: rest.hasPrefix) {
        rest = rest.dropFirst(word.count)
        isStated = true
      } else if first.isWhitespace || "，,".contains(first) {
        rest = rest.dropFirst()
      } else {
        return false
      }
    }
    return isStated
  }

  private static let adverbs = [
    "同时", "予以", "即行", "一并", "随之", "相应", "立即", "即时", "全部", "均", "即", "都", "自动", "自行", "宣布", "现", "届时",
  ]

  /// Skips 等3件规范性文件, and 文件 after a number.
  private static func takeOthers(_ rest: inout Substring) {
    if rest.hasPrefix("文件") { rest = rest.dropFirst(2) }
    if rest.hasPrefix("文") { rest = rest.dropFirst() }
    guard rest.first == "等" else { return }
    for noun in ["文件", "规定", "办法", "通知", "解释"] {
      guard let index = rest.indices.prefix(14).first(where: { rest[$0...].hasPrefix(noun) }) else { continue }
      rest = rest[index...].dropFirst(noun.count)
      return
    }
  }

  /// Skips 自本办法施行之日起 or 从2024年1月1日起.
  private static func takeDay(_ rest: inout Substring) -> Bool {
    guard rest.first == "自" || rest.first == "从", let end = rest.prefix(32).firstIndex(of: "起") else { return false }
    guard !rest[..<end].contains(where: { "《，。；".contains($0) }) else { return false }
    rest = rest[end...].dropFirst()
    return true
  }

  /// Index of the first title in the enumeration that ends with `last`: 《甲》（…）、《乙》（…）和《丙》（…）.
  private static func head(of last: Int, _ cited: [Citation], _ line: TextLine) -> Int {
    var first = last
    while first > 0, isJoint(line.characters[cited[first - 1].end..<cited[first].start]) { first -= 1 }
    return first
  }

  private static func isJoint(_ between: ArraySlice<Unicode.Scalar>) -> Bool {
    guard between.count <= 80, let joint = between.first else { return false }
    return joints.contains(joint) && !between.contains { TextLine.stops.contains($0) || breaks.contains($0) }
  }

  /// The words of the sentence before its first title: 自本办法施行之日起.
  private static func lead(_ line: TextLine, before index: Int) -> String {
    let sentence = max(line.index(afterLast: TextLine.stops, before: index), min(line.numberCount, index))
    var lead = line.plain(sentence..<index)
    while let last = lead.last, "，,：:原".contains(last) { lead.removeLast() }
    return lead
  }

  /// Words before a title that is only mentioned, not repealed: 《…》规定，, 根据.
  private static let reporting = [
    "规定", "明确", "指出", "要求", "根据", "依据", "按照", "依照", "被", "由", "关于", "建议", "建议对", "建议将", "拟将", "拟对",
  ]
}
