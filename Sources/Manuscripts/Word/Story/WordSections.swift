import Base
import OfficeFiles

/// How notes are numbered in a section, or in the file; nil where nothing is said.
struct NoteNumbering: Sendable, Hashable {
  var format: String?
  var start: Int?
  var restart: String?

  /// Takes in an element of `w:footnotePr`, `w:endnotePr`.
  mutating func take(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "w:numFmt": format = attributes["val"]
    case "w:numStart": start = attributes.number
    case "w:numRestart": restart = attributes["val"]
    default: break
    }
  }

  func over(_ base: NoteNumbering) -> NoteNumbering {
    NoteNumbering(format: format ?? base.format, start: start ?? base.start, restart: restart ?? base.restart)
  }
}

/// The kinds of notes.
enum NoteKind: Hashable, Sendable, CaseIterable { case foot, end }

/// A section of the body, which ends where its properties stand.
struct WordSection: Sendable {
  var startsPage = true
  var notes: [NoteKind: NoteNumbering] = [:]
}

/// Reads the properties of a section, and `word/settings.xml`, which says the same for the whole file.
struct SectionReader: XMLHandler {
  private(set) var section = WordSection()
  private var kind: NoteKind?

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "w:type": section.startsPage = !["continuous", "nextColumn"].contains(attributes["val"] ?? "")
    case "w:footnotePr": kind = .foot
    case "w:endnotePr": kind = .end
    default: if let kind { section.notes[kind, default: NoteNumbering()].take(name, attributes) }
    }
  }

  mutating func end(_ name: String) { if name == "w:footnotePr" || name == "w:endnotePr" { kind = nil } }

  mutating func text(_ text: Bytes) {}
}
