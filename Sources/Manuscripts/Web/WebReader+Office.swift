import Base
import OfficeFiles

/// What Word, WPS and Excel write into pages and into the clipboard besides HTML, by which they know their own text again.
enum OfficeMark {
  /// The number of an item, or its bullet, as text: `<span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>`.
  case number
  /// A change that nobody has accepted, and whose it is.
  case deleted(by: String?), inserted(by: String?)
  /// Where somebody has remarked something, and what.
  case commentMark, comments
  /// Where there is a note, and the notes.
  case noteMark(id: String), note(id: String), notes

  init?(_ element: WebElement) {
    let style = element.declarations
    let attributes = element.attributes
    if style["mso-list"] == "ignore" {
      self = .number
    } else if ["del", "ins"].contains(element.name), attributes["cite"] ?? attributes["datetime"] != nil {
      let author = attributes["cite"].map { $0.replacing("mailto:", with: "").replacing("%20", with: " ") }
      self = element.name == "del" ? .deleted(by: author) : .inserted(by: author)
    } else if style["mso-special-character"] == "comment" {
      self = .commentMark
    } else if let id = style["mso-footnote-id"] ?? style["mso-endnote-id"] {
      self = .noteMark(id: id)
    } else {
      switch style["mso-element"] {
      case "comment-list": self = .comments
      case "footnote", "endnote": self = .note(id: (attributes["id"] ?? "").lowercased())
      case "footnote-list", "endnote-list": self = .notes
      default: return nil
      }
    }
  }
}

extension WebReader {
  mutating func read(_ mark: OfficeMark, _ element: WebElement, _ style: WebStyle) {
    switch mark {
    case .number: readNumber(element, style)
    case .deleted(let author):
      leaveOut(element, as: .deletedText, .revision, by: author)
    case .inserted(let author):
      manuscript.obstacles.append(Obstacle(.revision, text: element.text, author: author, at: place))
      readChildren(of: element, style)
    case .commentMark: replace(element.text)
    case .comments:
      for comment in element.elements { leaveOut(comment, as: .comment, .comment, by: nil) }
    case .noteMark(let id):
      replace(element.text)
      // In the note itself it is the way back.
      if let note = notes[id], openNote != note { line.add(.note(note), style) }
    case .note(let id): readNote(id, element, style)
    case .notes:
      endLine(style)
      readChildren(of: element, style)
      endLine(style)
    }
  }

  private mutating func leaveOut(
    _ element: WebElement, as omission: Omission.Kind, _ obstacle: Obstacle.Kind, by author: String?
  ) {
    let text = element.text
    guard !text.isEmpty else { return }
    manuscript.omissions.append(Omission(omission, text: text, at: place))
    manuscript.obstacles.append(Obstacle(obstacle, text: text, author: author, at: place))
  }

  /// Notes that something is written in another form.
  private mutating func replace(_ text: String) {
    if !text.isEmpty { manuscript.omissions.append(Omission(.mark, text: text, at: place)) }
  }

  // MARK: Numbers

  private mutating func readNumber(_ element: WebElement, _ style: WebStyle) {
    let written = element.text.trimmed
    // A bullet may be a picture.
    let number = written.isEmpty && element.first { $0.name == "img" } != nil ? "•" : shown(written, style)
    guard line.isEmpty, label.isEmpty else { return line.add(number, style) }
    label = number + NumberFormat.gap(after: number)
  }

  /// The text as its font shows it: R in Wingdings 2 is ☑.
  mutating func shown(_ text: String, _ style: WebStyle) -> String {
    guard let font = style.look.font.flatMap(SymbolFont.name) else { return text }
    let shown = SymbolFont.shown(text, font)
    let unknown = SymbolFont.unknown(text.filter { !$0.isWhitespace && $0 != "\u{A0}" }, font)
    if !unknown.isEmpty { manuscript.doubts.append(Doubt(.privateCharacters, text: unknown, at: place)) }
    if shown != text { replace(text.trimmed) }
    return shown
  }

  // MARK: Notes

  /// Finds the notes of a page, which stand at its end.
  mutating func findNotes(in element: WebElement) {
    if case .note(let id)? = OfficeMark(element), !id.isEmpty, notes[id] == nil {
      notes[id] = manuscript.notes.count
      manuscript.notes.append(ManuscriptNote(mark: "", blocks: []))
      return
    }
    for inner in element.elements { findNotes(in: inner) }
  }

  private mutating func readNote(_ id: String, _ element: WebElement, _ style: WebStyle) {
    guard let note = notes[id], openNote == nil else { return readChildren(of: element, style) }
    endLine(style)
    let outer = blocks
    (blocks, openNote) = ([], note)
    readChildren(of: element, style)
    endLine(style)
    manuscript.notes[note].blocks += blocks
    (blocks, openNote) = (outer, nil)
  }
}
