import Base
import OfficeFiles

/// Reads the blocks of a part of a page.
struct WebReader {
  var manuscript = Manuscript()
  /// Where blocks go: those of the page, or of a cell.
  var blocks: [ManuscriptBlock] = []
  /// The line that is being read.
  var line = WebText()
  /// For the next paragraph.
  var label = ""
  /// The cell that is being read; nil outside tables.
  var cell: OfficePlace?
  var tableCount = 0
  /// Whether a number of a list was written out.
  private(set) var hasLabels = false
  /// The footnotes and endnotes of the page, by their ids: their places in the manuscript.
  var notes: [String: Int] = [:]
  /// The note that is being read.
  var openNote: Int?
  private var paragraphCount = 0
  /// The files beside the page, by their addresses.
  let file: (String) -> [UInt8]?

  /// - Parameter page: Where notes are looked for.
  init(of page: WebElement, file: @escaping (String) -> [UInt8]?) {
    self.file = file
    findNotes(in: page)
  }

  var place: OfficePlace { cell ?? .paragraph(paragraphCount + 1) }

  /// Reads what is in an element.
  mutating func readChildren(of element: WebElement, _ style: WebStyle) {
    for child in element.children {
      switch child {
      case .text(let text): add(text, style)
      case .element(let element): read(element, style)
      }
    }
  }

  private mutating func read(_ element: WebElement, _ outer: WebStyle) {
    if WebElement.unseen.contains(element.name) { return leaveOut(element) }
    if element.isHidden { return hide(element) }
    let style = outer.inside(element)
    if let mark = OfficeMark(element) { return read(mark, element, style) }
    switch element.name {
    case "br": line.add(.lineBreak, style)
    case "img": addPicture(element, style)
    case "table":
      endLine(outer)
      readTable(element, style)
    case "ol", "ul", "dir", "menu":
      endLine(outer)
      readList(element, style)
    case "object", "embed", "video", "audio", "canvas", "math":
      manuscript.doubts.append(Doubt(.object, text: element.text, at: place))
      readChildren(of: element, style)
    case "input":
      if element.attributes["type"]?.lowercased() != "hidden" { add(element.attributes["value"] ?? "", style) }
    default:
      let isBlock = WebStyle.blocks.contains(element.name)
      if isBlock { endLine(outer) }
      readChildren(of: element, style)
      if isBlock { endLine(style) }
    }
  }

  private mutating func add(_ written: String, _ style: WebStyle) {
    let text = shown(written, style)
    let isBlank = text.allSatisfy(\.isWhitespace)
    if isBlank { return line.isEmpty && !text.contains("\u{A0}") && !text.contains("　") ? () : line.add(text, style) }
    if style.isStruck { manuscript.doubts.append(Doubt(.struckText, text: text.trimmed, at: place)) }
    if text.unicodeScalars.contains(where: Doubt.isPrivate) {
      manuscript.doubts.append(Doubt(.privateCharacters, text: text.trimmed, at: place))
    }
    if style.isKept {
      for (index, piece) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
        if index > 0 { line.add(.lineBreak, style) }
        line.add(String(piece), style)
      }
      return
    }
    guard let raised = style.raised else { return line.add(text, style) }
    let written = RaisedText.written(text, raised == .up ? .raised : .lowered)
    if written == nil { manuscript.doubts.append(Doubt(.raisedText, text: text.trimmed, at: place)) }
    line.add(written ?? text, style)
  }

  /// Ends the line. A break in it begins a paragraph, but in what is centred or set to the right, a title or a
  /// signature.
  mutating func endLine(_ style: WebStyle) {
    guard !line.isEmpty else { return }
    let lines = line.lines
    line = WebText()
    guard lines.first?.look.alignment ?? .start != .start, lines.count > 1, cell == nil else {
      for line in lines { add(line) }
      return
    }
    var joined = lines[0]
    for line in lines.dropFirst() { joined.spans += [.lineBreak] + line.spans }
    add(joined)
  }

  private mutating func add(_ paragraph: ManuscriptParagraph) {
    if cell == nil, label.isEmpty, ManuscriptLine.isPageNumber(paragraph.text) {
      return manuscript.omissions.append(Omission(.pageNumber, text: paragraph.text, at: place))
    }
    var paragraph = paragraph
    paragraph.place = place
    paragraph.label = label
    label = ""
    if cell == nil { paragraphCount += 1 }
    blocks.append(.paragraph(paragraph))
  }

  private mutating func leaveOut(_ element: WebElement) {
    guard element.name == "noscript" || element.name == "textarea" else { return }
    let text = element.children.compactMap { if case .text(let text) = $0 { text.trimmed } else { nil } }.joined()
    if !text.isEmpty { manuscript.omissions.append(Omission(.navigation, text: text, at: place)) }
  }

  mutating func hide(_ element: WebElement) {
    let text = element.text
    guard !text.isEmpty else { return }
    manuscript.omissions.append(Omission(.hiddenText, text: text, at: place))
    manuscript.obstacles.append(Obstacle(.hiddenText, text: text, at: place))
  }
}

// Lists.
extension WebReader {
  private mutating func readList(_ list: WebElement, _ style: WebStyle) {
    let outer = label
    label = ""
    let isNumbered = list.name == "ol"
    hasLabels = hasLabels || isNumbered
    let form = list.declarations["list-style-type"] ?? list.attributes["type"] ?? "1"
    var number = list.attributes["start"].flatMap { Int(written: $0) } ?? 1
    for child in list.children {
      guard case .element(let item) = child, item.name == "li", !item.isHidden else {
        readChildren(of: WebElement("", [:], [child]), style)
        continue
      }
      if let value = item.attributes["value"].flatMap({ Int(written: $0) }) { number = value }
      endLine(style)
      label = isNumbered ? Self.label(number, form) : ""
      let inner = style.inside(item)
      readChildren(of: item, inner)
      endLine(inner)
      label = ""
      number += 1
    }
    label = outer
  }

  /// What browsers write in front of an item.
  static func label(_ number: Int, _ form: String) -> String {
    switch form {
    case "none": ""
    case "a", "lower-alpha", "lower-latin": OfficePlace.letters(number).lowercased() + ". "
    case "A", "upper-alpha", "upper-latin": OfficePlace.letters(number) + ". "
    case "i", "lower-roman": (NumberFormat.text(number, "lowerRoman") ?? String(number)) + ". "
    case "I", "upper-roman": (NumberFormat.text(number, "upperRoman") ?? String(number)) + ". "
    case "cjk-ideographic", "simp-chinese-informal", "cjk-decimal", "trad-chinese-informal":
      (1...99).contains(number) ? ChineseNumeral.text(of: number) + "、" : String(number) + "、"
    default: String(number) + ". "
    }
  }
}
