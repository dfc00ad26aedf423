import Base
import Documents
import Loading

/// A text as other programs have it (a cell, a meta tag) as the value of a field.
enum FieldText {
  enum Reading {
    case empty
    case value(FrontMatterValue)
    case unread(message: String, cures: [String])
  }

  /// Reads the value of a common field.
  static func read(_ text: String, as field: CommonField, _ site: ImportSite) -> Reading {
    let text = text.trimmed
    if text.isEmpty || nothing.contains(text) { return .empty }
    switch field {
    case .publishedOn:
      if case .success = Moment.parse(text) { return .value(.scalar(text)) }
      return date(text, field.label)
    case .disclosure:
      return choice(text, field.label, Disclosure.allCases.map(\.label)) { word in
        Disclosure.allCases.first { $0.label == word || $0.rawValue == word }?.label
      }
    case .validity:
      let words = DeclaredValidity.allCases.compactMap(\.words.first)
      return choice(text, field.label, words) { DeclaredValidity(word: $0)?.words.first }
    case .form: return choice(text, field.label, OfficialForm.all, OfficialForm.read)
    case .topics: return terms(text, site.site.topics, field.label)
    case .themes: return terms(text, site.site.themes, field.label)
    case .audience: return terms(text, site.site.audiences, field.label)
    case .places: return terms(text, site.site.places.map { Term(id: $0.id, name: $0.name) }, field.label)
    default: return read(text, type: field.type, isMany: field.isMany, label: field.label)
    }
  }

  /// Reads the value of a field of a kind.
  static func read(_ text: String, as field: Field) -> Reading {
    let text = text.trimmed
    if text.isEmpty { return .empty }
    if field.type == .choice, !field.choices.contains(text) {
      return .unread(
        message: "\(field.label)“\(text)”不在选项中",
        cures: NearMiss.cure(for: text, among: field.choices) + ["可以写的有：" + field.choices.joined(separator: "、")])
    }
    return read(text, type: field.type, isMany: field.isMany, label: field.label)
  }

  private static func read(_ text: String, type: FieldType, isMany: Bool, label: String) -> Reading {
    if type == .date { return date(text, label) }
    guard isMany else { return .value(.scalar(text)) }
    let marks: Set<Character> =
      type == .organization ? ["、", "；", ";", "，", ",", " ", "\u{3000}", "\n"] : ["、", "；", ";", "\n"]
    let values = text.split(whereSeparator: marks.contains).map(\.trimmed).filter { !$0.isEmpty }
    return .value(values.count == 1 ? .scalar(values[0]) : .list(values.map(FrontMatterValue.scalar)))
  }

  private static func date(_ text: String, _ label: String) -> Reading {
    if let day = try? CalendarDate.parse(text).get() { return .value(.scalar(day.iso)) }
    let day = (try? Moment.parse(text).get())?.day ?? DateText.repaired(text) ?? DateText.ofSpreadsheet(text)
    return day.map { .value(.scalar($0.iso)) }
      ?? .unread(message: "\(label)“\(text)”不是日期的写法", cures: ["写作 2023-10-12、2023/10/12 或 2023年10月12日"])
  }

  private static func choice(_ text: String, _ label: String, _ words: [String], _ read: (String) -> String?) -> Reading
  {
    read(text).map { .value(.scalar($0)) }
      ?? .unread(message: "\(label)“\(text)”不在选项中", cures: ["可以写的有：" + words.joined(separator: "、")])
  }

  /// Terms of site.yml; of two levels (财政\税务) the deepest that is known.
  private static func terms(_ text: String, _ known: [Term], _ label: String) -> Reading {
    func name(_ word: String) -> String? { known.first { $0.name == word || $0.id == word }?.name }
    if known.isEmpty || name(text) != nil { return .value(.scalar(name(text) ?? text)) }
    let words = text.split { "；;|\n".contains($0) }.map(\.trimmed)
    let found = words.compactMap { word in
      name(word) ?? word.split { "\\/->＞".contains($0) }.map(\.trimmed).reversed().lazy.compactMap(name).first
    }
    guard found.count == words.count else {
      return .unread(
        message: "\(label)“\(text)”不在 site.yml 中",
        cures: NearMiss.cure(for: text, among: known.map(\.name)) + ["要新增的，在 site.yml 中加上它"])
    }
    return .value(found.count == 1 ? .scalar(found[0]) : .list(found.map(FrontMatterValue.scalar)))
  }

  /// What people write where there is nothing.
  private static let nothing: Set<String> = [
    "无", "无文号", "无字号", "没有", "暂无", "未编号", "空", "/", "-", "—", "——", "－", "null", "NULL",
  ]
}
