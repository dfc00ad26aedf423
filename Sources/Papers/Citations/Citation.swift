import Base

/// A document cited in a text: a title with the brackets that follow it, or a number alone.
struct Citation {
  let start: Int
  /// Index after 》, or after 号.
  let titleEnd: Int
  /// Index after the brackets.
  let end: Int
  /// Empty for a number alone.
  let title: String
  let number: DocumentNumber?

  /// The documents cited on a line. Brackets right after a title belong to it:
  /// 《…》（法释〔2016〕29号，以下简称《解释》）.
  static func all(in line: TextLine) -> [Citation] {
    var found: [Citation] = []
    var index = 0
    while index < line.characters.count {
      let citation: Citation? =
        switch line.characters[index] {
        case "《": Citation(line, at: index)
        case "〔", "[", "［": bare(line, yearAt: index, after: found.last?.end ?? 0)
        default: nil
        }
      if let citation {
        found.append(citation)
        index = citation.end
      } else {
        index += 1
      }
    }
    return found
  }

  private init?(_ line: TextLine, at start: Int) {
    let text = line.characters
    guard let close = Self.closing("《", "》", text, at: start) else { return nil }
    self.start = start
    titleEnd = close + 1
    title = line.text(start + 1..<close)
    var end = close + 1
    var number: DocumentNumber?
    while end < text.count {
      let next = line.skipBlanks(from: end)
      guard next < text.count, let pair = Self.brackets.first(where: { $0.0 == text[next] }),
        let last = Self.closing(pair.0, pair.1, text, at: next)
      else { break }
      number = number ?? Self.number(in: line.text(next + 1..<last), after: title)
      end = last + 1
    }
    self.end = end
    self.number = number
  }

  private init(start: Int, end: Int, number: DocumentNumber) {
    (self.start, titleEnd, self.end, title, self.number) = (start, end, end, "", number)
  }

  private static let brackets: [(Unicode.Scalar, Unicode.Scalar)] = [("（", "）"), ("(", ")")]

  /// The index of the mark that closes the one at `start`, no further than a sentence reaches.
  private static func closing(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ text: [Unicode.Scalar], at start: Int
  ) -> Int? {
    var depth = 0
    for index in start..<min(text.count, start + TextLine.longestSentence) {
      if text[index] == open { depth += 1 }
      if text[index] == close { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// The number in brackets. 《某县人民政府公告》（2022年第5号） has its words in the title.
  private static func number(in text: String, after title: String) -> DocumentNumber? {
    let parts = [text] + text.split { "，,；;、".contains($0) }.map(String.init)
    let numbers = parts.filter { $0.contains("号") }.map { DocumentNumber(NumberReading($0).mended) }
    guard let number = numbers.first(where: { $0.isRead }) else { return nil }
    let isName = !title.contains("关于") && (title.hasSuffix("公告") || title.hasSuffix("通告") || title.hasSuffix("令"))
    return number.isComplete || !isName ? number : number.named(title)
  }

  // MARK: Numbers alone

  /// A number without a title, 澜政办发〔2020〕1号, whose 〔 is at an index; its words begin after the last particle.
  private static func bare(_ line: TextLine, yearAt index: Int, after lower: Int) -> Citation? {
    let text = line.characters
    guard index + 6 < text.count, closing.contains(text[index + 5]),
      text[(index + 1)...(index + 4)].allSatisfy({ ("0"..."9").contains($0) }),
      let end = text[(index + 6)..<min(index + 14, text.count)].firstIndex(of: "号")
    else { return nil }
    var start = index
    while start > lower, start > index - 16, isWord(text[start - 1]) { start -= 1 }
    start = (start..<index).end(ofLast: particles, in: text) ?? start
    let number = DocumentNumber(NumberReading(line.text(start..<end + 1)).mended)
    guard start < index, number.isComplete else { return nil }
    return Citation(start: start, end: end + 1, number: number)
  }

  /// Words before a number that are no part of it.
  private static let particles = [
    "根据", "按照", "依据", "依照", "原", "由", "经", "和", "与", "及", "将", "对", "的", "即", "文件", "以及", "见", "执行", "落实", "贯彻", "印发",
    "公布", "下发", "替代", "废止", "修改", "延长", "遵照", "适用", "文号", "字号",
  ].map { Array($0.unicodeScalars) }

  private static let closing: [Unicode.Scalar] = ["〕", "]", "］"]

  private static func isWord(_ sign: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(sign.value) }
}

extension Range<Int> {
  /// The index after the last place in the range at which one of some words stands; nil if none does. Scalars, because
  /// searching a `String` costs ten times as much, and laws cite each other in every second line.
  func end(ofLast words: [[Unicode.Scalar]], in text: [Unicode.Scalar]) -> Int? {
    indices.reversed().lazy.compactMap { last in
      words.contains { word in
        last - word.count + 1 >= lowerBound && text[last - word.count + 1...last].elementsEqual(word)
      } ? last + 1 : nil
    }.first
  }
}
