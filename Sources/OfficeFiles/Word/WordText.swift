import Base

/// Takes the paragraphs of a part of a Word file, and what is in them that a reader of the page does not see.
struct WordText: OfficePartReader {
  /// What part of the file it is.
  enum Part { case body, notes, margin, comments }

  var content = OfficeContent()
  /// Where in the body each comment is, by its id.
  private(set) var commentPlaces: [String: OfficePlace]
  private let part: Part
  /// Ids of the styles whose text is hidden.
  private let hiddenStyles: Set<String>

  private struct Paragraph {
    var text: [UInt8] = []
    /// By its style.
    var isHidden = false
    /// Whether some of its text is hidden or deleted.
    var hasUnshown = false
  }

  /// Of a text box, the paragraphs stand inside another.
  private var paragraphs: [Paragraph] = []
  /// Whether each open run is hidden.
  private var runs: [Bool] = []
  private var tables: [(number: Int, row: Int, column: Int)] = []
  private var (paragraphCount, tableCount) = (0, 0)
  /// How many are open of those elements in which nothing counts: alternatives to what was read, and former properties.
  private var passedOver = 0
  /// The same of those whose text was deleted, or moved away.
  private var deleted = 0
  private var paragraphProperties = 0
  private var isText = false
  /// The annotation of a word, which stands in front of it in the file and behind it here.
  private var (annotation, annotationStart): ([UInt8], Int?) = ([], nil)

  init(_ part: Part, hiddenStyles: Set<String>, commentPlaces: [String: OfficePlace]) {
    (self.part, self.hiddenStyles, self.commentPlaces) = (part, hiddenStyles, commentPlaces)
  }

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    if Self.unread.contains(name) { passedOver += 1 }
    if Self.revisions.contains(name) { content.note(.revision, at: place, name: attributes["author"]) }
    if passedOver > 0 { return }
    switch name {
    case "w:del", "w:moveFrom": deleted += 1
    case "w:p", "a:p": paragraphs.append(Paragraph())
    case "w:pPr": paragraphProperties += 1
    case "w:pStyle":
      if isHidden(style: attributes["val"]), !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].isHidden = true }
    case "w:r", "a:r": runs.append(paragraphs.last?.isHidden ?? false)
    case "w:rStyle": if isHidden(style: attributes["val"]) { hideRun(true) }
    case "w:vanish": if paragraphProperties == 0 { hideRun(attributes["val"] == nil || attributes.isOn("val")) }
    case "w:t", "w:delText", "a:t", "m:t": isText = true
    case "w:tab" where paragraphProperties == 0: add("\t")
    case "w:br", "w:cr", "a:br": add("\n")
    case "w:noBreakHyphen": add("-")
    case "w:rt": annotationStart = paragraphs.last?.text.count
    case "w:tbl":
      tableCount += 1
      tables.append((tableCount, 0, 0))
    case "w:tr": if let last = tables.last { tables[tables.count - 1] = (last.number, last.row + 1, 0) }
    case "w:tc": if !tables.isEmpty { tables[tables.count - 1].column += 1 }
    case "w:commentReference": if let id = attributes["id"] { commentPlaces[id] = commentPlaces[id] ?? place }
    case "w:comment":
      content.note(.comment, at: attributes["id"].flatMap { commentPlaces[$0] }, name: attributes["author"])
    default: break
    }
  }

  mutating func end(_ name: String) {
    if Self.unread.contains(name) { passedOver -= 1 }
    if passedOver > 0 { return }
    switch name {
    case "w:del", "w:moveFrom": deleted -= 1
    case "w:p", "a:p": endParagraph()
    case "w:pPr": paragraphProperties -= 1
    case "w:r", "a:r": _ = runs.popLast()
    case "w:t", "w:delText", "a:t", "m:t": isText = false
    case "w:tbl": _ = tables.popLast()
    case "w:rt": takeAnnotation()
    case "w:ruby":
      if !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].text += annotation }
      annotation = []
    default: break
    }
  }

  mutating func text(_ text: Bytes) {
    guard isText, passedOver == 0, !paragraphs.isEmpty else { return }
    if text.contains(where: { $0 > 0x20 }) {
      if runs.last == true { content.note(.hiddenText, at: place) }
      if runs.last == true || deleted > 0 { paragraphs[paragraphs.count - 1].hasUnshown = true }
    }
    paragraphs[paragraphs.count - 1].text += text
  }

  private mutating func add(_ character: StaticString) {
    guard !runs.isEmpty, !paragraphs.isEmpty else { return }
    paragraphs[paragraphs.count - 1].text += Bytes(character)
  }

  private mutating func takeAnnotation() {
    guard let start = annotationStart, let last = paragraphs.indices.last, start <= paragraphs[last].text.count else {
      return
    }
    annotation = Array(paragraphs[last].text[start...])
    paragraphs[last].text.removeSubrange(start...)
    annotationStart = nil
  }

  private mutating func endParagraph() {
    guard let paragraph = paragraphs.popLast() else { return }
    let text = paragraph.text.withUnsafeBufferPointer(\.string)
    content.add(text, at: place, isShown: !paragraph.hasUnshown)
    if part == .body, tables.isEmpty, !text.trimmed.isEmpty { paragraphCount += 1 }
  }

  private mutating func hideRun(_ isHidden: Bool) {
    if !runs.isEmpty { runs[runs.count - 1] = isHidden }
  }

  private func isHidden(style: String?) -> Bool { style.map(hiddenStyles.contains) ?? false }

  /// Where we are.
  private var place: OfficePlace {
    switch part {
    case .body:
      if let table = tables.last {
        .tableCell(table: table.number, row: table.row, column: table.column)
      } else {
        .paragraph(paragraphCount + 1)
      }
    case .notes: .note
    case .margin: .margin
    case .comments: .comment
    }
  }

  /// The same again for older programs; properties as they were before a change.
  private static let unread: Set<String> = [
    "mc:Fallback", "w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:tcPrChange", "w:trPrChange", "w:sectPrChange",
    "w:tblGridChange", "w:numberingChange", "w:tblPrExChange",
  ]
  private static let revisions: Set<String> = unread.subtracting(["mc:Fallback"]).union([
    "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:cellIns", "w:cellDel", "w:cellMerge",
  ])
}
