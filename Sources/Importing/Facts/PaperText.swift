import Base
import Manuscripts
import Papers

/// The lines of a manuscript as the recogniser reads them: blank paragraphs left out, a paragraph with breaks as several lines,
/// because a title and a signature are often set so.
struct PaperText {
  struct Line {
    /// Index among the manuscript's blocks.
    let block: Int
    let form: PaperBlock.Form
    let range: Range<Int>
    /// Of a paragraph.
    let paragraph: ManuscriptParagraph?
  }

  private(set) var lines: [Line] = []
  private var bytes: [UInt8] = []

  init(_ blocks: [ManuscriptBlock]) {
    for (index, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let paragraph):
        for line in paragraph.text.split(separator: "\n") {
          let form = paragraph.headingLevel.map { PaperBlock.Form.heading(min($0, 6)) } ?? .paragraph
          append(line.trimmed, form, index, paragraph)
        }
      case .table(let table):
        let cells = table.rows.flatMap(\.cells).map { $0.text.replacing("\n", with: " ") }.filter { !$0.isEmpty }
        append(cells.joined(separator: "\n"), .table, index, nil)
      }
    }
  }

  private mutating func append(_ text: String, _ form: PaperBlock.Form, _ block: Int, _ paragraph: ManuscriptParagraph?)
  {
    guard !text.isEmpty else { return }
    let start = bytes.count
    bytes += text.utf8
    lines.append(Line(block: block, form: form, range: start..<bytes.count, paragraph: paragraph))
  }

  /// What the recogniser reads, without some of the lines.
  func paper(known: KnownFacts = KnownFacts()) -> Paper {
    bytes.withUnsafeBufferPointer { all in
      Paper(
        reading: lines.map { PaperBlock(form: $0.form, text: Bytes(rebasing: all[$0.range])) }, known: known)
    }
  }

  mutating func remove(at index: Int) { lines.remove(at: index) }

  func text(_ index: Int) -> String { String(decoding: bytes[lines[index].range], as: UTF8.self) }

  /// The words at a place.
  func text(at place: PaperPlace) -> String {
    let line = lines[place.block].range
    return String(
      decoding: bytes[line][line.lowerBound + place.range.lowerBound..<line.lowerBound + place.range.upperBound],
      as: UTF8.self)
  }

  /// The sentence around a place.
  func sentence(at place: PaperPlace) -> String {
    let line = bytes[lines[place.block].range]
    let text = String(decoding: line, as: UTF8.self)
    let ends: Set<Character> = ["。", "；", "\n"]
    let middle = text.utf8.index(text.startIndex, offsetBy: place.range.lowerBound)
    let start = text[..<middle].lastIndex(where: ends.contains).map(text.index(after:)) ?? text.startIndex
    let end = text[middle...].firstIndex(where: ends.contains).map(text.index(after:)) ?? text.endIndex
    return String(text[start..<end]).trimmed
  }
}
