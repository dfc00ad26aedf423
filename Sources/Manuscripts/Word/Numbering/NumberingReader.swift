import Base
import OfficeFiles

/// Reads `word/numbering.xml`.
struct NumberingReader: XMLHandler {
  private(set) var numbering = WordNumbering()
  private var model: (id: Int, value: WordNumbering.Model)?
  private var list: (id: Int, value: WordNumbering.List)?
  private var level: (number: Int, value: WordNumbering.Level)?
  /// The level that a list overrides.
  private var overridden: Int?
  private enum Region { case none, run, paragraph }
  private var region = Region.none
  private var alternatives = 0

  /// Word allows 31 characters.
  private static let longestText = 255

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "mc:Fallback" { alternatives += 1 }
    guard alternatives == 0 else { return }
    switch (name, region) {
    case ("w:rPr", .none): region = .run
    case ("w:pPr", .none): region = .paragraph
    case (_, .run): level?.value.run.take(name, attributes)
    case (_, .paragraph): level?.value.paragraph.take(name, attributes)
    case ("w:abstractNum", _): model = number("abstractNumId", attributes).map { ($0, WordNumbering.Model()) }
    case ("w:numStyleLink", _): model?.value.style = attributes["val"]
    case ("w:num", _): list = number("numId", attributes).map { ($0, WordNumbering.List(model: -1)) }
    case ("w:abstractNumId", _): list?.value.model = attributes.number ?? -1
    case ("w:lvlOverride", _): overridden = number("ilvl", attributes)
    case ("w:startOverride", _): if let overridden { list?.value.starts[overridden] = attributes.number }
    case ("w:lvl", _): level = number("ilvl", attributes).map { ($0, WordNumbering.Level()) }
    default: takeLevel(name, attributes)
    }
  }

  mutating func end(_ name: String) {
    if name == "mc:Fallback" { alternatives -= 1 }
    guard alternatives == 0 else { return }
    switch name {
    case "w:rPr" where region == .run, "w:pPr" where region == .paragraph: region = .none
    case "w:lvl":
      guard let (number, value) = level, (0...8).contains(number) else { break }
      if list != nil { list?.value.levels[number] = value } else { model?.value.levels[number] = value }
      level = nil
    case "w:lvlOverride": overridden = nil
    case "w:abstractNum":
      if let model { numbering.models[model.id] = model.value }
      model = nil
    case "w:num":
      if let list { numbering.lists[list.id] = list.value }
      list = nil
    default: break
    }
  }

  mutating func text(_ text: Bytes) {}

  private mutating func takeLevel(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "w:start": level?.value.start = attributes.number ?? 0
    case "w:numFmt":
      level?.value.format = attributes["val"] ?? "decimal"
      level?.value.pattern = attributes["format"]
    case "w:lvlText": level?.value.text = String((attributes["val"] ?? "").prefix(Self.longestText))
    case "w:suff":
      level?.value.suffix =
        switch attributes["val"] {
        case "nothing": .nothing
        case "space": .space
        default: .tab
        }
    case "w:isLgl": level?.value.isLegal = attributes.isSwitchedOn
    case "w:lvlRestart": level?.value.restart = attributes.number
    case "w:pStyle": level?.value.style = attributes["val"]
    default: break
    }
  }

  private func number(_ name: StaticString, _ attributes: XMLAttributes) -> Int? {
    attributes[name].flatMap { Int(written: $0) }
  }
}
