import Base
import Documents
import Markdown

// The Markdown after the front matter.
extension FileReader {
  /// Renders what follows the front matter; its mistakes become findings.
  mutating func renderBody(_ frontMatter: FrontMatter) -> MarkdownText {
    let body = renderMarkdown(source.bytes[frontMatter.bodyStart...], firstLine: frontMatter.bodyLine)
    for issue in body.issues {
      let wording = BodyWording.of(issue.kind)
      let place = issue.place
      add(
        Diagnostic(
          issue.id, wording.severity,
          at: source.location(line: place.line, column: place.column, length: place.length), wording.message,
          cures: wording.cures))
    }
    return body
  }
}

extension MarkdownText {
  /// The links and images, as the model keeps them.
  func targets(in source: SourceText) -> [BodyTarget] {
    guard !slots.isEmpty else { return [] }
    let lines = LineTable(source)
    var texts: [Int: String] = [:]
    return slots.map { slot in
      let text = texts[slot.place.line] ?? lines.text(slot.place.line)
      texts[slot.place.line] = text
      return BodyTarget(
        destination: slot.destination, isImage: slot.kind == .image, line: slot.place.line, column: slot.place.column,
        length: slot.place.length, sourceLine: text)
    }
  }
}

/// Where the lines of a file begin: for many look-ups in one file.
private struct LineTable {
  private let bytes: [UInt8]
  private var starts: [Int]

  init(_ source: SourceText) {
    bytes = source.bytes
    starts = [source.markLength]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
  }

  /// The text of a 1-based line without its line break.
  func text(_ number: Int) -> String {
    guard number >= 1, number <= starts.count else { return "" }
    var end = number < starts.count ? starts[number] - 1 : bytes.count
    if end > starts[number - 1], bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[starts[number - 1]..<end], as: UTF8.self)
  }
}
