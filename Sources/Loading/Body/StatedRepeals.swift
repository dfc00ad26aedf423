import Base
import Documents

/// Finds the documents that a text repeals: 《…》（澜政办发〔2022〕10号）同时废止.
///
/// Only a plain statement counts: the title, its number, optionally a date, and 同时废止, 予以废止, 即行废止, 自…起废止 or
/// 停止执行 at the end of a clause. Quotations, tables, statements about single provisions and reports of past repeals
/// (已被…废止) are skipped: guessing would report mistakes in correct texts.
enum StatedRepeals {
  /// All repeals stated in a body, in reading order.
  static func find(in source: SourceText, from bodyStart: Int) -> [StatedRepeal] {
    source.lines(with: ["废止", "停止执行"], rare: 5, from: bodyStart).flatMap(statements)
  }

  private static func statements(in line: BodyLine) -> [StatedRepeal] {
    let cited = Citation.all(in: line)
    guard !cited.isEmpty else { return [] }
    var ended: [Int: String] = [:]
    for word in ["废止", "停止执行"] {
      for index in line.indices(of: word) where endsClause(line, at: index + word.count) {
        guard let last = cited.lastIndex(where: { $0.end <= index }) else { continue }
        let first = head(of: last, cited, line)
        let lead = lead(line, before: cited[first].start)
        let tail = line.characters[cited[last].end..<index]
        let needsWord = word == "废止" && !lead.hasSuffix("起")
        let isOwn = !reporting.contains(where: lead.hasSuffix) && !line.isQuoted(at: index)
        if isOwn, isStatement(tail, needsWord: needsWord) {
          for position in first...last { ended[position] = word }
        }
      }
    }
    return ended.sorted { $0.key < $1.key }.map { cited[$0.key].statement($0.value, in: line) }
  }

  /// Whether only punctuation follows: 废止的, 废止后 and 废止前 are not statements of repeal.
  private static func endsClause(_ line: BodyLine, at index: Int) -> Bool {
    let rest = line.characters[index...].drop { $0 == " " || $0 == "*" || $0 == "\u{3000}" }
    return rest.first.map { BodyLine.stops.contains($0) || "，,.".contains($0) } ?? true
  }

  /// Whether the words between the last title and the verb form a statement of repeal.
  private static func isStatement(_ tail: ArraySlice<Character>, needsWord: Bool) -> Bool {
    var rest = Substring(String(tail))
    var isStated = !needsWord
    takeOthers(&rest)
    while let first = rest.first {
      if takeDay(&rest) {
        isStated = true
      } else if let word = adverbs.first(where: rest.hasPrefix) {
        rest = rest.dropFirst(word.count)
        isStated = true
      } else if "，, 　*".contains(first) {
        rest = rest.dropFirst()
      } else {
        return false
      }
    }
    return isStated
  }

  private static let adverbs = ["同时", "予以", "即行", "一并", "随之", "相应", "立即", "即时", "全部", "均", "即", "都"]

  /// Skips 等3件规范性文件.
  private static func takeOthers(_ rest: inout Substring) {
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
  private static func head(of last: Int, _ cited: [Citation], _ line: BodyLine) -> Int {
    var first = last
    while first > 0 {
      let between = line.characters[cited[first - 1].end..<cited[first].start]
      guard between.count <= 80, let joint = between.first, "、和及与以".contains(joint),
        !between.contains(where: { BodyLine.stops.contains($0) || "，,：:".contains($0) })
      else { break }
      first -= 1
    }
    return first
  }

  /// The words of the sentence before its first title: 自本办法施行之日起.
  private static func lead(_ line: BodyLine, before index: Int) -> String {
    var lead = line.characters[line.index(afterLast: BodyLine.stops, before: index)..<index]
    while let last = lead.last, "，,：: 　原".contains(last) { lead.removeLast() }
    return String(lead)
  }

  /// Words before a title that is only mentioned, not repealed: 《…》规定，, 根据.
  private static let reporting = [
    "规定", "明确", "指出", "要求", "根据", "依据", "按照", "依照", "被", "由", "关于", "建议", "建议对", "建议将", "拟将", "拟对",
  ]
}
