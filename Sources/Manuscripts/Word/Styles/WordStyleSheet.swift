import Base
import OfficeFiles

/// The styles of a Word file, each with what it has from the styles it is based on.
struct WordStyleSheet: Sendable {
  struct Style: Sendable {
    var base: String?
    var name = ""
    var run = RunProperties()
    var paragraph = ParagraphProperties()
  }

  private var styles: [String: Style] = [:]
  /// Of a paragraph that names none.
  private let ordinary: String?
  private let defaults: Style

  /// Longer chains of styles are cut off; Word allows eleven.
  private static let longestChain = 16

  /// - Parameters:
  ///   - styles: As written.
  ///   - ordinary: The id of the style of paragraphs that name none.
  ///   - defaults: What holds where no style says anything.
  init(_ styles: [String: Style] = [:], ordinary: String? = nil, defaults: Style = Style()) {
    (self.ordinary, self.defaults) = (ordinary, defaults)
    for (id, style) in styles {
      var (whole, base, length) = (style, style.base, 1)
      while let next = base.flatMap({ styles[$0] }), length < Self.longestChain {
        whole.run = whole.run.over(next.run)
        whole.paragraph = whole.paragraph.over(next.paragraph)
        if whole.paragraph.outline == nil { whole.paragraph.outline = Self.outline(next.name) }
        (base, length) = (next.base, length + 1)
      }
      whole.paragraph = whole.paragraph.over(defaults.paragraph)
      self.styles[id] = whole
    }
  }

  /// Of a paragraph, without its own properties.
  func paragraph(_ style: String?) -> ParagraphProperties {
    (known(style) ?? known(ordinary))?.paragraph ?? defaults.paragraph
  }

  /// Of a run with its own properties, in a paragraph of a style.
  func run(_ direct: RunProperties, in paragraph: String?) -> RunProperties {
    let ofParagraph = (known(paragraph) ?? known(ordinary))?.run ?? RunProperties()
    let styled = known(direct.style).map { $0.run.toggled(over: ofParagraph) } ?? ofParagraph
    return direct.over(styled.over(defaults.run))
  }

  /// The list that a style of lists stands for.
  func list(of style: String) -> Int? { styles[style]?.paragraph.list }

  private func known(_ id: String?) -> Style? { id.flatMap { styles[$0] } }

  /// The level of Word's own headings by their names, which are English in every Word; from 0.
  static func outline(_ name: String) -> Int? {
    let name = name.lowercased()
    guard name.hasPrefix("heading "), let level = Int(written: name.dropFirst(8)), (1...9).contains(level) else {
      return nil
    }
    return level - 1
  }
}

/// Reads `word/styles.xml`.
struct StyleSheetReader: XMLHandler {
  private var styles: [String: WordStyleSheet.Style] = [:]
  private var ordinary: String?
  private var defaults = WordStyleSheet.Style()
  private var open: (id: String, style: WordStyleSheet.Style)?
  /// In a table style, properties of parts of a table are not those of the style.
  private var conditions = 0
  private enum Region { case none, run, paragraph, former }
  private var region = Region.none

  /// More than any file has, and more than is to be followed.
  var isTooLarge: Bool { styles.count > 20_000 }

  var sheet: WordStyleSheet { WordStyleSheet(styles, ordinary: ordinary, defaults: defaults) }

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch (name, region) {
    case (_, .former): break
    case ("w:pPrChange", _), ("w:rPrChange", _): region = .former
    case ("w:style", _):
      guard let id = attributes["styleId"] else { return }
      open = (id, WordStyleSheet.Style())
      if attributes["type"] == "paragraph", attributes.isOn("default") { ordinary = ordinary ?? id }
    case ("w:tblStylePr", _): conditions += 1
    case ("w:name", .none): open?.style.name = attributes["val"] ?? ""
    case ("w:basedOn", .none): open?.style.base = attributes["val"]
    case ("w:rPr", .none): region = .run
    case ("w:pPr", .none): region = .paragraph
    case (_, .none): break
    case (_, .run): change { $0.run.take(name, attributes) }
    case (_, .paragraph): change { $0.paragraph.take(name, attributes) }
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "w:style":
      guard let id = open?.id, var style = open?.style else { return }
      if style.paragraph.list != nil { style.paragraph.listStyle = id }
      style.paragraph.outline = style.paragraph.outline ?? WordStyleSheet.outline(style.name)
      styles[id] = style
      open = nil
    case "w:tblStylePr": conditions -= 1
    case "w:rPrChange": region = .run
    case "w:pPrChange": region = .paragraph
    case "w:rPr" where region == .run, "w:pPr" where region == .paragraph: region = .none
    default: break
    }
  }

  mutating func text(_ text: Bytes) {}

  private mutating func change(_ body: (inout WordStyleSheet.Style) -> Void) {
    if conditions > 0 { return }
    guard let (id, before) = open else { return body(&defaults) }
    var style = before
    body(&style)
    open = (id, style)
  }
}
