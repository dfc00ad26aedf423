import Base

/// A document that a text names, with the provisions named of it: 《标题》（文号）第二条第一款, 澜政发〔2026〕3号, 本办法第五条.
package struct Mention: Sendable, Hashable {
  /// How the text names the document.
  package enum Name: Sendable, Hashable {
    /// 《标题》, with the number in brackets, if there is one.
    case title(String, DocumentNumber?)
    case number(DocumentNumber)
    /// The text itself, by the word after 本: 办法 of 本办法.
    case own(String)
  }

  package let name: Name
  /// Characters of the line: 《标题》 with a number that alone stands in brackets after it.
  package let range: Range<Int>
  package let clauses: [CitedClause]
  /// 《办法》 of （以下简称《办法》）: what the text calls the document from here on.
  package let shortName: String?
  /// The words of the sentence before it, which may say who issued the document: 根据省人民政府.
  package let lead: String
  /// Whether it stands in quotation marks.
  package let isQuoted: Bool
  /// Whether the brackets after the title tell which edition is meant: （2012年修正）.
  package let isEdition: Bool

  /// What a line mentions, in reading order.
  package static func all(in line: TextLine) -> [Mention] {
    (Citation.all(in: line).map { Mention($0, in: line) } + own(in: line))
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private init(_ citation: Citation, in line: TextLine) {
    let brackets = line.text(citation.titleEnd..<citation.end)
    name =
      citation.title.isEmpty
      ? citation.number.map(Name.number) ?? .title("", nil) : .title(citation.title, citation.number)
    let isWhole = citation.number != nil && !brackets.contains { "，,；;、简称".contains($0) }
    range = citation.start..<(isWhole ? citation.end : citation.titleEnd)
    clauses = CitedClause.all(in: line, from: citation.end)
    shortName = brackets.isEmpty ? nil : Self.shortName(brackets)
    lead = Self.lead(line, before: citation.start)
    isQuoted = line.isQuoted(at: citation.start)
    isEdition = !brackets.isEmpty && ["修正", "修订", "版", "已废止", "已失效"].contains(where: brackets.contains)
  }

  private init(own word: Range<Int>, _ clauses: [CitedClause], in line: TextLine) {
    name = .own(line.text(word))
    range = word.lowerBound - 1..<word.upperBound
    self.clauses = clauses
    (shortName, lead, isEdition) = (nil, "", false)
    isQuoted = line.isQuoted(at: word.lowerBound)
  }

  /// 《办法》 of 以下简称《办法》, 下称“《办法》”; nil for a name without 《》, and for one that several documents share.
  private static func shortName(_ brackets: String) -> String? {
    guard let word = brackets.firstRange(of: "简称") ?? brackets.firstRange(of: "下称"), !brackets.contains("统称") else {
      return nil
    }
    let rest = brackets[word.upperBound...].drop { "：:“\"为".contains($0) || $0.isWhitespace }
    guard rest.first == "《", let close = rest.firstIndex(of: "》") else { return nil }
    return String(rest[..<close].dropFirst())
  }

  private static func lead(_ line: TextLine, before index: Int) -> String {
    let first = max(line.index(afterLast: stops, before: index), index - 40)
    return line.plain(first..<index)
  }

  private static let stops: [Unicode.Scalar] = ["，", "。", "；", "：", "（", "(", "“", "《", "》", "？", "！", ",", ";", ":"]

  // MARK: 本办法第五条

  private static func own(in line: TextLine) -> [Mention] {
    var found: [Mention] = []
    for index in line.indices(of: "本") {
      let word = index + 1..<min(line.characters.count, index + 1 + longestWord)
      guard let end = line.characters[word].firstIndex(of: "第"), end > word.lowerBound,
        OfficialName.endsForm(line.text(word.lowerBound..<end))
      else { continue }
      let clauses = CitedClause.all(in: line, from: end)
      if !clauses.isEmpty { found.append(Mention(own: word.lowerBound..<end, clauses, in: line)) }
    }
    return found
  }

  private static let longestWord = 8
}
