import Documents
import Papers

/// A title cited in a text, with the brackets that follow it.
struct Citation {
  let start: Int
  /// Index after 》.
  let titleEnd: Int
  /// Index after the brackets.
  let end: Int
  let title: String
  let number: DocumentNumber?

  /// The titles on a line. Brackets right after a title belong to it: 《…》（法释〔2016〕29号，以下简称《解释》）.
  static func all(in line: BodyLine) -> [Citation] {
    var found: [Citation] = []
    var index = 0
    while index < line.characters.count {
      guard line.characters[index] == "《", let citation = Citation(line.characters, at: index) else {
        index += 1
        continue
      }
      found.append(citation)
      index = citation.end
    }
    return found
  }

  private init?(_ text: [Character], at start: Int) {
    guard let close = Self.closing("《", "》", text, at: start) else { return nil }
    self.start = start
    titleEnd = close + 1
    title = Self.plain(text[(start + 1)..<close])
    var end = close + 1
    var number: DocumentNumber?
    while end < text.count {
      let next = text[end...].firstIndex { !"*_ 　]".contains($0) } ?? text.count
      guard next < text.count, let pair = Self.brackets.first(where: { $0.0 == text[next] }),
        let last = Self.closing(pair.0, pair.1, text, at: next)
      else { break }
      number = number ?? Self.number(in: text[(next + 1)..<last], after: title)
      end = last + 1
    }
    self.end = end
    self.number = number
  }

  private static let brackets: [(Character, Character)] = [("（", "）"), ("(", ")")]

  /// The index of the mark that closes the one at `start`.
  private static func closing(_ open: Character, _ close: Character, _ text: [Character], at start: Int) -> Int? {
    var depth = 0
    for index in start..<text.count {
      if text[index] == open { depth += 1 }
      if text[index] == close { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// The title without Markdown emphasis or links.
  private static func plain(_ text: ArraySlice<Character>) -> String {
    let title = String(text.filter { $0 != "*" })
    guard title.first == "[", let end = title.firstIndex(of: "]") else { return title }
    return String(title[..<end].dropFirst())
  }

  /// The number in brackets. 《某县人民政府公告》（2022年第5号） has its words in the title.
  private static func number(in text: ArraySlice<Character>, after title: String) -> DocumentNumber? {
    let parts = [text] + text.split { "，,；;、".contains($0) }
    let numbers = parts.map { DocumentNumber(NumberReading(String($0)).mended) }
    guard let number = numbers.first(where: { $0.isRead }) else { return nil }
    let isName = !title.contains("关于") && (title.hasSuffix("公告") || title.hasSuffix("通告") || title.hasSuffix("令"))
    return number.isComplete || !isName ? number : number.named(title)
  }

  func statement(_ word: String, in line: BodyLine) -> StatedRepeal {
    StatedRepeal(title: title, documentNumber: number, word: word, location: line.location(of: start..<titleEnd))
  }
}
