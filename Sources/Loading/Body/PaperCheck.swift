import Base
import Documents
import Markdown
import Papers

/// Holds what the paper says against the front matter. Every difference is a finding with both places; which of the two
/// is wrong is for the editor to say, so that no cure asks to alter the text that an office issued.
struct PaperCheck {
  let document: Document
  let reading: MarkdownReading
  let lifecycle: Lifecycle?
  private let source: SourceText
  private let bodyStart: Int
  private var lines: LineIndex
  var findings: [Diagnostic] = []

  init(
    _ document: Document, _ reading: MarkdownReading, _ source: SourceText, bodyStart: Int, _ lifecycle: Lifecycle?
  ) {
    (self.document, self.reading, self.lifecycle) = (document, reading, lifecycle)
    (self.source, self.bodyStart) = (source, bodyStart)
    lines = LineIndex(source)
  }

  var paper: Paper { reading.paper }

  mutating func check() {
    checkDisclosure()
    checkHead()
    checkSignature()
    checkAttachments()
    checkCitedYears()
    checkOwnArticles()
    if lifecycle == .validity {
      checkStart()
      checkStaged()
      checkTerm()
    }
    checkEffect()
  }

  /// What the text does to other documents.
  var acts: [ActStatement] {
    var lines = lines
    return paper.acts.map { act in
      ActStatement(act.value, at: lines.location(of: place(act.place)))
    }
  }

  /// The bytes of the file that a place of the paper comes from.
  private func place(_ place: PaperPlace) -> Range<Int> {
    reading.source(of: place, in: source.bytes[bodyStart...]).shifted(by: bodyStart)
  }

  /// Where something is written in the file.
  mutating func location(of place: PaperPlace) -> Diagnostic.Location { lines.location(of: self.place(place)) }

  mutating func add(
    _ rule: String, _ severity: Severity = .warning, at place: PaperPlace, _ message: String, cures: [String],
    against field: CommonField? = nil
  ) {
    let related = field.map { [Diagnostic.Related(document.location(of: $0), label(of: $0))] } ?? []
    findings.append(
      Diagnostic(rule, severity, at: location(of: place), message, cures: cures, related: related))
  }

  /// A finding at a field of the front matter, against a place in the paper.
  mutating func add(
    _ rule: String, at field: CommonField, _ message: String, cures: [String],
    against place: (PaperPlace, String)? = nil
  ) {
    let related = place.map { [Diagnostic.Related(location(of: $0.0), $0.1)] } ?? []
    findings.append(
      Diagnostic(rule, .warning, at: document.location(of: field), message, cures: cures, related: related))
  }

  func has(_ field: CommonField) -> Bool { document.places[field.rawValue] != nil }

  private func label(of field: CommonField) -> String { has(field) ? field.label : "文件开头" }
}
