@testable import Papers

/// The passages of lines of text: `# ` makes a heading, `| ` a table row, `~ ` a paragraph that stands apart, 第…条 an article.
func passages(_ text: String) -> [Passage] {
  text.split(separator: "\n").map { line in
    let rest = Array(line.dropFirst(2).utf8)
    if line.hasPrefix("# ") { return Passage(.heading, rest) }
    if line.hasPrefix("| ") { return Passage(.row, rest) }
    if line.hasPrefix("~ ") { return Passage(.paragraph(isApart: true), rest) }
    let passage = Passage(.paragraph(isApart: false), Array(line.utf8))
    let isArticle = passage.number.hasPrefix("第") && passage.number.contains("条")
    return isArticle ? Passage(.article, passage.text) : passage
  }
}

func comparison(_ old: String, _ new: String, steps: Int = 1_000_000) -> TextComparison {
  TextComparison(from: passages(old), to: passages(new), budget: ComparisonBudget(steps: steps))
}

/// Each row in a word and the numbers on both sides: `changed 第一条→第二条`.
func outline(_ comparison: TextComparison) -> [String] {
  comparison.rows.map { row in
    let sides = [row.old, row.new].map { parts in
      parts.filter(\.isStart).map { $0.passage.numberCount > 0 ? $0.passage.number : plain($0) }.joined(separator: "+")
    }
    return "\(row.change)\(row.isMoved && row.change != .departed ? " moved" : "") \(sides.joined(separator: "→"))"
  }
}

func plain(_ part: TextComparison.Part) -> String { String(decoding: part.passage.text, as: UTF8.self) }

/// A part with its marks in brackets.
func marked(_ part: TextComparison.Part) -> String {
  var (text, offset) = ("", 0)
  for mark in part.marks {
    text += String(decoding: part.passage.text[offset..<mark.lowerBound], as: UTF8.self)
    text += "[" + String(decoding: part.passage.text[mark], as: UTF8.self) + "]"
    offset = mark.upperBound
  }
  return text + String(decoding: part.passage.text[offset...], as: UTF8.self)
}

/// Both sides of two paragraphs with their marks.
func words(_ old: String, _ new: String, steps: Int = 1_000_000) -> [String] {
  var budget = ComparisonBudget(steps: steps)
  let difference = WordDifference(Array(old.utf8), Array(new.utf8), &budget)
  return [(old, difference.old), (new, difference.new)].map { text, marks in
    let passage = Passage(.paragraph(isApart: false), Array(text.utf8))
    return marked(TextComparison.Part(passage: passage, isStart: true, marks: marks))
  }
}
