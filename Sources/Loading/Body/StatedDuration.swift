import Base
import Documents
import Papers

/// A text's statement of how long it is in force: 自2024年1月1日起施行，有效期5年.
struct StatedDuration {
  /// The end as the text states it.
  enum End {
    case day(CalendarDate)
    /// Counted from `from`, the first day if the text names one.
    case duration(ValidityDuration, text: String, from: CalendarDate?)
  }

  let end: End
  /// Where 有效期… is in the file.
  let location: Diagnostic.Location

  /// All such statements in a body, in reading order.
  static func find(in source: SourceText, from bodyStart: Int) -> [StatedDuration] {
    let lines = source.lines(
      with: ["有效期"], rare: 4, from: bodyStart, after: ["行", "施", "效"])
    return lines.flatMap { line in
      line.indices(of: "有效期").compactMap { StatedDuration(line, at: $0) }
    }
  }

  private init?(_ line: BodyLine, at index: Int) {
    guard !line.isQuoted(at: index), let from = Self.beginning(line, before: index) else { return nil }
    var start = index + 3
    if let word = ["截止至", "截止到", "截至", "至", "到", "为"].first(where: { line.has($0, at: start) }) {
      start += word.count
    }
    guard let (end, length) = Self.end(line, at: start, from: from.day) else { return nil }
    self.end = end
    location = line.location(of: index..<(start + length))
  }

  /// 自…起施行, with the day if the text names one.
  private struct Beginning {
    let day: CalendarDate?
  }

  /// Reads 本办法自2024年1月1日起施行， before the index; the sentence must be about this document.
  private static func beginning(_ line: BodyLine, before index: Int) -> Beginning? {
    let sentence = line.characters[line.index(afterLast: BodyLine.stops, before: index)..<index]
    guard let since = sentence.lastIndex(where: { $0 == "自" || $0 == "从" }),
      let begun = sentence[since...].lastIndex(of: "起")
    else { return nil }
    var words = Substring(String(sentence[begun...].dropFirst()))
    while let last = words.last, "，, 　".contains(last) { words.removeLast() }
    let subject = sentence[..<since]
    guard ["施行", "执行", "实施", "生效", "正式施行", "正式实施"].contains(String(words)),
      subject.contains("本") || (!subject.contains("》") && subject.count <= 8)
    else { return nil }
    return Beginning(day: day(sentence[(since + 1)..<begun]))
  }

  private static func end(_ line: BodyLine, at start: Int, from: CalendarDate?) -> (End, Int)? {
    let rest = line.characters[start...]
    if let last = rest.prefix(11).firstIndex(of: "日"), let day = day(rest[...last]) {
      return (.day(day), last + 1 - start)
    }
    for length in stride(from: min(10, rest.count), to: 1, by: -1) {
      let text = String(rest.prefix(length))
      guard text.hasSuffix("年") || text.hasSuffix("月"), let duration = ValidityDuration(text) else { continue }
      let next = rest.dropFirst(length).first
      return next.map { "至到以—-~".contains($0) } ?? false ? nil : (.duration(duration, text: text, from: from), length)
    }
    return nil
  }

  private static func day(_ text: ArraySlice<Character>) -> CalendarDate? {
    guard case .success(let day) = CalendarDate.parse(String(text)) else { return nil }
    return day
  }
}
