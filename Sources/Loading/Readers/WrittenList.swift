import Base

/// Several values in one text, as they are written by hand: 养老、医疗 or 【养老，医疗】. YAML wants [养老, 医疗].
enum WrittenList {
  /// Which signs part values from each other in a field.
  enum Separation {
    /// Commas and semicolons; other signs may belong to a value.
    case commas
    /// As well 、 and blanks, which are more likely to part values than to belong to one.
    case likely
    /// As well 、, slashes and blanks: names of bodies, topics and provisions have none.
    case all
  }

  /// The values in a text, and whether that is certain; nil if the text is one value.
  ///
  /// - Parameter isKnown: Whether a text is a value that is known to be one: 农业、林业、水利.
  static func values(
    in text: String, _ separation: Separation, isKnown: (String) -> Bool
  ) -> (values: [String], isCertain: Bool)? {
    if isKnown(text) { return nil }
    let inner = withoutBrackets(text)
    let isWrapped = inner != text
    if let values = knownValues(in: inner, isKnown) { return (values, true) }
    let levels = separation == .commas && !isWrapped ? [commas] : [commas, "、", "/／|｜", blanks]
    for signs in levels where signs != "/／|｜" || separation == .all {
      let values = parts(of: inner, signs, separation)
      let isCertain = signs == commas || isWrapped || separation == .all && signs != blanks
      if values.count > 1 { return (values, isCertain) }
    }
    return isWrapped ? ([unquoted(inner)], true) : nil
  }

  private static let commas = "；;，,"
  private static let blanks = " \u{3000}\t"

  private static func withoutBrackets(_ text: String) -> String {
    guard let first = text.first, let last = text.last, let close = ["【": "】", "［": "］", "〔": "〕", "[": "]"][first],
      text.count > 2, String(last) == close, !text.dropFirst().dropLast().contains(first)
    else { return text }
    return String(text.dropFirst().dropLast())
  }

  /// The known values that make up a text; of several ways to part it, the longest values first.
  private static func knownValues(in text: String, _ isKnown: (String) -> Bool) -> [String]? {
    let signs = commas + "、/／|｜和与及" + blanks
    var rest = text[...]
    var values: [String] = []
    while !rest.isEmpty {
      rest = rest.drop(while: signs.contains)
      let ends = rest.indices.filter { signs.contains(rest[$0]) } + [rest.endIndex]
      guard let end = ends.last(where: { isKnown(unquoted(String(rest[..<$0]))) }) else { return nil }
      values.append(unquoted(String(rest[..<end])))
      rest = rest[end...].drop(while: signs.contains)
    }
    return values.count > 1 ? values : nil
  }

  private static func parts(of text: String, _ signs: String, _ separation: Separation) -> [String] {
    let characters = Array(text)
    var parts = [""]
    for (index, character) in characters.enumerated() {
      if signs.contains(character), isBorder(characters, index, separation) {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(unquoted).filter { !$0.isEmpty }
  }

  /// Whether a sign is no part of a number (1,000) or of a name in Latin letters (Open Data).
  private static func isBorder(_ text: [Character], _ index: Int, _ separation: Separation) -> Bool {
    let isBlank = blanks.contains(text[index])
    let before = text[..<index].last { isBlank || !blanks.contains($0) } ?? " "
    let after = text[(index + 1)...].first { isBlank || !blanks.contains($0) } ?? " "
    if text[index] == "," { return !(before.isNumber && after.isNumber) }
    if "/|".contains(text[index]) { return !before.isASCII && !after.isASCII }
    if !isBlank { return true }
    return separation == .all ? !before.isASCII || !after.isASCII : !before.isASCII && !after.isASCII
  }

  private static func unquoted(_ text: String) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    guard let first = text.first, let last = text.last, text.count > 2,
      ["“": "”", "\"": "\"", "'": "'", "‘": "’", "「": "」"][first] == String(last)
    else { return String(text) }
    return String(text.dropFirst().dropLast())
  }

  /// `[养老, 医疗]`.
  static func yaml(_ values: [String]) -> String {
    "[" + values.map { $0.contains { ",[]{}#:\"'".contains($0) } ? "\"\($0)\"" : $0 }.joined(separator: ", ") + "]"
  }
}

// Lists in front matter.
extension FileReader {
  /// Reads a list of texts, or one text. `label` names the list. Several values in one text are reported, and read as
  /// the list that was meant.
  mutating func texts(
    _ value: YAMLValue?, _ label: String, _ separation: WrittenList.Separation = .commas,
    isKnown: (String) -> Bool = { _ in false }
  ) -> [(text: String, place: Range<Int>)] {
    let isList = if case .list? = value?.content { true } else { false }
    return items(of: value, label).flatMap { item -> [(text: String, place: Range<Int>)] in
      guard let text = text(item, label) else { return [] }
      if !isList, item.lines.count > 1 {
        report(item.lines, at: item.place, label)
        return item.lines.map { ($0, item.place) }
      }
      let inList = isList && separation == .likely ? .commas : separation
      guard let list = WrittenList.values(in: text, inList, isKnown: isKnown) else { return [(text, item.place)] }
      report(list.values, list.isCertain ? .error : .warning, at: item.place, label)
      return list.isCertain ? list.values.map { ($0, item.place) } : [(text, item.place)]
    }
  }

  /// Reports several values in one text.
  mutating func report(_ values: [String], _ severity: Severity = .error, at place: Range<Int>, _ label: String) {
    add(
      "list-form", severity, at: place, values.count > 1 ? "\(label)有几项的，应写成列表，用半角方括号和半角逗号" : "\(label)的方括号应为半角",
      cures: ["写作列表：\(WrittenList.yaml(values))"])
  }
}
