import Base
import OfficeFiles

// Text on its way from an element to the paragraph, or out.
extension WordStory {
  /// What becomes of text.
  private enum Fate { case shown, code, deleted, hidden, annotation, pageNumber, mark }

  private func fate(of run: RunProperties, isDeleted: Bool = false) -> Fate {
    if isDeleted || changes.contains(where: \.isDeletion) { return .deleted }
    if fields.isCode { return .code }
    if run.isHidden == true || blocks.contains(where: \.isHidden) { return .hidden }
    if isAnnotation { return .annotation }
    if isMark { return .mark }
    return fields.isPageNumber && places.part == .body ? .pageNumber : .shown
  }

  /// The properties of the open run, its styles included.
  private var run: RunProperties {
    mutating get {
      guard let last = runs.indices.last else {
        return setting.styles.run(RunProperties(), in: paragraphs.last?.properties.style)
      }
      if let known = runs[last] { return known }
      let found = setting.styles.run(RunProperties(), in: paragraphs.last?.properties.style)
      runs[last] = found
      return found
    }
  }

  mutating func beginText(_ kind: TextKind, _ attributes: XMLAttributes) {
    (textKind, keepsBlanks) = (kind, attributes["space"] == "preserve")
    textBytes.removeAll(keepingCapacity: true)
  }

  mutating func endText() {
    let kind = textKind
    textKind = .none
    // A line feed in the file is a blank, and blanks at both ends do not count unless the file says so.
    for index in textBytes.indices where isLineEnd(textBytes[index]) { textBytes[index] = 0x20 }
    let seen = keepsBlanks ? textBytes[...] : textBytes.drop(while: isBlank)
    let end = keepsBlanks ? seen.endIndex : seen.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? seen.startIndex
    let text = String(decoding: seen[..<end], as: UTF8.self)
    if kind == .code { return fields.add(code: text) }
    guard !text.isEmpty, let last = paragraphs.indices.last else { return }
    if !paragraphs[last].hasText { paragraphs[last].hasText = !text.isBlank }
    add(text, isDeleted: kind == .deleted)
  }

  /// Adds text where it belongs.
  mutating func add(_ text: String, isDeleted: Bool = false) {
    guard !paragraphs.isEmpty, !text.isEmpty else { return }
    let run = run
    let fate = fate(of: run, isDeleted: isDeleted)
    if let last = changes.indices.last { changes[last].text += text } else { lastChange = nil }
    switch fate {
    case .shown: write(text, run)
    case .mark: if let last = references.indices.last { references[last].mark?.append(text) }
    case .annotation: annotation += text
    case .code where text.isBlank, .deleted where text.isBlank, .hidden where text.isBlank: break
    case .code: findings.leaveOut(.hiddenText, text, at: place)
    case .deleted: findings.leaveOut(.deletedText, text, at: place)
    case .pageNumber: findings.leaveOut(.pageNumber, text, at: place)
    case .hidden:
      findings.leaveOut(.hiddenText, text, at: place)
      findings.stop(.hiddenText, text, at: place)
    }
  }

  /// Text that a reader sees, as he sees it.
  private mutating func write(_ text: String, _ run: RunProperties) {
    fields.noteResult()
    if equation != nil { equation? += text }
    let font = setting.fonts.name(run.latinFont)
    let unknown = SymbolFont.unknown(text, font)
    if !unknown.isEmpty { findings.doubt(.privateCharacters, unknown, at: place) }
    var text = SymbolFont.shown(text, font)
    if text.utf8.contains(0xC2) { text.unicodeScalars.removeAll { $0 == "\u{AD}" } }
    if run.isUnderlined == true { text = Self.withLine(text) }
    if let position = position(of: run), position != .line {
      if let written = RaisedText.written(text, position) {
        text = written
      } else if !text.isBlank {
        findings.doubt(.raisedText, text, at: place)
      }
    }
    if run.isStruck == true { findings.doubt(.struckText, text, at: place) }
    noteUnknown(text)
    paragraphs[paragraphs.count - 1].add(
      text, link: links.last ?? fields.link, run, font: setting.fonts.name(run.font ?? run.latinFont))
  }

  /// Some programs write raised text as smaller text that is moved up.
  private func position(of run: RunProperties) -> RunProperties.Position? {
    guard run.position == nil, let shift = run.shift, shift != 0, let size = run.size,
      let before = paragraphs.last?.evidence.lastSize, size < 0.85 * before
    else { return run.position }
    return shift > 0 ? .raised : .lowered
  }

  /// Notes characters that only the fonts of one machine have.
  mutating func noteUnknown(_ text: String) {
    guard text.unicodeScalars.contains(where: { SymbolFont.isPrivate($0.value) }) else { return }
    let unknown = text.unicodeScalars.filter { SymbolFont.isPrivate($0.value) }
    findings.doubt(.privateCharacters, String(String.UnicodeScalarView(unknown)), at: place)
  }

  /// A line to write on is made of underlined blanks.
  private static func withLine(_ text: String) -> String {
    guard text.allSatisfy({ $0 == " " || $0 == "\t" || $0 == "　" || $0 == "\u{A0}" }) else { return text }
    let halves = text.reduce(0) { $0 + ($1 == "\t" ? 8 : $1 == "　" ? 2 : 1) }
    return halves < 2 ? text : String(repeating: "＿", count: (halves + 1) / 2)
  }

  /// Whether something that is no text is seen here; if not, it is noted by its name if it has one.
  mutating func isSeen(_ name: String? = nil) -> Bool {
    let fate = fate(of: run)
    switch fate {
    case .shown, .annotation, .mark, .pageNumber: return true
    case .code, .deleted, .hidden: break
    }
    if let name, fate != .code { findings.leaveOut(fate == .deleted ? .deletedText : .hiddenText, name, at: place) }
    return false
  }

  mutating func breakLine(_ kind: String?) {
    guard let last = paragraphs.indices.last, isSeen() else { return }
    switch kind {
    case "page": paragraphs[last].breakPage()
    case "column": break
    default: paragraphs[last].add(.lineBreak)
    }
  }

  mutating func addHyphen() {
    if let last = paragraphs.indices.last { paragraphs[last].hasText = true }
    add("-")
  }

  mutating func addSymbol(_ attributes: XMLAttributes) {
    guard let number = attributes["char"].flatMap({ UInt32($0, radix: 16) }) else { return }
    if let known = SymbolFont.character(number, attributes["font"]) {
      add(known)
    } else if isSeen() {
      let sign = UnicodeScalar(number).map { String(Character($0)) } ?? ""
      findings.doubt(.privateCharacters, sign, at: place)
      let font = setting.fonts.name(run.font)
      paragraphs.indices.last.map { paragraphs[$0].add(sign, link: nil, run, font: font) }
    }
  }

  /// The annotation of a word behind it.
  mutating func endRuby() {
    if !annotation.isEmpty { add("（\(annotation)）") }
    annotation = ""
  }

  mutating func endEquation() {
    if let equation, !equation.isEmpty { findings.doubt(.object, equation, at: place) }
    equation = nil
  }

  mutating func endChange() {
    guard let change = changes.popLast(), !change.text.isEmpty else { return }
    let goesOn = lastChange?.isDeletion == change.isDeletion && lastChange?.author == change.author
    findings.stop(.revision, change.text, author: change.author, goesOn: goesOn, at: place)
    lastChange = change
  }
}
