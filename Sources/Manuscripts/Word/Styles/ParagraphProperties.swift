import Base
import OfficeFiles

/// What a paragraph says of itself, or a style of its paragraphs; nil where it says nothing.
struct ParagraphProperties: Sendable, Hashable {
  var style: String?
  var alignment: Look.Alignment?
  /// The list that it is numbered in; 0: none.
  var list: Int?
  /// Its level there, from 0.
  var level: Int?
  /// The style that named the list.
  var listStyle: String?
  /// From 0; 9 is running text.
  var outline: Int?
  var startsPage: Bool?
  /// An initial, which stands in a paragraph of its own before the rest of its word.
  var isInitial: Bool?
  /// Indents: of all lines and of the first, in hundredths of a character and in twentieths of a point.
  var (left, first): (Indent, Indent) = (Indent(), Indent())

  struct Indent: Sendable, Hashable {
    var characters: Int?
    var twips: Int?

    /// In characters of a size; a number of characters counts before a length.
    func characters(ofSize size: Double) -> Double {
      if let characters, characters != 0 { return Double(characters) / 100 }
      return Double(twips ?? 0) / 20 / size
    }

    func over(_ base: Indent) -> Indent {
      Indent(characters: characters ?? base.characters, twips: twips ?? base.twips)
    }
  }

  /// Takes in an element of `w:pPr`.
  mutating func take(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "w:pStyle": style = attributes["val"]
    case "w:jc": alignment = attributes["val"].map(Self.alignment)
    case "w:numId": list = attributes.number
    case "w:ilvl": level = attributes.number
    case "w:outlineLvl": outline = attributes.number
    case "w:pageBreakBefore": startsPage = attributes.isSwitchedOn
    case "w:framePr": isInitial = attributes.isOn("dropCap")
    case "w:ind": takeIndents(attributes)
    default: break
    }
  }

  private mutating func takeIndents(_ attributes: XMLAttributes) {
    func number(_ name: StaticString) -> Int? { attributes[name].flatMap { Int(written: $0) } }
    let left = Indent(
      characters: number("leftChars") ?? number("startChars"), twips: number("left") ?? number("start"))
    let hanging = Indent(characters: number("hangingChars").map(-), twips: number("hanging").map(-))
    let first = Indent(characters: number("firstLineChars"), twips: number("firstLine"))
    self.left = left.over(self.left)
    self.first = hanging.over(first).over(self.first)
  }

  /// These, and those of `base` where these say nothing.
  func over(_ base: ParagraphProperties) -> ParagraphProperties {
    var all = self
    all.alignment = alignment ?? base.alignment
    all.listStyle = list == nil ? base.listStyle : listStyle
    all.list = list ?? base.list
    all.level = level ?? base.level
    all.outline = outline ?? base.outline
    all.startsPage = startsPage ?? base.startsPage
    all.isInitial = isInitial ?? base.isInitial
    all.left = left.over(base.left)
    all.first = first.over(base.first)
    return all
  }

  private static func alignment(_ value: String) -> Look.Alignment {
    switch value {
    // Letters spread over the line are a head or a title, never running text.
    case "center", "distribute": .center
    case "right", "end": .end
    default: .start
    }
  }
}
