import Base
import Documents
import Markdown

// The Markdown after the front matter.
extension FileReader {
  /// Renders everything after the front matter; mistakes become findings.
  ///
  /// - Returns: The text, with the targets of its links and images.
  mutating func renderBody(_ frontMatter: FrontMatter) -> (text: MarkdownText, targets: [BodyTarget]) {
    let start = frontMatter.bodyStart
    let text = renderMarkdown(source.bytes[start...])
    guard !text.issues.isEmpty || !text.slots.isEmpty else { return (text, []) }
    var lines = LineIndex(source)
    for issue in text.issues {
      let wording = BodyWording.of(issue.kind)
      add(
        Diagnostic(
          issue.id, wording.severity, at: lines.location(of: issue.place.shifted(by: start)), wording.message,
          cures: wording.cures))
    }
    let targets = text.slots.map { slot in
      BodyTarget(
        destination: slot.destination, isImage: slot.kind == .image,
        location: lines.location(of: slot.place.shifted(by: start)))
    }
    return (text, targets)
  }
}

extension Range<Int> {
  /// Converts a range in the body to a range in the file.
  fileprivate func shifted(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}
